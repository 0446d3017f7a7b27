"""The rows of an XLSX workbook's first sheet that people see (ECMA-376 part 1, 18), read as a
stream. A file may say of itself whatever it likes: nothing is read beyond a bound, and blank rows
and the gaps between them count as much as full ones."""

import io
import posixpath
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from server.imports.parts import OTHER, SHEET, STRINGS, Part, Unreadable, whole
from server.text import LONGEST_CELL

MOST_ROWS = 60_000  # the blank ones and the gaps between them too
LAST_ROW = 1_048_576  # Excel's own
MOST_COLUMNS = 100
LAST_COLUMN = 16_384
LONGEST_NAME = 31  # characters of a sheet's, Excel's own
LETTERS = {get_column_letter(column): column for column in range(1, LAST_COLUMN + 1)}


def rows(content: bytes, sheets: list[str]) -> Iterator[tuple[int, list]]:
    """(number, values) of each row that the first sheet tells of, in their order. Puts the names of
    the workbook's sheets into `sheets`, that of the one it reads first."""
    with ZipFile(io.BytesIO(content)) as parts:
        links = _links(parts, "")
        book = next(at for kind, at in links.values() if kind == "officeDocument")
        links = _links(parts, book)
        sheet, epoch = _first_sheet(parts, book, links, sheets)
        strings = _strings(parts, _of_kind(links, "sharedStrings"))
        days = _days(parts, _of_kind(links, "styles"))
        reader = Sheet(strings, days, epoch)
        for _ in Part(parts, sheet, SHEET).read(reader.start, reader.end):
            yield from reader.taken()


def _links(parts: ZipFile, source: str) -> dict[str, tuple[str, str]]:
    """Id -> (kind, path) of the parts that a part leans on."""
    folder, name = posixpath.split(source)
    found = {}

    def start(tag: str, said: dict) -> None:
        if tag == "Relationship" and said.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/", folder, said["Target"]))
            found[said["Id"]] = (said["Type"].rpartition("/")[2], path.lstrip("/"))

    whole(Part(parts, posixpath.join(folder, "_rels", f"{name}.rels"), OTHER), start)
    return found


def _of_kind(links: dict, kind: str) -> str | None:
    return next((at for one, at in links.values() if one == kind), None)


def _first_sheet(parts: ZipFile, book: str, links: dict, names: list[str]) -> tuple[str, Any]:
    """Where the first sheet is that holds a table and is not hidden, and from when the workbook
    counts its days."""
    seen, hidden, epoch = [], [], CALENDAR_WINDOWS_1900

    def start(tag: str, said: dict) -> None:
        nonlocal epoch
        if tag == "workbookPr" and said.get("date1904") in ("1", "true"):
            epoch = CALENDAR_MAC_1904
        if tag == "sheet":
            id = next((value for name, value in said.items() if name.endswith(":id")), None)
            kind, path = links.get(id, ("", ""))
            if kind == "worksheet":
                is_seen = said.get("state", "visible") == "visible"
                (seen if is_seen else hidden).append((said.get("name", "")[:LONGEST_NAME], path))

    whole(Part(parts, book, OTHER), start)
    if not seen:
        raise Unreadable("xlsx_no_sheet")
    names += [name for name, _ in seen + hidden]
    return seen[0][1], epoch


def _strings(parts: ZipFile, path: str | None) -> list[str]:
    """The texts that cells refer to, without how they are read aloud."""
    found: list[str] = []
    if path is None:
        return found
    text = CellText()
    aloud = 0

    def start(tag: str, _said: dict) -> None:
        nonlocal aloud
        aloud += tag == "rPh"

    def end(tag: str, piece: str) -> None:
        nonlocal aloud
        aloud -= tag == "rPh"
        if tag == "t" and not aloud:
            text.add(piece)
        elif tag == "si":
            found.append(text.taken())

    whole(Part(parts, path, STRINGS), start, end)
    return found


