"""The time in which a team is there: what happens in it happens on one of its days."""

from datetime import date

from server import problems
from server.problems import FieldError, field_error
from server.teams.models import Team


def outside(team: Team, day: date, field: str) -> FieldError | None:
    """What is wrong, at a field, with a day on which a team is not there."""
    if day < team.founded_on:
        days = {"date": f"{day:%d/%m/%Y}", "founded": f"{team.founded_on:%d/%m/%Y}"}
        return field_error(field, "before_founding", **days)
    if day >= team.dissolved_on:
        gone = f"{team.dissolved_on:%d/%m/%Y}"
        return field_error(field, "after_dissolution", dissolved=gone)
    return None


def require_there(team: Team, day: date, field: str) -> None:
    """Raise, at a field, unless a team is there on a day."""
    if wrong := outside(team, day, field):
        raise problems.invalid(wrong)
