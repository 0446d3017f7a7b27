"""The kinds of lists that can be brought in, each with its columns, how it is looked at and how it
is written."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from server.accounts.models import User
from server.imports import hamlets, people, recording, sessions, teams
from server.imports.columns import Column
from server.imports.plans import Made, Setting, Step, Tick
from server.imports.rows import Row


@dataclass(frozen=True)
class Kind:
    """`file` is for the name of its template; its `columns` are as somebody (None: the operator)
    may use them. What `prepare` makes of a plan, before the transaction, is what `apply` writes in
    it; None: the plan is made again there, for it is short and nothing else would keep the same
    from coming twice."""

    file: str
    columns: Callable[[User | None], tuple[Column, ...]]
    plan: Callable[[list[Row], Setting, Tick], list[Step]]
    apply: Callable[[Any, User | None, Tick], list[Made]]
    prepare: Callable[[list[Step], User, uuid.UUID], Any] | None = None


# In the order in which a province brings them in: each leans on those before it.
KINDS = {
    "hamlets": Kind("khom-ap", lambda by: hamlets.COLUMNS, hamlets.plan, hamlets.apply),
    "teams": Kind("to", lambda by: teams.COLUMNS, teams.plan, teams.apply),
    "people": Kind("thanh-vien", people.columns, people.plan, people.apply),
    "sessions": Kind(
        "buoi", lambda by: sessions.COLUMNS(), sessions.plan, recording.apply, recording.prepare
    ),
}
