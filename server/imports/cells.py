"""A cell's text understood as its column means it: a day, a number, a word of a list."""

import re
from collections.abc import Callable, Sequence
from datetime import date, time
from functools import lru_cache
from typing import Any

from server.accounts import phones
from server.imports.columns import Column
from server.imports.faults import Doubt, Fault
from server.imports.headings import described, folded
from server.imports.near import nearest
from server.text import (
    forbidden_character,
    is_failed_formula,
    is_no_name,
    one_line,
    unguarded,
)

YES = ("có", "x", "yes", "true", "1", "nữ")
NO = ("không", "no", "false", "0", "nam")
LONGEST_SHOWN = 60  # characters of what was written, as a fault repeats it
CENTURY = 2000
YEARS = range(1900, 2200)  # that people mean


def value(column: Column, text: str) -> Any:
    """What a cell means; None for a blank one. Raises `Fault`."""
    if not text or text.isspace():
        if column.required:
            raise Fault(column.english, "blank", "column_says", says=described(column))
        return None
    text = unguarded(text)
    if forbidden_character(text):
        raise Fault(column.english, "strange_character")
    if is_failed_formula(text):
        raise Doubt(text, column.english, "formula_failed", "write_itself", text=text)
    return _KINDS[column.kind](one_line(text), column)


def _text(text: str, column: Column) -> str:
    if column.is_name and is_no_name(text):
        what = ("cell_is_no_name", "begins_with_a_letter")
        raise Doubt(text, column.english, *what, text=_short(text))
    if len(text) > column.high:
        raise Fault(column.english, "text_too_long", "at_most", n=len(text), most=column.high)
    return text


def _day(text: str, column: Column) -> date:
    try:
        year, month, day = _parts(text)
        meant = date(int(year) + (CENTURY if len(year) == 2 else 0), int(month), int(day))
        if meant.year not in YEARS:
            raise ValueError(text)
    except ValueError:
        raise Fault(column.english, "not_a_day", "such_as_day", text=_short(text)) from None
    if len(year) == 4:
        return meant
    # Never taken for the day that it seems to be: two digits are how a spreadsheet set to American
    # English writes, and there 03/04/26 is the fourth of March.
    full = f"{meant:%d/%m/%Y}"
    raise Fault(column.english, "short_year", "write_year", text=_short(text), full=full)


def _parts(text: str) -> Sequence[str]:
    """Year, month and day as they are written; ValueError when it is another text."""
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text, re.ASCII):
        return found.groups()
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})", text, re.ASCII)
    if found is None:
        raise ValueError(text)
    return found.groups()[::-1]


def _time(text: str, column: Column) -> time:
    found = re.fullmatch(r"(\d{1,2})[:hg](\d{2})?(?::00)?", text, re.ASCII)
    try:
        return time(int(found[1]), int(found[2] or 0))
    except (TypeError, ValueError):
        raise Fault(column.english, "not_a_time", "such_as_time", text=_short(text)) from None


def _whole(text: str, column: Column) -> int:
    plain = text.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", text, re.ASCII) else text
    if re.fullmatch(r"[-−–]\s?[0-9]+", plain):
        raise Fault(column.english, "below_zero", "from_on", text=_short(text), low=column.low)
    if not re.fullmatch(r"[0-9]{1,10}", plain):
        right = "such_as_whole" if column.may_be_uncounted else "such_as_number"
        example = column.example or "25"
        raise Fault(column.english, "not_whole", right, text=_short(text), example=example)
    if not column.low <= int(plain) <= column.high:
        bounds = {"low": column.low, "high": column.high}
        raise Fault(column.english, "beyond_bounds", "from_to", text=plain, **bounds)
    return int(plain)


def _yes(text: str, column: Column) -> bool:
    for words, meaning in ((YES, True), (NO, False)):
        if folded(text) in map(folded, words):
            return meaning
    raise Fault(column.english, "not_yes_or_no", text=_short(text))


def _word(text: str, column: Column) -> str:
    found = _meanings(column).get(folded(text))
    if found is None:
        words, text = first_words(column), _short(text)
        near = _near(text, tuple(words))
        right = "near_or_one_of" if near else "one_of"
        raise Fault(column.english, "not_a_word", right, text=text, near=near, words=words)
    return found


def first_words(column: Column) -> list[str]:
    """The words that a column offers, one for each meaning and those beside it."""
    words = {code: word for word, code in reversed(column.words.items())}
    first = [word for code, word in words.items() if code not in column.withheld][::-1]
    return [*first, *column.beside]


@lru_cache(maxsize=1000)  # a file says the same wrong word in a thousand rows
def _near(text: str, words: tuple[str, ...]) -> list[str]:
    return [words[at] for at in nearest(text, dict(enumerate(words)))]


@lru_cache(maxsize=32)
def _meanings(column: Column) -> dict[str, str]:
    words = {folded(code): code for code in column.words.values()}
    return words | {folded(word): code for word, code in column.words.items()}


def _phone(text: str, column: Column) -> str:
    # A spreadsheet takes a phone number for a number and drops its first nought.
    phone = phones.normalised(f"0{text}" if re.fullmatch(r"[35789][0-9]{8}", text) else text)
    if phone is None:
        raise Fault(column.english, "not_a_phone", "such_as_phone", text=_short(text))
    return phone


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


_KINDS: dict[str, Callable[[str, Column], Any]] = {
    "text": _text,
    "day": _day,
    "time": _time,
    "whole": _whole,
    "year": _whole,
    "yes": _yes,
    "word": _word,
    "phone": _phone,
}
