"""What counts, where, and what does not: the definitions behind every figure."""


def november(world, query=""):
    return world.province().get(f"/rollups?period=2026-11&state=provisional{query}").json["total"]


def test_a_class_for_team_members_reaches_nobody_and_counts_as_a_class(world):
    team = world.team("tỉnh Sen", "agency")
    sở = world.person("Sở", team=team)
    commune = world.units["xã An Bình"]
    body = world.body(
        team, place_id=commune, type="training_class", audience="team_members",
        participants=40, services=[{"service": "vneid", "assisted": 40}], female=20,
    )  # fmt: skip
    sở.record(body)
    total = november(world)
    assert (total["sessions"]["training_class"], total["team_members_trained"]) == (1, 40)
    assert (total["participants"], total["services"], total["female"]["recorded"]) == (0, {}, 0)


def test_of_a_mixed_audience_only_the_residents_count(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team, audience="mixed", participants=30, staff_participants=8))
    assert november(world)["participants"] == 22


def test_a_broadcast_is_an_activity_without_people(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team, type="broadcast", participants=0, services=[]))
    total = november(world)
    assert (total["sessions"]["broadcast"], total["participants"]) == (1, 0)
    assert total["hamlets_reached"]["numerator"] == 0


def test_blank_is_not_zero(world):
    lan = world.volunteer()
    lan.record(world.body(lan.team, date="2026-11-16", female=0))
    lan.record(world.body(lan.team, date="2026-11-17", female=9))
    lan.record(world.body(lan.team, date="2026-11-18"))
    assert november(world)["female"] == {"value": 9, "recorded": 2}
    behind = world.province().get(
        "/rollups/sessions?period=2026-11&state=provisional&cell=female"
    ).json  # fmt: skip
    assert behind["left_out"] == [{"reason": "not_recorded", "sessions": 1, "value": 0}]


def test_a_joint_session_counts_its_people_once_and_both_teams_as_active(world):
    lan = world.volunteer("Lan", "Ấp 1")
    other = world.team("Ấp 2")
    lan.record(world.body(lan.team, co_team_ids=[other]))
    total = november(world)
    assert (total["participants"], total["active_teams"]) == (
        25,
        {"numerator": 2, "denominator": 2},
    )


def test_on_time_is_within_three_days_of_the_session(world):
    lan = world.volunteer()
    for day in ("2026-11-18", "2026-11-17"):
        lan.record(world.body(lan.team, date=day))
    assert november(world)["on_time"] == {"numerator": 1, "denominator": 2}


def test_behind_every_number_are_exactly_its_sessions(world):
    lan, khoa, hanh = world.volunteer(), world.officer(), world.province()
    kept = lan.record(world.body(lan.team, date="2026-11-16"))
    khoa.review(kept, "approve")
    back = lan.record(world.body(lan.team, date="2026-11-17", participants=30))
    khoa.review(back, "return", reasons=["duplicate"])
    lan.record(world.body(lan.team, date="2026-11-18", participants=40))
    row = world.units["xã An Bình"]
    query = f"/rollups/sessions?period=2026-11&by=commune&row={row}&cell=participants"
    behind = hanh.get(query).json
    assert (behind["value"], behind["sessions"]) == (25, 1)
    assert [item["id"] for item in behind["items"]] == [kept["id"]]
    assert behind["left_out"] == [
        {"reason": "pending", "sessions": 1, "value": 40},
        {"reason": "returned", "sessions": 1, "value": 30},
    ]
    ratio = hanh.get(query.replace("participants", "hamlets_reached")).json
    counted = {m["unit"]["name"]: m["counted"] for m in ratio["members"]}
    assert counted == {"Ấp 1": True, "Ấp 2": False, "Ấp 3": False}


def test_the_month_of_the_decree_runs_from_the_15th_to_the_14th(world):
    lan = world.volunteer()
    for day in ("2026-10-14", "2026-10-15", "2026-11-14", "2026-11-15"):
        lan.record(world.body(lan.team, date=day, participants=25))
    assert november(world, "&basis=nd09")["sessions"]["all"] == 2
    assert november(world)["sessions"]["all"] == 2
    whole = "/rollups?from=2026-10-14&to=2026-11-15&state=provisional"
    assert world.province().get(whole).json["total"]["sessions"]["all"] == 4


