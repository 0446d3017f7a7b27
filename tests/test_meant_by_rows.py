"""What a row plainly means is understood; what it might mean is asked."""

import pytest
from sqlalchemy import select

from server.admin_units.models import AdminUnitName
from server.extensions import db, write
from server.imports.team_names import likely
from tests.lists import PEOPLE, SESSIONS, bring_in, counts, faults, look


@pytest.mark.parametrize(
    "said", ["An Bình", "an bình", "AN BINH", "xa an binh", "Xã An", "An", "xã Bình", "binh"]
)
def test_a_commune_is_known_by_what_people_call_it(land, said):
    khoa = land.officer()
    batch = look(khoa, "sessions", SESSIONS.replace("xã An Bình", said))
    assert counts(batch) == (3, 0, 0, 0), faults(khoa, batch)


def test_a_commune_is_never_guessed_at(land):
    khoa = land.officer()
    for said, what, right in (
        ("Ấn Bình", "không đơn vị nào tên là Ấn Bình", "gần giống: xã An Bình"),
        ("Phường An Bình", "không đơn vị nào tên là", "gần giống: xã An Bình"),
        ("Cúc", "xã Cúc ngoài địa bàn của bạn", ""),
    ):
        batch = look(khoa, "sessions", SESSIONS.replace("xã An Bình", said))
        (one, *_) = faults(khoa, batch)
        assert what in one["what"] and right in one["right"], one


def test_two_digits_of_a_year_are_told_and_not_guessed_at(land):
    khoa = land.officer()
    batch = look(khoa, "sessions", SESSIONS.replace("20/03/2024", "20/03/24"))
    (one,) = faults(khoa, batch)
    assert "chỉ có hai chữ số của năm" in one["what"]
    assert one["right"].endswith("ví dụ 20/03/2024")


def test_a_number_that_is_no_teams_names_the_teams_that_there_are(land):
    khoa = land.officer()
    for row, what, right in (
        ("Mai,0912000009,99,Tổ Ấp 1", "không có Tổ số 99", "ghi số của Tổ: Tổ Ấp 1 (số "),
        ("Mai,0912000009,Tổ Ấp 2,", "“Tổ Ấp 2” không phải số của Tổ", "Tổ Ấp 2 (số "),
        ("Mai,0912000009,99,", "không có Tổ số 99", "Tổ Ấp 1 (số "),
    ):
        text = f"Họ và tên,Số điện thoại,Mã Tổ,Tên Tổ\n{row}\n"
        (one,) = faults(khoa, look(khoa, "people", text))
        assert one["column"] == "Mã Tổ" and what in one["what"] and right in one["right"], one
        assert "Tổ Ấp 4" not in one["right"]


LONG = "Tổ công nghệ số cộng đồng"
TEAMS = ("Ấp Hưng Thành, Tân Khánh Trung", "Ấp Phú Thuận, Tân Khánh Trung", "Ấp 1, Tân Mỹ")
TEAMS += ("Ấp 10, Tân Mỹ", "Ấp 1, Bình Thành", "Khóm Bình Thạnh 1, Lấp Vò")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        # Of another commune, or another hamlet of the commune: that much is in every name.
        ("Ấp Phú Thuận, Tân Phú Đông", []),
        ("Ấp Long Hội, Tân Khánh Trung", []),
        ("Ấp Phú Thuân, Tân Khánh Trung", [1]),
        ("Ấp Phú Thuận Tân Khánh Trung", [1]),
        ("Phú Thuận, Tân Khánh Trung", [1]),
        ("Khóm Bình Thành 1, Lấp Vò", [5]),
        # The template's own example: there is one in every commune.
        ("Ấp 1", [2, 4]),
        ("Ấp 2", []),
    ],
)
def test_a_team_is_suggested_only_for_what_is_its_own_in_the_name(said, meant):
    names = {id: f"{LONG} {name}" for id, name in enumerate(TEAMS)}
    assert likely(f"{LONG} {said}", names) == meant
    assert likely(f"Tổ {said}", names) == meant


def test_among_very_many_teams_those_spelt_just_so_are_suggested():
    names = dict(
        enumerate(f"{LONG} Ấp {n}, {place}" for place in ("Tân Mỹ", "Lấp Vò") for n in range(300))
    )
    assert likely("Tổ Ấp 7, Tân Mỹ", names) == [7]
    assert likely("Tổ ap 7, Lap Vo", names) == [307]
    assert likely("Tổ Ấp 7", names) == [7, 307]
    assert likely("Tổ Ấp 7, Tân Mĩ Đông", names) == []


