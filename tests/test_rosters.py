"""Who leads which team and who is in it: in the list, and in one sheet to take away."""

import io

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update

from server.admin_units.actions import moved_on
from server.admin_units.models import AdminUnitParent
from server.extensions import db, write
from server.imports.columns import LED_BY
from server.imports.columns import PEOPLE as PEOPLE_COLUMNS
from server.teams.models import TeamMember
from tests.lists import counts, look
from tests.test_handing_over import V1
from tests.world import REFORM

PEOPLE, EMPTY, HOW_TO = "Tổ và thành viên", "Tổ chưa có thành viên", "Hướng dẫn"


def rows(person, path="/reports/teams.xlsx", sheet=PEOPLE):
    book = load_workbook(io.BytesIO(person.get(path).get_data()))
    heads, *lines = book[sheet].iter_rows(values_only=True)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def test_a_list_says_who_leads_and_how_many_there_are(world):
    khoa, lan = world.officer(), world.volunteer("Lan")
    world.person("Mai", team=lan.team)
    world.team("Ấp 2")
    first, second = khoa.get("/teams").json["items"]
    assert (first["leader"], first["members"]) == ({"name": "Lan", "phone": lan.phone}, 2)
    assert (second["leader"], second["members"]) == (None, 0)
    (own,) = world.person("Tư", team=lan.team).get("/teams").json["items"]
    assert own["leader"]["name"] == "Lan" and own["leader"]["phone"] != lan.phone


def test_one_sheet_holds_all_teams_and_people_of_the_area_and_no_others(world):
    khoa, lan = world.officer(), world.volunteer("Lan")
    mai = world.person("=1+1", team=lan.team)
    world.team("Ấp 2")
    world.volunteer("Xa", "Ấp 4")
    one, two = rows(khoa)
    assert (one["Tên Tổ"], one["Khóm, ấp"], one["Xã, phường"]) == ("Tổ Ấp 1", "Ấp 1", "xã An Bình")
    assert (one["Họ và tên"], one["Chức vụ"], one["Số điện thoại"]) == (
        "Lan",
        "Tổ trưởng",
        lan.phone,
    )
    assert (two["Họ và tên"], two["Số điện thoại"], two[LED_BY]) == ("=1+1", mai.phone, "Lan")
    assert f"{one['Ngày vào Tổ']:%d/%m/%Y}" == "15/07/2022"
    assert [row["Tên Tổ"] for row in rows(khoa, sheet=EMPTY)] == ["Tổ Ấp 2"]
    assert len(rows(world.province())) == 3
    unit = f"/reports/teams.xlsx?unit={world.units['xã Cúc']}"
    assert [row["Họ và tên"] for row in rows(world.province(), unit)] == ["Xa"]
    assert rows(khoa, unit) == []
    khoa.get("/reports/teams.xlsx?unit=999999", expect=422)


def test_who_takes_the_sheet_away_stands_in_the_log_and_volunteers_do_not(world):
    khoa, lan = world.officer(), world.volunteer("Lan")
    khoa.get("/reports/teams.xlsx").close()
    entry = khoa.get("/audit").json["items"][0]
    assert (entry["action"], entry["object_id"], entry["details"]["rows"]) == (
        "report.downloaded",
        "teams.xlsx",
        1,
    )
    lan.get("/reports/teams.xlsx", expect=403)


def test_a_text_that_looks_like_a_formula_is_only_text(world):
    khoa, team = world.officer(), world.team("Ấp 1", name="=HYPERLINK(1)")
    world.person("+1", team=team)
    answer = khoa.get("/reports/teams.xlsx").get_data()
    sheet = load_workbook(io.BytesIO(answer)).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "d", "n"}
    assert sheet.cell(2, 2).value == "=HYPERLINK(1)"


