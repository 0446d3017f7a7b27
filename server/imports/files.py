"""Read a table from a file: CSV in UTF-8 with comma, semicolon or tab, or the first sheet of an
XLSX workbook that people see. Refuses what is no table, and what would fill the memory."""

import csv
import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from server.imports import workbooks
from server.imports.parts import Unreadable
from server.imports.workbooks import MOST_COLUMNS

LARGEST = 20 * 1024 * 1024  # bytes of the file
MOST_ROWS = 50_000
MOST_ROWS_AND_BLANKS = workbooks.MOST_ROWS
MOST_TEXT = 40_000_000  # characters of all cells: a workbook may have one long text stand in many
LONGEST_LINE = 400_000  # characters
LONGEST_ROW = 1000  # lines, for a cell may have several
ZIPPED, OLD_EXCEL = b"PK", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Table:
    """`rows`: (number of the row in the file, its cells as trimmed texts), blank rows left out.
    `sheets`: of a workbook, the name of the one that was read and then those of the others."""

    head: list[str]
    rows: list[tuple[int, list[str]]]
    sheets: tuple[str, ...] = ()


def read(
    content: bytes,
    tick: Callable[[int], None] = lambda rows: None,
    headed: Callable[[list[str]], Any] = lambda head: None,
) -> Table:
    """The table of a file, whatever it is called; raises `Unreadable`. `tick` hears how many rows
    there are so far, `headed` the headings, to refuse them before all the rest is read."""
    if len(content) > LARGEST:
        raise Unreadable("file_too_large", mb=LARGEST // 1024 // 1024)
    if content.startswith(OLD_EXCEL):
        raise Unreadable("old_excel")
    sheets: list[str] = []
    rows = _from_xlsx(content, sheets) if content.startswith(ZIPPED) else _from_csv(content)
    head: list[str] | None = None
    found, told, left = [], {}, MOST_TEXT
    for number, row in rows:
        width = _width(row)
        left -= sum(len(cell) for cell in row[:width] if isinstance(cell, str))
        if left < 0:
            raise Unreadable("too_much_text", most=MOST_TEXT)
        cells = [told.setdefault(text, text) for text in map(_text, row[:width])]
        if head is None and any(cells):
            head = cells
            headed(head)
        elif any(cells):
            found.append((number, cells))
        if len(found) > MOST_ROWS:
            raise Unreadable("too_many_rows", most=MOST_ROWS)
        tick(number)
    if head is None:
        raise Unreadable("empty_file")
    return Table(head, found, tuple(sheets))


def _width(row: Sequence) -> int:
    """How many cells count: a spreadsheet keeps thousands of empty ones at the end of a row."""
    for at in range(len(row), 0, -1):
        if row[at - 1] not in (None, ""):
            if at > MOST_COLUMNS:
                raise Unreadable("too_many_columns", most=MOST_COLUMNS)
            return at
    return 0


def _from_csv(content: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("not_utf8") from None
    first = text[:LONGEST_LINE].partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    lines = Lines(text)
    try:
        for number, row in enumerate(csv.reader(lines, delimiter=delimiter, strict=True), 1):
            lines.running = 0
            if number > MOST_ROWS_AND_BLANKS:
                raise Unreadable("too_many_with_blanks", most=MOST_ROWS_AND_BLANKS)
            yield number, row
    except csv.Error as error:
        raise Unreadable("bad_csv") from error


class Lines:
    """The lines of a text, none of them longer than a row can be, nor a row of too many."""

    def __init__(self, text: str):
        self.lines, self.running = io.StringIO(text, newline=""), 0

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self.lines.readline(LONGEST_LINE + 1)
        self.running += 1
        if not line:
            raise StopIteration
        if len(line) > LONGEST_LINE or self.running > LONGEST_ROW:
            raise Unreadable("line_too_long")
        return line


# A damaged file shows itself as any of these; an encrypted one as a RuntimeError.
BROKEN = (
    BadZipFile, KeyError, ValueError, IndexError, ExpatError, OSError, RuntimeError, zlib.error,
    TypeError, AttributeError, NotImplementedError, EOFError, OverflowError,
)  # fmt: skip


def _from_xlsx(content: bytes, sheets: list[str]) -> Iterator[tuple[int, list]]:
    try:
        yield from workbooks.rows(content, sheets)
    except BROKEN as error:
        raise Unreadable("bad_xlsx") from error


def _text(cell: Any) -> str:
    """A cell as people would have typed it: 30187 and not 30187.0, 20/11/2026 for a day."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "có" if cell else "không"
    if isinstance(cell, date):  # of a day with a time, the day
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return re.sub(r"\s+", " ", str(cell)).strip()
