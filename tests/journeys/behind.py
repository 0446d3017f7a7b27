"""What the server itself says, past the screens: to set a scene, and to see what it really has."""

import json
import uuid
from datetime import datetime
from itertools import count
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen
from zoneinfo import ZoneInfo

from tests.journeys.steps import BAO, KHOA, LAN, Person

PHONES = count(981000001)
PIN = "482915"
PASSWORD = "viec-can-lam-2026"


class Server:
    def __init__(self, address: str):
        self.address = address
        self._tokens: dict[Person, str] = {}

    def call(self, person: Person, method: str, path: str, body=None, headers=None):
        """As somebody, who signs in once for many calls."""
        known = person in self._tokens
        if not known:
            self._tokens[person] = self.token(person.phone, person.secret)
        bearer = {"Authorization": f"Bearer {self._tokens[person]}"}
        try:
            return self.ask(method, path, body, bearer | (headers or {}))
        except HTTPError as refused:
            if not known or refused.code != 401:
                raise
        # The journey has ended that sign-in.
        del self._tokens[person]
        return self.call(person, method, path, body, headers)

    def token(self, phone: str, secret: str) -> str:
        body = {"phone": phone, "secret": secret}
        return self.ask("POST", "/auth/token", body)["access_token"]

    def refuses(self, token: str) -> bool:
        """Whether a sign-in has ended."""
        try:
            self.ask("GET", "/auth/me", headers={"Authorization": f"Bearer {token}"})
        except HTTPError as refused:
            return refused.code == 401
        return False

    def ask(self, method: str, path: str, body=None, headers=None):
        """As nobody in particular."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"} | (headers or {})
        request = Request(f"{self.address}/api/v1{path}", data, headers, method=method)
        with urlopen(request) as answer:
            return json.loads(answer.read() or "null")

    def send(self, person: Person = LAN, turns: int = 20) -> str:
        """A session of today, sent from a phone that nobody looks at; gives its receipt."""
        body = self.body(person, turns)
        return self.call(person, "PUT", f"/sessions/{uuid.uuid4()}", body)["receipt_code"]

    def body(self, person: Person, turns: int) -> dict:
        """What somebody would record of a session of today."""
        team = self.call(person, "GET", "/auth/me")["teams"][0]
        return {
            "team_id": team["id"],
            "place_id": team["home"]["id"],
            "date": datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date().isoformat(),
            "type": "outing",
            "audience": "residents",
            "participants": turns,
            "services": [{"service": "vneid", "assisted": turns, "completed": turns // 2}],
        }

    def sessions(self, person: Person, turns: int) -> list[dict]:
        """Those that somebody recorded today with that many turns."""
        day = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date().isoformat()
        mine = self.call(person, "GET", f"/sessions?mine=true&from={day}&to={day}")["items"]
        return [one for one in mine if one["participants"] == turns]

    def newcomer_far_away(self, name: str) -> Person:
        """Somebody whose sessions, however many, the officer and the hamlets of the other journeys
        never see."""
        far = self.call(BAO, "GET", "/units?level=commune&q=Tam%20N%C3%B4ng")["items"][0]["id"]
        home = self.call(BAO, "GET", f"/units?level=hamlet&within={far}")["items"][0]["id"]
        return self.newcomer(name, by=BAO, home=home)

    def newcomer(self, name: str, by: Person = KHOA, home: int | None = None) -> Person:
        """A volunteer of a team of their own, at the hamlet of the other volunteer if no other is
        named, whose PIN is chosen. The team is called by the name and the phone, as no two are."""
        phone = f"0{next(PHONES)}"
        home = home or self.call(LAN, "GET", "/auth/me")["teams"][0]["home"]["id"]
        day = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date().isoformat()
        team = {
            "kind": "hamlet",
            "name": f"Tổ {name} {phone[-3:]}",
            "home_id": home,
            "founded_on": day,
        }
        team = self.call(by, "POST", "/teams", team)["id"]
        member = {"name": name, "phone": phone, "role": "leader"}
        user = self.call(by, "POST", f"/teams/{team}/members", member)["user_id"]
        code = self.call(by, "POST", f"/users/{user}/recovery-code")["code"]
        self.call(Person(name, phone, code), "POST", "/auth/secret", {"secret": PIN})
        return Person(name, phone, PIN)

    def an_officer(self, name: str, commune: str) -> Person:
        """Of one commune, where no other journey leaves anything to do; with a password that is
        chosen."""
        phone = f"0{next(PHONES)}"
        area = self.call(BAO, "GET", f"/units?level=commune&q={quote(commune)}")["items"][0]["id"]
        body = {"name": name, "phone": phone, "role": "officer", "area_ids": [area]}
        user = self.call(BAO, "POST", "/users", body)["id"]
        code = self.call(BAO, "POST", f"/users/{user}/recovery-code")["code"]
        self.call(Person(name, phone, code), "POST", "/auth/secret", {"secret": PASSWORD})
        return Person(name, phone, PASSWORD)

    def record(self, person: Person, **changes) -> dict:
        """A session of today with those changes; gives it as the server has it."""
        body = self.body(person, 20) | changes
        return self.call(person, "PUT", f"/sessions/{uuid.uuid4()}", body)

    def review(self, officer: Person, session: dict, decision: str, **words) -> dict:
        path, etag = f"/sessions/{session['id']}/review", f'"v{session["version"]}"'
        body = {"decision": decision, **words}
        return self.call(officer, "POST", path, body, {"If-Match": etag})


def unsent(server, person, sessions):
    """A phone says that it still holds some."""
    me = server.call(person, "GET", "/auth/me")["user"]["id"]
    now = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).isoformat()
    batch = {"user_id": me, "device_id": str(uuid.uuid4()), "device_time": now, "items": []}
    server.call(person, "POST", "/sync", batch | {"waiting": list(range(1, sessions + 1))})
