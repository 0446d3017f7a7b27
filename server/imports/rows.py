"""From a table of texts to checked rows: headings matched with columns, values understood, every
fault told with its row and column, of all kinds at once."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, time
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from server.accounts import phones
from server.imports.columns import IGNORED, Column
from server.imports.files import Table, Unreadable
from server.problems import Problem
from server.text import fold, forbidden_character, is_formula, one_line

YES = ("có", "x", "yes", "true", "1", "nữ")
NO = ("không", "no", "false", "0", "nam")
MOST_FAULTS_A_ROW = 20
MOST_TOLD = 1000  # faults of a file; of the rest only how many


class Fault(Exception):
    """What is wrong in one column of a row, and what would be right; the column is known by its
    English name."""

    def __init__(self, column: str | None, what: str, right: str = ""):
        super().__init__(what)
        self.column, self.what, self.right = column, what, right


class Told(Exception):
    """What would be looked at is unreadable, and that has been told."""


@dataclass(frozen=True)
class Finding:
    """A fault as people read it: the row in the file, the column's heading there (None: the row as
    a whole), what was `written` there, `what` is wrong, and what would be `right` or nothing."""

    row: int
    column: str | None
    written: str
    what: str
    right: str = ""


class Faults(Exception):
    """Everything that is wrong with a file."""

    def __init__(self, found: Iterable[Finding]):
        self.found = sorted(found, key=lambda finding: finding.row)
        super().__init__(f"{len(self.found)} faults")


@dataclass
class Tally:
    """How many faults of a file have been found: a file of a million would fill the memory, and
    nobody reads them."""

    n: int = 0


UNTOLD = Fault(None, "chưa liệt kê")  # stands in every row of which nothing more is kept


@dataclass
class Row:
    """`number` is its place in the file; `values`: English name -> value, blank ones left out;
    `unread`: the columns that could not be understood."""

    number: int
    values: dict[str, Any]
    tally: Tally = field(default_factory=Tally)
    faults: list[Fault] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def get(self, name: str, default: Any = None) -> Any:
        if name in self.unread:
            raise Told(name)
        return self.values.get(name, default)

    def find(self, look: Callable[..., Any], *of: Any) -> Any:
        """What `look(row, *of)` gives; None, and its fault told, where it finds one."""
        try:
            return look(self, *of)
        except Told:
            return None
        except Fault as fault:
            self.tell(fault)
        except Problem as problem:
            for fault in _of_problem(problem):
                self.tell(fault)
        return None

    def tell(self, fault: Fault) -> None:
        if len(self.faults) >= MOST_FAULTS_A_ROW:
            return
        self.tally.n += 1
        if self.tally.n <= MOST_TOLD:
            self.faults.append(fault.with_traceback(None))
        elif UNTOLD not in self.faults:
            self.faults.append(UNTOLD)


def _of_problem(problem: Problem) -> Iterable[Fault]:
    for error in problem.errors or [None]:
        column = error.pointer.split("/")[1] if error else None
        yield Fault(column, (error or problem).render(False)["detail"])


def checked(table: Table, columns: tuple[Column, ...]) -> list[Row]:
    """The rows of a table, each with the faults of its cells; raises `Unreadable` for its
    headings."""
    places, tally = placed(table.head, columns), Tally()
    return [_row(Row(number, {}, tally), cells, places) for number, cells in table.rows]


def _row(row: Row, cells: list[str], places: dict[Column, int]) -> Row:
    for column, at in places.items():
        try:
            value = _value(column, cells[at] if at < len(cells) else "")
        except Fault as fault:
            row.unread.add(column.english)
            row.tell(fault)
            continue
        if value is not None:
            row.values[column.english] = value
    return row


@dataclass(frozen=True)
class Found:
    """What is wrong with a file: the first findings, `n` of all faults, and the numbers of all the
    rows that have one."""

    told: list[Finding]
    n: int
    rows: list[int]


def findings(table: Table, columns: tuple[Column, ...], rows: list[Row]) -> Found:
    """What is wrong with the rows, in the words of the file: its own headings and cells."""
    places = {column.english: at for column, at in placed(table.head, columns).items()}
    names = {column.english: column.heading for column in columns}
    faulty = [row for row in rows if row.faults]
    cells = dict(table.rows) if faulty else {}
    told = []
    for row in faulty:
        for fault in row.faults:
            if fault is UNTOLD:
                continue
            at = places.get(fault.column)
            heading = names.get(fault.column) if at is None else table.head[at]
            line = cells[row.number]
            written = line[at] if at is not None and at < len(line) else ""
            told.append(Finding(row.number, heading, written, fault.what, fault.right))
    n = rows[0].tally.n if rows else 0
    return Found(told, n, [row.number for row in faulty])


def _not_ours(text: str, columns: tuple[Column, ...]) -> str:
    """That a column is none of the template's, and which it may have been meant for."""
    headings = {_folded(name): c.heading for c in columns for name in _headings(c)}
    near = [headings[one] for one in get_close_matches(_folded(text), headings, 1, 0.75)]
    meant = f"; có phải là “{near[0]}”?" if near else ""
    return f"cột “{text}” không có trong mẫu{meant}. Hãy xóa hoặc đổi tên cột này"


