"""The forms as a workbook that is ready for the desk: framed as documents are, fit to a page,
numbers as numbers and every text as a text."""

from datetime import date
from typing import Any, BinaryIO

from xlsxwriter.worksheet import Worksheet

from server.reports.forms import Column, Form
from server.reports.lines import Line
from server.reports.paper import A3, A4, Paper

WIDEST = 46  # characters of a name before it goes on in a second line
NARROWEST = {"count": 7.5, "percent": 8, "change": 8.5}
LINE_HEIGHT = 16
MOST_ON_A4 = 22  # columns of numbers that can still be read there
ONE_PAGE = 20  # lines that fit a page with head and signatures
TABLE_TOP = 8  # the row of the column groups, from 0


def workbook(
    file: BinaryIO,
    forms: list[Form],
    head: list[str],
    definitions: list[tuple[str, str]],
    facts: list[tuple[str, Any]],
    demo: str,
) -> None:
    """Write the forms, the definitions and the source into a file. `head` are the lines under each
    title, `facts` what the sheet of sources says, `demo` a mark on every sheet or nothing."""
    paper = Paper(file)
    for form in forms:
        _write_form(paper, form, head, demo)
    write_pairs(paper, "Định nghĩa", ("Chỉ tiêu", "Cách tính"), definitions, demo)
    write_pairs(paper, "Nguồn & bộ lọc", ("Mục", "Nội dung"), facts, demo)
    paper.book.close()


def _write_form(paper: Paper, form: Form, head: list[str], demo: str) -> None:
    is_wide = len(form.columns) > MOST_ON_A4
    sheet, formats = paper.sheet(form.name, A3 if is_wide else A4), paper.formats
    sheet.fit_to_pages(1, 1 if len(form.lines) <= ONE_PAGE else 0)
    last = len(form.texts) + len(form.columns) - 1
    sheet.write_string(0, 0, f"ĐƠN VỊ BÁO CÁO: {head[0].upper()}", formats["bold"])
    sheet.write_string(1, 0, "ĐƠN VỊ NHẬN BÁO CÁO: ...................................")
    sheet.write_string(0, last, form.name, formats["right"])
    sheet.write_string(1, last, demo.upper(), formats["demo"])
    sheet.merge_range(2, 0, 2, last, form.title.upper(), formats["title"])
    for row, text in enumerate(head, 3):
        sheet.merge_range(row, 0, row, last, text, formats["italic" if row > 3 else "centre_bold"])
    sheet.write_string(TABLE_TOP - 1, last, f"Đơn vị tính: {form.unit}", formats["italic_right"])
    if is_wide:
        sheet.write_string(TABLE_TOP - 1, 0, "In trên khổ A3, trang ngang", formats["plain"])
    _write_head(sheet, formats, form)
    _set_widths(sheet, form)
    row = TABLE_TOP + 3
    for line in form.lines:
        _write_line(sheet, formats, row, form, line, "")
        row += 1
    _write_line(sheet, formats, row, form, form.total, "total_")
    for note in form.notes:
        row += 1
        sheet.merge_range(row, 0, row, last, note, formats["note"])
        sheet.set_row(row, height([note], _characters(form)))
    _write_signatures(sheet, formats, row + 2, last)


def _write_head(sheet: Worksheet, formats: dict, form: Form) -> None:
    top, head = TABLE_TOP, formats["head"]
    texts = list(form.texts)
    for column, text in enumerate(texts):
        sheet.merge_range(top, column, top + 1, column, text, head)
        sheet.write_string(top + 2, column, chr(ord("A") + column), formats["numbering"])
    column, columns = len(texts), form.columns
    while column < len(texts) + len(columns):
        here = columns[column - len(texts)]
        width = _width_of_group(columns, column - len(texts))
        if not here.group:
            sheet.merge_range(top, column, top + 1, column, here.title, head)
        else:
            _write_group(sheet, top, column, width, here.group, head)
            for at in range(column, column + width):
                sheet.write_string(top + 1, at, columns[at - len(texts)].title, head)
        column += width
    for number in range(1, len(columns) + 1):
        at = len(texts) + number - 1
        sheet.write_string(top + 2, at, f"({number})", formats["numbering"])
    sheet.set_row(top, 40)
    sheet.set_row(top + 1, 80)
    sheet.freeze_panes(top + 3, len(texts))
    sheet.repeat_rows(top, top + 2)


