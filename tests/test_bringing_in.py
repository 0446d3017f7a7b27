"""An officer brings in what a district kept in Excel: looked at first, written whole or not at all,
the same twice without harm, and taken back as a whole."""

import csv
import io
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, func, select, update

from server.accounts.models import UserArea
from server.admin_units.models import AdminUnit, AdminUnitName
from server.extensions import db, write
from server.imports import actions, reviewing
from server.imports.models import ImportBatch
from server.imports.sessions import session_id
from server.imports.turns import turn
from server.rollups import actions as rollups
from server.sessions.models import OutreachSession, SessionRevision
from server.sessions.schemas import NewSession
from server.sessions.totals import expected
from server.teams.models import Team, TeamMember
from tests.test_hints import kept_as_told
from tests.test_query_counts import counted
from tests.test_without_team import says
from tests.world import NOON

FILE = {"Content-Type": "application/octet-stream"}
CODES = {"xã An": "30187", "xã Bình": "30190", "xã An Bình": "30188", "xã Cúc": "30205"}
SESSIONS = """Ngày,Khóm ấp,Xã phường,Hình thức,Đối tượng,Số lượt người,Nữ,Ghi chú,\
e-Dongthap: hướng dẫn,e-Dongthap: thành công
20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,14,Chợ sáng,20,12
2024-03-21,Ấp 2,30188,đến từng nhà,người dân,8,,,8,
22/3/2024,Ấp 1,xã An Bình,Ra quân,Học sinh,40,,,30,10
"""


@pytest.fixture
def land(world):
    """The world with the codes that lists are written with."""

    def name():
        for unit, code in CODES.items():
            names = db.session.scalars(
                select(AdminUnitName).where(AdminUnitName.unit_id == world.units[unit])
            )
            for one in names:
                one.code = code

    with world.app.app_context():
        write(name)
    world.teams = {home: world.team(home) for home in ("Ấp 1", "Ấp 2", "Ấp 4")}
    return world


def look(person, kind, text, *, id=None, expect=201, name="tep.csv", at=NOON, **query):
    content = text if isinstance(text, bytes) else text.encode()
    path = f"/imports/{id or uuid.uuid4()}"
    more = {"query_string": {"kind": kind, "name": name} | query, "expect": expect, "at": at}
    return person.call("PUT", path, data=content, headers=FILE, **more).json


def apply(person, batch, expect=200):
    return person.post(f"/imports/{batch['id']}/apply", {}, expect=expect).json


def undo(person, batch, expect=200):
    return person.post(f"/imports/{batch['id']}/undo", {}, expect=expect).json


def bring_in(person, kind, text, **more):
    batch = look(person, kind, text, **more)
    assert batch["faults"] == 0, faults(person, batch)
    return apply(person, batch)


def faults(person, batch):
    return person.get(f"/imports/{batch['id']}/faults").json["items"]


def counts(batch):
    return batch["added"], batch["known"], batch["corrected"], batch["faulty"]


def proven(app):
    """How many differences there are between the totals and the sessions."""
    with app.app_context():
        return sum(rollups.differences(expected()).values())


def stored(app, model):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model))


def test_past_sessions_come_in_wait_and_count_like_any_other(land):
    khoa, hanh = land.officer(), land.province()
    batch = look(khoa, "sessions", SESSIONS)
    assert counts(batch) == (3, 0, 0, 0)
    assert stored(land.app, OutreachSession) == 0
    done = apply(khoa, batch)
    assert (done["state"], done["added"]) == ("applied", 3)

    items = khoa.get("/sessions?sort=recent").json["items"]
    assert [s["participants"] for s in items] == [40, 8, 25]
    first = items[2]
    assert (first["date"], first["type"], first["audience"]) == (
        "2024-03-20",
        "outing",
        "residents",
    )
    assert (first["female"], first["elderly"], first["note"]) == (14, None, "Chợ sáng")
    assert first["services"] == [{"service": "edongthap", "assisted": 20, "completed": 12}]
    assert items[1]["services"] == [{"service": "edongthap", "assisted": 8, "completed": None}]
    assert (first["source"], first["state"]) == ("import", "pending")
    assert first["recorded_by"]["name"] == khoa.name
    assert first["flags"] == []
    assert khoa.get(f"/sessions/{first['id']}/history").json["items"][0]["action"] == "recorded"
    assert proven(land.app) == 0

    # Four eyes here too: who brought them in does not approve them, the level above does, in bulk.
    assert khoa.review(first, "approve", expect=403)["code"] == "own_session"
    many = [{"id": s["id"], "etag": '"v1"'} for s in items]
    answer = hanh.post("/reviews", {"decision": "approve", "sessions": many}).json
    assert [one["status"] for one in answer["results"]] == [200, 200, 200]
    assert proven(land.app) == 0