def test_the_sheet_can_be_brought_in_again_and_adds_who_was_written_under_it(world):
    khoa, lan = world.officer(), world.volunteer("Lan")
    world.person("Mai", team=lan.team)
    world.team("Ấp 2")
    content = khoa.get("/reports/teams.xlsx").get_data()
    assert counts(look(khoa, "people", content)) == (0, 2, 0, 0)
    book = load_workbook(io.BytesIO(content))
    heads = [cell.value for cell in book.active[1]]
    added = {"Mã Tổ": str(lan.team), "Họ và tên": "Tư", "Số điện thoại": "0912345678"}
    book.active.append([added.get(head) for head in heads])
    file = io.BytesIO()
    book.save(file)
    more = look(khoa, "people", file.getvalue())
    assert counts(more) == (1, 2, 0, 0)
    # What the sheet itself writes only to be read is told on it, and is no fault of the file.
    assert more["passed_over"] == []
    (said,) = (text for what, text in said_of(content) if what == "Cột chỉ để xem")
    told = said.removeprefix("Khi nhập không đọc: ").rstrip(".").split("; ")
    assert set(heads) - set(told) <= {column.heading for column in PEOPLE_COLUMNS} | {"Nguồn"}
    # Of another's file the same column is one that they may think is read.
    strange = (
        f"Họ và tên,Số điện thoại,Tên Tổ,Tổ trưởng\nTư,0912345679,{rows(khoa)[0]['Tên Tổ']},Lan\n"
    )
    (told,) = look(khoa, "people", strange)["passed_over"]
    assert told["heading"] == "Tổ trưởng"


def test_a_team_whose_hamlet_went_to_a_commune_of_another_area_comes_in_again_too(world):
    """The officer of an area that has ended keeps its hamlets, wherever they belong now."""
    world.volunteer("Lan", "Ấp 3")

    def move():
        now = (
            AdminUnitParent.child_id == world.units["Ấp 3"],
            AdminUnitParent.valid_from == REFORM,
        )
        to = update(AdminUnitParent).where(*now).values(parent_id=world.units["xã Cúc"])
        db.session.execute(to)
        moved_on()

    with world.app.app_context():
        write(move)
    khoa = world.person("Khoa", "officer", areas=["huyện Bắc"])
    (line,) = rows(khoa)
    assert line["Xã, phường"] == "xã Cúc"
    content = khoa.get("/reports/teams.xlsx").get_data()
    assert counts(look(khoa, "people", content)) == (0, 1, 0, 0)


ODD = ["-", "- Chi đoàn", "=1+1", "'=1+1", "#N/A", "#REF!", "@x", "|a"]


@pytest.mark.parametrize("text", ODD)
def test_what_a_file_refuses_a_form_refuses_too(world, text):
    khoa, lan = world.officer(), world.volunteer("Lan")
    new = {"name": "Tư", "phone": "0912345678", "organisation": text}
    team = {"kind": "hamlet", "name": "Tổ mới", "founded_on": "2026-01-02", "decision_number": text}
    for method, path, body, pointer in (
        ("POST", f"/teams/{lan.team}/members", new, "/organisation"),
        ("PATCH", f"/teams/{lan.team}/members/{lan.id}/2022-07-15", new, "/organisation"),
        ("POST", "/teams", team | {"home_id": world.units["Ấp 2"]}, "/decision_number"),
        ("PATCH", f"/teams/{lan.team}", {"decision_number": text}, "/decision_number"),
    ):
        if method == "PATCH":
            body = {name: value for name, value in body.items() if value == text}
        refused = khoa.call(method, path, json=body, headers=V1, expect=422).json["errors"]
        assert [(e["pointer"], e["code"]) for e in refused] == [(pointer, "not_a_name")]
    row = f"Họ và tên,Số điện thoại,Mã Tổ,Tổ chức\nTư,0912345678,{lan.team},{text}\n"
    assert look(khoa, "people", row)["faults"] == 1


