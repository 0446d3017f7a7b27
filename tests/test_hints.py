"""Hints for the reviewer: found from the team's own past, told in words, never in the way."""

import uuid

from sqlalchemy import select, update

from server.admin_units.models import AdminUnit, RegisterVersion
from server.extensions import db, write
from server.sessions.models import OutreachSession, SessionFlag


def codes(recorded):
    return [flag["code"] for flag in recorded["flags"]]


def record_past(world, lan, numbers, month="10"):
    for day, n in enumerate(numbers, 1):
        services = [{"service": "vneid", "assisted": n, "completed": n // 2}]
        body = world.body(
            lan.team, date=f"2026-{month}-{day:02d}", participants=n, services=services
        )
        lan.record(body)


def test_far_above_the_teams_usual_is_told_with_its_number(world):
    lan = world.volunteer()
    record_past(world, lan, [20, 22, 24, 22, 21])
    recorded = lan.record(world.body(lan.team, participants=110))
    flag = next(f for f in recorded["flags"] if f["code"] == "above_usual")
    assert flag["detail"] == "Gấp 5 lần mức thường của Tổ (22 lượt)"
    quiet = lan.record(world.body(lan.team, participants=40, date="2026-11-17"))
    assert codes(quiet) == []


def test_the_hint_and_the_panel_name_the_same_usual(world):
    khoa, lan = world.officer(), world.volunteer()
    record_past(world, lan, [17, 17, 17, 18, 18, 18])
    recorded = lan.record(world.body(lan.team, participants=82))
    seen = khoa.get(f"/sessions/{recorded['id']}").json
    assert seen["usual"]["participants"] == 17.5
    assert seen["flags"][0]["detail"] == "Gấp 4,7 lần mức thường của Tổ (17,5 lượt)"
    english = khoa.get(f"/sessions/{recorded['id']}", headers={"Accept-Language": "en"}).json
    assert english["flags"][0]["detail"] == "4.7 times the team's usual (17.5)"


def test_usually_no_more_succeed_than_are_guided(world):
    khoa, lan = world.officer(), world.volunteer()
    for day, (assisted, completed) in enumerate([(3, None)] * 4 + [(9, 5)], 1):
        services = [{"service": "vneid", "assisted": assisted, "completed": completed}]
        lan.record(world.body(lan.team, date=f"2026-10-{day:02d}", services=services))
    recorded = lan.record(world.body(lan.team))
    usual = khoa.get(f"/sessions/{recorded['id']}").json["usual"]
    assert usual["services"]["vneid"] == {"assisted": 9, "completed": 5}


def test_a_new_team_has_no_usual(world):
    lan = world.volunteer()
    record_past(world, lan, [2, 2, 2])
    recorded = lan.record(world.body(lan.team, participants=200))
    assert "above_usual" not in codes(recorded)
    seen = world.officer().get(f"/sessions/{recorded['id']}").json["usual"]
    assert seen == {"sessions": 3, "participants": None, "services": {}}


def test_the_same_day_place_and_type_twice(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team))
    again = lan.record(world.body(lan.team, participants=30))
    assert "duplicate" in codes(again)
    other = lan.record(world.body(lan.team, type="home_visit", households=5))
    assert "duplicate" not in codes(other)


def test_the_same_numbers_three_times(world):
    lan, khoa = world.volunteer(), world.officer()
    days = [world.body(lan.team, date=f"2026-11-{day}") for day in (15, 16, 17)]
    first, second = (lan.record(body) for body in days[:2])
    assert "repeated_numbers" not in codes(first) + codes(second)
    third = lan.record(days[2])
    assert "repeated_numbers" in codes(third)
    # Whoever reads the hint can look at the others, after those of the day itself.
    same_day = lan.record(days[2] | {"type": "online", "participants": 30})
    beside = khoa.get(f"/sessions/{third['id']}").json["similar"]
    assert [s["id"] for s in beside] == [s["id"] for s in (same_day, first, second)]
    assert khoa.get(f"/sessions/{second['id']}").json["similar"] == []
    # However much there is of that day.
    for n in range(25):
        lan.record(days[2] | {"type": "online", "participants": 31 + n})
    beside = khoa.get(f"/sessions/{third['id']}").json["similar"]
    assert [s["id"] for s in beside[-2:]] == [first["id"], second["id"]]


def test_a_hint_gives_nobody_a_session_that_they_may_not_read(world):
    """What the province's own team did in an area is for the officer there, and nothing else."""
    team = world.team("tỉnh Sen", "youth")
    lan, there = world.person("Lan", team=team), world.officer("Tư", "cụm Nam")

    def record(day, place):
        return lan.record(world.body(team, date=day, place_id=world.units[place]))

    first, second = record("2026-11-15", "Ấp 1"), record("2026-11-16", "Ấp 1")
    third, again = (record("2026-11-17", "Ấp 4") for _ in range(2))
    for session in (first, second):
        there.get(f"/sessions/{session['id']}", expect=404)
    (hint,) = (one for one in third["flags"] if one["code"] == "repeated_numbers")
    assert (hint["params"], hint["detail"]) == ({}, "Ba buổi liền có cùng số liệu")
    (twice,) = (one for one in again["flags"] if one["code"] == "duplicate")
    assert twice["params"] == {"n": 25} and "(25 lượt)" in twice["detail"]
    for path in ("/sessions", f"/sessions/{third['id']}"):
        told = there.get(path).json
        hints = str([one["flags"] for one in told.get("items", [told])])
        assert "repeated_numbers" in hints
        assert not any(one["id"] in hints for one in (first, second, third))


def test_more_than_three_a_day_late_large_and_everybody_succeeded(world):
    lan = world.volunteer()
    for n, type_ in enumerate(("outing", "help_point", "online")):
        lan.record(world.body(lan.team, type=type_, participants=25 + n))
    fourth = world.body(lan.team, type="combined_meeting", participants=26)
    assert "many_in_a_day" in codes(lan.record(fourth))
    late = lan.record(world.body(lan.team, date="2026-11-01"))
    assert "late" in codes(late)
    services = [{"service": "vneid", "assisted": 301, "completed": 301}]
    large = world.body(lan.team, date="2026-11-10", participants=301, services=services)
    assert {"large", "all_completed"} <= set(codes(lan.record(large)))


def test_a_double_is_found_however_much_was_recorded_since(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team, date="2026-03-02"))
    for day in range(1, 26):
        lan.record(world.body(lan.team, date=f"2026-10-{day:02d}", participants=25 + day))
    assert "duplicate" in codes(lan.record(world.body(lan.team, date="2026-03-02")))


