"""The thread through everything: recorded, reviewed, rolled up, explained."""


def test_a_session_goes_from_the_volunteer_to_the_rollup(world):
    lan, khoa, hanh = world.volunteer(), world.officer(), world.province()
    recorded = lan.record(world.body(lan.team))
    assert recorded["state"] == "pending"

    rollup = "/rollups?period=2026-11&by=commune"
    assert hanh.get(rollup).json["total"]["participants"] == 0
    assert hanh.get(rollup + "&state=provisional").json["total"]["participants"] == 25
    assert hanh.get(rollup).json["total"]["pending"] == 1

    assert khoa.review(recorded, "approve")["state"] == "approved"
    answer = hanh.get(rollup).json
    assert answer["total"]["participants"] == 25
    assert answer["total"]["services"]["edongthap"] == {"assisted": 25, "completed": 12}
    assert [(r["label"], r["participants"]) for r in answer["rows"]] == [
        ("xã An Bình", 25),
        ("xã Cúc", 0),
        ("Không phân theo xã", 0),
    ]
    behind = hanh.get("/rollups/sessions?period=2026-11&cell=services.edongthap.completed").json
    assert (behind["value"], [item["id"] for item in behind["items"]]) == (12, [recorded["id"]])
