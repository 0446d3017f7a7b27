"""Whom and what a list means: somebody whose phone was changed in it is told and not there twice,
a team may be called as our own screens call it, and a fault says what may have been meant."""

import io

import pytest
from openpyxl import load_workbook

from server.accounts.models import User
from tests.lists import SESSIONS, apply, bring_in, counts, faults, look, stored
from tests.test_import_words import ENGLISH
from tests.test_lists_again import told, where
from tests.test_team_days import change

HEAD = "Họ và tên,Số điện thoại,Tên Tổ\n"
OF_TEAMS = "Loại Tổ,Tên Tổ,Khóm ấp,Xã phường,Ngày thành lập\n"
NEW, OTHER = "0953248538", "0953248539"


@pytest.fixture
def duyen(land):
    team = land.team("Ấp 3")
    land.person("Mai", team=team)
    person = land.person("Dương Thị Ngọc Duyên", team=team)
    person.team = team
    return person


def row(person, phone=NEW, team="Tổ Ấp 3", name=None):
    return f"{name or person.name},{phone},{team}\n"


def test_a_phone_changed_in_the_sheet_that_was_taken_away_adds_nobody(land, duyen):
    khoa = land.officer()
    book = load_workbook(io.BytesIO(khoa.get("/reports/teams.xlsx").get_data()))
    sheet, changed = book.active, io.BytesIO()
    (cell,) = (cell for line in sheet.iter_rows() for cell in line if cell.value == duyen.phone)
    cell.value = NEW
    book.save(changed)
    batch = look(khoa, "people", changed.getvalue(), name="danh-sach.xlsx")
    assert counts(batch) == (0, 2, 0, 0), faults(khoa, batch)
    assert told(batch) == [(cell.row, "Số điện thoại", NEW, duyen.phone)]
    assert where(batch) == {("person", duyen.id)}

    # What the same file adds comes in beside it, and the number stays as it was.
    before = stored(land.app, User)
    bring_in(khoa, "people", HEAD + row(duyen) + row(None, OTHER, name="Tư"))
    assert stored(land.app, User) == before + 1
    items = khoa.get(f"/teams/{duyen.team}/members").json["items"]
    phones = {one["name"]: one["phone"] for one in items}
    assert sorted(phones) == ["Dương Thị Ngọc Duyên", "Mai", "Tư"]
    assert phones[duyen.name] == duyen.phone


def test_the_name_is_compared_as_names_are(land, duyen):
    khoa = land.officer()
    for name in ("DƯƠNG THỊ NGỌC DUYÊN", "Duong Thi Ngoc Duyen"):
        batch = look(khoa, "people", HEAD + row(duyen, name=name))
        assert counts(batch) == (0, 1, 0, 0), faults(khoa, batch)
    # With other marks it is another name, and in another team another person.
    for text in (row(duyen, name="Dương Thị Ngọc Duyến"), row(duyen, team="Tổ Ấp 1")):
        assert counts(look(khoa, "people", HEAD + text)) == (1, 0, 0, 0)


def test_two_of_one_name_are_two_where_the_file_has_both(land, duyen):
    khoa = land.officer()
    both = HEAD + row(duyen, duyen.phone) + row(duyen)
    assert counts(look(khoa, "people", both)) == (1, 1, 0, 0)
    bring_in(khoa, "people", both)
    # Of two who are there each is the one whose phone was changed, or both are.
    batch = look(khoa, "people", HEAD + row(duyen, duyen.phone) + row(duyen, OTHER))
    assert (counts(batch), told(batch)) == ((0, 2, 0, 0), [(3, "Số điện thoại", OTHER, NEW)])
    batch = look(khoa, "people", HEAD + row(duyen, OTHER) + row(duyen, "0953248530"))
    assert counts(batch) == (0, 2, 0, 0)
    assert {stands for *_, stands in told(batch)} == {duyen.phone, NEW}


def test_who_is_in_two_teams_is_one_person_in_both(land, duyen):
    """Changed in one of the two rows, in both, or where a row puts them into another team."""
    khoa = land.officer()
    elsewhere = row(duyen, duyen.phone, "Tổ Ấp 1")
    assert counts(look(khoa, "people", HEAD + elsewhere + row(duyen))) == (1, 1, 0, 0)
    bring_in(khoa, "people", HEAD + elsewhere)
    for first in (elsewhere, row(duyen, team="Tổ Ấp 1")):
        batch = look(khoa, "people", HEAD + first + row(duyen))
        assert counts(batch) == (0, 2, 0, 0), faults(khoa, batch)
    before = stored(land.app, User)
    bring_in(khoa, "people", HEAD + row(duyen) + row(duyen, team="Tổ Ấp 2"))
    assert stored(land.app, User) == before
    mine = khoa.get(f"/teams/{land.teams['Ấp 2']}/members").json["items"]
    assert [(one["name"], one["phone"]) for one in mine] == [(duyen.name, duyen.phone)]


LONG = "Tổ công nghệ số cộng đồng"


