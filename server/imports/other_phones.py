"""Members whom a list gives another phone than they have: whoever changes one in our own sheet
means the person who is there, and nobody is to be added a second time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from server import clock
from server.imports.known import Known
from server.imports.matching import is_called
from server.imports.rows import Row
from server.teams.models import Team
from server.text import unguarded


def meant(rows: Iterable[Row], team_of: Mapping[int, Team | None], known: Known) -> dict[str, Any]:
    """Whom each phone that is nobody's stands for: who is called so in the team of its row today,
    and stands there in no row under their own phone. `team_of`: by the number of the row. Where two
    of one name are in a team, the file that has both is understood."""
    placed = [(row, team) for row in rows if (team := team_of[row.number])]
    said = {(row.values.get("phone"), team.id) for row, team in placed}
    new = [(row, team) for row, team in placed if row.values.get("phone") not in known.by_phone]
    unsaid = _unsaid(said, known) if new else {}
    found: dict[str, Any] = {}
    for row, team in new:
        phone, name = row.values.get("phone"), row.values.get("name")
        people = unsaid.get(team.id, [])
        alike = [user for user in people if name and is_called(unguarded(user.name), name)]
        if alike and phone and phone not in found:
            found[phone] = alike[0]
            people.append(people.pop(people.index(alike[0])))  # the next row means the next of them
    return found


def _unsaid(said: set[tuple], known: Known) -> dict[int, list[Any]]:
    """Team -> the members of today whom no row names there by their phone."""
    today, people = clock.today(), {user.id: user for user in known.by_phone.values()}
    found: dict[int, list[Any]] = defaultdict(list)
    for (team_id, user_id), times in known.times.items():
        user = people.get(user_id)
        if user is None or (user.phone, team_id) in said or not known.is_within(user_id):
            continue
        if any(time.joined_on <= today < time.left_on for time in times):
            found[team_id].append(user)
    return found
