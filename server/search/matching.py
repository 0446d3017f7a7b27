"""How names are matched with what is typed, and what a place is called in an answer."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_
from sqlalchemy.orm import InstrumentedAttribute

from server import clock
from server.admin_units.queries import named_on
from server.text import fold, nfc


def all_words(column: InstrumentedAttribute, q: str) -> ColumnElement[bool]:
    """Every word typed begins a word of the name, in whatever order. The last is asked for first:
    of two words of a name it is the given one, and half of all people share the other."""
    spaced, words = " " + column, fold(q).split()[::-1]
    begin = (spaced.contains(f" {word}", autoescape=True) for word in words)
    return and_(column.contains(words[0], autoescape=True), *begin)


def closest(model: Any, q: str) -> list[ColumnElement]:
    """Exact spelling first, then those that end so (in Vietnam the given name), then by name."""
    typed = nfc(q)
    spellings = {typed, typed.title(), typed[:1].upper() + typed[1:]}
    exact = or_(*(model.name.contains(one, autoescape=True) for one in sorted(spellings)))
    ends = model.folded.endswith(fold(q), autoescape=True)
    return [case((exact, 0), else_=1), case((ends, 0), else_=1), model.folded]


def place_name(unit_id: int) -> str:
    """A unit of any time in full, as it is called or was called last."""
    return named_on(unit_id, clock.today())["full_name"]
