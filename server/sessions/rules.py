"""What a session's content must keep to beyond its shape. Every fault is found at once, each with
its place in the body, so that nobody corrects a form twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from server import text
from server.admin_units.register import Map
from server.catalogue.codes import MANY_PER_PERSON, PROGRAMME_START, audience_class
from server.problems import FieldError, field_error
from server.teams.models import Team
from server.teams.times import outside

_PARTS = ("staff_participants", "first_time", "female", "elderly")
# What a nil report may not say: it stands for a month in which there was nothing to say.
_NOT_IN_NIL = (
    "type", "audience", "participants", "services", "staff_participants", "first_time", "female",
    "elderly", "households", "volunteers", "start_time", "duration_min", "venue_id",
)  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """What the rules need to know of the world: `today`, the map of the session's day, the lead and
    co-teams found in scope."""

    today: date
    map: Map
    lead: Team | None
    co_teams: dict[int, Team]


def faults(body: dict, setting: Setting) -> list[FieldError]:
    """Everything wrong with a body; empty when it may be stored."""
    counted = _nil_faults(body) if body["nil"] else _count_faults(body)
    return [
        *counted,
        *_note_faults(body),
        *_date_faults(body, setting),
        *_where_faults(body, setting),
    ]


def _nil_faults(body: dict) -> Iterator[FieldError]:
    for name in _NOT_IN_NIL:
        if body[name] not in (None, []):
            yield field_error(f"/{name}", "not_allowed_here")
    for name in ("co_team_ids", "other_place_ids", "partner_ids", "difficulties"):
        if body[name]:
            yield field_error(f"/{name}", "not_allowed_here")


def _count_faults(body: dict) -> Iterator[FieldError]:
    missing = [n for n in ("type", "audience", "participants", "services") if body[n] is None]
    yield from (field_error(f"/{name}", "required") for name in missing)
    if missing:
        return
    participants = body["participants"]
    for name in _PARTS:
        if body[name] is not None and body[name] > participants:
            yield field_error(
                f"/{name}", "part_exceeds_participants", part=body[name], participants=participants
            )
    if body["staff_participants"] is not None and body["audience"] != "mixed":
        yield field_error("/staff_participants", "not_allowed_here")
    may_teach_nothing = body["type"] == "broadcast" or (
        body["type"] == "training_class" and audience_class(body["audience"]) == "staff"
    )
    if not body["services"] and not may_teach_nothing:
        yield field_error("/services", "services_required")
    yield from _service_faults(body["services"], participants)


def _service_faults(services: list[dict], participants: int) -> Iterator[FieldError]:
    seen = set()
    for index, taught in enumerate(services):
        at, code = f"/services/{index}", taught["service"]
        assisted, completed = taught["assisted"], taught["completed"]
        if code in seen:
            yield field_error(f"{at}/service", "repeated")
        seen.add(code)
        if assisted > participants:
            yield field_error(
                f"{at}/assisted",
                "assisted_exceeds_participants",
                assisted=assisted,
                participants=participants,
            )
        if completed is not None and completed > assisted * MANY_PER_PERSON.get(code, 1):
            yield field_error(
                f"{at}/completed",
                "completed_exceeds_assisted",
                completed=completed,
                assisted=assisted,
            )


def _note_faults(body: dict) -> Iterator[FieldError]:
    """A phone number is only flagged; an identity or card number is refused (domain 2.5)."""
    if body["note"] and text.personal_data(body["note"]) in ("identity", "card"):
        yield field_error("/note", "note_has_identity")


def _date_faults(body: dict, setting: Setting) -> Iterator[FieldError]:
    day, lead = body["date"], setting.lead
    if day > setting.today:
        yield field_error("/date", "in_future", today=f"{setting.today:%d/%m/%Y}")
    elif day < PROGRAMME_START:
        yield field_error("/date", "before_programme", start=f"{PROGRAMME_START:%d/%m/%Y}")
    elif lead and (wrong := outside(lead, day, "/date")):
        yield wrong


def _where_faults(body: dict, setting: Setting) -> Iterator[FieldError]:
    if setting.lead is None:
        yield field_error("/team_id", "no_such_team")
        return
    for index, team_id in enumerate(body["co_team_ids"]):
        at = f"/co_team_ids/{index}"
        co_team = setting.co_teams.get(team_id)
        if team_id == body["team_id"]:
            yield field_error(at, "repeated")
        elif co_team is None or not co_team.is_active_on(body["date"]):
            yield field_error(at, "no_such_team")
    yield from _place_fault("/place_id", body["place_id"], body, setting)
    for index, place_id in enumerate(body["other_place_ids"]):
        at = f"/other_place_ids/{index}"
        unit = setting.map.register.units.get(place_id)
        if place_id == body["place_id"]:
            yield field_error(at, "repeated")
        elif unit is not None and unit.level != "hamlet":
            yield field_error(at, "not_a_hamlet")
        else:
            yield from _place_fault(at, place_id, body, setting)


def _place_fault(at: str, place_id: int, body: dict, setting: Setting) -> Iterator[FieldError]:
    day = f"{body['date']:%d/%m/%Y}"
    if place_id not in setting.map.register.units:
        yield field_error(at, "no_such_place")
    elif not setting.map.has(place_id):
        yield field_error(at, "unit_not_then", date=day)
    elif not any(area in setting.map.path(place_id) for area in team_areas(setting)):
        yield field_error(at, "outside_team_area", date=day)


def team_areas(setting: Setting) -> set[int]:
    """The units in which the teams of a session may hold it on its day: a hamlet or commune team's
    whole commune, else the unit that the team belongs to."""
    areas = set()
    for team in (setting.lead, *setting.co_teams.values()):
        home = setting.map.standing.get(team.home_id) if team else None
        if home is not None:
            areas.add(setting.map.ancestor(home, "commune") or home)
    return areas