def test_a_team_may_be_called_as_our_screens_call_it(land):
    khoa, team = land.officer(), land.team("Ấp 3", name=f"{LONG} Ấp 3, Bình Thành")
    name = "Tổ Ấp 3, Bình Thành"
    bring_in(khoa, "people", HEAD + f'Tư,{NEW},"{name}"\nNăm,{OTHER},"{name.upper()}"\n')
    members = khoa.get(f"/teams/{team}/members").json["items"]
    assert sorted(one["name"] for one in members) == ["Năm", "Tư"]
    past = "Ngày,Tên Tổ,Hình thức,Số lượt người,e-Dongthap: hướng dẫn\n20/03/2024,{},Ra quân,9,9\n"
    bring_in(khoa, "sessions", past.format(f'"{name}"'))
    (session,) = khoa.get("/sessions").json["items"]
    assert session["team"]["id"] == team
    # Another accent is another commune, and what is left out is these words and no others.
    for other in ("Tổ Ấp 3, Bình Thạnh", "Ấp 3, Bình Thành", "Tổ cộng đồng Ấp 3, Bình Thành"):
        (fault,) = faults(khoa, look(khoa, "sessions", past.format(f'"{other}"')))
        assert fault["column"] == "Tên Tổ" and name.replace("Tổ", LONG) in fault["right"]


def test_several_teams_that_screens_call_alike_are_never_chosen_among(land):
    khoa = land.officer()
    teams = [land.team(home, name=f"{LONG} chợ") for home in ("Ấp 1", "Ấp 2")]
    (fault,) = faults(khoa, look(khoa, "people", HEAD + row(None, name="Tư", team="Tổ chợ")))
    assert fault["what"] == "có 2 Tổ tên “Tổ chợ”"
    assert all(f"số {team};" in fault["right"] for team in teams)
    # Whose very name it is, is meant before who is only shown so.
    own = land.team("Ấp 3", name="Tổ chợ")
    bring_in(khoa, "people", HEAD + row(None, name="Tư", team="Tổ chợ"))
    assert [m["name"] for m in khoa.get(f"/teams/{own}/members").json["items"]] == ["Tư"]


def test_a_team_that_was_never_there_is_meant_by_no_list(land):
    """Added by mistake and ended on its first day; the list of the real one comes afterwards."""
    khoa, mistake = land.officer(), land.team("Ấp 3", name="Tổ chợ")
    change(khoa, mistake, dissolved_on=khoa.get(f"/teams/{mistake}").json["founded_on"])
    text = HEAD + row(None, name="Tư", team="Tổ chợ")
    (fault,) = faults(khoa, look(khoa, "people", text))
    assert fault["what"].startswith("không có Tổ nào tên “Tổ chợ”")
    assert "Tổ chợ" not in fault["right"]
    founded = look(khoa, "teams", f"{OF_TEAMS}ấp,Tổ chợ,Ấp 3,xã An Bình,15/07/2022\n")
    assert (counts(founded), founded["sample"]["beside"]) == ((1, 0, 0, 0), [])
    apply(khoa, founded)
    bring_in(khoa, "people", text)
    called = {one["id"] for one in khoa.get("/teams").json["items"] if one["name"] == "Tổ chợ"}
    (there,) = called - {mistake}
    assert [m["name"] for m in khoa.get(f"/teams/{there}/members").json["items"]] == ["Tư"]


def rights(khoa, kind, text):
    batch = look(khoa, kind, text)
    path = f"/imports/{batch['id']}/faults"
    return [
        [fault["right"] for fault in khoa.get(path, headers=headers).json["items"]]
        for headers in (None, ENGLISH)
    ]


def test_the_words_of_a_list_are_told_apart_and_the_nearest_first(land):
    khoa = land.officer()
    (said,), (english,) = rights(khoa, "sessions", SESSIONS.replace("đến từng nhà", "Đến nhà"))
    assert said.startswith("gần giống: Đến từng nhà; các giá trị dùng được: Ra quân hướng dẫn; ")
    assert english.startswith("similar: Đến từng nhà; allowed values: Ra quân hướng dẫn; ")
    (said,), _ = rights(khoa, "sessions", SESSIONS.replace("đến từng nhà", "Xyz"))
    assert said.startswith("các giá trị dùng được: Ra quân hướng dẫn; ")


def test_only_what_may_be_blank_is_said_to_be(land):
    khoa = land.officer()
    (turns, women), (english, _) = rights(khoa, "sessions", SESSIONS.replace("25,14", "mười,mười"))
    assert (turns, english) == ("ví dụ 25", "for example 25")
    assert women == "ví dụ 25; không có số liệu thì để trống"
    hamlets = "Tên khóm ấp,Xã phường,Dân số,Năm của số dân\nẤp 9,xã An Bình,1240,năm ngoái\n"
    assert rights(khoa, "hamlets", hamlets) == [["ví dụ 2025"], ["for example 2025"]]


def test_the_template_says_that_a_year_is_a_year(land):
    answer = land.officer().get("/imports/templates/hamlets").get_data()
    lines = load_workbook(io.BytesIO(answer))["Hướng dẫn"].iter_rows(values_only=True)
    explained = {line[0]: line for line in lines}
    assert explained["Năm của số dân"][3:5] == ("năm, ví dụ 2025", "2025")
    assert explained["Dân số"][3].startswith("số nguyên")
