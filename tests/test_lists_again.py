"""A list that was taken away, changed in Excel and brought in again: what it would have changed is
told, and a list of another kind is known by its headings."""

import io
import uuid
from datetime import date

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from server.extensions import db, write
from server.imports.differences import MOST_TOLD
from server.teams.models import Team, TeamMember
from tests.lists import apply, counts, faults, look
from tests.test_import_words import ENGLISH
from tests.test_query_counts import counted
from tests.test_rosters import rows

TEAMS = "Loại Tổ,Tên Tổ,Khóm ấp,Xã phường,Ngày thành lập,Số quyết định,Thí điểm\n"
KNOWN = "ấp,Tổ Ấp 1,Ấp 1,xã An Bình,15/07/2022,,\n"
PEOPLE = "Họ và tên,Số điện thoại,Tên Tổ,Chức vụ,Tổ chức,Ngày vào Tổ,Nữ\n"


def told(batch):
    """(row, column, what is written, what stands in the system) of each difference."""
    found = (batch["different"] or {"told": ()})["told"]
    return [(one["row"], one["column"], one["written"], one["stands"]) for one in found]


def where(batch):
    return {(one["page"], one["id"]) for one in batch["different"]["told"]}


def test_a_known_team_that_the_file_says_otherwise_is_named_and_stays_as_it_was(land):
    khoa, team = land.officer(), land.teams["Ấp 1"]
    with land.app.app_context():
        write(lambda: setattr(db.session.get(Team, team), "decision_number", "12/QĐ"))
    changed = "ấp,Tổ ấp 1,Ấp 1,xã An Bình,16/07/2022,99/QĐ,có\n"
    new = "ấp,Tổ Mới,Ấp 3,xã An Bình,15/07/2022,7/QĐ,\n"
    batch = look(khoa, "teams", TEAMS + KNOWN + changed + new)
    assert counts(batch) == (1, 2, 0, 0)
    assert batch["different"]["rows"] == 1
    assert told(batch) == [
        (3, "Tên Tổ", "Tổ ấp 1", "Tổ Ấp 1"),
        (3, "Ngày thành lập", "16/07/2022", "15/07/2022"),
        (3, "Số quyết định", "99/QĐ", "12/QĐ"),
        (3, "Thí điểm", "có", "không"),
    ]
    assert where(batch) == {("team", team)}
    assert told(apply(khoa, batch)) == told(batch)
    one = khoa.get(f"/teams/{team}").json
    assert (one["decision_number"], one["founded_on"]) == ("12/QĐ", "2022-07-15")
    assert khoa.get("/imports").json["items"][0]["different"] is None


def test_a_known_team_under_another_name_is_no_second_team(land):
    """The only one of a hamlet, or the one that the same decision founded."""
    khoa, first = land.officer(), land.teams["Ấp 1"]
    youth = [land.team("xã An Bình", "youth", name=f"Tổ Đoàn {n}") for n in (1, 2)]
    with land.app.app_context():
        write(lambda: setattr(db.session.get(Team, youth[0]), "decision_number", "12/QĐ"))
    renamed = "ấp,Tổ số Ấp 1,Ấp 1,xã An Bình,15/07/2022,,\n"
    led = "thanh niên,Tổ Thanh niên xã,,xã An Bình,15/07/2022,12/qđ,\n"
    batch = look(khoa, "teams", TEAMS + renamed + led)
    assert counts(batch) == (0, 2, 0, 0)
    assert told(batch)[:2] == [
        (2, "Tên Tổ", "Tổ số Ấp 1", "Tổ Ấp 1"),
        (3, "Tên Tổ", "Tổ Thanh niên xã", "Tổ Đoàn 1"),
    ]
    assert where(batch) == {("team", first), ("team", youth[0])}
    # A file that has both tells them apart; of a youth team without its decision nobody can tell.
    other = "thanh niên,Tổ Thanh niên chợ,,xã An Bình,02/07/2025,13/QĐ,\n"
    assert counts(look(khoa, "teams", TEAMS + KNOWN + renamed + other)) == (2, 1, 0, 0)
    assert khoa.get(f"/teams/{first}").json["name"] == "Tổ Ấp 1"


def test_no_team_is_taken_for_several_and_new_ones_are_founded(land):
    khoa, first = land.officer(), land.teams["Ấp 1"]
    with land.app.app_context():
        write(lambda: setattr(db.session.get(Team, first), "decision_number", "12/QĐ"))
    two = "".join(f"ấp,Tổ {name},Ấp 1,xã An Bình,15/07/2024,{n}/QĐ,\n" for name, n in ("A5", "B6"))
    assert counts(look(khoa, "teams", TEAMS + two)) == (2, 0, 0, 0)
    # Nor for one that another decision founded, nor by a decision that founded several.
    other = "ấp,Tổ số Ấp 1,Ấp 1,xã An Bình,15/07/2024,13/QĐ,\n"
    assert counts(look(khoa, "teams", TEAMS + other)) == (1, 0, 0, 0)
    same = "".join(f"ấp,Tổ chợ {n},Ấp 1,xã An Bình,15/07/2024,12/QĐ,\n" for n in (1, 2))
    assert counts(look(khoa, "teams", TEAMS + same)) == (2, 0, 0, 0)
    # Written without accents it is still the one, whatever else the file founds there.
    plain = "ấp,To ap 1,Ấp 1,xã An Bình,15/07/2022,,\n"
    batch = look(khoa, "teams", TEAMS + plain + other)
    assert counts(batch) == (1, 1, 0, 0)
    assert told(batch) == [(2, "Tên Tổ", "To ap 1", "Tổ Ấp 1")]
    assert counts(look(khoa, "teams", TEAMS + other + other)) == (1, 0, 0, 1)


