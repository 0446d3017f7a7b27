"""What is wrong with a file: found in a row, and told with the words of the file."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from server.imports.said import Said, say
from server.problems import Problem

# Where a rule's word about a field of a body is to be looked for in the file.
IN_FILE = {
    "area_ids": "area_codes",
    "home_id": "home_code",
    "place_id": "hamlet",
    "team_id": "team",
}
MOST_TOLD = 1000  # faults of a file; of the rest only how many


class Fault(Exception):
    """What is wrong in one column of a row, and what would be right, each a code of `words` that
    shares the values; the column is known by its English name (None: the row as a whole)."""

    def __init__(self, column: str | None, what: str, right: str = "", /, **values: Any):
        super().__init__(what)
        self.column = column
        self.what = say(what, **values)
        self.right = say(right, **values) if right else None

    def is_as(self, other: "Fault") -> bool:
        return (self.column, self.what) == (other.column, other.what)

    def anew(self) -> "Fault":
        """The same fault, to be raised in another row."""
        other = Fault.__new__(Fault)
        Exception.__init__(other, *self.args)
        other.column, other.what, other.right = self.column, self.what, self.right
        return other


class Doubt(Fault):
    """A fault of whom or what the row would add; those that are there already may be `said` to be
    so, as they were before it was one."""

    def __init__(self, said: str, /, *fault: Any, **values: Any):
        super().__init__(*fault, **values)
        self.said = said


class Told(Exception):
    """What would be looked at is unreadable, and that has been told."""


@dataclass(frozen=True)
class Finding:
    """A fault as people read it: the row in the file, the column's heading there (None: the row as
    a whole), what was `written` there, `what` is wrong, and what would be `right` or nothing."""

    row: int
    column: str | None
    written: str
    what: Said
    right: Said | None = None

    def render(self, english: bool) -> dict[str, Any]:
        """The finding as somebody reads it in their language."""
        return vars(self) | {
            "what": self.what.render(english),
            "right": self.right.render(english) if self.right else "",
        }


@dataclass(frozen=True)
class Found:
    """What is wrong with a file: the first findings, `n` of all faults, and the numbers of all the
    rows that have one."""

    told: list[Finding]
    n: int
    rows: list[int]


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


UNTOLD = Fault(None, "untold")  # stands in every row of which nothing more is kept


def of_problem(problem: Problem) -> Iterable[Fault]:
    """What the rules of the API say of a body, said of the row."""
    if not problem.errors:
        yield Fault(None, problem.kind.code, **problem.extra)
    for error in problem.errors:
        name = error.pointer.split("/")[1]
        yield Fault(IN_FILE.get(name, name), error.code, **dict(error.params))