def placed(head: list[str], columns: tuple[Column, ...]) -> dict[Column, int]:
    """Column -> its place in a table with that head; raises `Unreadable`."""
    known = {_folded(name): c for c in columns for name in _headings(c)}
    ignored = {_folded(name) for name in IGNORED}
    places: dict[Column, int] = {}
    for at, text in enumerate(head):
        column = known.get(_folded(text))
        if text and column is None and _folded(text) not in ignored:
            raise Unreadable(_not_ours(text[:60], columns))
        if column in places:
            raise Unreadable(f"cột “{text[:60]}” có hai lần")
        if column:
            places[column] = at
    missing = [c.name for c in columns if c.required and c not in places]
    if missing:
        raise Unreadable(f"thiếu cột {', '.join(missing)}")
    return places


def _headings(column: Column) -> tuple[str, ...]:
    return (column.name, column.english, column.heading, *column.also)


def _folded(text: str) -> str:
    return fold(text.replace("_", " ").rstrip(" *"))


def _value(column: Column, text: str) -> Any:
    if not text or text.isspace():
        if column.required:
            raise Fault(column.english, "chưa có nội dung")
        return None
    text = unguarded(text)
    if forbidden_character(text):
        raise Fault(column.english, "có ký tự không dùng được")
    return _KINDS[column.kind](one_line(text), column)


def unguarded(text: str) -> str:
    """A cell as it was before our list of faulty rows put an apostrophe before it."""
    return text[1:] if text.startswith("'") and is_formula(text[1:]) else text


def _text(text: str, column: Column) -> str:
    if column.is_name and is_formula(text):
        raise Fault(column.english, f"“{_short(text)}” không phải tên", "bắt đầu bằng chữ hoặc số")
    if len(text) > column.high:
        raise Fault(column.english, f"dài {len(text)} ký tự", f"tối đa {column.high} ký tự")
    return text


def _day(text: str, column: Column) -> date:
    vietnamese = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
    try:
        if vietnamese:
            day, month, year = map(int, vietnamese.groups())
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        what = f"“{_short(text)}” không phải ngày"
        raise Fault(column.english, what, "ví dụ 15/07/2022") from None


def _time(text: str, column: Column) -> time:
    found = re.fullmatch(r"(\d{1,2})[:hg](\d{2})?(?::00)?", text)
    try:
        return time(int(found[1]), int(found[2] or 0))
    except (TypeError, ValueError):
        raise Fault(column.english, f"“{_short(text)}” không phải giờ", "ví dụ 14:30") from None


def _whole(text: str, column: Column) -> int:
    plain = text.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", text) else text
    if not re.fullmatch(r"[0-9]{1,10}", plain):
        what = f"“{_short(text)}” không phải số nguyên"
        raise Fault(column.english, what, "ví dụ 25; không đếm thì để trống")
    if not column.low <= int(plain) <= column.high:
        what = f"{plain} ngoài khoảng cho phép"
        raise Fault(column.english, what, f"từ {column.low} đến {column.high}")
    return int(plain)


def _yes(text: str, column: Column) -> bool:
    for words, meaning in ((YES, True), (NO, False)):
        if _folded(text) in map(_folded, words):
            return meaning
    raise Fault(column.english, f"“{_short(text)}”: chỉ ghi có hoặc không")


def _word(text: str, column: Column) -> str:
    found = _meanings(column).get(_folded(text))
    if found is None:
        right = f"các giá trị: {', '.join(first_words(column))}"
        raise Fault(column.english, f"“{_short(text)}” không có", right)
    return found


def first_words(column: Column) -> list[str]:
    """The words that a column takes, one for each meaning."""
    return list({code: word for word, code in reversed(column.words.items())}.values())[::-1]


@lru_cache(maxsize=32)
def _meanings(column: Column) -> dict[str, str]:
    words = {_folded(code): code for code in column.words.values()}
    return words | {_folded(word): code for word, code in column.words.items()}


def _phone(text: str, column: Column) -> str:
    # A spreadsheet takes a phone number for a number and drops its first nought.
    phone = phones.normalised(f"0{text}" if re.fullmatch(r"[35789]\d{8}", text) else text)
    if phone is None:
        what = f"“{_short(text)}” không phải số di động gồm 10 chữ số"
        raise Fault(column.english, what, "ví dụ 0912 345 678")
    return phone


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


_KINDS: dict[str, Callable[[str, Column], Any]] = {
    "text": _text,
    "day": _day,
    "time": _time,
    "whole": _whole,
    "yes": _yes,
    "word": _word,
    "phone": _phone,
}
