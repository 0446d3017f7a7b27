"""The kinds of lists that can be brought in, each with its columns, how it is looked at and how it
is written."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from server import problems
from server.accounts.models import User
from server.admin_units.actions import hold_land
from server.imports import hamlets, people, recording, session_columns, sessions, teams
from server.imports.columns import Column, Says
from server.imports.headings import met, placed
from server.imports.plans import Made, Setting, Step, Tick
from server.imports.rows import Row
from server.imports.said import say


@dataclass(frozen=True)
class Kind:
    """`file` is for the name of its template, `seems` says what a file of it looks like; its
    `columns` are as somebody (None: the operator) may use them. What `prepare` makes of a plan,
    before the transaction, is what `apply` writes in it; None: the plan is made again there, for it
    is short and nothing else would keep the same from coming twice; those who would do so at the
    same moment wait from its `hold` on. `note` is said of all its columns in the template."""

    file: str
    seems: str
    columns: Callable[[User | None], tuple[Column, ...]]
    plan: Callable[[list[Row], Setting, Tick], list[Step]]
    apply: Callable[[Any, User | None, Tick], list[Made]]
    prepare: Callable[[list[Step], User, uuid.UUID], Any] | None = None
    note: Says | None = None
    hold: Callable[[], None] = lambda: None


# In the order in which a province brings them in: each leans on those before it.
KINDS = {
    "hamlets": Kind(
        "khom-ap",
        "seems_hamlets",
        lambda by: hamlets.COLUMNS,
        hamlets.plan,
        hamlets.apply,
        hold=hold_land,
    ),
    "teams": Kind(
        "to", "seems_teams", lambda by: teams.COLUMNS, teams.plan, teams.apply, hold=hold_land
    ),
    "people": Kind("thanh-vien", "seems_people", people.columns, people.plan, people.apply),
    "sessions": Kind(
        "buoi",
        "seems_sessions",
        lambda by: sessions.COLUMNS(),
        sessions.plan,
        recording.apply,
        recording.prepare,
        session_columns.NOTE,
    ),
}


def require_kind(
    head: list[str], *, kind: str, of_kinds: Mapping[str, tuple[Column, ...]], anyway: bool
) -> None:
    """Raise `Unreadable` for a head that lacks columns of a kind, and `IMPORT_OTHER_KIND` for one
    that has more of another's, and all that it must have; not where somebody wants it `anyway`."""
    fits = {name: met(head, columns) for name, columns in of_kinds.items()}
    # A slip of the hand in a heading makes no other list of a file: the number of them is weighed
    # before what must be there.
    best = max(fits, key=lambda name: (fits[name][1], fits[name][0], name == kind))
    if not anyway and best != kind and fits[best][0]:
        raise problems.IMPORT_OTHER_KIND(other_kind=best, seems=say(KINDS[best].seems))
    placed(head, of_kinds[kind])