def test_too_many_people_for_the_volunteers_the_households_or_the_hamlet(world):
    lan = world.volunteer()
    crowd = lan.record(world.body(lan.team, participants=121, volunteers=3))
    assert "crowd" in codes(crowd)
    assert "crowd" not in codes(lan.record(world.body(lan.team, participants=120, volunteers=3)))
    visit = world.body(lan.team, type="home_visit", participants=31, households=5)
    assert "many_per_household" in codes(lan.record(visit))
    with world.app.app_context():
        write(populate, world.units["Ấp 1"], 200)
    assert "half_of_residents" in codes(lan.record(world.body(lan.team, participants=101)))
    assert "half_of_residents" not in codes(lan.record(world.body(lan.team, participants=99)))


def populate(unit_id, people):
    db.session.get(AdminUnit, unit_id).population = people
    db.session.execute(update(RegisterVersion).values(version=RegisterVersion.version + 1))


def test_a_habit_of_round_numbers_is_told_at_a_round_number(world):
    lan = world.volunteer()
    record_past(world, lan, [20, 30, 40, 20, 30, 20, 40, 30, 27])
    flagged = lan.record(world.body(lan.team, participants=30))
    assert "round_numbers" in codes(flagged)
    assert "9 trong 10" in next(
        f["detail"] for f in flagged["flags"] if f["code"] == "round_numbers"
    )
    assert "round_numbers" not in codes(lan.record(world.body(lan.team, participants=26)))


def test_a_phone_number_in_the_note_is_hinted_at_and_an_identity_number_refused(world):
    lan = world.volunteer()
    noted = lan.record(world.body(lan.team, note="Gọi chị Sáu 0912 345 678 lần sau"))
    assert "note_has_phone" in codes(noted)
    lan.record(world.body(lan.team, note="Thẻ 0872 0400 1234 5678"), expect=422)


def test_a_phone_whose_clock_is_ahead_is_hinted_at(world):
    lan = world.volunteer()
    client = {"created_at": "2027-11-18T03:00:00Z", "app_version": "1"}
    assert "wrong_clock" in codes(lan.record(world.body(lan.team, client=client)))


