"""People at a browser who are not signed in, with an invitation in their hand."""

import uuid

from server import clock
from tests.world import NOON

PIN = "270694"


def visitor(world):
    """Somebody at a browser who is not signed in: `visit("POST", path, json)`."""
    client = world.app.test_client()

    def call(method, path, json=None, expect=200, at=NOON):
        with clock.set_to(at):
            answer = client.open(f"/api/v1{path}", method=method, json=json)
        assert answer.status_code == expect, answer.get_data(as_text=True)
        return answer.json

    call.client = client
    return call


def invited(person, team, kind="personal", expect=201, **more):
    return person.post("/invitations", {"team_id": team, "kind": kind, **more}, expect=expect).json


def accept(visit, invitation, phone="0912 345 678", secret=PIN, name="Hoa", expect=200, **more):
    body = {"request_id": str(uuid.uuid4()), "name": name, "phone": phone, "secret": secret}
    return visit("POST", f"/invitations/{invitation['token']}/accept", body | more, expect, NOON)


def sign_in(visit, phone, secret=PIN, expect=200):
    return visit("POST", "/auth/login", {"phone": phone, "secret": secret}, expect)


def me(visit):
    return visit("GET", "/auth/me")
