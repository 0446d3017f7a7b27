"""Hints for the reviewer, as a table of rules. The server stores them and never asks; a hint is
explained in words with the team's own numbers, and is no verdict."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

from server import clock, text
from server.catalogue.codes import LIMITS, MANY_PER_PERSON, REMOTE_TYPES

FEWEST_FOR_USUAL = 5  # sessions, below which a team has no usual number
# domain 4.1: limits beyond which somebody should look twice
LARGE, LARGE_AT_HOME, LARGE_COMPLETED, PER_DAY = 300, 60, 30, 3
PER_VOLUNTEER, PER_HOUSEHOLD = 40, 6
ROUND, ROUND_SHARE, FEWEST_FOR_HABIT = 10, 0.8, 10
TIMES_USUAL = 3
WRONG_CLOCK = timedelta(hours=12)
NAMED = ("other", "others")  # in the params of a stored hint, the ids of sessions


Taught = dict[str, tuple[int, int | None]]  # service -> (assisted, completed)


@dataclass(frozen=True)
class Past:
    """Another counted session, as far as hints need it."""

    id: Any
    date: date
    place_id: int
    type: str
    participants: int


@dataclass(frozen=True)
class Around:
    """Other counted sessions: the team's `past`, latest first, and its others of the `same_day`;
    those of other teams `beside` it, at its place that day; those that show its photo."""

    past: list[Past] = field(default_factory=list)
    same_day: list[Past] = field(default_factory=list)
    beside: list[Past] = field(default_factory=list)
    same_photo: list[Past] = field(default_factory=list)


@dataclass(frozen=True)
class Look:
    """What a rule looks at: the session, what is around it, its team's home on the day, and how
    many people live at its place where that is known. `taught_at` gives the services of past
    sessions by id, for the few rules that need them; `came_at` when the content came in, where that
    was before the session's last change."""

    session: Any
    around: Around
    home_id: int | None
    taught_at: Callable[[list[Any]], dict[Any, Taught]]
    residents: int | None = None
    came_at: datetime | None = None

    @property
    def past(self) -> list[Past]:
        return self.around.past

    @property
    def services(self) -> Taught:
        return {s.service: (s.assisted, s.completed) for s in self.session.services}


Rule = Callable[[Look], dict | None]


def found(look: Look) -> list[dict]:
    """The hints for a session, as stored: `{code, params}`."""
    rules = NIL_RULES if look.session.nil else RULES.keys() - NIL_RULES
    hits = ((code, RULES[code][0](look)) for code in RULES if code in rules)
    return [{"code": code, "params": params} for code, params in hits if params is not None]


def with_photo(stored: list[dict], reused: bool) -> list[dict]:
    """Stored hints after a photo came or went: photos travel apart from their session."""
    codes = list(RULES)
    others = [flag for flag in stored if flag["code"] != "photo_reused"]
    mine = [{"code": "photo_reused", "params": {}}] if reused else []
    return sorted(others + mine, key=lambda flag: codes.index(flag["code"]))


def explained(stored: Iterable[dict], english: bool) -> list[dict]:
    """Stored hints with their words."""
    return [_explained(flag["code"], flag["params"], english) for flag in stored]


def _explained(code: str, stored: dict, english: bool) -> dict:
    """Without the sessions that it names, for whoever reads the hint may not read those; those that
    they may are given beside the session itself."""
    params = {name: value for name, value in stored.items() if name not in NAMED}
    written = {name: _written(value, english) for name, value in params.items()}
    return {"code": code, "params": params, "detail": RULES[code][1 + english].format(**written)}


def _written(value: Any, english: bool) -> Any:
    """17.5 as the reader writes it, so that the panel and the hint say the same; 18.0 as 18."""
    if not isinstance(value, float):
        return value
    plain = f"{value:.1f}".removesuffix(".0")
    return plain if english else plain.replace(".", ",")


def usual_participants(past: list[Past]) -> float | None:
    """The team's median, or None when there is too little to tell."""
    return median(p.participants for p in past) if len(past) >= FEWEST_FOR_USUAL else None


def _above_usual(look: Look) -> dict | None:
    usual, now = usual_participants(look.past), look.session.participants
    if usual and now >= LARGE_COMPLETED and now >= usual * TIMES_USUAL:
        return {"times": round(now / usual, 1), "usual": usual, "n": now}
    return None


def _duplicate(look: Look) -> dict | None:
    now = look.session
    for past in look.around.same_day:
        if (past.place_id, past.type) == (now.place_id, now.type):
            return {"n": past.participants, "other": str(past.id)}
    return None


def _joint(look: Look) -> dict | None:
    """Words without the other team's name or numbers: its author may not see them."""
    now = look.session
    alike = (
        other.type == now.type or other.participants == now.participants
        for other in look.around.beside
        if other.type not in REMOTE_TYPES
    )
    return {} if now.type not in REMOTE_TYPES and any(alike) else None


def _photo_reused(look: Look) -> dict | None:
    return {} if look.around.same_photo else None


def _repeated(look: Look) -> dict | None:
    last, now = look.past[:2], look.session.participants
    if [p.participants for p in last] != [now, now] or not look.services:
        return None
    taught = look.taught_at([p.id for p in last])
    same = all(taught.get(p.id) == look.services for p in last)
    return {"others": [str(p.id) for p in last]} if same else None


def _many(look: Look) -> dict | None:
    n = 1 + len(look.around.same_day)
    return {"n": n} if n > PER_DAY else None


