"""After any series of actions the totals are what the sessions say, parents equal their children,
and the grand total is the same on every map."""

from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import update

from server.extensions import db, write
from server.rollups.actions import differences, rebuild
from server.rollups.models import PlaceTotal
from server.sessions.totals import expected
from tests.conftest import empty_tables
from tests.world import World

# Month ends, both halves of a month, both sides of the reform, both sides of a reporting year.
DAYS = [
    "2024-12-14",
    "2024-12-15",
    "2024-12-31",
    "2025-01-01",
    "2025-06-30",
    "2025-07-01",
    "2025-07-14",
    "2025-07-15",
    "2026-10-31",
    "2026-11-01",
    "2026-11-14",
    "2026-11-15",
    "2026-11-20",
]
TYPES = ("outing", "training_class", "home_visit", "online", "broadcast")
AUDIENCES = ("residents", "traders", "team_members", "officials", "mixed")
counts = st.integers(0, 40)


class Sessions(RuleBasedStateMachine):
    app = None
    sessions = Bundle("sessions")

    def __init__(self):
        super().__init__()
        empty_tables(self.app)
        self.world = World(self.app)
        self.lan = self.world.volunteer("Lan", "Ấp 1")
        self.teams = [self.lan.team, self.world.team("Ấp 2"), self.world.team("Ấp 3")]
        self.khoa, self.hanh = self.world.officer(), self.world.province()

    @rule(
        target=sessions,
        day=st.sampled_from(DAYS),
        place=st.sampled_from(("Ấp 1", "Ấp 2", "commune")),
        type=st.sampled_from(TYPES),
        audience=st.sampled_from(AUDIENCES),
        n=counts,
        parts=st.tuples(*(st.none() | st.integers(0, 1) for _ in range(5))),
        completed=st.none() | st.integers(0, 1),
        others=st.booleans(),
        co_team=st.booleans(),
    )
    def record(self, day, place, type, audience, n, parts, completed, others, co_team):
        commune = "xã An" if day < "2025-07-01" else "xã An Bình"
        body = self.world.body(
            self.lan.team,
            commune if place == "commune" else place,
            date=day,
            type=type,
            audience=audience,
            participants=n,
            services=[{"service": "vneid", "assisted": n, "completed": completed and n}],
            staff_participants=n // 2 if audience == "mixed" else None,
            co_team_ids=[self.teams[1]] if co_team else None,
        )
        for name, part in zip(
            ("first_time", "female", "elderly", "households"), parts, strict=False
        ):
            if part is not None:
                body[name] = n * part if name != "households" else part
        if others:
            body["other_place_ids"] = [self.world.units["Ấp 2" if place == "Ấp 1" else "Ấp 1"]]
            body["other_place_ids"] = [p for p in body["other_place_ids"] if p != body["place_id"]]
        return {"body": body, **self.lan.record(body)}

    @rule(target=sessions, day=st.sampled_from(DAYS))
    def report_nil(self, day):
        here = self.world.units["Ấp 1"]
        body = {"team_id": self.lan.team, "place_id": here, "date": day, "nil": True}
        return {"body": body, **self.lan.record(body)}

    @rule(session=sessions)
    def send_the_same_again(self, session):
        expect = 410 if self._now(session)["state"] == "withdrawn" else 200
        self.lan.put(f"/sessions/{session['id']}", session["body"], expect=expect)

    @rule(session=sessions, n=counts, day=st.sampled_from(DAYS), co_team=st.booleans())
    def amend_and_lose_the_answer(self, session, n, day, co_team):
        now = self._now(session)
        if session["body"].get("nil") or now["state"] not in ("pending", "returned"):
            return
        commune = self.world.units["xã An" if day < "2025-07-01" else "xã An Bình"]
        known = self.world.units.values()
        body = session["body"] | {
            "date": day,
            "participants": n,
            "services": [{"service": "edongthap", "assisted": n}],
            "co_team_ids": self.teams[1:2] if co_team else [],
        }
        communes = {self.world.units["xã An"], self.world.units["xã An Bình"]}
        if body["place_id"] in communes:
            body["place_id"] = commune
        for name in ("first_time", "female", "elderly", "staff_participants"):
            body.pop(name, None)
        assert body["place_id"] in known
        headers = {"If-Match": f'"v{now["version"]}"'}
        for _ in range(2):
            answer = self.lan.put(f"/sessions/{session['id']}", body, headers=headers)
        assert answer.headers["Idempotent-Replay"] == "true"

    @rule(session=sessions, decision=st.sampled_from(("approve", "return", "refuse", "reopen")))
    def review(self, session, decision):
        now = self._now(session)
        decided = ("approved", "returned", "refused")
        fits = now["state"] in (decided if decision == "reopen" else ("pending",))
        expect = 200 if fits else 410 if now["state"] == "withdrawn" else 409
        self.khoa.review(now, decision, expect=expect, reasons=["implausible"], comment="Xem lại")

    @rule(kept=sessions, other=sessions)
    def merge(self, kept, other):
        kept, other = self._now(kept), self._now(other)
        fits = (
            kept["id"] != other["id"]
            and kept["date"] == other["date"]
            and not (kept["nil"] or other["nil"])
            and kept["state"] in ("pending", "approved")
            and other["state"] in ("pending", "approved", "returned")
        )
        if fits:
            merged = {"id": other["id"], "etag": f'"v{other["version"]}"'}
            headers = {"If-Match": f'"v{kept["version"]}"'}
            self.khoa.post(f"/sessions/{kept['id']}/merge", {"other": merged}, headers=headers)

    @rule(session=sessions)
    def take_out_of_a_merge(self, session):
        now = self._now(session)
        if now["merged_into"] is None:
            return
        headers = {"If-Match": f'"v{now["version"]}"'}
        path = f"/sessions/{now['id']}/merge"
        self.khoa.call("DELETE", path, headers=headers)

    @rule()
    def approve_what_waits(self):
        waiting = self.khoa.get("/sessions?state=pending&limit=100").json["items"]
        wanted = [{"id": s["id"], "etag": f'"v{s["version"]}"'} for s in waiting]
        answer = self.khoa.post("/reviews", {"decision": "approve", "sessions": wanted})
        assert {result["status"] for result in answer.json["results"]} <= {200}

    @rule(session=consumes(sessions))
    def withdraw(self, session):
        now = self._now(session)
        fits = now["state"] in ("pending", "returned", "withdrawn")
        self.lan.withdraw(now, expect=204 if fits else 409)

    @invariant()
    def totals_are_what_the_sessions_say(self):
        with self.app.app_context():
            found = differences(expected())
            db.session.rollback()
        assert set(found.values()) == {0}, found

    @invariant()
    def parents_equal_children_on_every_map(self):
        grand = []
        for map_ in ("2024-12-31", "2026-11-21"):
            query = f"from=2024-12-10&to=2026-11-18&map={map_}&state=provisional"
            top = self.hanh.get(f"/rollups?{query}&by=district").json
            assert summed(top["rows"]) == additive(top["total"])
            for row in top["rows"]:
                if row["unit"]:
                    below = self.hanh.get(f"/rollups?{query}&by=hamlet&unit={row['unit']['id']}")
                    assert additive(below.json["total"]) == additive(row)
                    assert summed(below.json["rows"]) == additive(row)
            grand.append(additive(top["total"]))
        assert grand[0]["counts"] == grand[1]["counts"]

    def _now(self, session):
        answer = self.lan.get(f"/sessions/{session['id']}")
        return answer.json


