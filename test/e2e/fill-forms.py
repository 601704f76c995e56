"""Fills entry forms as offices do, by another library than the one that made them, and says what it filled.

usage: fill-forms.py IN_DIR OUT_DIR ANSWERS.json [SEED]
Columns are found by their titles; which cells may be filled is read from the sheet protection.
"""
import json
import os
import random
import sys
from datetime import date, timedelta

import openpyxl

SOURCE, TARGET, ANSWERS = sys.argv[1:4]
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 2026
FROM, TO = date(2025, 12, 15), date(2026, 3, 14)
TEXTS = ["=1+1 là ví dụ", "+84 24 1234", "- Đã ban hành", "@so-noi-vu", "Đã triển khai “đúng hạn”; đạt 98,5%",
         "Dòng một\nDòng hai", "Tiếng Việt: ẩ ễ ỗ ữ Đ đ", "'nháy đơn ở đầu"]


def table(sheet, wanted):
    for row in range(1, 30):
        titles = {str(c.value): c.column for c in sheet[row] if c.value is not None}
        if all(t in titles for t in wanted):
            return row, titles
    raise SystemExit(f"{sheet.title}: no header row")


def choices(sheet, cell):
    for rule in sheet.data_validations.dataValidation:
        if cell.coordinate in rule.sqref and rule.type == "list":
            return rule.formula1.strip('"').split(",")
    return []


def put(cell, value):
    assert cell.protection.locked is False, f"{cell.parent.title}!{cell.coordinate} is locked"
    if isinstance(value, str):
        cell.value = value
        cell.data_type = "s"
    else:
        cell.value = value


def a_day(rng, first=FROM):
    return first + timedelta(days=rng.randrange((TO - first).days + 1))


def write_day(rng, cell, day):
    style = rng.randrange(5)
    texts = [f"{day.day}/{day.month}/{day.year % 100:02d}", f"{day.day:02d}-{day.month:02d}-{day.year}",
             f"ngày {day.day:02d} tháng {day.month} năm {day.year}"]
    put(cell, day if style > 2 else texts[style])
    if style == 4:
        cell.number_format = "General"
        cell.value = (day - date(1899, 12, 30)).days


def write_number(rng, cell, value):
    style = rng.randrange(4)
    grouped = f"{value:,}".replace(",", ".")
    put(cell, value if style > 1 else (grouped if style else f" {value} "))


def tasks(rng, sheet):
    head, at = table(sheet, ["Mã", "Trạng thái"])
    told = {}
    for row in range(head + 1, sheet.max_row + 1):
        cell = lambda title: sheet.cell(row, at[title])
        key = cell("Mã").value
        if key is None or rng.random() < 0.15:
            continue
        state = rng.choice(choices(sheet, cell("Trạng thái")))
        answer = {"state": state, "on": None, "evidence": None, "note": None, "reason": None, "remedy": None}
        put(cell("Trạng thái"), state)
        if state == "Đã hoàn thành" or (state.startswith("Có kết quả") and rng.random() < 0.5):
            day = a_day(rng)
            answer["on"] = day.isoformat()
            write_day(rng, cell("Ngày hoàn thành"), day)
        if rng.random() < 0.5:
            number, day = f"{rng.randrange(1, 400)}/KH-UBND", a_day(rng)
            put(cell("Số, ký hiệu văn bản"), number)
            answer["evidence"] = number
            if rng.random() < 0.7:
                write_day(rng, cell("Ngày văn bản"), day)
                answer["evidence"] = f"{number} ngày {day:%d/%m/%Y}"
        for key_, title in [("note", "Kết quả thực hiện"), ("reason", "Nguyên nhân chậm"), ("remedy", "Giải pháp khắc phục")]:
            if rng.random() < 0.4:
                answer[key_] = rng.choice(TEXTS)
                put(cell(title), answer[key_])
        told[str(key)] = answer
    return told


def figures(rng, sheet):
    head, at = table(sheet, ["Mã chỉ tiêu", "Giá trị"])
    told = {}
    for row in range(head + 1, sheet.max_row + 1):
        cell = lambda title: sheet.cell(row, at[title])
        code, open_ = cell("Mã chỉ tiêu").value, lambda title: cell(title).protection.locked is False
        if code is None or not open_("Trường hợp không có số") or rng.random() < 0.1:
            continue
        answer = {"answer": "value", "value": None, "numerator": None, "denominator": None, "note": None}
        lot = rng.random()
        if lot < 0.1:
            put(cell("Trường hợp không có số"), "Không phát sinh")
            answer["answer"] = "nothing-arose"
        elif lot < 0.2:
            put(cell("Trường hợp không có số"), "Không áp dụng")
            answer["answer"] = "not-applicable"
        elif open_("Tử số"):
            bottom = rng.randrange(1, 20000)
            top = rng.randrange(bottom + 1)
            write_number(rng, cell("Tử số"), top)
            write_number(rng, cell("Mẫu số"), bottom)
            answer.update(numerator=top, denominator=bottom)
        else:
            listed = choices(sheet, cell("Giá trị"))
            if listed:
                answer["value"] = rng.randrange(len(listed))
                put(cell("Giá trị"), listed[answer["value"]])
            else:
                answer["value"] = 0 if rng.random() < 0.2 else rng.randrange(5000)
                write_number(rng, cell("Giá trị"), answer["value"])
        if rng.random() < 0.1:
            answer["note"] = rng.choice(TEXTS)
            put(cell("Ghi chú"), answer["note"])
        told[str(code)] = answer
    return told


def sections(rng, sheet):
    head, at = table(sheet, ["Mục", "Nội dung kỳ này"])
    told = {}
    for row in range(head + 1, sheet.max_row + 1):
        key = sheet.cell(row, at["Mục"]).value
        if key is not None and rng.random() < 0.4:
            told[str(key)] = rng.choice(TEXTS)
            put(sheet.cell(row, at["Nội dung kỳ này"]), told[str(key)])
    return told


os.makedirs(TARGET, exist_ok=True)
filled = {}
for name in sorted(os.listdir(SOURCE)):
    rng = random.Random(f"{SEED}/{name}")
    book = openpyxl.load_workbook(os.path.join(SOURCE, name))
    for sheet in book.worksheets:
        assert sheet.protection.sheet, f"{name}: {sheet.title} is not protected"
    filled[name] = {
        "tasks": tasks(rng, book["Nhiệm vụ"]),
        "figures": figures(rng, book["Số liệu"]),
        "sections": sections(rng, book["Thuyết minh"]),
    }
    book.save(os.path.join(TARGET, name))
with open(ANSWERS, "w", encoding="utf-8") as out:
    json.dump(filled, out, ensure_ascii=False)