def test_who_was_there_under_an_odd_name_is_known_and_only_who_is_new_is_asked(world):
    """From before names were asked what they are: a roster is never blocked by who is in it."""
    khoa, team = world.officer(), world.team("Ấp 1")
    for name in ("-Cũ", "'=1+1", "#N/A", *(f"Người {n}" for n in range(len(ODD)))):
        world.person(name, team=team)

    def before():
        times = db.session.scalars(select(TeamMember).order_by(TeamMember.user_id)).all()
        for time, text in zip(times[3:], ODD, strict=True):
            time.organisation = text

    with world.app.app_context():
        write(before)
    content = khoa.get("/reports/teams.xlsx").get_data()
    assert counts(look(khoa, "people", content)) == (0, 3 + len(ODD), 0, 0)
    book = load_workbook(io.BytesIO(content))
    heads = [cell.value for cell in book.active[1]]
    other, old = world.team("Ấp 2"), rows(khoa)[0]
    # Into another team they come as they are called; of the time there the file is asked anew.
    for phone, name, unit in (
        (old["Số điện thoại"], old["Họ và tên"], None),
        ("0912345678", "-Mới", None),
        ("0912345679", "Mới", "- Chi đoàn"),
    ):
        line = {"Mã Tổ": str(other), "Họ và tên": name, "Số điện thoại": phone, "Tổ chức": unit}
        book.active.append([line.get(head) for head in heads])
    file = io.BytesIO()
    book.save(file)
    more = look(khoa, "people", file.getvalue())
    assert counts(more) == (1, 3 + len(ODD), 0, 2)
    told = khoa.get(f"/imports/{more['id']}/faults").json["items"]
    assert [(fault["column"], fault["written"]) for fault in told] == [
        ("Họ và tên", "-Mới"),
        ("Tổ chức", "- Chi đoàn"),
    ]


def test_communes_of_one_name_are_told_apart_and_come_in_again(world):
    hanh = world.province()
    world.rename("xã Cúc", "xã An Bình")
    for n, home in enumerate(("Ấp 1", "Ấp 4")):
        world.person(f"Người {n}", team=world.team(home, name="Tổ một"))
    content = hanh.get("/reports/teams.xlsx").get_data()
    communes = ["xã An Bình, cụm Bắc", "xã An Bình, cụm Nam"]
    assert [row["Xã, phường"] for row in rows(hanh)] == communes
    assert counts(look(hanh, "people", content)) == (0, 2, 0, 0)
    # And whoever is written under it, by the name of their team and its commune alone.
    new = [f'Mới {n},091234567{n},Tổ một,"{commune}"\n' for n, commune in enumerate(communes)]
    head = 'Họ và tên,Số điện thoại,Tên Tổ,"Xã, phường"\n'
    assert counts(look(hanh, "people", head + "".join(new))) == (2, 0, 0, 0)
    plain = look(hanh, "people", head + new[0].replace(", cụm Bắc", ""))
    assert counts(plain) == (0, 0, 0, 1)


def said_of(content):
    sheet = load_workbook(io.BytesIO(content))[HOW_TO]
    return list(sheet.iter_rows(min_row=4, max_col=2, values_only=True))


def test_hamlets_of_one_name_are_told_apart_as_on_the_screens(world):
    world.volunteer("Lan")
    world.volunteer("Bưởi", "Ấp 3")
    world.rename("Ấp 3", "Ấp 1")
    content = world.officer().get("/reports/teams.xlsx").get_data()
    assert {row["Khóm, ấp"] for row in rows(world.officer())} == {
        "Ấp 1 (xã An cũ)",
        "Ấp 1 (xã Bình cũ)",
    }
    assert counts(look(world.officer(), "people", content)) == (0, 2, 0, 0)
    unit = f"/reports/teams.xlsx?unit={world.units['Ấp 3']}"
    answer = world.officer().get(unit)
    assert "danh-sach-to_ap-1-xa-binh-cu-xa-an-binh_" in answer.headers["Content-Disposition"]
    assert dict(said_of(answer.get_data()))["Danh sách"].startswith("Ấp 1 (xã Bình cũ), xã An Bình")
