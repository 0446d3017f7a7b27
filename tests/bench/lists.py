"""Every list of the office at its full size: the first page, and one far down by its cursor."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from server import clock, cursors
from server.catalogue.codes import SOURCES
from server.config import PROGRAMME_START
from server.sessions.flags import RULES
from server.sessions.transitions import STATES
from tests.bench.load import Client, read_times

PROMISE = 30.0  # ms
TIMES = 20
AGAIN = 2
DESKS = ("officer", "staff")

# Where pages far down begin: in the programme's first weeks, or at its first numbers.
KEY = "80000000-0000-0000-0000-000000000000"
OLD = (PROGRAMME_START + timedelta(days=150)).isoformat()
RECENT, REVIEW, NUMBER = [OLD, KEY], [1, clock.today().isoformat(), KEY], [60]


def lists(port: int, token: str) -> Iterator[tuple[str, list | None]]:
    """(path, where its far page begins or None) of every list, as its screens ask for it. Teams
    and hamlets are the reader's own, a busy one of each."""
    session = _busy(Client(port, token))
    unit, team, person = session["place_id"], session["team_id"], session["recorded_by"]["id"]
    above = _commune(Client(port, token), unit)
    yield "/sessions", RECENT
    for state in STATES:
        yield f"/sessions?state={state}", RECENT
        yield f"/sessions?state={state}&sort=review", REVIEW
    yield "/sessions?state=pending&decidable=true&sort=review", REVIEW
    yield "/sessions?state=pending&decidable=false&sort=review", REVIEW
    yield "/sessions?state=pending&decidable=true&flagged=true&sort=review", [0, OLD, KEY]
    yield "/sessions?state=pending&decidable=true&late=true&sort=review", REVIEW
    yield "/sessions?flagged=true", RECENT
    yield "/sessions?asked_back=true&decidable=true", RECENT
    for code in RULES:
        yield f"/sessions?flag={code}", RECENT
    yield "/sessions?state=pending&flag=duplicate", RECENT
    yield f"/sessions?flag=duplicate&unit={above}", RECENT
    for source in SOURCES:
        yield f"/sessions?source={source}", RECENT
    yield "/sessions?mine=true&source=paper&limit=100", RECENT
    yield "/sessions?mine=true", RECENT
    for place in (unit, above):
        yield f"/sessions?unit={place}", RECENT
        yield f"/sessions?unit={place}&state=pending&sort=review", REVIEW
        yield f"/sessions?unit={place}&state=returned", RECENT
        yield f"/sessions?unit={place}&source=paper", RECENT
    yield f"/sessions?team={team}", RECENT
    yield f"/sessions?team={team}&state=refused", RECENT
    yield f"/sessions?from={OLD}&to={OLD}", None
    yield f"/sessions?receipt={session['receipt_code']}", None
    yield "/worklist", None
    yield f"/worklist?unit={above}", None
    yield "/worklist/teams", ["0001-01-01", 1]
    yield f"/worklist/teams?unit={above}", None
    yield "/users", NUMBER
    yield "/users?role=volunteer", NUMBER
    yield "/users?role=officer", NUMBER
    yield "/teams?limit=100", NUMBER
    yield f"/teams?unit={above}&limit=100", None
    yield f"/teams/{team}/members", None
    yield "/audit", [5000]
    for narrowed in (
        f"person={person}", f"about={person}", "kind=sessions", "kind=people", "kind=teams",
        f"unit={above}", f"object=team:{team}", f"from={OLD}&to={OLD}",
    ):  # fmt: skip
        yield f"/audit?{narrowed}", [5000]
    yield "/join-requests", None
    yield f"/invitations?team={team}", None
    yield "/imports", None
    for q in (
        "an binh",
        "nguyen",
        "tran thi",
        session["receipt_code"],
        "0321",
        "4321",
        "0307654321",
    ):
        yield f"/search?q={q.replace(' ', '+')}", None


def _busy(client: Client) -> dict[str, Any]:
    return json.loads(client.call("GET", "/sessions?state=approved&limit=1")[1])["items"][0]


def _commune(client: Client, hamlet: int) -> int:
    above = json.loads(client.call("GET", f"/units/{hamlet}")[1])["path"]
    return next(step["id"] for step in above if step["level"] == "commune")


def tell(port: int, tokens: dict[str, str]) -> int:
    """Print every list with its times; gives how many break the promise. What else a machine does
    adds time to a page and never takes any away: what was over the promise is measured again when
    all the others are done, and breaks it only if it is over it each time."""
    print(f"    {'list (ms: median, p95)':<58}{'first page':>16}{'far down':>16}")
    over = [
        (who, path, far)
        for who in DESKS
        for path, far in lists(port, tokens[who])
        if _tell_one(port, tokens[who], who, path, far)
    ]
    for _ in range(AGAIN):
        if over:
            print("    once more:")
        over = [one for one in over if _tell_one(port, tokens[one[0]], *one)]
    print(f"    over {PROMISE:.0f} ms: {len(over)}")
    return len(over)


def _tell_one(port: int, token: str, who: str, path: str, far: list | None) -> bool:
    """Print the times of a list's first page and of the one far down; whether it is slow."""
    pages = [read_times(port, token, path, TIMES)]
    if far:
        joint = "&" if "?" in path else "?"
        deep = f"{path}{joint}cursor={cursors.encode(far)}"
        pages.append(read_times(port, token, deep, TIMES))
    is_slow = any(page["median"] > PROMISE for page in pages)
    figures = "".join(f"{page['median']:9.1f}{page['p95']:7.1f}" for page in pages)
    print(f"    {who + ' ' + path:<58}{figures}{'  OVER' if is_slow else ''}", flush=True)
    return is_slow
