"""An empty table to fill in, for each kind: headings that are understood, an example, and what each
column takes. The headings are the same in both languages, for the file goes from hand to hand."""

from typing import BinaryIO

from xlsxwriter import Workbook

from server.imports.cells import first_words
from server.imports.columns import Column, Says
from server.imports.files import Table

OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Times New Roman", "font_size": 12},
}
# (Vietnamese, English)
HOW_TO = "Hướng dẫn"
SHEETS = (("Nhập ở đây", HOW_TO), ("Fill in here", "How to"))
FAULTY = ("Dòng lỗi", "Rows with errors")
HEADS = (
    ("Cột", "Bắt buộc", "Ghi gì", "Kiểu", "Ví dụ", "Các giá trị dùng được"),
    ("Column", "Required", "What to write", "Kind", "Example", "Values that are understood"),
)
SAYS = 2  # the place of “Ghi gì”
REQUIRED = ("bắt buộc", "required")
KINDS_SAID = {
    "text": ("chữ", "text"),
    "day": ("ngày/tháng/năm, ví dụ 15/07/2022", "day/month/year, for example 15/07/2022"),
    "whole": (
        "số nguyên; không đếm thì để trống, không có thì ghi 0",
        "whole number; blank if nobody counted, 0 if there was none",
    ),
    "year": ("năm, ví dụ 2025", "year, for example 2025"),
    "time": ("giờ, ví dụ 08:00", "time of day, for example 08:00"),
    "yes": ("có hoặc không", "có (yes) or không (no)"),
    "phone": ("số di động 10 chữ số", "mobile number of 10 digits"),
    "word": ("một trong các giá trị bên cạnh", "one of the values beside"),
}
# Of numbers that are not as the others: one that must be there, and one that is never 0.
MUST_BE_COUNTED = ("số nguyên; không có thì ghi 0", "whole number; 0 if there was none")
NEVER_NONE = (
    "số nguyên từ 1; không đếm thì để trống",
    "whole number from 1; blank if nobody counted",
)
ROWS = 1000  # in which a choice is offered


def sheet_of(table: Table) -> str | None:
    """The sheet that was read, where a workbook has others with something of its own in them."""
    others = set(table.sheets[1:]) - {how_to for _, how_to in SHEETS}
    return table.sheets[0] if others else None


def template(
    file: BinaryIO, columns: tuple[Column, ...], english: bool, note: Says | None = None
) -> None:
    """Write the workbook: the sheet to fill in, and the sheet that explains it, with a `note` under
    the columns. The example stands in the second, for whoever forgets to take it out of the first
    would bring it in."""
    columns = tuple(column for column in columns if column.offered)
    book = Workbook(file, OPTIONS)
    bold = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
    must = book.add_format(bold | {"bg_color": "#FBEAF1"})
    may = book.add_format(bold | {"bg_color": "#F3F2ED"})
    fill_in, how_to = (book.add_worksheet(name) for name in SHEETS[english])
    _fill_in(book, fill_in, columns, must, may)
    _explain(book, how_to, columns, must, may, english)
    if note:
        wrapped = book.add_format({"bold": True, "text_wrap": True})
        how_to.write_string(len(columns) + 2, SAYS, note[english], wrapped)
    book.close()


def _fill_in(book: Workbook, sheet, columns: tuple[Column, ...], must, may) -> None:
    text = book.add_format({"num_format": "@"})
    for at, column in enumerate(columns):
        width = min(max(len(column.heading), len(column.example), 10), 34) + 3
        # As text, or a spreadsheet eats a phone's nought and turns days about.
        sheet.set_column(at, at, width, None if column.is_number else text)
        sheet.write_string(0, at, column.heading, must if column.required else may)
        if column.kind == "word" and len("".join(first_words(column))) < 200:
            offered = {"validate": "list", "source": first_words(column), "error_type": "warning"}
            sheet.data_validation(1, at, ROWS, at, offered)
    sheet.set_row(0, 34)
    sheet.freeze_panes(1, 0)


def _kind_said(column: Column) -> Says:
    if column.kind == "whole" and column.required:
        return MUST_BE_COUNTED
    return NEVER_NONE if column.kind == "whole" and column.low > 0 else KINDS_SAID[column.kind]


def _explain(book: Workbook, sheet, columns: tuple[Column, ...], must, may, english: bool) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    for at, (head, width) in enumerate(zip(HEADS[english], (30, 10, 46, 40, 34, 60), strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, may)
    for row, column in enumerate(columns, 1):
        words = "; ".join(first_words(column)) if column.kind == "word" else ""
        needed = REQUIRED if column.required else column.needed or ("", "")
        kind = _kind_said(column)[english]
        cells = (needed[english], column.says[english], kind, column.example, words)
        sheet.write_string(row, 0, column.heading, must if column.required else wrapped)
        for at, said in enumerate(cells, 1):
            sheet.write_string(row, at, said, wrapped)
    sheet.freeze_panes(1, 1)
