"""From a table of texts to checked rows: headings matched with columns, values understood, every
fault told with its row and column."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from server.accounts import phones
from server.cli.imports.columns import Column
from server.cli.imports.files import Table, Unreadable
from server.problems import Problem
from server.text import fold, forbidden_character, one_line

YES = ("có", "x", "yes", "true", "1", "nữ")
NO = ("không", "no", "false", "0", "nam")


class Fault(Exception):
    """What is wrong in one column of a row; the column is known by its English name."""

    def __init__(self, column: str | None, what: str):
        super().__init__(what)
        self.column, self.what = column, what


class Faults(Exception):
    """Everything that is wrong with a file: (row, column or None, what)."""

    def __init__(self, found: list[tuple[int, str | None, str]]):
        super().__init__(f"{len(found)} faults")
        self.found = sorted(found, key=lambda fault: fault[0])


@dataclass(frozen=True)
class Row:
    """`number` is its place in the file; `values`: English name -> value, blank ones left out."""

    number: int
    values: dict[str, Any]

    def get(self, name: str, default: Any = None) -> Any:
        return self.values.get(name, default)


def checked(table: Table, columns: tuple[Column, ...]) -> list[Row]:
    """The rows of a table; raises `Unreadable` for its headings and `Faults` for its cells."""
    places = _places(table.head, columns)
    rows, faults = [], []
    for number, cells in table.rows:
        values = {}
        for column, at in places.items():
            text = cells[at] if at < len(cells) else ""
            try:
                value = _value(column, text)
            except Fault as fault:
                faults.append((number, column.name, fault.what))
                continue
            if value is not None:
                values[column.english] = value
        rows.append(Row(number, values))
    if faults:
        raise Faults(faults)
    return rows


def each(rows: Iterable[Row], columns: tuple[Column, ...], take: Callable[[Row], Any]) -> list:
    """What `take` gives for each row; raises `Faults` with those of all rows."""
    names = {column.english: column.name for column in columns}
    done, faults = [], []
    for row in rows:
        try:
            done.append(take(row))
        except Fault as fault:
            faults.append((row.number, names.get(fault.column), fault.what))
        except Problem as problem:
            for error in problem.errors or [None]:
                column = error.pointer.split("/")[1] if error else None
                said = (error or problem).render(False)["detail"]
                faults.append((row.number, names.get(column), said))
    if faults:
        raise Faults(faults)
    return done


def _places(head: list[str], columns: tuple[Column, ...]) -> dict[Column, int]:
    known = {_folded(name): c for c in columns for name in (c.name, c.english)}
    places: dict[Column, int] = {}
    for at, text in enumerate(head):
        column = known.get(_folded(text))
        if text and column is None:
            names = ", ".join(c.name for c in columns)
            raise Unreadable(f"không hiểu cột '{text}'; các cột dùng được: {names}")
        if column in places:
            raise Unreadable(f"cột '{text}' có hai lần")
        if column:
            places[column] = at
    missing = [c.name for c in columns if c.required and c not in places]
    if missing:
        raise Unreadable(f"thiếu cột {', '.join(missing)}")
    return places


def _folded(text: str) -> str:
    return fold(text.replace("_", " "))


def _value(column: Column, text: str) -> Any:
    text = one_line(text)
    if not text:
        if column.required:
            raise Fault(column.english, "chưa có nội dung")
        return None
    if forbidden_character(text):
        raise Fault(column.english, "có ký tự không dùng được")
    return _KINDS[column.kind](text, column)


def _day(text: str, column: Column) -> date:
    vietnamese = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
    try:
        if vietnamese:
            day, month, year = map(int, vietnamese.groups())
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        raise Fault(column.english, f"'{text}' không phải ngày, ví dụ 15/07/2022") from None


def _whole(text: str, column: Column) -> int:
    plain = text.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", text) else text
    if not re.fullmatch(r"[0-9]{1,9}", plain):
        raise Fault(column.english, f"'{text}' không phải số nguyên")
    return int(plain)


def _yes(text: str, column: Column) -> bool:
    for words, meaning in ((YES, True), (NO, False)):
        if _folded(text) in map(_folded, words):
            return meaning
    raise Fault(column.english, f"'{text}': chỉ ghi có hoặc không")


def _word(text: str, column: Column) -> str:
    words = {_folded(word): code for word, code in column.words.items()}
    words |= {_folded(code): code for code in column.words.values()}
    found = words.get(_folded(text))
    if found is None:
        raise Fault(column.english, f"'{text}' không có; các giá trị: {', '.join(column.words)}")
    return found


def _phone(text: str, column: Column) -> str:
    # A spreadsheet takes a phone number for a number and drops its first nought.
    phone = phones.normalised(f"0{text}" if re.fullmatch(r"[35789]\d{8}", text) else text)
    if phone is None:
        raise Fault(column.english, f"'{text}' không phải số di động gồm 10 chữ số")
    return phone


_KINDS: dict[str, Callable[[str, Column], Any]] = {
    "text": lambda text, column: text,
    "day": _day,
    "whole": _whole,
    "yes": _yes,
    "word": _word,
    "phone": _phone,
}
