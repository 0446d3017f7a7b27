"""What is to be done: each number is as long as the list that it opens, and nobody's number counts
what lies outside their area."""

import uuid
from datetime import date, timedelta

import pytest

from tests.world import NOON, TODAY


def counts(person, query=""):
    body = person.get(f"/worklist{query}").json
    return {name: body[name]["n"] for name in body if isinstance(body[name], dict)}


def everything(person, path):
    items, cursor = [], ""
    while cursor is not None:
        page = person.get(f"{path}{'&' if '?' in path else '?'}limit=1{cursor}").json
        items += page["items"]
        cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"
    return items


def test_each_number_is_as_long_as_its_list(world):
    lan, tam = world.volunteer("Lan", "Ấp 1"), world.volunteer("Tám", "Ấp 3")
    khoa = world.officer()
    lan.record(world.body(lan.team))
    lan.record(world.body(lan.team, "Ấp 2", participants=30))
    returned = tam.record(world.body(tam.team, "Ấp 3"))
    khoa.review(returned, "return", reasons=["wrong_date"])
    approved = tam.record(world.body(tam.team, "Ấp 3", participants=31, date="2026-11-10"))
    khoa.review(approved, "approve")
    tam.post(f"/sessions/{approved['id']}/reopen-request", {"reason": "Nhầm số"})
    lists = {
        "pending": "/sessions?state=pending",
        "flagged": "/sessions?state=pending&flagged=true",
        "returned": "/sessions?state=returned",
        "asked_back": "/sessions?asked_back=true",
        "join_requests": "/join-requests",
        "teams_idle": "/worklist/teams",
    }
    told = counts(khoa)
    assert told == {name: len(everything(khoa, path)) for name, path in lists.items()} | {
        "hamlets_silent": 0
    }
    assert told["pending"] == 2 and told["flagged"] == 1 and told["asked_back"] == 1


def test_hamlets_without_a_session_are_those_that_coverage_shows_without(world):
    khoa, lan = world.officer(), world.volunteer()
    assert khoa.get("/worklist").json["hamlets_silent"] == {"n": 3, "of": 3}
    lan.record(world.body(lan.team, other_place_ids=[world.units["Ấp 2"]]))
    lan.record(world.body(lan.team, "Ấp 1", date="2026-10-02", type="help_point"))
    silent = khoa.get("/worklist").json["hamlets_silent"]
    rows = khoa.get("/coverage?state=provisional").json["rows"]
    assert silent == {"n": 1, "of": 3}
    assert sum(row["states"][-1] != "active" for row in rows) == silent["n"]


def test_a_team_is_quiet_after_thirty_days_without_a_session_of_its_own_or_a_joint_one(world):
    khoa = world.officer()
    lan, tam = world.volunteer("Lan", "Ấp 1"), world.volunteer("Tám", "Ấp 2")
    world.team("Ấp 3", name="Tổ mới", founded=TODAY - timedelta(days=10))
    never = world.team("Ấp 3", name="Tổ chưa từng")
    lan.record(world.body(lan.team, date=(TODAY - timedelta(days=31)).isoformat()))
    tam.record(world.body(tam.team, "Ấp 2", date=(TODAY - timedelta(days=45)).isoformat()))

    def quiet():
        return [(i["team"]["id"], i["days"]) for i in everything(khoa, "/worklist/teams")]

    assert quiet() == [(never, None), (tam.team, 45), (lan.team, 31)]
    assert khoa.get("/worklist").json["teams_idle"] == {"n": 3, "of": 4, "days": 30}
    second = everything(khoa, "/worklist/teams")[1]
    assert second["leader"] == {"name": "Tám", "phone": tam.phone}
    at_home = second["team"]["home"]["name"]
    levels = ["province", "district", "commune", "hamlet"]
    assert [unit["level"] for unit in second["path"]] == levels
    assert second["path"][-1]["name"] == at_home
    lan.record(world.body(lan.team, co_team_ids=[tam.team], date=(TODAY).isoformat()))
    assert quiet() == [(never, None)]