def test_the_level_above_approves_a_whole_batch_but_what_has_a_hint(land, monkeypatch):
    monkeypatch.setattr(reviewing, "AT_ONCE", 2)
    khoa, hanh, south = land.officer(), land.province(), land.officer("Hoa", "cụm Nam")
    twin = "20/03/2024,Ấp 1,xã An Bình,Ra quân,,24,,Buổi chiều,20,12\n"
    batch = bring_in(khoa, "sessions", SESSIONS + twin)
    path = f"/imports/{batch['id']}"
    assert batch["waiting"] == {"clean": 3, "flagged": 1, "approved": 0}
    assert kept_as_told(land.app)
    assert "approve" not in batch["may"]
    assert khoa.post(f"{path}/approve", {}, expect=403).json["code"] == "own_session"
    south.post(f"{path}/approve", {}, expect=404)
    assert "approve" in hanh.get(path).json["may"]
    done = hanh.post(f"{path}/approve", {}).json
    assert done["waiting"] == {"clean": 1, "flagged": 1, "approved": 2}
    done = hanh.post(f"{path}/approve", {}).json
    assert done["waiting"] == {"clean": 0, "flagged": 1, "approved": 3}
    assert hanh.post(f"{path}/approve", {}).json["waiting"] == done["waiting"]
    assert proven(land.app) == 0


def test_hints_are_given_as_if_the_rows_had_been_recorded_one_by_one(land):
    khoa = land.officer()
    bring_in(khoa, "sessions", SESSIONS)
    more = SESSIONS.splitlines()[0] + "\n20/03/2024,Ấp 1,xã An Bình,Ra quân,,24,,Buổi chiều,20,12\n"
    more += "".join(f"{day}/04/2024,Ấp 1,xã An Bình,Ra quân,,30,,,20,12\n" for day in (2, 3, 4))
    bring_in(khoa, "sessions", more)
    flags = {
        (s["date"], s["participants"]): [flag["code"] for flag in s["flags"]]
        for s in khoa.get("/sessions").json["items"]
    }
    assert flags["2024-03-20", 24] == ["duplicate"]
    assert "repeated_numbers" in flags["2024-04-04", 30]
    assert "repeated_numbers" not in flags["2024-04-03", 30]


def test_the_same_file_again_adds_nothing_in_whatever_order_its_rows_are(land):
    khoa = land.officer()
    bring_in(khoa, "sessions", SESSIONS)
    head, *rows = SESSIONS.splitlines()
    again = look(khoa, "sessions", "\n".join([head, rows[2], rows[0], rows[1]]))
    assert counts(again) == (0, 3, 0, 0)
    apply(khoa, again)
    more = look(khoa, "sessions", SESSIONS + "23/03/2024,Ấp 1,xã An Bình,Ra quân,,9,,,9,\n")
    assert counts(apply(khoa, more)) == (1, 3, 0, 0)
    assert stored(land.app, OutreachSession) == 4
    assert proven(land.app) == 0


def test_what_comes_in_is_what_a_client_could_have_sent(land):
    bring_in(land.officer(), "sessions", SESSIONS)
    with land.app.app_context():
        for session in db.session.scalars(select(OutreachSession)):
            (body,) = db.session.execute(
                db.text("SELECT body FROM session_revision WHERE session_id = :id").bindparams(
                    db.bindparam("id", session.id, OutreachSession.id.type)
                )
            ).scalars()
            raw = body if isinstance(body, dict) else __import__("json").loads(body)
            checked = NewSession().load(raw)
            assert checked["participants"] == session.participants
            assert session_id(raw) == session.id


def test_every_fault_is_told_at_once_with_what_would_be_right(land):
    text = SESSIONS + (
        "31/02/2024,Ấp 9,xã An Bình,Ra quânn,,25,,,30,40\n"
        "20/03/2024,Ấp 4,xã Cúc,Ra quân,,25,,,20,12\n"
        '20/03/2020,Ấp 1,xã An Bình,Ra quân,,9999,,"CCCD 087165001234",,\n'
        "20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,14,Chợ sáng,20,12\n"
    )
    khoa = land.officer()
    batch = look(khoa, "sessions", text)
    assert counts(batch) == (3, 0, 0, 4)
    told = {(f["row"], f["column"]): f for f in faults(khoa, batch)}
    day = told[5, "Ngày"]
    assert (day["written"], day["right"]) == ("31/02/2024", "ngày/tháng/năm, ví dụ 15/07/2022")
    assert "không có khóm, ấp “Ấp 9”" in told[5, "Khóm ấp"]["what"]
    assert "Ra quân hướng dẫn" in told[5, "Hình thức"]["right"]
    assert told[6, "Xã phường"]["what"] == "xã Cúc ngoài địa bàn của bạn"
    assert "ngoài khoảng" in told[7, "Số lượt người"]["what"]
    assert told[8, None]["what"] == "giống hệt dòng 2"
    assert khoa.post(f"/imports/{batch['id']}/apply", {}, expect=409).json["code"] == (
        "import_not_ready"
    )
    assert stored(land.app, OutreachSession) == 0

    lines = khoa.get(f"/imports/{batch['id']}/faults.csv").get_data(as_text=True)
    rows = list(csv.DictReader(io.StringIO(lines.lstrip("\ufeff"))))
    assert [row["Dòng"] for row in rows] == ["5", "6", "7", "8"]
    assert "Ngày: “31/02/2024” không phải ngày (ngày/tháng/năm, ví dụ 15/07/2022)" in rows[0]["Lỗi"]
    # Mended where it was told, the list of faults is a file like any other.
    mended = lines.replace("xã Cúc", "xã An Bình").replace("Ấp 4", "Ấp 2").splitlines()
    assert counts(look(khoa, "sessions", "\n".join([mended[0], mended[2]]))) == (1, 0, 0, 0)


