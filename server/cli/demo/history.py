"""What became of each session: received, looked at, sent back, mended, approved. Turns a told body
into the rows of the database, ids, times, hashes and hints included."""

import json
import uuid
from bisect import insort
from datetime import date, datetime, timedelta
from random import Random
from types import SimpleNamespace

from server.cli.demo import words
from server.cli.demo.people import Person
from server.cli.demo.rows import Told, columns, moment, revision
from server.clock import VIETNAM
from server.sessions import flags
from server.sessions.content import content_hash, receipt_code
from server.sessions.counts import COUNTED_STATES

VERSIONS = ((date(2024, 1, 1), "1.4.2"), (date(2025, 7, 1), "2.1.0"), (date(2026, 3, 1), "2.6.1"))


class History:
    """Writes down sessions up to `end`, the first moment of today; rows pile up by table."""

    def __init__(self, rng: Random, end: datetime):
        self.rng, self.end = rng, end
        self.sessions, self.services, self.co_teams, self.places = [], [], [], []
        self.received, self.decided = [], []  # revisions with and without a body

    def write(self, told: Told) -> None:
        """Write one session; its hints come later, when all are there (`add_flags`)."""
        id = uuid.UUID(int=self.rng.getrandbits(128), version=4)
        recorder = told.recorder or self._recorder(told)
        received = self._received_at(told)
        body = self._sent(told, received)
        row = columns(body) | {
            "id": id,
            "receipt_code": receipt_code(id),
            "state": "pending",
            "version": 1,
            "recorded_by": recorder.id,
            "submitted_by": recorder.id,
            "reviewed_by": None,
            "received_at": received,
            "changed_at": received,
            "waiting_since": received,
            "content_hash": content_hash(body),
            "client": body["client"],
        }
        self._receive(row, body, "recorded", recorder, None)
        self._fare(row, body, told, recorder)
        self.sessions.append(row)
        self._keep_parts(row, body if row["version"] < 3 else row.pop("mended", body))
        row.pop("mended", None)

    def add_flags(self, homes: dict[int, int | None]) -> None:
        """Find the hints of every session in the order of arrival, each against what its team had
        told before. `homes`: team id -> home, when that is a hamlet."""
        taught: dict[uuid.UUID, list] = {}
        for part in self.services:
            taught.setdefault(part["session_id"], []).append(SimpleNamespace(**part))
        counts = {
            key: {s.service: (s.assisted, s.completed) for s in parts}
            for key, parts in taught.items()
        }
        past: dict[int, list] = {}
        at_place: dict[tuple, list] = {}
        for row in sorted(self.sessions, key=lambda row: (row["received_at"], row["id"])):
            before = past.setdefault(row["team_id"], [])
            services = taught.get(row["id"], [])
            session = SimpleNamespace(**row, services=services)
            beside = at_place.setdefault((row["place_id"], row["date"]), [])
            look = flags.Look(
                session,
                flags.Around(
                    past=[known[-1] for known in before[:-21:-1]],
                    same_day=[known[-1] for known in before if known[0] == row["date"]],
                    beside=[known for team, known in beside if team != row["team_id"]],
                ),
                homes[row["team_id"]],
                lambda ids: counts,
            )
            row["flags"] = flags.found(look)
            row["is_clean"] = not row["flags"]
            if row["state"] in COUNTED_STATES and not row["nil"]:
                known = flags.Past(
                    row["id"], row["date"], row["place_id"], row["type"], row["participants"]
                )
                insort(before, (row["date"], row["received_at"], row["id"], known))
                beside.append((row["team_id"], known))

    def _recorder(self, told: Told) -> Person:
        """The leader mostly, else a deputy or member of that day."""
        there = [m.person for m in told.team.members if m.joined <= told.day < m.left]
        return there[0] if self.rng.random() < 0.7 else self.rng.choice(there[:3])

    def _received_at(self, told: Told) -> datetime:
        rng = self.rng
        delay = told.delay
        if delay is None:
            delay = rng.choices((0, 1, 2, 3, 5, 9, 16), weights=(52, 22, 10, 5, 6, 3, 2))[0]
        earliest = 11 * 60 if not delay else 6 * 60 + 40
        if not delay and "start_time" in told.body:
            hour, minute = map(int, told.body["start_time"].split(":"))
            earliest = hour * 60 + minute + told.body["duration_min"]
        minutes = min(earliest + rng.expovariate(1 / 150), 23 * 60)
        at = moment(told.day + timedelta(days=int(delay)), round(minutes), rng)
        return min(at, self.end - timedelta(minutes=rng.randint(10, 100)))

    def _sent(self, told: Told, received: datetime) -> dict:
        version = "1.0.3"
        for since, name in VERSIONS:
            version = name if told.day >= since else version
        made = received - timedelta(minutes=self.rng.choice((1, 2, 3, 5, 14, 55)))
        client = {"created_at": made.strftime("%Y-%m-%dT%H:%M:%SZ"), "app_version": version}
        return told.body | {"client": client}

    def _fare(self, row: dict, body: dict, told: Told, recorder: Person) -> None:
        """The officer's decisions, as far as there was time for them."""
        rng, fate = self.rng, told.fate
        if fate == "pending":
            return
        if not fate and rng.random() < 0.005:
            return self._withdraw(row, recorder)
        at = self._later(row["changed_at"], told.waits)
        if at >= self.end:
            return None
        decision = fate or rng.choices(("approved", "returned", "refused"), (943, 49, 8))[0]
        self._decide(row, decision, at, told)
        if decision == "returned" and not fate and (told.mends or rng.random() < 0.96):
            return self._mend(row, body, told, recorder)
        return None

    def _mend(self, row: dict, body: dict, told: Told, recorder: Person) -> None:
        at = self._later(row["changed_at"], self.rng.uniform(0.4, 5), evening=True)
        if at >= self.end:
            return
        body = json.loads(json.dumps(body))
        for taught in body.get("services", ()):
            if "completed" in taught:
                taught["completed"] = max(0, taught["completed"] - self.rng.randint(0, 4))
        body["note"] = "Đã kiểm tra lại với sổ của Tổ."
        base = row["version"]
        row.update(columns(body), state="pending", reviewed_by=None, mended=body)
        row.update(
            version=base + 1, changed_at=at, waiting_since=at, content_hash=content_hash(body)
        )
        self._receive(row, body, "amended", recorder, base)
        decided = self._later(at, told.waits)
        if decided < self.end:
            self._decide(row, "approved", decided, told)

    def _decide(self, row: dict, decision: str, at: datetime, told: Told) -> None:
        rng, words_of = self.rng, {"reasons": [], "fields": [], "comment": None}
        if decision == "returned":
            reason, field, comment = told.answer or rng.choice(words.RETURNS)
            if field.startswith("services.") and not any(
                s["service"] in field for s in told.body.get("services", ())
            ):
                field = "services"
            words_of = {"reasons": [reason], "fields": [field], "comment": comment}
        elif decision == "refused":
            words_of["comment"] = rng.choice(words.REFUSALS)
        row.update(state=decision, version=row["version"] + 1, changed_at=at)
        row["reviewed_by"] = told.reviewer.id
        self._note(row, decision, told.reviewer, **words_of)

    def _withdraw(self, row: dict, recorder: Person) -> None:
        at = row["changed_at"] + timedelta(minutes=self.rng.randint(3, 1300))
        if at < self.end:
            row.update(state="withdrawn", version=2, changed_at=at)
            self._note(row, "withdrawn", recorder, comment=self.rng.choice(words.WITHDRAWALS))

    def _receive(self, row: dict, body: dict, action: str, by: Person, base: int | None) -> None:
        self.received.append(
            revision(row, action, by)
            | {"base_version": base, "content_hash": row["content_hash"], "body": body}
        )

    def _note(self, row: dict, action: str, by: Person, **words_of) -> None:
        self.decided.append(revision(row, action, by) | words_of)

    def _later(self, at: datetime, days: float | None, *, evening: bool = False) -> datetime:
        """Some days later, in office hours of a working day, or in the evening of any."""
        rng = self.rng
        days = min(25, rng.lognormvariate(0.75, 0.95)) if days is None else days
        day = (at + timedelta(days=max(0.6, days))).astimezone(VIETNAM).date()
        if evening:
            minutes = rng.randint(18 * 60, 22 * 60)
        else:
            minutes = rng.choice((8, 9, 10, 14, 15, 16)) * 60 + rng.randint(0, 59)
            if day.weekday() > 4 and rng.random() < 0.9:
                day += timedelta(days=7 - day.weekday())
        then = moment(day, minutes, rng)
        return then if then > at else then + timedelta(days=1)

    def _keep_parts(self, row: dict, body: dict) -> None:
        for position, taught in enumerate(body.get("services", ())):
            self.services.append(
                {"session_id": row["id"], "position": position, "completed": None} | taught
            )
        for team_id in body.get("co_team_ids", ()):
            self.co_teams.append({"session_id": row["id"], "team_id": team_id})
        for place_id in body.get("other_place_ids", ()):
            self.places.append({"session_id": row["id"], "place_id": place_id})