def test_a_team_that_ended_is_not_taken_for_the_one_that_follows_it(land):
    khoa, first = land.officer(), land.teams["Ấp 1"]
    ended = {"dissolved_on": "2025-07-01"}
    khoa.call("PATCH", f"/teams/{first}", json=ended, headers={"If-Match": '"v1"'})
    new = "ấp,Tổ số Ấp 1,Ấp 1,xã An Bình,02/07/2025,,\n"
    assert counts(look(khoa, "teams", TEAMS + new)) == (1, 0, 0, 0)


def test_what_is_left_blank_and_a_list_in_capitals_say_nothing_else(land):
    khoa = land.officer()
    batch = look(khoa, "teams", TEAMS + KNOWN + KNOWN.replace("Tổ Ấp 1", "TỔ ẤP 1"))
    assert (counts(batch), batch["different"]) == ((0, 2, 0, 0), None)


def test_a_known_person_who_is_written_otherwise_is_named(land):
    khoa, lan = land.officer(), land.volunteer("Lan", "Ấp 3")
    text = PEOPLE + f"lan,{lan.phone},Tổ Ấp 3,tổ phó,Hội Phụ nữ,16/07/2022,không\n"
    batch = look(khoa, "people", text)
    assert counts(batch) == (0, 1, 0, 0), faults(khoa, batch)
    assert told(batch)[0] == (2, "Họ và tên", "lan", "Lan")
    assert set(told(batch)[1:]) == {
        (2, "Chức vụ", "tổ phó", "tổ trưởng"),
        (2, "Tổ chức", "Hội Phụ nữ", ""),
        (2, "Ngày vào Tổ", "16/07/2022", "15/07/2022"),
        (2, "Nữ", "không", ""),
    }
    assert where(batch) == {("person", lan.id), ("team", lan.team)}


def test_who_has_left_the_team_is_told_with_the_day(land):
    khoa, lan = land.officer(), land.volunteer("Lan", "Ấp 3")

    def leave():
        time = db.session.scalar(select(TeamMember).where(TeamMember.user_id == lan.id))
        time.left_on = date(2024, 1, 1)

    with land.app.app_context():
        write(leave)
    batch = look(khoa, "people", PEOPLE + f"Lan,{lan.phone},Tổ Ấp 3,,,15/07/2022,\n")
    assert counts(batch) == (0, 1, 0, 0)
    assert told(batch) == [(2, "Ngày vào Tổ", "15/07/2022", "15/07/2022 – 01/01/2024")]
    back = f"Lan,{lan.phone},Tổ Ấp 3,,,01/02/2024,\n"
    again = look(khoa, "people", PEOPLE + back + back)
    assert (counts(again), again["different"]) == ((1, 1, 0, 0), None)


def test_an_officers_other_area_is_named(land):
    khoa, hanh = land.officer(), land.province()
    text = f"Họ và tên,Số điện thoại,Vai trò,Địa bàn\nKhoa,{khoa.phone},cán bộ,30205\n"
    batch = look(hanh, "people", text)
    assert [one[:3] for one in told(batch)] == [(2, "Địa bàn", "30205")]
    assert where(batch) == {("person", khoa.id)}


def test_the_sheet_that_was_taken_away_differs_in_what_was_changed_in_it(land):
    khoa = land.officer()
    land.volunteer("Lan")
    content = khoa.get("/reports/teams.xlsx").get_data()
    assert look(khoa, "people", content)["different"] is None
    assert look(khoa, "teams", content, anyway="yes")["different"] is None
    book = load_workbook(io.BytesIO(content))
    at = {cell.value: cell.column for cell in book.active[1]}
    book.active.cell(2, at["Tên Tổ"], "Tổ Ấp 2")  # but not its number
    book.active.cell(2, at["Tổ chức"], "Hội Phụ nữ")
    file = io.BytesIO()
    book.save(file)
    assert told(look(khoa, "people", file.getvalue())) == [
        (2, "Tổ chức", "Hội Phụ nữ", ""),
        (2, "Tên Tổ", "Tổ Ấp 2", rows(khoa)[0]["Tên Tổ"]),
    ]