def _days(parts: ZipFile, path: str | None) -> dict[str, bool]:
    """Style -> whether its number is a length of time, for the styles whose numbers are days."""
    formats, styles, inside = dict(BUILTIN_FORMATS), [], False

    def start(tag: str, said: dict) -> None:
        nonlocal inside
        inside = inside or tag == "cellXfs"
        if tag == "numFmt":
            formats[int(said["numFmtId"])] = said["formatCode"]
        elif tag == "xf" and inside:
            styles.append(int(said.get("numFmtId", 0)))

    def end(tag: str, _text: str) -> None:
        nonlocal inside
        inside = inside and tag != "cellXfs"

    if path is not None:
        whole(Part(parts, path, OTHER), start, end)
    kinds = {
        id: is_timedelta_format(said)
        for id, said in formats.items()
        if len(said) <= 255 and is_date_format(said)
    }
    return {str(style): kinds[id] for style, id in enumerate(styles) if id in kinds}


class CellText:
    """The text of one cell, however many pieces it comes in, and no longer than Excel's own."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0

    def add(self, piece: str) -> None:
        self.length += len(piece)
        if self.length > LONGEST_CELL:
            raise Unreadable("cell_too_long", most=LONGEST_CELL)
        if piece:
            self.pieces.append(piece)

    def taken(self) -> str:
        """All of it; what follows is of the next cell."""
        text = "".join(self.pieces)
        self.pieces, self.length = [], 0
        return text


class Sheet:
    """Hears the elements of a sheet and makes rows of them."""

    def __init__(self, strings: list[str], days: dict[str, bool], epoch: Any):
        self.strings, self.days, self.epoch = strings, days, epoch
        self.ready: list[tuple[int, list]] = []
        self.number = self.column = 0
        self.cells: list = []
        self.style: str | None = None
        self.kind, self.text, self.aloud = "n", CellText(), False

    def taken(self) -> list[tuple[int, list]]:
        ready, self.ready = self.ready, []
        return ready

    def start(self, tag: str, said: dict) -> None:
        if tag == "c":
            at = said.get("r")
            self.column = _column(at) if at else self.column + 1
            if self.column > LAST_COLUMN:
                raise Unreadable("too_many_columns", most=MOST_COLUMNS)
            self.kind, self.style = said.get("t", "n"), said.get("s")
        elif tag == "row":
            self._begin(int(said.get("r", self.number + 1)))
        elif tag == "rPh":
            self.aloud = True

    def _begin(self, number: int) -> None:
        if not self.number < number <= LAST_ROW:
            raise Unreadable("xlsx_order", number=number, after=self.number)
        if number > MOST_ROWS:
            raise Unreadable("too_many_with_blanks", most=MOST_ROWS)
        self.number, self.column, self.cells = number, 0, []

    def end(self, tag: str, text: str) -> None:
        if tag == "v" or (tag == "t" and not self.aloud):
            self.text.add(text)
        elif tag == "rPh":
            self.aloud = False
        elif tag == "c" and (whole_text := self.text.taken()):
            self._put(self._meant(whole_text))
        elif tag == "row":
            self.ready.append((self.number, self.cells))

    def _put(self, value: Any) -> None:
        if self.column > MOST_COLUMNS:
            raise Unreadable("too_many_columns", most=MOST_COLUMNS)
        self.cells += [None] * (self.column - len(self.cells))
        self.cells[self.column - 1] = value

    def _meant(self, text: str) -> Any:
        if self.kind == "s":
            return self.strings[int(text)]
        if self.kind == "b":
            return text.strip() in ("1", "true")
        if self.kind != "n":
            return text
        number = int(text) if text.isdigit() else float(text)
        lengthy = self.days.get(self.style)
        if lengthy is None:
            return number
        try:
            return from_excel(number, self.epoch, timedelta=lengthy)
        except (OverflowError, ValueError):
            return text


def _column(reference: str) -> int:
    """1 for 'A7', 28 for 'AB7'."""
    found = LETTERS.get(reference.rstrip("0123456789"))
    if found is None:
        raise Unreadable("xlsx_no_column")
    return found