def _width_of_group(columns: list[Column], start: int) -> int:
    group, end = columns[start].group, start + 1
    while group and end < len(columns) and columns[end].group == group:
        end += 1
    return end - start


def _write_group(sheet, row: int, column: int, width: int, text: str, look) -> None:
    if width == 1:
        sheet.write_string(row, column, text, look)
    else:
        sheet.merge_range(row, column, row, column + width - 1, text, look)


def _set_widths(sheet: Worksheet, form: Form) -> None:
    """As wide as what stands in a column and no wider: the whole has to fit a page."""
    lines = [*form.lines, form.total]
    for at, title in enumerate(form.texts):
        longest = max(len(text) for text in (title, *(line.texts[at] for line in lines)))
        sheet.set_column(at, at, min(longest, WIDEST) + 2)
    for at, column in enumerate(form.columns, len(form.texts)):
        sheet.set_column(at, at, _width(column, lines))


def _width(column: Column, lines: list[Line]) -> float:
    longest = max(len(f"{column.value(line) or 0:,}") for line in lines)
    return max(NARROWEST[column.kind], longest + 2)


def _characters(form: Form) -> int:
    """How many stand in a line across the table, with some to spare."""
    lines = [*form.lines, form.total]
    return int(0.9 * sum(_width(column, lines) for column in form.columns))


def _write_line(sheet, formats, row: int, form: Form, line: Line, look: str) -> None:
    for at, (text, kind) in enumerate(zip(line.texts, form.texts.values(), strict=True)):
        sheet.write_string(row, at, text, formats[look + kind])
    for at, column in enumerate(form.columns, len(form.texts)):
        kind, value = _cell(column.kind, column.value(line))
        if value is None:
            sheet.write_blank(row, at, None, formats[look + kind])
        else:
            sheet.write_number(row, at, value, formats[look + kind])
    sheet.set_row(row, height(line.texts, WIDEST))


def height(texts, width: int) -> int:
    """A row's height for its texts; a spreadsheet that only prints does not work it out."""
    return 4 + LINE_HEIGHT * max(-(-len(text) // width) for text in (*texts, " "))


def _cell(kind: str, value: Any) -> tuple[str, Any]:
    """The look of a value, and the value as a spreadsheet holds it."""
    if kind == "count":
        return kind, value
    return "rise" if kind == "change" else kind, None if value is None else value / 100


def _write_signatures(sheet: Worksheet, formats: dict, row: int, last: int) -> None:
    middle = last // 2
    place = "................, ngày ..... tháng ..... năm .........."
    sheet.merge_range(row, middle + 1, row, last, place, formats["italic"])
    for text, note, first, end in (
        ("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", 0, middle),
        ("THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu, ghi rõ họ tên)", middle + 1, last),
    ):
        sheet.merge_range(row + 1, first, row + 1, end, text, formats["centre_bold"])
        sheet.merge_range(row + 2, first, row + 2, end, note, formats["italic"])


def write_pairs(paper: Paper, name: str, heads: tuple, pairs: list, demo: str) -> None:
    sheet, formats = paper.sheet(name), paper.formats
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, name.upper(), formats["bold"])
    sheet.write_string(0, 1, demo.upper(), formats["demo"])
    for column, text in enumerate(heads):
        sheet.write_string(2, column, text, formats["head"])
    for row, (what, value) in enumerate(pairs, 3):
        sheet.set_row(row, height([str(value)], 92))
        sheet.write_string(row, 0, what, formats["text"])
        if isinstance(value, date):
            sheet.write_datetime(row, 1, value, formats["date"])
        else:
            sheet.write_string(row, 1, value, formats["text"])
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)