def additive(row):
    """The parts of a row that add up, with and without what depends on the map."""
    counted = ("sessions", "participants", "team_members_trained", "services", "pending",
               "first_time", "female", "elderly", "households", "on_time")  # fmt: skip
    ratios = ("hamlets_with_team", "communes_with_team", "hamlets_reached", "active_teams")
    counts = {name: row[name] for name in counted}
    taught = {code: n for code, n in row["services"].items() if n["assisted"] or n["completed"]}
    return {
        "counts": counts | {"services": taught},
        "ratios": {name: row[name] for name in ratios},
    }


def summed(rows):
    """The field-by-field sum of rows."""

    def add(one, other):
        if isinstance(one, dict):
            keys = one.keys() | other.keys()
            return {
                k: add(one.get(k, _zero(other.get(k))), other.get(k, _zero(one.get(k))))
                for k in keys
            }
        return one + other

    total = additive(rows[0])
    for row in rows[1:]:
        total = add(total, additive(row))
    return total


def _zero(like):
    return {} if isinstance(like, dict) else 0


def test_totals_hold_after_any_series_of_actions(app):
    machine = type("OnThisDatabase", (Sessions,), {"app": app})
    run_state_machine_as_test(machine)


def test_a_total_that_was_tampered_with_is_found(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team))
    with world.app.app_context():
        write(lambda: db.session.execute(update(PlaceTotal).values(participants=26)))
        assert differences(expected())["place_total"] == 4  # both grains, as stored and as wanted
        write(rebuild, expected())
        assert set(differences(expected()).values()) == {0}
