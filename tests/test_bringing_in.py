"""An officer brings in past sessions that were kept in Excel: looked at first, written
whole or not at all, the same twice without harm."""

import csv
import io

from sqlalchemy import select

from server.extensions import db
from server.imports import reviewing
from server.imports.sessions import session_id
from server.sessions.models import OutreachSession
from server.sessions.schemas import NewSession
from tests.lists import SESSIONS, apply, bring_in, counts, faults, look, proven, stored
from tests.test_hints import kept_as_told


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
