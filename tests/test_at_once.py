"""What two people do at the same moment comes out as if one of them had been first."""

import threading
import time
import uuid
from datetime import date
from unittest.mock import ANY

import pytest
from sqlalchemy import func, select

from server import clock
from server.accounts.models import User
from server.admin_units.models import AdminUnitName
from server.extensions import db, write
from server.imports.contents import Contents
from server.imports.undo import OPEN, Counted
from server.sessions.models import OutreachSession, in_state
from server.teams import actions as teams
from tests.lists import HAMLETS, SESSIONS, TEAMS, bring_in, look
from tests.test_team_days import change
from tests.world import NOON

ENDS = "2026-11-18"


def both(*deeds):
    """The answers' codes, the lower first."""
    codes = []
    threads = [
        threading.Thread(target=lambda do=do: codes.append(do().status_code)) for do in deeds
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(codes)


def applying(person, batch):
    return lambda: person.call("POST", f"/imports/{batch['id']}/apply", json={}, expect=ANY)


def test_a_list_of_hamlets_that_two_write_at_once_comes_in_once(land):
    people = (land.officer(), land.officer("Tâm"))
    looked_at = [look(person, "hamlets", HAMLETS) for person in people]
    assert both(*map(applying, people, looked_at)) == [200, 409]
    with land.app.app_context():
        new = select(func.count()).where(AdminUnitName.name == "Ấp Mới")
        assert db.session.scalar(new) == 1


def test_a_list_of_teams_that_two_write_at_once_comes_in_once(land):
    khoa, tam = people = (land.officer(), land.officer("Tâm"))
    bring_in(khoa, "hamlets", HAMLETS)
    looked_at = [look(person, "teams", TEAMS) for person in people]
    assert both(*map(applying, people, looked_at)) == [200, 409]
    assert names(tam).count("Tổ Ấp Mới") == 1


def names(person):
    return [team["name"] for team in person.get("/teams").json["items"]]


def test_two_found_one_team_and_it_is_there_once(land):
    people = (land.officer(), land.officer("Tâm"))
    new = {"kind": "hamlet", "name": "Tổ Chợ", "home_id": land.units["Ấp 3"]}
    new["founded_on"] = "2026-11-20"
    founding = [lambda p=p: p.call("POST", "/teams", json=new, expect=ANY) for p in people]
    assert both(*founding) == [201, 422]
    assert names(people[0]).count("Tổ Chợ") == 1


def test_of_two_ended_teams_of_one_name_one_comes_back(land):
    people = (land.officer(), land.officer("Tâm"))
    ended = []
    for _ in people:
        team = land.team("Ấp 3", name="Tổ chợ")
        change(people[0], team, dissolved_on=ENDS)
        ended.append(team)

    def back(person, team):
        asked = {"json": {"dissolved_on": None}, "headers": {"If-Match": '"v2"'}, "expect": ANY}
        return lambda: person.call("PATCH", f"/teams/{team}", **asked)

    assert both(*map(back, people, ended)) == [200, 422]


# --- A team that ends while somebody is about to come into it


def new_member(khoa, hoa, team):
    body = {"name": "Tư", "phone": "0953248538"}
    return lambda: khoa.call("POST", f"/teams/{team}/members", json=body, expect=422)


def a_request(khoa, hoa, team):
    body = {"kind": "team", "team_id": team, "role": "member"}
    token = khoa.post("/invitations", body, expect=201).json["token"]
    hoa.post(f"/invitations/{token}/accept", {"request_id": str(uuid.uuid4())}, expect=200)
    (asked,) = khoa.get("/join-requests").json["items"]
    path = f"/join-requests/{asked['id']}/decision"
    return lambda: khoa.call("POST", path, json={"decision": "approve"}, expect=422)


def an_invitation(khoa, hoa, team):
    body = {"kind": "personal", "team_id": team, "role": "member", "name": "Hoa"}
    token = khoa.post("/invitations", body, expect=201).json["token"]
    asked = {"request_id": str(uuid.uuid4())}
    return lambda: hoa.call("POST", f"/invitations/{token}/accept", json=asked, expect=410)


def a_leader(khoa, hoa, team):
    body = {"name": "Tư", "phone": "0953248538"}
    return lambda: khoa.call("POST", f"/teams/{team}/leader", json=body, expect=422)


def a_file_of_people(khoa, hoa, team):
    text = "Họ và tên,Số điện thoại,Tên Tổ\nTư,0953248538,Tổ Ấp 1\n"
    batch = look(khoa, "people", text)
    assert batch["faulty"] == 0
    return lambda: khoa.call("POST", f"/imports/{batch['id']}/apply", json={}, expect=409)


def a_file_of_sessions(khoa, hoa, team):
    batch = look(khoa, "sessions", SESSIONS)
    assert batch["faulty"] == 0
    return lambda: khoa.call("POST", f"/imports/{batch['id']}/apply", json={}, expect=409)


@pytest.mark.parametrize(
    "way", [new_member, a_request, an_invitation, a_leader, a_file_of_people, a_file_of_sessions]
)
def test_nobody_comes_into_a_team_that_ends_at_that_moment(land, way):
    """The end is written and not told yet while the other looks at the team, and waits for it."""
    khoa, tam, hoa = land.officer(), land.officer("Tâm"), land.person("Hoa")
    team = land.teams["Ấp 1"]
    thread = threading.Thread(target=(outcome := Outcome(way(khoa, hoa, team))))

    def end():
        by = db.session.get(User, tam.id)
        teams.change(team, {"dissolved_on": date(2024, 1, 1)}, version=1, by=by)
        db.session.flush()
        thread.start()
        time.sleep(0.7)

    with land.app.app_context(), clock.set_to(NOON):
        write(end)
    thread.join()
    assert outcome.failure is None
    assert khoa.get(f"/teams/{team}/members").json["items"] == []
    assert khoa.get("/sessions").json["items"] == []


class Outcome:
    """What somebody does in another thread; what goes wrong there is looked at here."""

    def __init__(self, deed):
        self.deed, self.failure = deed, None

    def __call__(self):
        try:
            self.deed()
        except AssertionError as failure:
            self.failure = failure


def test_what_moves_while_a_file_is_being_undone_is_counted_as_it_is_then(land):
    """One goes and another comes back: as many as before, and versions that add up to the same."""
    khoa, hanh = land.officer(), land.province()
    batch = bring_in(khoa, "sessions", SESSIONS)
    first, second, _ = khoa.get(f"/sessions?import={batch['id']}").json["items"]
    approved = hanh.review(first, "approve")
    opened = hanh.review(approved, "reopen", comment="Nhầm")
    approved = hanh.review(second, "approve")

    def counted():
        made = Contents(uuid.UUID(batch["id"]))
        return made, Counted(made.sessions(), lambda _: None)

    with land.app.app_context():
        made, before = counted()
        db.session.rollback()
    khoa.withdraw(opened)
    hanh.review(approved, "reopen", comment="Nhầm")
    with land.app.app_context():
        open_ = OutreachSession.id.in_(made.sessions()) & in_state(OPEN)
        assert before.difference(open_) == counted()[1].all
