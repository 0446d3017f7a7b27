"""Files as people open them, and a month to take away."""

import csv
import io

from openpyxl import load_workbook

NOVEMBER = "period=2026-11&by=commune"


def in_november(world):
    """Two communes with approved and waiting sessions in November; who may ask for them."""
    lan, tam = world.volunteer(), world.volunteer("Tám", home="Ấp 4")
    khoa, hanh = world.officer(), world.province()
    khoa.review(lan.record(world.body(lan.team)), "approve")
    lan.record(world.body(lan.team, date="2026-11-19", participants=31))
    hanh.review(tam.record(world.body(tam.team, "Ấp 4", participants=40, female=0)), "approve")
    world.lan, world.khoa, world.hanh = lan, khoa, hanh
    return world


def table(answer):
    """The rows of a CSV as dictionaries."""
    text = answer.get_data().decode()
    assert text.startswith("\ufeffMã đơn vị,") or text.startswith("\ufeffNgày,")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def book(answer):
    return load_workbook(io.BytesIO(answer.get_data()))


def lines(sheet):
    """A form's lines by name: name -> its numbers."""
    found = {}
    for row in sheet.iter_rows(min_row=12, values_only=True):
        name = max(str(row[1] or ""), str(row[2] or ""), key=len)
        if len([v for v in row if v is not None]) > 4:
            found[name] = list(row)
    return found


def text_of(answer):
    cells = (cell for sheet in book(answer) for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(cell.value) for cell in cells if cell.value is not None)