def test_the_rules_of_a_session_hold_for_a_row(land):
    khoa = land.officer()
    head = SESSIONS.splitlines()[0]
    for row, column, what in (
        ("20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,30,,20,12", "Nữ", "không được lớn hơn tổng"),
        ("20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,,,26,12", "e-Dongthap: hướng dẫn", "lớn hơn"),
        ("20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,,,20,21", "e-Dongthap: thành công", "lớn hơn"),
        ("20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,,,,12", "e-Dongthap: hướng dẫn", "thiếu số"),
        ("20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,,,,", "e-Dongthap: hướng dẫn", "chưa có số"),
        ("20/03/2030,Ấp 1,xã An Bình,Ra quân,,25,,,20,12", "Ngày", "không được sau hôm nay"),
        ("20/03/2022,Ấp 1,xã An Bình,Ra quân,,25,,,20,12", "Khóm ấp", "không có Tổ"),
        ("20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,,CCCD 087165001234,20,12", "Ghi chú", "CCCD"),
        ("20/03/2024,Ấp 3,xã An Bình,Ra quân,,25,,,20,12", "Khóm ấp", "không có Tổ khóm, ấp"),
        ("20/03/2024,,,Ra quân,,25,,,20,12", "Tên Tổ", "chưa có Tổ"),
    ):
        batch = look(khoa, "sessions", f"{head}\n{row}\n")
        found = faults(khoa, batch)
        assert [one["column"] for one in found] == [column], (row, found)
        assert what in found[0]["what"], found


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


def test_what_stands_in_the_way_of_taking_back_is_said(land):
    khoa, hanh = land.officer(), land.province()
    batch = bring_in(khoa, "sessions", SESSIONS)
    first = khoa.get("/sessions").json["items"][0]
    hanh.review(first, "approve")
    problem = undo(khoa, batch, expect=409)
    assert (problem["code"], problem["in_the_way"]) == (
        "import_in_use",
        [f"1 buổi đã được duyệt ({first['receipt_code']})"],
    )
    assert {s["state"] for s in khoa.get("/sessions").json["items"]} == {"pending", "approved"}
    hanh.review(first | {"version": 2}, "reopen", comment="Nhầm")
    said = [f"1 buổi đã được sửa sau khi nhập ({first['receipt_code']})"]
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


def ids(items):
    return {one["id"] for one in items}


def move(land, person, area):
    """Give somebody another area instead of all they have."""

    def do():
        db.session.execute(delete(UserArea).where(UserArea.user_id == person.id))
        since = date(2024, 1, 1)
        db.session.add(UserArea(user_id=person.id, unit_id=land.units[area], valid_from=since))

    with land.app.app_context():
        write(do)


def test_who_was_moved_elsewhere_keeps_the_numbers_of_their_files_and_no_more(land):
    khoa, hanh = land.officer(), land.province()
    done = bring_in(khoa, "sessions", SESSIONS)
    faulty = look(khoa, "sessions", SESSIONS.replace("25,14", "25,30"))
    assert faulty["faults"] == 1
    move(land, khoa, "cụm Nam")
    assert khoa.get(f"/imports/{done['id']}").json["may"] == []
    for path in ("/faults", "/faults.csv", "/faults.xlsx"):
        answer = khoa.get(f"/imports/{faulty['id']}{path}", expect=403)
        assert answer.json["code"] == "outside_area"
    assert undo(khoa, done, expect=403)["code"] == "outside_area"
    assert {s["state"] for s in hanh.get("/sessions").json["items"]} == {"pending"}
    assert undo(hanh, done)["state"] == "undone"
    assert undo(khoa, faulty)["state"] == "undone"