def test_the_trend_adds_up_to_the_year(world):
    lan = world.volunteer()
    for day in ("2026-01-04", "2026-03-20", "2026-11-15"):
        lan.record(world.body(lan.team, date=day))
    hanh = world.province()
    points = hanh.get("/rollups/series?state=provisional").json["points"]
    assert [p["period"] for p in points][-1] == "2026-11"
    assert {p["period"]: p["participants"] for p in points if p["participants"]} == {
        "2026-01": 25,
        "2026-03": 25,
        "2026-11": 25,
    }


def test_by_team_the_rows_are_who_led_and_they_add_up(world):
    lan, hoa = world.volunteer("Lan", "Ấp 1"), world.volunteer("Hoa", "Ấp 4")
    lan.record(world.body(lan.team))
    hoa.record(world.body(hoa.team, "Ấp 4", participants=30))
    answer = world.province().get("/rollups?period=2026-11&state=provisional&by=team").json
    rows = {row["label"]: row["participants"] for row in answer["rows"] if row["unit"]}
    assert rows == {"Tổ Ấp 1": 25, "Tổ Ấp 4": 30}
    assert answer["total"]["participants"] == 55
    own = lan.get(f"/rollups?period=2026-11&state=provisional&team={lan.team}").json
    assert own["total"]["participants"] == 25


def test_a_team_that_joined_in_is_credited_beside_and_counts_nothing_twice(world):
    lan, mai = world.volunteer("Lan", "Ấp 1"), world.volunteer("Mai", "Ấp 2")
    khoa, hanh = world.officer(), world.province()
    joint = lan.record(world.body(lan.team, co_team_ids=[mai.team]))
    lan.record(world.body(lan.team, date="2026-11-18"))
    khoa.review(joint, "approve")
    for state, led in (("official", 1), ("provisional", 2)):
        query = f"/rollups?period=2026-11&state={state}"
        rows = {row["label"]: row for row in hanh.get(f"{query}&by=team").json["rows"]}
        told = {
            name: (row["sessions"]["all"], row["joined"], row["participants"])
            for name, row in rows.items()
            if row["unit"]
        }
        assert told == {"Tổ Ấp 1": (led, 0, 25 * led), "Tổ Ấp 2": (0, 1, 0)}
        for by in ("team", "hamlet", "commune", "district"):
            total = hanh.get(f"{query}&by={by}").json["total"]
            assert (total["sessions"]["all"], total["joined"]) == (led, 1)
    # Days that no leaf holds whole are summed from the sessions.
    total = hanh.get("/rollups?from=2026-11-15&to=2026-11-20&by=team").json["total"]
    assert (total["sessions"]["all"], total["joined"]) == (1, 1)
    # It opens to that session, which its leader's team led.
    path = "/rollups/sessions?period=2026-11&state=provisional&cell=joined"
    for asked in ("", f"&by=team&row={mai.team}", f"&team={mai.team}", "&by=hamlet"):
        behind = hanh.get(path + asked).json
        assert (behind["value"], [item["id"] for item in behind["items"]]) == (1, [joint["id"]])
    for asked in (f"&by=team&row={lan.team}", "&by=team&row=none"):
        assert hanh.get(path + asked).json["items"] == []


def test_the_sessions_of_a_hamlet_open_to_those_that_came_to_it(world):
    lan, hanh = world.volunteer(), world.province()
    held = lan.record(world.body(lan.team, date="2026-11-10"))
    reached = lan.record(
        world.body(lan.team, "Ấp 2", date="2026-11-12", other_place_ids=[world.units["Ấp 1"]])
    )
    lan.record(world.body(lan.team, date="2026-11-13", type="online"))
    lan.record(world.body(lan.team, "Ấp 2", date="2026-11-14"))
    query = f"unit={world.units['Ấp 1']}&state=provisional"
    (row,) = hanh.get(f"/coverage?{query}").json["rows"]
    days = "from=2025-12-01&to=2026-11-30&by=hamlet"
    for cell, told, ids in (
        ("reach", row["sessions"], {held["id"], reached["id"]}),
        ("participants", row["participants"], None),
    ):
        behind = hanh.get(f"/rollups/sessions?{query}&{days}&cell={cell}").json
        assert behind["value"] == told == sum(item["value"] for item in behind["items"])
        assert ids is None or {item["id"] for item in behind["items"]} == ids
