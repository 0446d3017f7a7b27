"""Read a table from a file: CSV in UTF-8 with comma, semicolon or tab, or the first sheet of an
XLSX workbook. Refuses what is no table, and workbooks that would fill the memory."""

import csv
import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

LARGEST = 20 * 1024 * 1024  # bytes of the file
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 100
BLANK = 4  # times as many rows may be blank
ZIPPED, OLD_EXCEL = b"PK", b"\xd0\xcf\x11\xe0"


class Unreadable(Exception):
    """Why a file is no table, in words."""


@dataclass(frozen=True)
class Table:
    """`rows`: (number of the row in the file, its cells as trimmed texts), blank rows left out."""

    head: list[str]
    rows: list[tuple[int, list[str]]]


def read(content: bytes, tick: Callable[[int], None] = lambda rows: None) -> Table:
    """The table of a file, whatever it is called; raises `Unreadable`. `tick` hears how many rows
    there are so far."""
    if len(content) > LARGEST:
        raise Unreadable(f"tệp lớn hơn {LARGEST // 1024 // 1024} MB")
    if content.startswith(OLD_EXCEL):
        raise Unreadable("tệp Excel đời cũ (.xls); trong Excel hãy lưu lại dạng .xlsx")
    rows = _from_xlsx(content) if content.startswith(ZIPPED) else _from_csv(content)
    found = []
    for number, row in enumerate(rows, 1):
        cells = [_text(cell) for cell in row[: _width(row)]]
        if any(cells):
            found.append((number, cells))
        if len(found) > MOST_ROWS + 1 or number > BLANK * MOST_ROWS:
            raise Unreadable(f"nhiều hơn {MOST_ROWS} dòng")
        tick(number)
    if not found:
        raise Unreadable("tệp không có dòng nào")
    return Table(found[0][1], found[1:])


def _width(row: Sequence) -> int:
    """How many cells count: a spreadsheet keeps thousands of empty ones at the end of a row."""
    for at in range(len(row), 0, -1):
        if row[at - 1] not in (None, ""):
            if at > MOST_COLUMNS:
                raise Unreadable(f"nhiều hơn {MOST_COLUMNS} cột")
            return at
    return 0


def _from_csv(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("tệp không phải UTF-8; trong Excel hãy lưu dạng 'CSV UTF-8'") from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise Unreadable(f"không đọc được CSV: {error}") from None


# A damaged file shows itself as any of these; an encrypted one as a RuntimeError.
BROKEN = (
    BadZipFile, KeyError, ValueError, IndexError, SyntaxError, OSError, RuntimeError, zlib.error,
    TypeError, AttributeError, NotImplementedError, EOFError, OverflowError,
)  # fmt: skip


def _from_xlsx(content: bytes) -> Iterator[tuple]:
    try:
        _check_parts(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a workbook says of its own size need not be true
        yield from sheet.iter_rows(values_only=True)
        book.close()
    except BROKEN as error:
        raise Unreadable(f"không đọc được XLSX: {error}") from None


def _check_parts(content: bytes) -> None:
    """Refuse a small file that unpacks to a huge one, and XML that defines entities."""
    with ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
            raise Unreadable("tệp XLSX nở ra quá lớn")
        for part in parts.infolist():
            with parts.open(part) as opened:
                if b"<!DOCTYPE" in opened.read(4096).upper():
                    raise Unreadable("tệp XLSX có khai báo XML lạ")


def _text(cell: Any) -> str:
    """A cell as people would have typed it: 30187 and not 30187.0, a day in ISO."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "có" if cell else "không"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return re.sub(r"\s+", " ", str(cell)).strip()