HAMLETS = """Tên khóm ấp,Xã phường,Dân số,Số hộ
Ấp 1,30188,"1.240",310
Ấp Mới,30188,500,
"""
TEAMS = """Loại Tổ,Tên Tổ,Khóm ấp,Xã phường,Ngày thành lập,Số quyết định
"khóm, ấp",Tổ Ấp Mới,Ấp Mới,30188,20/08/2025,12/QĐ-UBND
"""
SECOND_TEAM = TEAMS.replace("Tổ Ấp Mới", "Tổ Thứ Hai").replace("Ấp Mới", "Ấp 3")
PEOPLE = """Họ và tên,Số điện thoại,Tên Tổ,Xã phường,Chức vụ,Nữ
Nguyễn Thị Sen,0912 000 002,Tổ Ấp Mới,30188,tổ trưởng,có
Lê Văn Tư,912000003,Tổ Ấp Mới,30188,,
"""


def test_hamlets_teams_and_people_come_in_and_go_again_from_the_last_to_the_first(land):
    khoa = land.officer()
    hamlets = bring_in(khoa, "hamlets", HAMLETS)
    assert counts(hamlets) == (1, 0, 1, 0)
    assert counts(look(khoa, "hamlets", HAMLETS)) == (0, 2, 0, 0)
    one = khoa.get(f"/units/{land.units['Ấp 1']}").json
    assert (one["population"], one["households"]) == (1240, 310)
    teams = bring_in(khoa, "teams", TEAMS)
    people = bring_in(khoa, "people", PEOPLE)
    assert (teams["added"], people["added"]) == (1, 2)
    assert counts(look(khoa, "people", PEOPLE)) == (0, 2, 0, 0)
    found = khoa.get("/users?role=volunteer&phone=0912000002").json["items"]
    assert [(p["name"], p["has_secret"]) for p in found] == [("Nguyễn Thị Sen", False)]

    assert undo(khoa, hamlets, expect=409)["in_the_way"] == ["Ấp Mới đã có Tổ"]
    assert undo(khoa, teams, expect=409)["in_the_way"] == ["Tổ Ấp Mới đã có thành viên"]
    for batch in (people, teams, hamlets):
        assert undo(khoa, batch)["state"] == "undone"
    one = khoa.get(f"/units/{land.units['Ấp 1']}").json
    assert (one["population"], one["households"]) == (None, None)
    assert khoa.get("/users?role=volunteer&phone=0912000002").json["items"] == []
    assert counts(bring_in(khoa, "hamlets", HAMLETS)) == (1, 0, 1, 0)


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
    says(mai, [1, 2])
    assert khoa.get(f"/imports/{batch['id']}").json["unsent"] == 2
    refused = undo(khoa, batch, expect=409)
    assert (refused["code"], refused["n"]) == ("import_has_unsent", 2)
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
    assert khoa.get(f"/imports/{batch['id']}").json["unsent"] == 0
    # Of the file that founds teams, whoever is in them stands in the way in any case.
    assert bring_in(khoa, "teams", SECOND_TEAM)["unsent"] == 0


def test_who_is_locked_comes_into_no_team_by_a_file(land):
    khoa = land.officer()
    sen = land.volunteer("Sen", "Ấp 2")
    there = khoa.get(f"/users/{sen.id}").json
    khoa.call(
        "PATCH", f"/users/{sen.id}", json={"disabled": True, "reason": "Mất điện thoại"},
        headers={"If-Match": f'"v{there["version"]}"'},
    )  # fmt: skip
    row = f"Họ và tên,Số điện thoại,Tên Tổ\nSen,{sen.phone},Tổ Ấp 1\n"
    (told,) = faults(khoa, look(khoa, "people", row))
    assert "Sen đang bị khóa" in told["what"]


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