def _round_numbers(look: Look) -> dict | None:
    """A habit, told at a session that shows it too."""
    known = [look.session.participants, *(past.participants for past in look.past)]
    n = sum(count % ROUND == 0 for count in known)
    habit = len(known) >= FEWEST_FOR_HABIT and n >= ROUND_SHARE * len(known)
    return {"n": n, "of": len(known)} if habit and known[0] % ROUND == 0 else None


def _all_completed(look: Look) -> dict | None:
    for code, (assisted, completed) in look.services.items():
        if assisted >= LARGE_COMPLETED and completed == assisted and code not in MANY_PER_PERSON:
            return {"n": assisted}
    return None


def _late(look: Look) -> dict | None:
    if look.session.source == "import":
        return None  # the past is brought in late by its nature
    days = (clock.local_date(look.session.received_at) - look.session.date).days
    return {"days": days} if days > LIMITS["late_days"] else None


def _large(look: Look) -> dict | None:
    n, at_home = look.session.participants, look.session.type == "home_visit"
    return {"n": n} if n > (LARGE_AT_HOME if at_home else LARGE) else None


def _crowd(look: Look) -> dict | None:
    n, volunteers = look.session.participants, look.session.volunteers
    return {"n": n, "of": volunteers} if volunteers and n > PER_VOLUNTEER * volunteers else None


def _many_per_household(look: Look) -> dict | None:
    n, households = look.session.participants, look.session.households
    return {"n": n, "of": households} if households and n > PER_HOUSEHOLD * households else None


def _half_of_residents(look: Look) -> dict | None:
    n, residents = look.session.participants, look.residents
    return {"n": n, "of": residents} if residents and n * 2 > residents else None


def _nobody(look: Look) -> dict | None:
    return {} if look.session.participants == 0 and look.session.type != "broadcast" else None


def _outside_home(look: Look) -> dict | None:
    return {} if look.home_id is not None and look.session.place_id != look.home_id else None


def _note_has_phone(look: Look) -> dict | None:
    note = look.session.note
    return {} if note and text.personal_data(note) in ("phone", "identity_old") else None


def _wrong_clock(look: Look) -> dict | None:
    """The phone cannot have made this version after the server received it."""
    made = (look.session.client or {}).get("created_at")
    if not made:
        return None
    ahead = clock.parse(made) - (look.came_at or look.session.changed_at)
    return {} if ahead > WRONG_CLOCK else None


def _nil_with_sessions(look: Look) -> dict | None:
    month = (look.session.date.year, look.session.date.month)
    n = sum((past.date.year, past.date.month) == month for past in look.past)
    return {"n": n} if n else None


NIL_RULES = {"nil_with_sessions"}
# code: (rule, Vietnamese, English), in the order in which a reviewer reads them.
RULES: dict[str, tuple[Rule, str, str]] = {
    "nil_with_sessions": (_nil_with_sessions, "Báo không phát sinh, nhưng tháng này Tổ đã có {n} buổi", "Nothing reported, but the team has {n} sessions this month"),
    "above_usual": (_above_usual, "Gấp {times} lần mức thường của Tổ ({usual} lượt)", "{times} times the team's usual ({usual})"),
    "duplicate": (_duplicate, "Tổ đã có buổi cùng ngày, cùng nơi, cùng hình thức ({n} lượt)", "The team has a session on this day, here, of this type ({n} people)"),
    "joint": (_joint, "Tổ khác cũng ghi một buổi cùng nơi, cùng ngày; có thể là một buổi chung", "Another team has a session here on this day; it may be a joint one"),
    "photo_reused": (_photo_reused, "Ảnh đã dùng cho một buổi khác", "The photo was used for another session"),
    "repeated_numbers": (_repeated, "Ba buổi liền có cùng số liệu", "Three sessions in a row with the same numbers"),
    "many_in_a_day": (_many, "Buổi thứ {n} của Tổ trong một ngày", "The team's session number {n} in one day"),
    "all_completed": (_all_completed, "Cả {n} lượt đều thành công", "All {n} completed"),
    "large": (_large, "{n} lượt người, nhiều hơn bình thường với hình thức này", "{n} people, more than this type usually has"),
    "half_of_residents": (_half_of_residents, "{n} lượt người, quá nửa số dân nơi này ({of})", "{n} people, more than half of all who live here ({of})"),
    "crowd": (_crowd, "{n} lượt người mà chỉ {of} thành viên hướng dẫn", "{n} people guided by only {of} volunteers"),
    "many_per_household": (_many_per_household, "{n} lượt người ở {of} hộ", "{n} people in {of} households"),
    "round_numbers": (_round_numbers, "{n} trong {of} buổi gần đây của Tổ có số lượt tròn chục", "{n} of the team's last {of} sessions have round numbers"),
    "no_participants": (_nobody, "Không có lượt người nào", "Nobody took part"),
    "late": (_late, "Gửi sau {days} ngày", "Sent {days} days later"),
    "outside_home": (_outside_home, "Tổ chức ngoài khóm, ấp của Tổ", "Held outside the team's own hamlet"),
    "note_has_phone": (_note_has_phone, "Ghi chú có vẻ chứa số điện thoại hoặc số giấy tờ", "The note seems to hold a phone or ID number"),
    "wrong_clock": (_wrong_clock, "Đồng hồ của máy ghi có vẻ sai", "The phone's clock seems wrong"),
}  # fmt: skip
