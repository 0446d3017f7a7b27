"""The sessions behind a rollup, one line each, read in chunks from one snapshot; never a query per
line."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import Select, String, cast, func, select

from server import clock
from server.access.scope import Scope
from server.admin_units.models import LEVELS
from server.admin_units.queries import told_apart
from server.admin_units.register import Map, Register
from server.catalogue.queries import labels
from server.extensions import db
from server.figures.frame import Frame
from server.reports.definitions import heading
from server.sessions import flags, totals
from server.sessions.endings import LABELS, ending
from server.sessions.lists import visible
from server.sessions.models import OutreachSession, SessionCoTeam, SessionService, in_state
from server.sessions.transitions import STATE_LABELS
from server.teams.models import Team
from server.text import safe_cell

S = OutreachSession
STATES = STATE_LABELS | LABELS
CHUNK = 1000  # sessions held in memory at a time
LEVEL_NAMES = ("Tỉnh", "Huyện, cụm", "Xã", "Khóm, ấp")
TEAM_KINDS = {
    "hamlet": "Tổ khóm, ấp",
    "commune": "Tổ cấp xã",
    "youth": "Tổ thanh niên",
    "agency": "Tổ của cơ quan, đơn vị",
}
COUNTS = {
    "participants": "Số lượt tham dự",
    "staff_participants": "Trong đó thành viên Tổ, cán bộ",
    "first_time": "Lượt lần đầu",
    "female": "Nữ",
    "elderly": "Người cao tuổi",
    "households": "Số hộ",
    "volunteers": "Số thành viên tham gia",
}


def headings() -> list[str]:
    """The names of the columns."""
    places = [text for level in LEVEL_NAMES for text in (f"Mã {level.lower()}", level)]
    services = [
        f"{name}: {heading(f'services.{count}').lower()}"
        for name in labels("service").values()
        for count in ("assisted", "completed")
    ]
    return [
        "Ngày", *places, "Tổ thực hiện", "Loại Tổ", "Tổ cùng tổ chức", "Hình thức", "Đối tượng",
        *COUNTS.values(), heading("participants"), *services,
        "Tình trạng", "Mã buổi", "Nhận lúc (giờ Việt Nam)", "Cảnh báo", "Ghi chú", "Nguồn",
    ]  # fmt: skip


def sessions(frame: Frame, scope: Scope, state: str | None = None) -> Select:
    """The sessions that the frame's `sessions.all` counts, or those in one other state."""
    wanted = (state,) if state else frame.states
    query = (
        select(
            S.date, S.place_id, S.team_id, S.type, S.audience,
            *(getattr(S, name) for name in COUNTS),
            totals.measures()["participants"],
            func.coalesce(ending(), S.state), S.receipt_code, S.received_at, S.note,
            cast(S.flags, String).label("flags"),
            _joined().label("joined"),
            _taught().label("taught"),
        )
        .where(
            S.nil.is_(False),
            S.date.between(frame.period.start, frame.period.end),
            S.place_id.in_(frame.places(None)),
            in_state(wanted),
            visible(scope),
        )
        .order_by(S.date, S.id)
    )  # fmt: skip
    return query.where(S.team_id == frame.team_id) if frame.team_id else query


def _taught() -> Any:
    """A session's services as one text, 'code assisted completed;...': no second query, no join."""
    said = SessionService
    one = said.service + " " + cast(said.assisted, String) + " "
    completed = func.coalesce(cast(said.completed, String), "")
    return (
        select(func.aggregate_strings(one + completed, ";"))
        .where(said.session_id == S.id)
        .scalar_subquery()
    )


def _joined() -> Any:
    """The teams that took part in a session without leading it, as one text, 'id;id'."""
    co = SessionCoTeam
    return (
        select(func.aggregate_strings(cast(co.team_id, String), ";"))
        .where(co.session_id == S.id, co.team_id != S.team_id)
        .scalar_subquery()
    )


def lines(query: Select, register: Register, source: str) -> Iterator[list]:
    """The lines of the table, as the database gives them; the snapshot is the caller's."""
    teams = {
        id: [safe_cell(name), TEAM_KINDS[kind]]
        for id, name, kind in db.session.execute(select(Team.id, Team.name, Team.kind))
    }
    types, audiences = labels("type"), labels("audience")
    position = {code: 2 * index for index, code in enumerate(labels("service"))}
    place_cells, blank = places(register), [None] * (2 * len(position))
    for row in db.session.execute(query.execution_options(yield_per=CHUNK)):
        day, place, team, type_, audience, *numbers = row[:-7]
        state, receipt, received, note, hints, joined, taught = row[-7:]
        services = blank.copy()
        for one in taught.split(";") if taught else ():
            code, assisted, completed = one.split(" ")
            at = position[code]
            services[at : at + 2] = assisted, completed
        yield [
            day, *place_cells(place, day), *teams[team], _names(joined, teams),
            types[type_], audiences[audience],
            *numbers, *services, STATES[state], receipt,
            received.astimezone(clock.VIETNAM).isoformat(" ", "seconds")[:19],
            _hints(hints), safe_cell(note) if note else None, source,
        ]  # fmt: skip


def _names(ids: str | None, teams: dict[int, list[str]]) -> str | None:
    """'Tổ Ấp 1; Tổ Ấp 2'; nothing for none."""
    return "; ".join(sorted(teams[int(id)][0] for id in ids.split(";"))) if ids else None


def places(register: Register) -> Callable:
    """A function of a place and a day: the codes and names, province to hamlet, as that day called
    them. A map is drawn once for all the days between two changes of the register."""

    @cache
    def cells(place_id: int, turn: int) -> list[str | None]:
        map_ = register.on(register.units[place_id].nearest_day(register.turns[turn - 1]))
        found = {register.units[step].level: step for step in map_.path(place_id)}
        return [text for level in LEVELS for text in _named(found.get(level), map_)]

    return lambda place_id, day: cells(place_id, register.turn(day))


def _named(unit_id: int | None, map_: Map) -> tuple[str | None, str | None]:
    if unit_id is None:
        return None, None
    name = map_.register.units[unit_id].named_on(map_.day)
    return safe_cell(name.code or ""), safe_cell(told_apart(unit_id, map_))


def _hints(stored: str) -> str | None:
    if stored == "[]":
        return None
    return safe_cell(
        "; ".join(hint["detail"] for hint in flags.explained(json.loads(stored), False))
    )