def test_nobody_brings_in_beyond_their_area_or_above_their_rank(land):
    khoa, south = land.officer(), land.officer("Hoa", "cụm Nam")
    hidden = land.person("Người Khác", team=land.teams["Ấp 4"])
    for kind, row, column, what in (
        ("hamlets", "Tên khóm ấp,Xã phường\nẤp Xa,30205\n", "Xã phường", "ngoài địa bàn"),
        (
            "teams",
            TEAMS.replace("30188", "30205"),
            "Xã phường",
            "ngoài địa bàn",
        ),
        (
            "people",
            "ho_ten,so_dien_thoai,vai_tro,dia_ban\nMai,0912000009,cán bộ,30188\n",
            "vai_tro",
            "bạn không thêm được cán bộ",
        ),
        (
            "people",
            "ho_ten,so_dien_thoai,ten_to\nMai,0912000009,Tổ Ấp 4\n",
            "ten_to",
            "không có Tổ nào tên “Tổ Ấp 4”",
        ),
        (
            "people",
            f"ho_ten,so_dien_thoai,ten_to\nMai,{hidden.phone},Tổ Ấp 1\n",
            "so_dien_thoai",
            "số này đã có người dùng ngoài địa bàn của bạn",
        ),
        ("sessions", SESSIONS.replace("Ấp 2,30188", "Ấp 4,30205"), "Xã phường", "ngoài địa bàn"),
    ):
        batch = look(khoa, kind, row)
        told = faults(khoa, batch)
        assert any(f["column"] == column and what in f["what"] for f in told), (kind, told)
        assert "Người Khác" not in str(told)

    batch = look(khoa, "sessions", SESSIONS)
    for path in ("", "/faults", "/faults.csv", "/faults.xlsx"):
        south.get(f"/imports/{batch['id']}{path}", expect=404)
    for path in ("/apply", "/undo"):
        south.post(f"/imports/{batch['id']}{path}", {}, expect=404)
    assert south.get("/imports").json["items"] == []
    hanh = land.province()
    assert batch["id"] in [one["id"] for one in hanh.get("/imports").json["items"]]
    hanh.post(f"/imports/{batch['id']}/apply", {}, expect=403)
    lan = land.volunteer()
    lan.get("/imports", expect=403)


def test_what_was_looked_at_is_written_or_nothing(land):
    khoa = land.officer()
    first, second = look(khoa, "sessions", SESSIONS), look(khoa, "sessions", SESSIONS)
    apply(khoa, first)
    problem = apply(khoa, second, expect=409)
    assert problem["code"] == "import_changed"
    assert stored(land.app, OutreachSession) == 3
    teams = look(khoa, "teams", SECOND_TEAM)
    again = look(khoa, "teams", SECOND_TEAM)
    apply(khoa, teams)
    before = stored(land.app, Team)
    assert apply(khoa, again, expect=409)["code"] == "import_changed"
    assert stored(land.app, Team) == before
    assert apply(khoa, teams)["state"] == "applied"


def test_the_same_upload_again_is_the_same_batch_and_another_is_told(land):
    khoa, id = land.officer(), str(uuid.uuid4())
    first = look(khoa, "sessions", SESSIONS, id=id)
    assert look(khoa, "sessions", SESSIONS, id=id)["created_at"] == first["created_at"]
    assert look(khoa, "sessions", SESSIONS + "x", id=id, expect=409)["code"] == "import_conflict"
    assert stored(land.app, ImportBatch) == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "không có dòng nào"),
        (b"Ng\xc3\xa0y\n20/03/2024\n", "thiếu cột “Hình thức” (hình thức của buổi, ví dụ"),
        (SESSIONS.splitlines()[0].encode(), "chỉ có dòng tiêu đề"),
        (b"\xd0\xcf\x11\xe0old", "đời cũ"),
        (b"PK\x03\x04 broken", "không đọc được XLSX"),
        (b"a\x00b,c\n1,2\n", "thiếu cột"),
        ("Ngày".encode("utf-16"), "Lưu tệp dạng Excel (.xlsx)"),
        (b'"' + b"x" * 200_000, "không đọc được CSV"),
        (("a," * 150 + "\n").encode(), "100 cột"),
    ],
)
def test_what_is_no_table_is_told_so(land, content, why):
    problem = look(land.officer(), "sessions", content, expect=422)
    assert problem["code"] == "import_unreadable"
    assert why in problem["detail"]
    assert stored(land.app, ImportBatch) == 0


def test_too_large_a_file_and_other_bodies_are_refused(land):
    khoa = land.officer()
    look(khoa, "sessions", b"x" * (20 * 1024 * 1024 + 1), expect=413)
    path = f"/imports/{uuid.uuid4()}?kind=sessions&name=a.csv"
    khoa.call("PUT", path, data=b"x", headers={"Content-Type": "text/html"}, expect=415)
    khoa.call("PUT", "/imports/abc?kind=sessions&name=a", data=b"x", headers=FILE, expect=422)


