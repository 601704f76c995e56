"""Counts the statuses of dated work by itself: from the ledger's own events, and from the workbook's rows.

Arguments: the JSON of `evaluate`, the lines of `ledger export`, the workbook. Prints both counts as JSON.
"""

import json
import sys
from collections import Counter, defaultdict

import openpyxl


def status(events, due, cut_off):
    """The state of one part of work with a last day, at the end of the cut-off day."""
    delivered, started, cancelled = None, False, False
    for event in sorted(events, key=lambda e: e["occurredOn"]):
        kind = event["event"]
        if kind == "completed" and not (delivered and delivered[0] == "done"):
            delivered = ("done", event["occurredOn"])
        if kind == "unsatisfactory":
            delivered = ("unsatisfactory", event["occurredOn"])
        started = started or kind in ("started", "progress", "completed")
        cancelled = cancelled or kind == "cancelled"
    if cancelled:
        return "Dừng, không thực hiện"
    if delivered and delivered[0] == "unsatisfactory":
        return "Đã thực hiện, chưa đạt yêu cầu"
    if delivered:
        return "Hoàn thành đúng hạn" if delivered[1] <= due else "Hoàn thành quá hạn"
    if due <= cut_off:
        return "Quá hạn chưa hoàn thành"
    return "Đang thực hiện, trong hạn" if started else "Chưa đến hạn, chưa triển khai"


def from_ledger(evaluation, lines):
    told = defaultdict(list)
    cut_off = evaluation["window"]["to"]
    for line in lines:
        fact = json.loads(line)["fact"]
        if fact["kind"] == "task" and fact["occurredOn"] <= cut_off:
            told[fact["unit"], fact["task"]].append(fact)
    counts = Counter()
    for owed in evaluation["rows"]:
        if owed["due"] is None:
            continue
        own = [f for f in told[owed["unit"], owed["task"]] if f["part"] in (None, owed["part"])]
        counts[status(own, owed["due"], cut_off)] += 1
    return counts


def from_workbook(path):
    sheet = openpyxl.load_workbook(path)["Chi tiết"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if row[0] == "STT")
    due, state = rows[head].index("Ngày cuối của thời hạn"), rows[head].index("Trạng thái")
    return Counter(row[state] for row in rows[head + 1 :] if row[due] is not None)


evaluation = json.load(open(sys.argv[1], encoding="utf-8"))
with open(sys.argv[2], encoding="utf-8") as lines:
    ledger = from_ledger(evaluation, lines)
print(json.dumps({"ledger": ledger, "workbook": from_workbook(sys.argv[3])}, ensure_ascii=False, sort_keys=True))
