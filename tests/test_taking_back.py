"""What a list brought in is taken back as a whole, or not at all and told why."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from sqlalchemy import select, update

from server.extensions import db, write
from server.sessions.models import OutreachSession, SessionRevision
from server.teams.models import TeamMember
from tests.lists import (
    HAMLETS,
    PEOPLE,
    SECOND_TEAM,
    SESSIONS,
    TEAMS,
    bring_in,
    counts,
    ids,
    look,
    proven,
    stored,
    undo,
)
from tests.test_without_team import says
from tests.world import NOON


def test_a_batch_is_taken_back_whole_and_may_come_in_again(land):
    khoa = land.officer()
    batch = bring_in(khoa, "sessions", SESSIONS)
    assert undo(khoa, batch)["state"] == "undone"
    gone = khoa.get("/sessions").json["items"]
    assert {(s["state"], s["ending"]) for s in gone} == {("withdrawn", "undone")}
    behind = khoa.get("/rollups/sessions?period=2024&state=provisional&cell=sessions.all").json
    assert behind["left_out"] == [{"reason": "undone", "sessions": 3, "value": 3}]
    assert proven(land.app) == 0
    assert undo(khoa, batch)["state"] == "undone"
    again = bring_in(khoa, "sessions", SESSIONS)
    assert counts(again) == (3, 0, 0, 0)
    assert stored(land.app, OutreachSession) == 6
    assert proven(land.app) == 0


def test_what_was_approved_is_reopened_and_then_taken_back_as_is_said(land):
    khoa, hanh = land.officer(), land.province()
    batch = bring_in(khoa, "sessions", SESSIONS)
    first = khoa.get("/sessions").json["items"][0]
    hanh.review(first, "approve")
    problem = undo(khoa, batch, expect=409)
    assert (problem["code"], problem["in_the_way"]) == (
        "import_in_use",
        [
            f"1 buổi đã được duyệt ({first['receipt_code']})."
            " Nhờ cán bộ đã duyệt mở lại rồi hoàn tác."
        ],
    )
    assert {s["state"] for s in khoa.get("/sessions").json["items"]} == {"pending", "approved"}
    hanh.review(first | {"version": 2}, "reopen", comment="Nhầm")
    assert undo(khoa, batch)["state"] == "undone"
    assert {s["state"] for s in khoa.get("/sessions").json["items"]} == {"withdrawn"}
    assert proven(land.app) == 0


def test_what_was_amended_since_stands_in_the_way(land):
    khoa, hanh = land.officer(), land.province()
    batch = bring_in(khoa, "sessions", SESSIONS)
    first = khoa.get("/sessions").json["items"][0]
    whole = khoa.get(f"/sessions/{first['id']}").json
    names = ("team_id", "date", "type", "audience", "participants", "services")
    body = {name: whole[name] for name in names} | {"place_id": whole["place"]["id"]}
    body["participants"] += 1
    headers = {"If-Match": '"v1"'}
    khoa.put(f"/sessions/{first['id']}", body, headers=headers)
    said = [f"1 buổi đã được sửa sau khi nhập ({first['receipt_code']})"]
    assert undo(khoa, batch, expect=409)["in_the_way"] == said
    # Approved and opened again it is still another than the file told of.
    hanh.review(first | {"version": 2}, "approve")
    hanh.review(first | {"version": 3}, "reopen", comment="Nhầm")
    assert undo(khoa, batch, expect=409)["in_the_way"] == said


def test_what_was_refused_goes_with_the_file_and_nobody_brings_it_back(land):
    khoa, hanh = land.officer(), land.province()
    batch = bring_in(khoa, "sessions", SESSIONS)
    first = khoa.get("/sessions").json["items"][0]
    hanh.review(first, "refuse", comment="Không có thật")
    undo(khoa, batch)
    assert {s["state"] for s in khoa.get("/sessions").json["items"]} == {"withdrawn"}
    told = hanh.get(f"/sessions/{first['id']}/history").json["items"]
    assert [one["action"] for one in told] == ["recorded", "refused", "withdrawn"]
    hanh.review(first | {"version": 3}, "reopen", comment="Nghĩ lại", expect=410)
    assert proven(land.app) == 0
    assert counts(bring_in(khoa, "sessions", SESSIONS)) == (3, 0, 0, 0)


def merge(by, kept, other, expect=200):
    path, etag = f"/sessions/{kept['id']}/merge", f'"v{kept["version"]}"'
    body = {"other": {"id": other["id"], "etag": f'"v{other["version"]}"'}, "comment": None}
    return by.post(path, body, headers={"If-Match": etag}, expect=expect).json


def test_a_session_that_another_stands_for_is_known_and_stands_in_the_way(land):
    khoa, hanh = land.officer(), land.province()
    batch = bring_in(khoa, "sessions", SESSIONS)
    youth = land.team("Ấp 2", "youth", name="Tổ thanh niên")
    lan = land.person("Lan", team=youth)
    own = lan.record(land.body(youth, "Ấp 1", date="2024-03-20"))
    gone = khoa.get("/sessions?from=2024-03-20&to=2024-03-20&source=import").json["items"][0]
    merge(hanh, own, gone)

    # The same file adds nothing, though one of its sessions is withdrawn for another to stand for.
    assert counts(look(khoa, "sessions", SESSIONS)) == (0, 3, 0, 0)
    told = undo(khoa, batch, expect=409)["in_the_way"]
    assert told == [f"1 buổi đã được gộp vào buổi khác ({gone['receipt_code']})"]
    assert proven(land.app) == 0

    # Apart again it waits for review, changed since it came in; undone is either all or nothing.
    version = khoa.get(f"/sessions/{gone['id']}").json["version"]
    etag = {"If-Match": f'"v{version}"'}
    hanh.call("DELETE", f"/sessions/{gone['id']}/merge", headers=etag)
    assert "đã được sửa" in undo(khoa, batch, expect=409)["in_the_way"][0]
    states = {s["state"] for s in khoa.get("/sessions?source=import").json["items"]}
    assert states == {"pending"}


def test_a_session_that_stands_for_another_stands_in_the_way(land):
    khoa, hanh = land.officer(), land.province()
    batch = bring_in(khoa, "sessions", SESSIONS)
    youth = land.team("Ấp 2", "youth", name="Tổ thanh niên")
    own = land.person("Lan", team=youth).record(land.body(youth, "Ấp 1", date="2024-03-20"))
    kept = khoa.get("/sessions?from=2024-03-20&to=2024-03-20&source=import").json["items"][0]
    merge(hanh, kept, own)
    told = undo(khoa, batch, expect=409)["in_the_way"]
    assert f"1 buổi đang đại diện cho buổi khác đã gộp vào ({kept['receipt_code']})" in told


def test_an_undo_and_an_approval_at_the_same_moment_leave_nothing_approved_in_an_undone_batch(land):
    khoa, hanh = land.officer(), land.province()
    for round_ in range(3):
        text = SESSIONS.replace("Chợ sáng", f"Lần {round_}")
        text = text.replace(",8,,,8,", f",8,,Lần {round_},8,").replace(
            ",40,,,", f",40,,Lần {round_},"
        )
        batch = bring_in(khoa, "sessions", text)
        wait = [s for s in khoa.get("/sessions").json["items"] if s["state"] == "pending"]
        many = [{"id": s["id"], "etag": f'"v{s["version"]}"'} for s in wait]
        with ThreadPoolExecutor() as both:
            ways = (
                both.submit(undo_any, khoa, batch),
                both.submit(hanh.post, "/reviews", {"decision": "approve", "sessions": many}),
            )
            undone = ways[0].result()
            ways[1].result()
        states = [s["state"] for s in khoa.get("/sessions").json["items"] if s["id"] in ids(wait)]
        assert set(states) == ({"withdrawn"} if undone == 200 else {"approved"}), (undone, states)
        assert proven(land.app) == 0


def undo_any(person, batch):
    try:
        undo(person, batch)
    except AssertionError as refused:
        assert "import_in_use" in str(refused)
        return 409
    return 200


def test_who_has_signed_in_or_recorded_is_not_taken_back(land):
    khoa = land.officer()
    people = bring_in(khoa, "people", PEOPLE.replace("Tổ Ấp Mới", "Tổ Ấp 1"))
    sen = khoa.get("/users?role=volunteer&phone=0912000002").json["items"][0]
    code = khoa.post(f"/users/{sen['id']}/recovery-code", expect=201).json["code"]
    body = {"phone": "0912000002", "secret": code}
    client = land.app.test_client()
    from server import clock

    with clock.set_to(NOON):
        assert client.post("/api/v1/auth/token", json=body).status_code == 200
    assert undo(khoa, people, expect=409)["in_the_way"] == ["Nguyễn Thị Sen đã đăng nhập"]

    teams = bring_in(khoa, "teams", SECOND_TEAM)
    team = next(t for t in khoa.get("/teams").json["items"] if t["name"] == "Tổ Thứ Hai")
    khoa.record(land.body(team["id"], "Ấp 2", source="proxy"))
    assert undo(khoa, teams, expect=409)["in_the_way"] == ["Tổ Thứ Hai đã có buổi được ghi"]


def test_a_membership_that_was_set_right_meanwhile_stands_in_the_way(land):
    khoa = land.officer()
    people = bring_in(khoa, "people", PEOPLE.replace("Tổ Ấp Mới", "Tổ Ấp 1"))
    team = f"/teams/{land.teams['Ấp 1']}/members"
    tu = next(m for m in khoa.get(team).json["items"] if m["name"] == "Lê Văn Tư")
    path = f"{team}/{tu['user_id']}/{tu['joined_on']}"
    etag = {"If-Match": f'"v{tu["version"]}"'}
    khoa.call("PATCH", path, json={"joined_on": "2026-01-05"}, headers=etag)
    said = ["Lê Văn Tư đã được sửa chức vụ hoặc ngày vào Tổ"]
    assert undo(khoa, people, expect=409)["in_the_way"] == said
    assert len(khoa.get(team).json["items"]) == 2


def test_who_left_a_team_comes_back_by_file_and_goes_again_without_their_first_time(land):
    khoa, team = land.officer(), land.teams["Ấp 1"]
    mai = land.person("Mai", team=team)
    members = f"/teams/{team}/members"
    row = f"Họ và tên,Số điện thoại,Tên Tổ\nMai,{mai.phone},Tổ Ấp 1\n"
    assert counts(look(khoa, "people", row)) == (0, 1, 0, 0)
    leave(land, team, mai)
    back = bring_in(khoa, "people", row)
    assert counts(back) == (1, 0, 0, 0)
    assert len(khoa.get(members).json["items"]) == 2
    assert counts(look(khoa, "people", row)) == (0, 1, 0, 0)
    undo(khoa, back)
    (first,) = khoa.get(members).json["items"]
    assert first["left_on"] is not None


def test_a_file_is_not_undone_unasked_while_phones_of_its_people_hold_sessions(land):
    khoa = land.officer()
    mai, other = land.volunteer("Mai", "Ấp 2"), land.volunteer("Hoa", "Ấp 3")
    members = f"/teams/{land.teams['Ấp 1']}/members"
    row = f"Họ và tên,Số điện thoại,Tên Tổ\nMai,{mai.phone},Tổ Ấp 1\n"
    batch = bring_in(khoa, "people", row)
    says(other, [1])
    assert batch["unsent"] == khoa.get(f"/imports/{batch['id']}").json["unsent"] == 0
    assert batch["holders"] == []
    says(mai, [1, 2])
    whose = [{"user_id": mai.id, "name": "Mai", "phone": mai.phone}]
    told = khoa.get(f"/imports/{batch['id']}").json
    assert (told["unsent"], told["holders"]) == (2, whose)
    refused = undo(khoa, batch, expect=409)
    assert (refused["code"], refused["n"]) == ("import_has_unsent", 2)
    assert refused["holders"] == whose
    assert " 2 buổi" in refused["detail"]
    assert len(mai.get("/auth/me").json["teams"]) == 2
    path = f"/imports/{batch['id']}/undo?despite_unsent"
    khoa.post(f"{path}=false", {}, expect=409)
    done = khoa.post(f"{path}=true", {}).json
    assert (done["state"], done["unsent"]) == ("undone", 0)
    assert len(mai.get("/auth/me").json["teams"]) == 1
    # Nor for who has been taken off again: the file has nothing left to take from them.
    batch = bring_in(khoa, "people", row.replace(mai.phone, other.phone).replace("Mai", "Hoa"))
    (hoa,) = [m for m in khoa.get(members).json["items"] if m["name"] == "Hoa"]
    assert khoa.get(f"/imports/{batch['id']}").json["unsent"] == 1
    khoa.call("DELETE", f"{members}/{hoa['user_id']}", expect=204)
    told = khoa.get(f"/imports/{batch['id']}").json
    assert (told["unsent"], told["holders"]) == (0, [])
    # Of the file that founds teams, whoever is in them stands in the way in any case.
    assert bring_in(khoa, "teams", SECOND_TEAM)["unsent"] == 0


def test_people_whose_team_was_deleted_since_are_taken_back_without_it(land):
    khoa = land.officer()
    team = found_team(khoa, land.units["Ấp 2"])
    text = PEOPLE.replace("Tổ Ấp Mới", "Tổ Mới")
    people = bring_in(khoa, "people", text)
    for member in khoa.get(f"/teams/{team}/members").json["items"]:
        khoa.call("DELETE", f"/teams/{team}/members/{member['user_id']}", expect=204)
    khoa.call("DELETE", f"/teams/{team}", expect=204)
    assert undo(khoa, people)["state"] == "undone"
    assert counts(look(khoa, "people", text.replace("Tổ Mới", "Tổ Ấp 1"))) == (2, 0, 0, 0)


def found_team(officer, home):
    body = {"kind": "hamlet", "name": "Tổ Mới", "home_id": home, "founded_on": "2022-07-15"}
    return officer.post("/teams", body, expect=201).json["id"]


def test_a_team_that_came_after_a_deleted_one_is_not_taken_back_for_it(land):
    """The database may give the number of a team that is gone to the next."""
    khoa = land.officer()
    teams = bring_in(khoa, "teams", SECOND_TEAM)
    gone = next(t for t in khoa.get("/teams").json["items"] if t["name"] == "Tổ Thứ Hai")
    khoa.call("DELETE", f"/teams/{gone['id']}", expect=204)
    other = found_team(khoa, land.units["Ấp 2"])
    assert undo(khoa, teams)["state"] == "undone"
    assert khoa.get(f"/teams/{other}").json["name"] == "Tổ Mới"


def leave(land, team, person):
    def do():
        for member in db.session.scalars(select(TeamMember).filter_by(user_id=person.id)):
            member.left_on = date(2026, 1, 1)

    with land.app.app_context():
        write(do)


def test_everybody_and_every_team_that_is_taken_back_stands_in_the_log(land):
    khoa = land.officer()
    batches = [
        bring_in(khoa, kind, text)
        for kind, text in (("hamlets", HAMLETS), ("teams", TEAMS), ("people", PEOPLE))
    ]
    for batch in reversed(batches):
        undo(khoa, batch)
    log = [e for e in khoa.get("/audit?limit=50").json["items"] if "taken_back" in e["action"]]
    told = sorted((e["action"], e["details"].get("name")) for e in log)
    assert told == [
        ("team.member_taken_back", None),
        ("team.member_taken_back", None),
        ("team.taken_back", "Tổ Ấp Mới"),
        ("unit.taken_back", "Ấp Mới"),
        ("user.taken_back", "Lê Văn Tư"),
        ("user.taken_back", "Nguyễn Thị Sen"),
    ]
    # What is no more is called as it was, wherever the log speaks of it.
    spoken = {e["action"]: e for e in khoa.get("/audit?limit=50").json["items"]}
    for action in ("team.member_added", "team.member_taken_back"):
        assert spoken[action]["people"][0]["name"] in ("Lê Văn Tư", "Nguyễn Thị Sen")
        assert spoken[action]["subject"] is not None
    assert (spoken["team.created"]["subject"], spoken["team.created"]["is_gone"]) == (
        "Tổ Ấp Mới",
        True,
    )


def test_an_undo_is_told_in_the_language_of_whoever_reads_the_history(land):
    khoa = land.officer()
    batch = bring_in(khoa, "sessions", SESSIONS)
    path = f"/sessions/{khoa.get('/sessions').json['items'][0]['id']}/history"
    undo(khoa, batch)

    def said(language):
        last = khoa.get(path, headers={"Accept-Language": language}).json["items"][-1]
        return last["action"], last["reasons"], last["comment"]

    vi, en = "Hoàn tác lần nhập tệp", "The import that added it was undone"
    assert (said("vi"), said("en")) == (("withdrawn", [], vi), ("withdrawn", [], en))

    def as_it_was_kept_before():
        undone = SessionRevision.action == "withdrawn"
        db.session.execute(update(SessionRevision).where(undone).values(reasons=[], comment=vi))

    with land.app.app_context():
        write(as_it_was_kept_before)
    assert (said("vi"), said("en")) == (("withdrawn", [], vi), ("withdrawn", [], en))