def test_a_formula_is_never_run_by_the_list_of_faulty_rows(land):
    text = "Tên khóm ấp,Xã phường\n=HYPERLINK(1),99999\n@SUM(1),99999\n"
    khoa = land.officer()
    batch = look(khoa, "hamlets", text)
    lines = khoa.get(f"/imports/{batch['id']}/faults.csv").get_data(as_text=True)
    for row in csv.reader(io.StringIO(lines.lstrip("\ufeff"))):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_faults_come_page_by_page(land):
    rows = "".join(f"Ấp {n},99999\n" for n in range(250))
    khoa = land.officer()
    batch = look(khoa, "hamlets", "Tên khóm ấp,Xã phường\n" + rows)
    assert (batch["faulty"], batch["faults"]) == (250, 250)
    seen, cursor = [], None
    while True:
        query = {"limit": 100} | ({"cursor": cursor} if cursor else {})
        page = khoa.get(f"/imports/{batch['id']}/faults", query_string=query).json
        seen += [one["row"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == list(range(2, 252))
    khoa.get(f"/imports/{batch['id']}/faults?cursor=WzVd", expect=400)


def test_of_a_file_of_nothing_but_faults_the_first_are_told_and_how_many_more(land):
    khoa = land.officer()
    head = SESSIONS.splitlines()[0]
    wrong = ",".join("x" * len(head.split(",")))
    right = "20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,,,20,12"
    rows = [wrong] * 300 + [right] + [wrong] * 100
    batch = look(khoa, "sessions", "\n".join([head, *rows]))
    a_row = batch["faults"] / 400
    assert (batch["faulty"], batch["rows"], a_row > 5) == (400, 401, True)
    page = khoa.get(f"/imports/{batch['id']}/faults?limit=200").json
    assert page["untold"] == batch["faults"] - 1000
    told = len(page["items"])
    while page["next_cursor"]:
        query = {"limit": 200, "cursor": page["next_cursor"]}
        page = khoa.get(f"/imports/{batch['id']}/faults", query_string=query).json
        told += len(page["items"])
    assert told == 1000
    # Those that are not told are there to be mended too.
    text = khoa.get(f"/imports/{batch['id']}/faults.csv").get_data(as_text=True)
    lines = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    assert [int(line["Dòng"]) for line in lines] == [n for n in range(2, 403) if n != 302]
    assert "không phải ngày" in lines[0]["Lỗi"]
    assert "chỉ liệt kê các lỗi đầu tiên" in lines[-1]["Lỗi"]
    assert apply(khoa, batch, expect=409)["code"] == "import_not_ready"


def test_only_the_last_files_of_a_person_wait_to_be_written(land, monkeypatch):
    monkeypatch.setattr(actions, "MOST_WAITING", 2)
    khoa, hoa = land.officer(), land.officer("Hoa", "cụm Bắc")
    hers, done = look(hoa, "sessions", SESSIONS), bring_in(khoa, "teams", SECOND_TEAM)
    three = [look(khoa, "sessions", SESSIONS, at=NOON + timedelta(minutes=n)) for n in range(3)]
    kept = [khoa.get(f"/imports/{one['id']}").json["has_content"] for one in (done, *three)]
    assert kept == [True, False, True, True]
    assert hoa.get(f"/imports/{hers['id']}").json["has_content"] is True
    assert apply(khoa, three[0], expect=410)["code"] == "import_gone"
    for name in ("faults.csv", "faults.xlsx"):
        khoa.get(f"/imports/{three[0]['id']}/{name}", expect=410)


def test_what_a_spreadsheet_could_run_is_guarded_and_comes_back_as_it_was(land):
    khoa = land.officer()
    head, first = SESSIONS.splitlines()[:2]
    row = first.replace("Chợ sáng", "- Chợ sáng").replace("Ra quân", "Ra quânn")
    batch = look(khoa, "sessions", f"{head}\n{row}\n")
    text = khoa.get(f"/imports/{batch['id']}/faults.csv").get_data(as_text=True)
    assert "'- Chợ sáng" in text
    bring_in(khoa, "sessions", text.replace("Ra quânn", "Ra quân"))
    assert khoa.get("/sessions").json["items"][0]["note"] == "- Chợ sáng"

    for name in ("=cmd|x", "'=cmd|x", "+Mai", "@Mai", "-Mai"):
        row = f"Họ và tên,Số điện thoại,Tên Tổ\n{name},'+84 912 000 009,Tổ Ấp 1\n"
        (told,) = faults(khoa, look(khoa, "people", row))
        assert (told["column"], "không phải tên" in told["what"]) == ("Họ và tên", True)


@pytest.mark.parametrize("kind", ["hamlets", "teams", "people", "sessions"])
def test_a_template_is_understood_when_it_is_filled_in(land, kind):
    from openpyxl import load_workbook

    khoa = land.officer()
    content = khoa.get(f"/imports/templates/{kind}").get_data()
    book = load_workbook(io.BytesIO(content))
    sheet, guide = book.worksheets
    heads = [cell.value for cell in sheet[1]]
    examples = {row[0].value: row[4].value for row in guide.iter_rows(2, len(heads) + 1)}
    assert set(heads) == set(examples)
    if kind == "sessions":  # what no column by itself must have
        lines = list(guide.iter_rows(2, len(heads) + 1, values_only=True))
        needed = {line[0] for line in lines if "một cột" in (line[1] or "")}
        assert needed == {head for head in heads if head.endswith(": hướng dẫn")}
        assert "ít nhất một cột" in guide.cell(len(heads) + 3, 3).value
    for at, head in enumerate(heads, 1):
        sheet.cell(2, at, examples[head])
    file = io.BytesIO()
    book.save(file)
    batch = look(khoa, kind, file.getvalue(), name="mau.xlsx")
    # The example's places are not of this land; everything else in it is understood.
    told = {one["column"] for one in faults(khoa, batch)}
    assert told <= {"Xã, phường", "Tên Tổ", "Khóm, ấp"}


def long_file(rows, fewest):
    head = SESSIONS.splitlines()[0]
    row = "{day:02d}/0{month}/2024,Ấp {hamlet},xã An Bình,Ra quân,,{turns},,,{turns},\n"
    return f"{head}\n" + "".join(
        row.format(day=n % 28 + 1, month=n % 9 + 1, hamlet=n % 2 + 1, turns=n + fewest)
        for n in range(rows)
    )


def test_a_hundred_rows_cost_no_more_statements_than_ten(land):
    khoa = land.officer()
    bring_in(khoa, "sessions", SESSIONS)

    def cost(rows, fewest):
        with counted(land.app) as looking:
            batch = look(khoa, "sessions", long_file(rows, fewest))
        with counted(land.app) as writing:
            apply(khoa, batch)
        with counted(land.app) as undoing:
            undo(khoa, batch)
        return [found["statements"] for found in (looking, writing, undoing)]

    cost(10, 5)
    # The largest of each are flagged: hints are rows of their own.
    few, many = cost(10, 495), cost(100, 405)
    assert all(m <= f for f, m in zip(few, many, strict=True)), (few, many)
    assert proven(land.app) == 0


def test_the_list_of_files_costs_no_more_queries_the_longer_it_is(land):
    khoa, hanh = land.officer(), land.province()

    def cost():
        with counted(land.app) as reading:
            items = hanh.get("/imports").json["items"]
        return len(items), reading["statements"]

    bring_in(khoa, "sessions", SESSIONS)
    one, few = cost()
    for n in range(5):
        other = land.officer(f"Người {n}")
        look(other, "sessions", SESSIONS)
    many, statements = cost()
    assert (one, many) == (1, 6)
    assert statements <= few


def test_blank_cells_and_rows_that_a_spreadsheet_keeps_are_no_fault(land):
    from openpyxl import Workbook

    book = Workbook()
    for line in list(csv.reader(io.StringIO(SESSIONS))):
        book.active.append([*line, *[None] * 300])
        book.active.append([""] * 200)
    file = io.BytesIO()
    book.save(file)
    assert counts(look(land.officer(), "sessions", file.getvalue())) == (3, 0, 0, 0)


def test_files_take_turns_and_who_must_wait_is_told_how_long(land):
    khoa, hoa = land.officer(), land.officer("Hoa", "cụm Bắc")
    with turn(khoa.id):
        answer = khoa.call(
            "PUT",
            f"/imports/{uuid.uuid4()}",
            data=SESSIONS.encode(),
            headers=FILE,
            query_string={"kind": "sessions", "name": "tep.csv"},
            expect=503,
        )
        assert (answer.json["code"], answer.headers["Retry-After"]) == ("busy", "20")
        batch = look(hoa, "sessions", SESSIONS)
        with turn(0):
            assert look(hoa, "sessions", SESSIONS, expect=503)["code"] == "busy"
            assert apply(hoa, batch, expect=503)["code"] == "busy"
    assert counts(look(khoa, "sessions", SESSIONS)) == (3, 0, 0, 0)
    assert apply(hoa, batch)["state"] == "applied"


def test_what_was_done_stands_in_the_log_of_the_land_it_is_about(land):
    khoa, south, hanh = land.officer(), land.officer("Hoa", "cụm Nam"), land.province()
    done = ["import.undone", "import.applied", "import.checked"]
    undo(khoa, bring_in(khoa, "sessions", SESSIONS))
    for reader, seen in ((khoa, done), (hanh, done), (south, [])):
        assert deeds(reader, "import") == seen
    # What the province brings in for the north alone, the north reads and the south does not.
    bring_in(hanh, "teams", SECOND_TEAM)
    assert deeds(khoa, "import") == ["import.applied", *done]
    assert deeds(south, "import") == []


def deeds(reader, *of):
    log = reader.get("/audit").json["items"]
    return [e["action"] for e in log if e["action"].startswith(of)]


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


@pytest.mark.parametrize("by_hand", [True, False])
def test_old_files_are_forgotten(land, by_hand):
    from server.imports import store

    khoa = land.officer()
    old = look(khoa, "sessions", SESSIONS)
    done = bring_in(khoa, "teams", SECOND_TEAM)

    def age():
        for batch in db.session.scalars(select(ImportBatch)):
            batch.created_at -= actions.OLD * 2

    with land.app.app_context():
        write(age)
        assert store.folder(uuid.UUID(old["id"])).exists()
    if by_hand:
        said = land.app.test_cli_runner().invoke(args=["import", "sweep"]).output
        assert said == "2 files taken away\n"
    else:
        look(khoa, "hamlets", HAMLETS)
    with land.app.app_context():
        assert not store.folder(uuid.UUID(old["id"])).exists()
        assert not store.folder(uuid.UUID(done["id"])).exists()
    khoa.get(f"/imports/{old['id']}", expect=404)
    assert khoa.get(f"/imports/{done['id']}").json["has_content"] is False


def test_a_population_of_nobody_is_known_by_its_day(land):
    """Codes and names are those of the day that was chosen."""
    hanh = land.province()
    before = look(
        hanh,
        "sessions",
        SESSIONS.replace("xã An Bình", "30187").replace("30188", "30187"),
        on="2024-12-31",
    )
    assert counts(before) == (3, 0, 0, 0)
    today = look(hanh, "sessions", SESSIONS.replace("xã An Bình", "30187"))
    assert faults(hanh, today)[0]["right"] == "vào ngày khác là xã An"


def test_a_name_of_two_hamlets_is_never_chosen_between(land):
    land.rename("Ấp 3", "Ấp 1")
    khoa = land.officer()
    text = SESSIONS.replace("20/03/2024,Ấp 1", "20/03/2024,Ấp 1 (xã An cũ)")
    told = faults(khoa, look(khoa, "sessions", text))
    assert [one["row"] for one in told] == [4]
    assert told[0]["right"] == "ghi rõ: Ấp 1 (xã An cũ) hoặc Ấp 1 (xã Bình cũ)"


def test_who_types_without_marks_may_mean_the_one_hamlet_that_is_called_so(land):
    khoa = land.officer()
    done = bring_in(khoa, "sessions", SESSIONS.replace("20/03/2024,Ấp 1", "20/03/2024,Ap 1"))
    assert counts(done) == (3, 0, 0, 0)
    known = look(khoa, "sessions", SESSIONS)
    assert counts(known) == (0, 3, 0, 0)
    wrong = look(khoa, "sessions", SESSIONS.replace("20/03/2024,Ấp 1", "20/03/2024,Ạp 1"))
    assert faults(khoa, wrong)[0]["what"] == "không có khóm, ấp “Ạp 1” trong xã, phường này"
    assert faults(khoa, wrong)[0]["right"] == "gần giống: Ấp 1"


def test_the_sessions_of_a_file_are_listed_by_it(land):
    khoa, hanh, south = land.officer(), land.province(), land.officer("Nam", "cụm Nam")
    lan = land.person("Lan", team=land.teams["Ấp 1"])
    lan.record(land.body(land.teams["Ấp 1"]))
    first, second = SESSIONS.rsplit("\n", 2)[0] + "\n", SESSIONS
    one, two = bring_in(khoa, "sessions", first), bring_in(khoa, "sessions", second)
    assert (one["added"], two["added"]) == (2, 1)

    def listed(who, batch, query=""):
        return [s["id"] for s in who.get(f"/sessions?import={batch['id']}{query}").json["items"]]

    assert (len(listed(hanh, one)), len(listed(hanh, two))) == (2, 1)
    assert not set(listed(hanh, one)) & set(listed(hanh, two))
    assert len(listed(hanh, one, "&state=pending&decidable=true&sort=review")) == 2
    assert listed(khoa, one, "&decidable=true") == []
    assert listed(south, one) == []
    wrong = khoa.get("/sessions?import=1", expect=422).json["errors"][0]
    assert (wrong["pointer"], wrong["code"]) == ("/import", "not_uuid")


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


def test_the_register_counts_each_unit_once(land):
    khoa = land.officer()
    bring_in(khoa, "hamlets", HAMLETS)
    with land.app.app_context():
        new = select(AdminUnit).where(AdminUnit.population == 500)
        assert db.session.scalars(new).one().valid_from <= date(2025, 7, 1)


def test_who_adds_a_hamlet_or_changes_a_population_stands_in_the_provinces_log(land):
    khoa, hanh = land.officer("Khoa"), land.province()
    batch = bring_in(khoa, "hamlets", HAMLETS)
    told = [e for e in hanh.get("/audit?kind=system").json["items"] if "unit." in e["action"]]
    assert {e["actor"]["name"] for e in told} == {"Khoa"}
    named = {(e["action"], e["details"]["name"], e["place"]["name"]) for e in told}
    assert ("unit.added", "Ấp Mới", "xã An Bình") in named
    undo(khoa, batch)
    assert "unit.taken_back" in deeds(hanh, "unit.")