def test_a_quiet_team_named_after_a_former_commune_says_so_and_no_other_does(world):
    khoa = world.officer()
    names = ["Tổ Ấp 1, An", "Tổ Ấp 1, xã an", "Tổ Ấp 1, An Bình", "Tổ Ấp 1, nhóm chợ", "Tổ An"]
    for name in names:
        world.team("Ấp 1", name=name)
    world.team("Ấp 4", name="Tổ Ấp 4, Cúc")
    found = {i["team"]["name"]: i["called"] for i in everything(khoa, "/worklist/teams")}
    former = "Tổ Ấp 1 (xã An cũ)"
    assert found == dict(zip(names, [former, former, *names[2:]], strict=True))


def test_nobody_is_told_to_call_a_leader_who_was_disabled(world):
    khoa, tam = world.officer(), world.volunteer("Tám", "Ấp 2")
    etag = {"If-Match": khoa.get(f"/users/{tam.id}").headers["ETag"]}
    khoa.call(
        "PATCH", f"/users/{tam.id}", json={"disabled": True, "reason": "Nghỉ việc"}, headers=etag
    )
    (idle,) = everything(khoa, "/worklist/teams")
    assert idle["leader"] is None
    rows = {row["unit"]["name"]: row for row in khoa.get("/coverage").json["rows"]}
    assert rows["Ấp 2"]["team"]["leader"] is None


def test_nobody_counts_what_lies_outside_their_area(world):
    lan, far = world.volunteer("Lan", "Ấp 1"), world.volunteer("Xa", "Ấp 4")
    khoa, hanh = world.officer(), world.province()
    for person, place in ((lan, "Ấp 1"), (far, "Ấp 4")):
        person.record(world.body(person.team, place))
    assert counts(khoa)["pending"] == 1
    assert counts(hanh)["pending"] == 2
    north, south = world.units["cụm Bắc"], world.units["cụm Nam"]
    assert counts(hanh, f"?unit={south}")["pending"] == 1
    assert hanh.get(f"/worklist?unit={south}").json["hamlets_silent"] == {"n": 0, "of": 1}
    assert counts(khoa, f"?unit={north}") == counts(khoa)
    khoa.get(f"/worklist?unit={south}", expect=403)
    khoa.get(f"/worklist/teams?unit={south}", expect=403)
    lan.get("/worklist", expect=403)


@pytest.mark.parametrize(
    ("today", "since"),
    [
        (date(2026, 11, 21), date(2026, 11, 16)),  # a Saturday: Monday to Friday have passed
        (date(2026, 11, 20), date(2026, 11, 13)),  # a Friday: back to the Friday before
        (date(2026, 11, 23), date(2026, 11, 16)),
    ],
)
def test_five_working_days_skip_the_weekend(today, since):
    from server.sessions.waiting import overdue_before

    assert overdue_before(today).date() == since


def test_what_has_waited_too_long_is_told(world):
    lan, khoa = world.volunteer(), world.officer()
    lan.record(world.body(lan.team, date="2026-11-10"), at=NOON - timedelta(days=8))
    lan.record(world.body(lan.team, participants=30))
    pending = khoa.get("/worklist").json["pending"]
    assert pending == {"n": 2, "oldest_on": "2026-11-13", "overdue": 1, "own": 0}
    assert [one["date"] for one in everything(khoa, "/sessions?late=true")] == ["2026-11-10"]
    khoa.record(world.body(lan.team, participants=31, source="paper"))
    assert khoa.get("/worklist").json["pending"]["own"] == 1
    assert world.province().get("/worklist").json["pending"]["own"] == 0


def test_what_another_officer_entered_is_not_for_oneself_to_decide(world):
    khoa, thu, hanh = world.officer("Khoa"), world.officer("Thu"), world.province()
    lan = world.volunteer()
    lan.record(world.body(lan.team))
    thu.record(world.body(lan.team, "Ấp 2", source="paper", conducted_by=lan.id))
    khoa.record(world.body(lan.team, "Ấp 3", source="paper", conducted_by=lan.id))

    def decidable(who):
        items = who.get("/sessions?state=pending").json["items"]
        return sum("approve" in item["may"] for item in items)

    for who, n, own in ((khoa, 1, 2), (thu, 1, 2), (hanh, 3, 0)):
        told = who.get("/worklist").json["pending"]
        assert (told["n"], told["own"], decidable(who)) == (3, own, n)


