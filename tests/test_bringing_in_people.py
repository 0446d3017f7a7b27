"""Hamlets, teams and people that a district kept in Excel, and how far the reach of whoever brings
them in goes."""

from datetime import date

from sqlalchemy import select

from server.admin_units.models import AdminUnit
from server.extensions import db
from tests.lists import (
    HAMLETS,
    PEOPLE,
    SECOND_TEAM,
    SESSIONS,
    TEAMS,
    bring_in,
    counts,
    deeds,
    faults,
    look,
    move,
    undo,
)


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


def test_what_was_done_stands_in_the_log_of_the_land_it_is_about(land):
    khoa, south, hanh = land.officer(), land.officer("Hoa", "cụm Nam"), land.province()
    done = ["import.undone", "import.applied", "import.checked"]
    undo(khoa, bring_in(khoa, "sessions", SESSIONS))
    for reader, seen in ((khoa, done), (hanh, done), (south, [])):
        assert deeds(reader, "import") == seen
    told = [e["details"] for e in khoa.get("/audit").json["items"] if e["object_type"] == "import"]
    assert [(one["kind"], one["file"]) for one in told] == [("sessions", "tep.csv")] * 3
    # A file that was put away before anything was written is no undone import.
    undo(khoa, look(khoa, "sessions", SESSIONS))
    done = ["import.dropped", "import.checked", *done]
    assert deeds(khoa, "import") == done
    # What the province brings in for the north alone, the north reads and the south does not.
    bring_in(hanh, "teams", SECOND_TEAM)
    assert deeds(khoa, "import") == ["import.applied", *done]
    assert deeds(south, "import") == []


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
