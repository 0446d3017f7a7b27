"""Every route says who may call it, and keeps to it: as every role, in and out of area."""

import re
import uuid

import pytest

from server.access.permissions import ROLE_PERMISSIONS, Permission, Role
from tests.world import Person

OPEN = {
    ("POST", "/api/v1/auth/login"),
    ("POST", "/api/v1/auth/token"),
    ("POST", "/api/v1/auth/refresh"),
    # Who comes by an invitation has no sign-in yet; the code is what opens these.
    ("GET", "/api/v1/invitations/<token>"),
    ("POST", "/api/v1/invitations/<token>/accept"),
    ("GET", "/api/v1/invitations/<token>/requests/<request_id>"),
}
ROLES = list(Role)


def routes(app):
    """(method, rule, the view's stated access) of every route of ours."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            yield method, rule.rule, _stated(view)


def _stated(view):
    while view is not None:
        if hasattr(view, "_access"):
            return view._access
        view = getattr(view, "__wrapped__", None)
    return None


def guarded(app):
    return [(m, r, a) for m, r, a in routes(app) if isinstance(a, Permission)]


def concrete(rule):
    """The address of a rule with ids that nobody has."""
    rule = re.sub(r"<int[^>]*>", "999999", rule)
    return re.sub(r"<[a-z_]+>", str(uuid.uuid4()), rule)


def test_every_route_states_a_permission_or_public(app):
    assert [(m, r) for m, r, access in routes(app) if access is None and "openapi" not in r] == []
    public = {(m, r) for m, r, access in routes(app) if access == "public" and "/v1/" in r}
    assert {(m, r) for m, r in public if "/docs" not in r} == OPEN


def test_without_a_sign_in_every_guarded_route_answers_401(app):
    client = app.test_client()
    for method, rule, _ in guarded(app):
        answer = client.open(concrete(rule), method=method, json={})
        assert (answer.status_code, answer.json["code"]) == (401, "token_missing"), rule


@pytest.mark.parametrize("role", ROLES)
def test_a_role_reaches_exactly_the_routes_of_its_permissions(world, role):
    areas = [] if role == Role.VOLUNTEER else ["tỉnh Sen"]
    person = world.person("Mai", role, areas=areas)
    for method, rule, permission in guarded(world.app):
        if rule.endswith("/logout"):
            continue
        with _open(person, method, concrete(rule)) as answer:
            allowed = permission in ROLE_PERMISSIONS[role]
            refused = answer.status_code == 403 and answer.json["code"] == "forbidden"
            assert refused != allowed, rule
            assert answer.status_code < 500, rule


def test_a_role_may_do_nothing_that_its_table_leaves_out():
    office = {Role.OFFICER, Role.PROVINCE_STAFF, Role.SYSTEM_ADMINISTRATOR}
    for permission in (Permission.SESSION_REVIEW, Permission.PEOPLE_MANAGE, Permission.AUDIT_READ):
        assert {r for r in Role if permission in ROLE_PERMISSIONS[r]} == office


def test_an_officer_neither_sees_nor_touches_the_next_district(world):
    hoa = world.volunteer("Hoa", "Ấp 4")
    there = hoa.record(world.body(hoa.team, "Ấp 4"))
    khoa = world.officer("Khoa", "cụm Bắc")
    assert khoa.get("/sessions").json["items"] == []
    path = f"/sessions/{there['id']}"
    unknown = f"/sessions/{uuid.uuid4()}"
    for tail in ("", "/history"):
        hidden, absent = khoa.get(path + tail, expect=404), khoa.get(unknown + tail, expect=404)
        assert hidden.json["detail"] == absent.json["detail"]
    khoa.review(there, "approve", expect=404)
    many = {"decision": "approve", "sessions": [{"id": there["id"], "etag": '"v1"'}]}
    assert khoa.post("/reviews", many).json["results"][0]["status"] == 404
    khoa.get(f"/teams/{hoa.team}", expect=404)
    khoa.get(f"/rollups?unit={world.units['cụm Nam']}", expect=403)
    khoa.get(f"/rollups?unit={world.units['tỉnh Sen']}", expect=403)
    khoa.get(f"/rollups/sessions?unit={world.units['xã Cúc']}&cell=participants", expect=403)
    khoa.get(f"/coverage?unit={world.units['cụm Nam']}", expect=403)
    khoa.get(f"/users/{hoa.id}", expect=404)
    khoa.post(f"/users/{hoa.id}/recovery-code", expect=404)
    assert hoa.get(path).json["state"] == "pending"


def test_a_volunteer_sees_their_teams_and_their_own_hamlet_only(world):
    lan, hoa = world.volunteer("Lan", "Ấp 1"), world.volunteer("Hoa", "Ấp 2")
    theirs = hoa.record(world.body(hoa.team, "Ấp 2"))
    lan.get(f"/sessions/{theirs['id']}", expect=404)
    assert lan.get("/sessions").json["items"] == []
    lan.get(f"/rollups?unit={world.units['Ấp 1']}")
    lan.get(f"/rollups?team={lan.team}&unit={world.units['Ấp 1']}")
    lan.get(f"/rollups?unit={world.units['Ấp 2']}", expect=403)
    lan.get(f"/rollups?team={hoa.team}&unit={world.units['Ấp 2']}", expect=404)
    lan.get(f"/rollups?team={lan.team}&unit={world.units['tỉnh Sen']}")  # their own part of it
    lan.get(f"/coverage?unit={world.units['tỉnh Sen']}&team={lan.team}", expect=403)
    lan.get(f"/coverage?unit={world.units['Ấp 1']}", expect=403)
    lan.record(world.body(hoa.team, "Ấp 2"), expect=422)
    lan.call("POST", "/reviews", json={}, expect=403)
    lan.get("/reports/rollup.csv", expect=403)


def test_somebody_elses_uuid_reveals_nothing(world):
    lan, hoa = world.volunteer("Lan", "Ấp 1"), world.volunteer("Hoa", "Ấp 4")
    theirs = hoa.record(world.body(hoa.team, "Ấp 4", note="Chợ đông"))
    answer = lan.record(world.body(lan.team), session_id=theirs["id"], expect=409)
    assert answer["code"] == "session_conflict"
    assert "Chợ" not in str(answer)


def test_who_left_keeps_nothing_and_what_they_recorded_stays(world):
    lan, khoa = world.volunteer(), world.officer()
    recorded = lan.record(world.body(lan.team))
    khoa.call("DELETE", f"/teams/{lan.team}/members/{lan.id}", expect=204)
    lan.get(f"/sessions/{recorded['id']}", expect=404)
    assert lan.get("/auth/me").json["teams"] == []
    assert khoa.get(f"/sessions/{recorded['id']}").json["recorded_by"]["name"] == "Lan"


def test_an_area_that_has_ended_keeps_its_places(world):
    lan = world.volunteer("Lan", "Ấp 1")
    recorded = lan.record(world.body(lan.team))
    old = world.officer("Sáu", "huyện Bắc")
    assert old.get(f"/sessions/{recorded['id']}").json["state"] == "pending"
    commune = world.officer("Bảy", "xã An Bình")
    before = lan.record(world.body(lan.team, date="2024-05-04"))
    assert commune.get(f"/sessions/{before['id']}").json["place"]["full_name"] == "Ấp 1, xã An"


def test_disabling_somebody_takes_effect_at_once(world):
    lan, khoa = world.volunteer(), world.officer()
    body = {"disabled": True, "reason": "Nghỉ việc"}
    khoa.call("PATCH", f"/users/{lan.id}", json=body, headers={"If-Match": '"v1"'})
    assert lan.get("/auth/me", expect=401).json["code"] == "token_revoked"


def test_people_are_made_inside_the_area_and_below_the_rank_only(world):
    khoa = world.officer()
    person = {"name": "Tư", "phone": "0912345678", "role": "officer", "area_ids": []}
    khoa.post("/users", person, expect=422)
    hanh = world.province()
    inside = person | {"area_ids": [world.units["cụm Nam"]]}
    made = hanh.post("/users", inside, expect=201).json
    assert made["areas"][0]["unit_id"] == world.units["cụm Nam"]
    khoa.get(f"/users/{made['id']}", expect=404)
    hanh.post("/users", inside | {"role": "province_staff", "phone": "0912345679"}, expect=422)
    again = hanh.post("/users", inside, expect=422).json
    assert again["errors"][0]["code"] == "phone_taken"


def test_nobody_reviews_their_own_and_the_level_above_does(world):
    team = world.team("Ấp 1")
    khoa, hanh = world.officer(), world.province()
    own = khoa.record(world.body(team, source="proxy"))
    assert khoa.review(own, "approve", expect=403)["code"] == "own_session"
    assert hanh.review(own, "approve")["state"] == "approved"


def _open(person: Person, method, path):
    headers = {"Authorization": f"Bearer {person.token}", "If-Match": '"v1"'}
    return person.app.test_client().open(path, method=method, json={}, headers=headers)


def test_an_officer_reads_the_phone_of_an_author_of_their_area_only(world):
    khoa, hanh, lan = world.officer(), world.province(), world.volunteer()
    session = lan.record(world.body(lan.team))
    path = f"/sessions/{session['id']}"
    assert khoa.get(path).json["author_phone"] == lan.phone
    assert hanh.get(path).json["author_phone"] == lan.phone
    assert lan.get(path).json["author_phone"] is None
    entered = hanh.record(world.body(lan.team, "Ấp 2", source="paper"))
    assert khoa.get(f"/sessions/{entered['id']}").json["author_phone"] is None
    # Of another area's team, though the session was held here.
    youth = world.team("tỉnh Sen", kind="youth")
    visiting = world.person("Tám", team=youth).record(world.body(youth, "Ấp 1"))
    assert khoa.get(f"/sessions/{visiting['id']}").json["author_phone"] is None
