"""From a table of texts to checked rows: every fault told with its row and column, of all kinds at
once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from server.imports.cells import value
from server.imports.columns import Column
from server.imports.faults import (
    MOST_TOLD,
    UNTOLD,
    Doubt,
    Fault,
    Finding,
    Found,
    Tally,
    Told,
    of_problem,
)
from server.imports.files import Table
from server.imports.headings import placed
from server.problems import Problem

MOST_FAULTS_A_ROW = 20


class Stands(NamedTuple):
    """What a row says, and what the system has, to be changed on the page of a `team` or
    `person`."""

    said: Any
    value: Any
    page: str
    id: int


@dataclass
class Row:
    """`number` is its place in the file; `asked`: the columns that the file has, in its order;
    `values`: English name -> value, blank ones left out;
    `unread`: the columns that could not be understood; `doubts`: those of them that are told once
    it is known that the row adds something; `unlike`: the columns in which a known row says other
    than the system."""

    number: int
    values: dict[str, Any]
    tally: Tally = field(default_factory=Tally)
    faults: list[Fault] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    doubts: dict[str, Doubt] = field(default_factory=dict)
    unlike: dict[str, Stands] = field(default_factory=dict)
    asked: Sequence[str] = ()

    def get(self, name: str, default: Any = None) -> Any:
        if name in self.unread:
            raise Told(name)
        return self.values.get(name, default)

    def said(self, name: str) -> Any:
        """What is written there, be it doubtful."""
        return self.doubts[name].said if name in self.doubts else self.get(name)

    def settle(self, name: str) -> None:
        """Let be what is written there: it is so already."""
        if name in self.doubts:
            self.values[name] = self.doubts.pop(name).said
            self.unread.discard(name)

    def tell_doubts(self) -> None:
        for doubt in self.doubts.values():
            self.tell(doubt)

    def find(self, look: Callable[..., Any], *of: Any) -> Any:
        """What `look(row, *of)` gives; None, and its fault told, where it finds one."""
        try:
            return look(self, *of)
        except Told:
            return None
        except Fault as fault:
            self.tell(fault)
        except Problem as problem:
            for fault in of_problem(problem):
                self.tell(fault)
        return None

    def tell(self, fault: Fault) -> None:
        if len(self.faults) >= MOST_FAULTS_A_ROW or any(map(fault.is_as, self.faults)):
            return
        self.tally.n += 1
        if self.tally.n <= MOST_TOLD:
            self.faults.append(fault.with_traceback(None))
        elif UNTOLD not in self.faults:
            self.faults.append(UNTOLD)


def checked(table: Table, columns: tuple[Column, ...]) -> list[Row]:
    """The rows of a table, each with the faults of its cells; raises `Unreadable` for its
    headings."""
    places, tally = placed(table.head, columns), Tally()
    asked = [column.english for column in sorted(places, key=places.__getitem__)]
    return [
        _row(Row(number, {}, tally, asked=asked), cells, places) for number, cells in table.rows
    ]


def _row(row: Row, cells: list[str], places: dict[Column, int]) -> Row:
    for column, at in places.items():
        try:
            found = value(column, cells[at] if at < len(cells) else "")
        except Fault as fault:
            row.unread.add(column.english)
            if isinstance(fault, Doubt):
                row.doubts[column.english] = fault
            else:
                row.tell(fault)
            continue
        if found is not None:
            row.values[column.english] = found
    return row


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