def test_the_queue_holds_what_is_ones_own_to_decide_and_the_rest_stands_apart(world):
    """Also from page to page, with what is one's own between the others."""
    khoa, thu, hanh = world.officer("Khoa"), world.officer("Thu"), world.province()
    lan, old = world.volunteer(), NOON - timedelta(days=8)
    for n in range(3):
        lan.record(world.body(lan.team, participants=31 + n, date="2026-11-12"))
        entered = world.body(lan.team, participants=41 + n, date="2026-11-11", source="paper")
        khoa.record(entered, at=old)
    thu.record(world.body(lan.team, "Ấp 2", date="2026-11-11", source="paper"), at=old)
    path = "/sessions?state=pending&sort=review"
    for who, n in ((khoa, 3), (thu, 3), (hanh, 7)):
        ours = everything(who, f"{path}&decidable=true")
        rest = everything(who, f"{path}&decidable=false")
        assert all("approve" in one["may"] for one in ours)
        assert not any("approve" in one["may"] for one in rest)
        assert (len(ours), len(rest)) == (n, 7 - n)
        told = who.get("/worklist").json
        assert told["pending"]["n"] - told["pending"]["own"] == len(ours)
        assert told["flagged"]["n"] == sum(bool(one["flags"]) for one in ours)
        late = everything(who, "/sessions?late=true&decidable=true")
        assert told["pending"]["overdue"] == len(late)
    # What they entered themselves has waited longest, for somebody else.
    assert khoa.get("/worklist").json["pending"]["oldest_on"] == TODAY.isoformat()


def test_who_asks_for_what_they_entered_themselves_waits_for_somebody_else(world):
    khoa, hanh, lan = world.officer(), world.province(), world.volunteer()
    own = khoa.record(world.body(lan.team, source="paper"))
    hanh.review(own, "approve")
    khoa.post(f"/sessions/{own['id']}/reopen-request", {"reason": "Nhầm số"})
    for who, n in ((khoa, 0), (hanh, 1)):
        listed = everything(who, "/sessions?asked_back=true&decidable=true")
        assert (counts(who)["asked_back"], len(listed)) == (n, n)


def test_a_slip_taken_back_does_not_make_an_overdue_session_a_fresh_one(world):
    khoa, lan = world.officer(), world.volunteer()
    session = lan.record(world.body(lan.team, date="2026-11-10"), at=NOON - timedelta(days=11))

    def overdue():
        told = khoa.get("/worklist").json["pending"]
        assert told["overdue"] == len(everything(khoa, "/sessions?late=true"))
        return told["overdue"], told["oldest_on"]

    assert overdue() == (1, "2026-11-10")
    for decision, words in (
        ("approve", {}),
        ("return", {"reasons": ["wrong_date"]}),
        ("refuse", {"comment": "Trùng"}),
    ):
        session = khoa.review(session, decision, **words)
        session = khoa.review(session, "reopen", comment="Bấm nhầm")
        assert overdue() == (1, "2026-11-10")


def test_what_is_reopened_long_after_its_approval_waits_from_then_on(world):
    khoa, lan = world.officer(), world.volunteer()
    session = lan.record(world.body(lan.team, date="2026-11-02"), at=NOON - timedelta(days=19))
    approved = khoa.review(session, "approve", at=NOON - timedelta(days=18))
    khoa.review(approved, "reopen", comment="Sai nơi tổ chức")
    told = khoa.get("/worklist").json["pending"]
    assert (told["overdue"], told["oldest_on"]) == (0, TODAY.isoformat())


def test_who_asks_to_join_is_counted_and_listed_by_the_unit_of_the_team(world):
    lan, tam, khoa = world.volunteer("Lan", "Ấp 1"), world.volunteer("Tám", "Ấp 3"), world.officer()
    for leader, phone in ((lan, "0909000001"), (tam, "0909000002")):
        wanted = {"team_id": leader.team, "kind": "team"}
        token = leader.post("/invitations", wanted, expect=201).json["token"]
        asking = {"request_id": str(uuid.uuid4()), "name": "Mai", "phone": phone}
        accepted = asking | {"secret": "482915"}
        leader.post(f"/invitations/{token}/accept", accepted)
    assert counts(khoa)["join_requests"] == 2
    unit = world.units["Ấp 1"]
    listed = everything(khoa, f"/join-requests?unit={unit}")
    assert [asked["team"]["id"] for asked in listed] == [lan.team]
    assert counts(khoa, f"?unit={unit}")["join_requests"] == 1