def test_teams_whose_name_begins_so_are_named(land):
    khoa = land.officer()
    for home, place in (("Ấp 1", "An Bình"), ("Ấp 2", "Bình Thành")):
        land.team(home, name=f"{LONG} Ấp 5, {place}")
    text = f"Họ và tên,Số điện thoại,Tên Tổ\nMai,0912000009,{LONG} Ấp 5\n"
    (one,) = faults(khoa, look(khoa, "people", text))
    assert one["what"].startswith("không có Tổ nào tên")
    assert "Ấp 5, An Bình (số " in one["right"] and "Ấp 5, Bình Thành (số " in one["right"]


def test_people_who_are_brought_in_stand_in_the_log_of_their_land(land):
    khoa, south = land.officer(), land.officer("Hoa", "cụm Nam")
    bring_in(land.province(), "people", PEOPLE.replace("Tổ Ấp Mới", "Tổ Ấp 1"))
    for reader, n in ((khoa, 2), (south, 0)):
        log = reader.get("/audit?limit=50").json["items"]
        assert len([one for one in log if one["action"] == "user.created"]) == n


HEAD = "Ngày,Tên Tổ,Khóm ấp,Xã phường,Hình thức,Số lượt người,Ghi chú,Giờ bắt đầu,\
e-Dongthap: hướng dẫn,e-Dongthap: thành công\n"


def told(person, *rows):
    """What is wrong with rows of past sessions: row -> its column, what, what would be right."""
    batch = look(person, "sessions", HEAD + "\n".join(rows))
    return {f["row"]: (f["column"], f["what"], f["right"]) for f in faults(person, batch)}


def test_a_corrected_row_is_never_silently_a_second_session(land):
    khoa = land.officer()
    bring_in(khoa, "sessions", HEAD + "20/03/2024,Tổ Ấp 1,,,Ra quân,25,Chợ sáng,08:00,20,12")
    code = khoa.get("/sessions").json["items"][0]["receipt_code"]
    found = told(
        khoa,
        "20/03/2024,Tổ Ấp 1,,,Ra quân,26,Chợ sáng,08:00,20,12",  # the number was set right
        "20/03/2024,Tổ Ấp 1,,,Ra quân,26,,,20,12",  # and the rest left out
        "20/03/2024,Tổ Ấp 1,,,Ra quân,26,,14:00,20,12",  # in the afternoon
        "20/03/2024,Tổ Ấp 1,,,Ra quân,26,Chợ chiều,,20,12",
        "21/03/2024,Tổ Ấp 1,,,Ra quân,26,,,20,12",
        "20/03/2024,Tổ Ấp 1,,,Ra quân,25,Chợ sáng,08:00,20,12",  # the very same
    )
    assert found.keys() == {2, 3}
    assert code in found[2][1] and "Giờ bắt đầu" in found[2][2]


def test_a_phone_in_a_note_is_a_fault_as_an_identity_is(land):
    (fault,) = told(
        land.officer(), "20/03/2024,Tổ Ấp 1,,,Ra quân,25,gọi chị Lan 0912 345 678,,20,12"
    ).values()
    assert fault[:2] == ("Ghi chú", "ghi chú có số điện thoại")


def test_a_number_below_nothing_is_told_so(land):
    (fault,) = told(land.officer(), "20/03/2024,Tổ Ấp 1,,,Ra quân,-5,,,,").values()
    assert fault == ("Số lượt người", "“-5” nhỏ hơn 0", "phải từ 0 trở lên")


def test_a_shortened_name_of_a_team_finds_the_one_that_is_meant(land):
    land.team("Ấp 2", name="Tổ công nghệ số cộng đồng Ấp 2, Bình Thành")
    land.team("xã An Bình", "agency", name="Đoàn xã Bình Thành")
    (fault,) = told(land.officer(), "20/03/2024,Tổ Ấp 2 Bình Thành,,,Ra quân,25,,,20,12").values()
    assert "Tổ công nghệ số cộng đồng Ấp 2, Bình Thành" in fault[2] and "Đoàn xã" not in fault[2]


def test_a_team_s_own_hamlet_is_meant_where_several_have_the_name(land):
    khoa = land.officer()
    with land.app.app_context():
        other = db.session.scalar(
            select(AdminUnitName).where(AdminUnitName.unit_id == land.units["Ấp 2"])
        )
        write(lambda: setattr(db.session.merge(other), "name", "Ấp 1"))
    assert told(khoa, "20/03/2024,,Ấp 1,xã An Bình,Ra quân,25,,,20,12")[2][1].startswith("trong xã")
    assert told(khoa, "20/03/2024,Tổ Ấp 1,Ấp 1,xã An Bình,Ra quân,25,,,20,12") == {}
