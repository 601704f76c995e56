"""Edits a list of indicators as an office does, by another library than the one that made it.

usage: edit-indicators.py IN.xlsx OUT.xlsx EDITS.json
EDITS: [{"row": code or null for a new one, "cells": {column title: value}, "kind": "formula" or absent}]
"""
import json
import sys
from datetime import datetime

import openpyxl

SOURCE, TARGET, EDITS = sys.argv[1:4]
book = openpyxl.load_workbook(SOURCE)
sheet = book["Chỉ tiêu"]
header = next(r for r in range(1, 10) if sheet.cell(r, 1).value == "Mã")
columns = {c.value: c.column for c in sheet[header] if c.value is not None}
rows = {sheet.cell(r, 1).value: r for r in range(header + 1, sheet.max_row + 1) if sheet.cell(r, 1).value}
for edit in json.loads(EDITS):
    row = rows[edit["row"]] if edit["row"] else max(rows.values()) + 1
    for title, value in edit["cells"].items():
        cell = sheet.cell(row, columns[title])
        is_day = title.endswith("ngày") and value
        cell.value = datetime.fromisoformat(value) if is_day else value
        if isinstance(value, str) and not is_day:
            cell.data_type = "f" if edit.get("kind") == "formula" else "s"
book.save(TARGET)
print(row)
