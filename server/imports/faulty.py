"""The rows of a file that have a fault, as they were sent and with what is wrong with each: to be
mended there, and brought in again as it is."""

import csv
import io
import uuid
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO

from xlsxwriter import Workbook

from server.imports import store
from server.imports.columns import ADDED, IGNORED, Column
from server.imports.faults import UNTOLD
from server.imports.headings import placed
from server.imports.templates import FAULTY, OPTIONS
from server.text import safe_cell

BOM = "\ufeff"  # without it a spreadsheet takes UTF-8 for the machine's old code page
NARROWEST, WIDEST, WRONG = 10, 34, 70  # characters of a column
FITTED = 50  # rows, by whose cells a column is as wide as it needs to be
LONGEST_NUMBER = 10  # digits, as many as a cell may have


class Wrong:
    """What is said of each row, and in which of its columns."""

    def __init__(self, batch_id: uuid.UUID, in_english: bool):
        self._said: dict[int, list[str]] = defaultdict(list)
        self.columns: dict[int, set[str]] = defaultdict(set)
        for one in store.all_faults(batch_id):
            said = one.render(in_english)
            words = f"{said['what']} ({said['right']})" if said["right"] else said["what"]
            self._said[one.row].append(f"{one.column}: {words}" if one.column else words)
            self.columns[one.row].add(one.column or "")
        self._untold = UNTOLD.what.render(in_english)

    def of(self, row: int, between: str = "; ") -> str:
        return between.join(self._said.get(row, (self._untold,)))


def as_csv(batch_id: uuid.UUID, in_english: bool) -> Iterator[str]:
    """The lines, one row in memory at a time."""
    wrong, rows = Wrong(batch_id, in_english), store.faulty_rows(batch_id)
    text = io.StringIO()
    writer = csv.writer(text)
    number, faults = ADDED[in_english]
    _, headings = next(rows)
    kept = _kept(headings)
    writer.writerow([number, *(safe_cell(headings[at]) for at in kept), faults])
    yield BOM + text.getvalue()
    for row, cells in rows:
        text.seek(0)
        text.truncate()
        shown = [safe_cell(cells[at]) if at < len(cells) else "" for at in kept]
        writer.writerow([row, *shown, safe_cell(wrong.of(row))])
        yield text.getvalue()


def as_workbook(
    file: BinaryIO, batch_id: uuid.UUID, columns: tuple[Column, ...], in_english: bool
) -> None:
    """Write a workbook, its own columns after those of the file and the faulty cells tinted. Texts
    stay texts, or a spreadsheet would eat a phone's nought and turn days about."""
    wrong, rows = Wrong(batch_id, in_english), store.faulty_rows(batch_id)
    _, headings = next(rows)
    kept = _kept(headings)
    whole = {at for column, at in placed(headings, columns).items() if column.is_number}
    book = Workbook(file, OPTIONS | {"constant_memory": True})
    head = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
    head_ours, head_added = (
        book.add_format(head | {"bg_color": tint}) for tint in ("#F3F2ED", "#FBEAF1")
    )
    plain = book.add_format({"num_format": "@", "valign": "top"})
    faulty = book.add_format({"num_format": "@", "valign": "top", "bg_color": "#FBEAF1"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(FAULTY[in_english])
    first = list(islice(rows, FITTED))
    for to, at in enumerate(kept):
        longest = max(len(cells[at]) for cells in (headings, *(c for _, c in first if at < len(c))))
        width = min(max(longest, NARROWEST), WIDEST) + 3
        sheet.set_column(to, to, width, None if at in whole else plain)
        sheet.write_string(0, to, headings[at], head_ours)
    end = len(kept)
    sheet.set_column(end, end, NARROWEST, wrapped)
    sheet.set_column(end + 1, end + 1, WRONG, wrapped)
    for to, name in enumerate(ADDED[in_english], end):
        sheet.write_string(0, to, name, head_added)
    sheet.freeze_panes(1, 0)
    for line, (row, cells) in enumerate(chain(first, rows), 1):
        for to, at in enumerate(kept):
            cell = cells[at] if at < len(cells) else ""
            tint = faulty if headings[at] in wrong.columns.get(row, ()) else plain
            if at in whole and _is_number(cell):
                sheet.write_number(line, to, int(cell), faulty if tint is faulty else wrapped)
            elif cell:
                sheet.write_string(line, to, cell, tint)
            elif tint is faulty:
                sheet.write_blank(line, to, None, tint)
        sheet.write_number(line, end, row, wrapped)
        sheet.write_string(line, end + 1, wrong.of(row, between="\n"), wrapped)
    book.close()


def _kept(headings: list[str]) -> list[int]:
    """The columns of the file without those that such a list had added."""
    return [at for at, head in enumerate(headings) if head not in IGNORED]


def _is_number(cell: str) -> bool:
    plain = cell.isascii() and cell.isdecimal() and len(cell) <= LONGEST_NUMBER
    return plain and str(int(cell)) == cell
