"""The sheets of bench/summary.ts written by another library: the time of its writing only, and its peak memory.

Reads lines of JSON a thousand at a time, outside the clock: the library is handed cells that are ready, with widths and
heights worked out. Cells, cached values, links with their tips, merges, widths and heights are those of our workbook;
formats are as many as its styles. Charts, conditional rules, names, views and print set-up are left out.
"""

import json
import resource
import sys
import time
from itertools import islice

PERCENT = {"percent", "totalPercent"}
DECIMAL = {"decimal", "totalDecimal"}
INTEGER = {"integer", "total", "countLink"}
PLAIN = {"title", "subtitle", "note"}
BOLD = {"title", "header", "group", "total", "totalPercent", "totalDecimal"}


def number_format(style):
    if style in PERCENT:
        return "0.00%"
    if style in DECIMAL:
        return "#,##0.00"
    if style == "date":
        return "dd/mm/yyyy"
    return "#,##0" if style in INTEGER else "General"


def chunks(lines):
    while True:
        part = [json.loads(line) for line in islice(lines, 1000)]
        if not part:
            return
        yield part


def day_number(text):
    from datetime import date

    return (date.fromisoformat(text) - date(1899, 12, 30)).days


def stored(style, value):
    return day_number(value) if style == "date" and isinstance(value, str) else value


class XlsxWriter:
    def __init__(self, path):
        import xlsxwriter

        self.book = xlsxwriter.Workbook(path, {"constant_memory": True})
        self.formats = {}

    def format(self, style):
        if style not in self.formats:
            look = {"font_name": "Times New Roman", "font_size": 11, "num_format": number_format(style), "text_wrap": True}
            if style not in PLAIN:
                look["border"] = 1
            if style in BOLD:
                look["bold"] = True
            self.formats[style] = self.book.add_format(look)
        return self.formats[style]

    def sheet(self, name, widths):
        self.current = self.book.add_worksheet(name)
        self.row = -1
        self.links = 0
        for i, width in enumerate(widths):
            self.current.set_column(i, i, width)

    def write(self, height, cells):
        self.row += 1
        sheet, row = self.current, self.row
        if height:
            sheet.set_row(row, height)
        column = 0
        for style, value, formula, span, link, tip in cells:
            look = self.format(style)
            if link:
                self.link(row, column, look, value, link, tip)
            if span > 1:
                sheet.merge_range(row, column, row, column + span - 1, "" if value is None else value, look)
            elif formula:
                sheet.write_formula(row, column, "=" + formula, look, "" if value is None else value)
            elif value is None or value == "":
                sheet.write_blank(row, column, None, look)
            elif isinstance(value, str):
                sheet.write_string(row, column, value, look)
            else:
                sheet.write_number(row, column, value, look)
            column += span

    def link(self, row, column, look, value, link, tip):
        # Excel takes so many links a sheet, and XlsxWriter keeps to it; the cell itself is written after.
        self.links += 1
        if self.links <= 65_530:
            text = value if isinstance(value, str) and value else "x"
            self.current.write_url(row, column, "internal:" + link, look, text, tip or None)

    def close(self):
        self.book.close()


class OpenPyxl:
    def __init__(self, path):
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

        self.path = path
        self.book = Workbook(write_only=True)
        self.known = set()
        side = Side(style="thin")
        self.make = lambda style: NamedStyle(
            name=style,
            font=Font(name="Times New Roman", size=11, bold=style in BOLD),
            alignment=Alignment(wrap_text=True),
            border=Border() if style in PLAIN else Border(side, side, side, side),
            number_format=number_format(style),
        )

    def sheet(self, name, widths):
        from openpyxl.utils import get_column_letter

        self.current = self.book.create_sheet(name)
        for i, width in enumerate(widths):
            self.current.column_dimensions[get_column_letter(i + 1)].width = width
        self.row = 0

    def write(self, height, cells):
        from openpyxl.cell import WriteOnlyCell

        self.row += 1
        if height:
            self.current.row_dimensions[self.row].height = height
        row = []
        # Links and merges are left out: its streaming sheets have no way to them.
        for style, value, formula, span, _, _ in cells:
            if style not in self.known:
                self.book.add_named_style(self.make(style))
                self.known.add(style)
            cell = WriteOnlyCell(self.current, "=" + formula if formula else value)
            cell.style = style
            row.append(cell)
            row.extend([None] * (span - 1))
        self.current.append(row)

    def close(self):
        self.book.save(self.path)


def now():
    return [time.perf_counter(), time.process_time()]


def add(spent, begun):
    return [s + n - b for s, n, b in zip(spent, now(), begun)]


def main(program, source, path):
    writer = {"xlsxwriter": XlsxWriter, "openpyxl": OpenPyxl}[program](path)
    spent = [0.0, 0.0]
    with open(source, encoding="utf-8") as lines:
        for part in chunks(lines):
            part = [
                line if isinstance(line, dict) else [line[0], [[c[0], stored(c[0], c[1]), *c[2:]] for c in line[1]]]
                for line in part
            ]
            begun = now()
            for line in part:
                if isinstance(line, dict):
                    writer.sheet(line["sheet"], line["widths"])
                else:
                    writer.write(*line)
            spent = add(spent, begun)
    begun = now()
    writer.close()
    spent = add(spent, begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"wall": spent[0], "cpu": spent[1], "peak": peak}))


main(*sys.argv[1:])