def test_the_queue_has_the_flagged_first_then_the_oldest(world):
    lan, khoa = world.volunteer(), world.officer()
    for day in ("2026-11-17", "2026-11-16"):
        lan.record(world.body(lan.team, date=day, participants=30))
    flagged = lan.record(world.body(lan.team, date="2026-11-19", place_id=world.units["Ấp 2"]))
    queue = khoa.get("/sessions?state=pending&sort=review").json["items"]
    assert [s["date"] for s in queue] == ["2026-11-19", "2026-11-16", "2026-11-17"]
    assert queue[0]["id"] == flagged["id"]
    pages, cursor = [], ""
    while cursor is not None:
        page = khoa.get(f"/sessions?state=pending&sort=review&limit=1{cursor}").json
        pages += [s["id"] for s in page["items"]]
        cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"
    assert pages == [s["id"] for s in queue]
    assert khoa.get("/sessions?flag=outside_home").json["items"][0]["id"] == flagged["id"]
    receipt = flagged["receipt_code"].lower().replace("-", " ")
    assert khoa.get(f"/sessions?receipt={receipt}").json["items"][0]["id"] == flagged["id"]


def kept_as_told(app):
    """Whether the rows that lists of one hint are read from say what the sessions say."""
    with app.app_context():
        sessions = db.session.scalars(select(OutreachSession)).all()
        told = {(s.id, flag["code"], s.date, s.place_id) for s in sessions for flag in s.flags}
        rows = db.session.scalars(select(SessionFlag))
        kept = {(f.session_id, f.flag, f.date, f.place_id) for f in rows}
        return told == kept and len(told) > 0


def test_the_list_of_a_hint_holds_those_that_have_it_now(world):
    lan, tam, khoa = world.volunteer("Lan", "Ấp 1"), world.volunteer("Tám", "Ấp 2"), world.officer()

    def having(code, query=""):
        return [s["date"] for s in khoa.get(f"/sessions?flag={code}{query}").json["items"]]

    days = ("2026-11-10", "2026-11-12", "2026-11-11")
    made = [lan.record(world.body(lan.team, "Ấp 2", date=day)) for day in days]
    assert having("outside_home") == sorted(days, reverse=True)
    assert having("outside_home", "&sort=review") == sorted(days)
    first = khoa.get("/sessions?flag=outside_home&limit=2").json
    rest = khoa.get(f"/sessions?flag=outside_home&cursor={first['next_cursor']}").json["items"]
    assert [s["date"] for s in rest] == ["2026-11-10"]
    khoa.review(made[0], "approve")
    assert having("outside_home", "&state=approved") == ["2026-11-10"]
    assert having("outside_home", "&state=pending") == ["2026-11-12", "2026-11-11"]
    assert kept_as_told(world.app)

    # Amended to another day and another place.
    etag = {"If-Match": '"v1"'}
    at_home = world.body(lan.team, "Ấp 1", date="2026-11-13", participants=30)
    lan.put(f"/sessions/{made[1]['id']}", at_home, headers=etag)
    away = world.body(lan.team, "Ấp 2", date="2026-11-14", participants=31)
    lan.put(f"/sessions/{made[2]['id']}", away, headers=etag)
    assert having("outside_home") == ["2026-11-14", "2026-11-10"]
    assert kept_as_told(world.app)

    # A joint session is a hint until it is merged.
    kept = tam.record(world.body(tam.team, "Ấp 2", date="2026-11-14", participants=32))
    assert having("joint") == ["2026-11-14"]
    body = {"other": {"id": made[2]["id"], "etag": '"v2"'}, "comment": None}
    khoa.post(f"/sessions/{kept['id']}/merge", body, headers=etag)
    assert having("joint") == []
    assert kept_as_told(world.app)


def test_the_reviewer_reads_the_numbers_beside_the_usual(world):
    lan, khoa = world.volunteer(), world.officer()
    record_past(world, lan, [20, 22, 24, 22, 21])
    recorded = lan.record(world.body(lan.team), session_id=str(uuid.uuid4()))
    usual = khoa.get(f"/sessions/{recorded['id']}").json["usual"]
    assert (usual["sessions"], usual["participants"]) == (5, 22)
    assert usual["services"]["vneid"] == {"assisted": 22, "completed": 11}