def test_an_agencys_people_are_called_what_they_are_there_and_as_they_once_were(land):
    khoa, bank = land.officer(), land.team("xã An Bình", "agency", name="Tổ Ngân hàng")
    tu = land.person("Tư", team=bank, member="leader")
    land.person("Năm", team=bank, member="deputy")
    content = khoa.get("/reports/teams.xlsx").get_data()
    lines = [row for row in rows(khoa) if row["Tên Tổ"] == "Tổ Ngân hàng"]
    assert [row["Chức vụ"] for row in lines] == ["Người phụ trách", "Phó phụ trách"]
    assert {row["Tổ trưởng, người phụ trách"] for row in lines} == {"Tư"}
    batch = look(khoa, "people", content)
    assert (batch["different"], batch["passed_over"], batch["faults"]) == (None, [], 0)
    # A sheet that was taken away before agencies had words of their own.
    book = load_workbook(io.BytesIO(content))
    at = {cell.value: cell.column for cell in book.active[1]}
    for row, role in enumerate(("Tổ trưởng", "Tổ phó"), 2):
        book.active.cell(row, at["Chức vụ"], role)
    for old in ("Tổ trưởng", "Điện thoại Tổ trưởng"):
        book.active.cell(1, at[f"{old}, người phụ trách"], old)
    file = io.BytesIO()
    book.save(file)
    old = look(khoa, "people", file.getvalue())
    assert (old["different"], old["passed_over"], old["faults"]) == (None, [], 0)
    # What it is there, and who is new, is told in its words; what is written, as it stands there.
    text = f"Tư,{tu.phone},Tổ Ngân hàng,tổ phó,,,\n"
    batch = look(khoa, "people", PEOPLE + text)
    assert told(batch) == [(2, "Chức vụ", "tổ phó", "người phụ trách")]
    batch = look(khoa, "people", PEOPLE + "Sáu,0912345678,Tổ Ngân hàng,tổ phó,,,\n")
    assert "phó phụ trách" in batch["sample"]["rows"][0]["cells"]


def test_only_the_first_are_named_and_all_are_counted_in_as_many_questions(land):
    khoa, team = land.officer(), land.team("Ấp 1", name="Tổ Đông")
    people = [land.person(f"Người {n}", team=team) for n in range(MOST_TOLD + 5)]
    lines = [f"{one.name},{one.phone},Tổ Đông,,Hội Phụ nữ,,\n" for one in people]
    look(khoa, "people", PEOPLE + "".join(lines[:2]))  # the first reads the land
    with counted(land.app) as few:
        look(khoa, "people", PEOPLE + "".join(lines[:1]))
    with counted(land.app) as many:
        batch = look(khoa, "people", PEOPLE + "".join(lines))
    assert many["selects"] == few["selects"]
    assert batch["different"]["rows"] == MOST_TOLD + 5
    assert len(batch["different"]["told"]) == MOST_TOLD


def test_whose_land_it_is_no_more_reads_nothing_of_it(land):
    from tests.lists import move

    khoa = land.officer()
    batch = look(khoa, "teams", TEAMS + KNOWN.replace("15/07", "16/07"))
    move(land, khoa, "cụm Nam")
    assert khoa.get(f"/imports/{batch['id']}").json["different"] is None


HAMLETS = "Tên khóm ấp,Xã phường,Dân số\nẤp 1,xã An Bình,900\n"
SESSIONS = "Ngày,Khóm ấp,Xã phường,Hình thức,Số lượt người\n20/03/2024,Ấp 1,xã An Bình,Ra quân,9\n"
FILES = {
    "hamlets": HAMLETS,
    "teams": TEAMS + KNOWN,
    "people": PEOPLE + "Mai,0912000009,Tổ Ấp 1,,,,\n",
    "sessions": SESSIONS,
}


@pytest.mark.parametrize("kind", FILES)
def test_a_list_of_another_kind_is_known_by_its_headings(land, kind):
    khoa = land.officer()
    assert look(khoa, kind, FILES[kind])["kind"] == kind
    for other in FILES.keys() - {kind}:
        problem = look(khoa, other, FILES[kind], expect=422)
        assert (problem["code"], problem["other_kind"]) == ("import_other_kind", kind)


def test_the_download_of_teams_is_a_list_of_members_and_is_taken_for_teams_when_asked(land):
    khoa = land.officer()
    land.volunteer("Lan")
    content = khoa.get("/reports/teams.xlsx").get_data()
    problem = look(khoa, "teams", content, expect=422)
    assert problem["detail"] == "Đây có vẻ là danh sách thành viên. Hãy chọn mục Thành viên."
    path = f"/imports/{uuid.uuid4()}?kind=teams&name=a.xlsx"
    headers = {"Content-Type": "application/octet-stream"} | ENGLISH
    english = khoa.call("PUT", path, data=content, headers=headers, expect=422).json["detail"]
    assert english == "This looks like a list of members. Choose Members."
    assert counts(look(khoa, "people", content)) == (0, 1, 0, 0)
    assert look(khoa, "teams", content, anyway="yes")["kind"] == "teams"
    # What lacks a column of its own kind, and is no other's either, is told what it lacks.
    problem = look(khoa, "people", "Họ và tên,Tên Tổ\nMai,Tổ Ấp 1\n", expect=422)
    assert problem["code"] == "import_unreadable"
