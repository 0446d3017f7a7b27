"""Who leads which team and who is in it: in the list, and in one sheet to take away."""

import io

from openpyxl import load_workbook

HEAD = 4  # the row of the headings


def rows(person, path="/reports/teams.xlsx"):
    book = load_workbook(io.BytesIO(person.get(path).get_data()))
    heads, *lines = book.active.iter_rows(min_row=HEAD, values_only=True)
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
    one, two, nobody = rows(khoa)
    assert (one["Tổ"], one["Khóm, ấp"], one["Xã, phường"]) == ("Tổ Ấp 1", "Ấp 1", "xã An Bình")
    assert (one["Họ và tên"], one["Vai trò"], one["Số điện thoại"]) == (
        "Lan",
        "Tổ trưởng",
        lan.phone,
    )
    assert (two["Họ và tên"], two["Số điện thoại"], two["Tổ trưởng"]) == ("=1+1", mai.phone, "Lan")
    assert f"{one['Từ ngày']:%d/%m/%Y}" == "15/07/2022"
    assert (nobody["Tổ"], nobody["Họ và tên"]) == ("Tổ Ấp 2", "")
    assert len(rows(world.province())) == 4
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
    assert sheet.cell(HEAD + 1, 2).value == "=HYPERLINK(1)"
