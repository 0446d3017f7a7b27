"""The headings of a file matched with the columns that are understood."""

from dataclasses import dataclass
from difflib import get_close_matches

from server.imports.columns import IGNORED, ONLY_TO_READ, Column
from server.imports.files import Table, Unreadable
from server.imports.said import Said, say
from server.text import fold

NEAR = 0.75  # how much of a heading must agree to be taken for a slip of the hand
SHOWN = 60  # characters of a heading


@dataclass(frozen=True)
class PassedOver:
    """A column that is none of ours, and the heading that it may have been meant for."""

    heading: str
    meant: str | None


def placed(head: list[str], columns: tuple[Column, ...]) -> dict[Column, int]:
    """Column -> its place in a table with that head; raises `Unreadable` for a column that stands
    there twice or is missing. Those that are none of ours are passed over."""
    known = {folded(name): c for c in columns for name in _names(c)}
    places: dict[Column, int] = {}
    for at, text in enumerate(head):
        column = known.get(folded(text))
        if column in places:
            raise Unreadable("column_twice", column=text[:SHOWN])
        if column:
            places[column] = at
    missing = [c for c in columns if c.required and c not in places]
    if missing:
        raise Unreadable("columns_missing", columns=[_missing(c, head, columns) for c in missing])
    return places


def met(head: list[str], columns: tuple[Column, ...]) -> tuple[bool, int]:
    """Whether a head has all the columns that must be there, and how many of them it has."""
    ours = set(map(folded, head))
    there = {c for c in columns if not ours.isdisjoint(map(folded, _names(c)))}
    return all(c in there for c in columns if c.required), len(there)


def passed_over(head: list[str], columns: tuple[Column, ...]) -> list[PassedOver]:
    """The columns that are none of ours, in their order. Who keeps our number of a team has our own
    sheet, and was told there what is only to be read."""
    places = placed(head, columns)
    is_sheet = any(column.english == "team_id" for column in places)
    known = (*IGNORED, *(ONLY_TO_READ if is_sheet else ()))
    ours = {folded(name) for c in columns for name in _names(c)} | set(map(folded, known))
    free = [column for column in columns if column not in places]
    strange = [text for text in head if text and folded(text) not in ours]
    return [PassedOver(text[:SHOWN], _meant(text, free)) for text in strange]


def understood(table: Table, columns: tuple[Column, ...]) -> Table:
    """The table without the columns that are none of ours: nobody asked for what is in them."""
    places = sorted(placed(table.head, columns).values())
    rows = [
        (number, [cells[at] if at < len(cells) else "" for at in places])
        for number, cells in table.rows
    ]
    return Table([table.head[at] for at in places], rows)


def described(column: Column) -> Said:
    """What is to be written in a column."""
    says = say("both", vi=column.says[0], en=column.says[1])
    return say("such_as", says=says, example=column.example) if column.example else says


def _missing(column: Column, head: list[str], columns: tuple[Column, ...]) -> Said:
    """What is to be written in a column that is not there, and what may have been meant for it."""
    says = described(column)
    ours = {folded(name) for c in columns for name in _names(c)}
    strange = {folded(text): text[:SHOWN] for text in head if text and folded(text) not in ours}
    near = [one for name in _names(column) for one in _close(name, strange)]
    if near:
        return say("column_misspelt", column=column.heading, written=strange[near[0]], says=says)
    return say("column_missing", column=column.heading, says=says)


def _meant(text: str, free: list[Column]) -> str | None:
    headings = {folded(name): column.heading for column in free for name in _names(column)}
    near = _close(text, headings)
    return headings[near[0]] if near else None


def _close(text: str, others: dict[str, str]) -> list[str]:
    return get_close_matches(folded(text), others, 1, NEAR)


def _names(column: Column) -> tuple[str, ...]:
    return (column.name, column.english, column.heading, *column.also)


def folded(text: str) -> str:
    """A heading or a word as it is compared."""
    return fold(text.replace("_", " ").rstrip(" *"))
