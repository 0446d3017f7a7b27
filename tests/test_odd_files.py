"""What a spreadsheet hands over that nobody typed: a formula's error, another calendar's days, a
sheet that nobody sees, a damaged file. Each is told in our own words, and none becomes a name."""

import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from tests.lists import SESSIONS, apply, bring_in, faults, look
from tests.test_import import HEAD, changed, sheet

TEAMS = "Loại,Tên Tổ,Khóm ấp,Xã phường,Ngày thành lập\n"


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#NAME?", "#DIV/0!", "Err:502"])
def test_the_error_of_a_formula_is_no_name(land, error):
    khoa = land.officer()
    batch = look(
        khoa, "teams", TEAMS + f"thôn,{error},Ấp 2,30188,15/07/2022\n".replace("thôn", "ấp")
    )
    found = {one["column"]: (one["what"], one["right"]) for one in faults(khoa, batch)}
    said = (f"“{error}” là lỗi của công thức trong bảng tính", "ghi trực tiếp giá trị vào ô")
    assert found["Tên Tổ"] == said


@pytest.mark.parametrize("day", ["٢٠/١١/٢٠٢٢", "2022-W47-5", "20221120", "01/01/0001", "1/1/9999"])
def test_a_day_is_written_as_people_here_write_it(land, day):
    khoa = land.officer()
    batch = look(khoa, "teams", TEAMS + f"ấp,Tổ Mới,Ấp 2,30188,{day}\n")
    found = {one["column"]: one["what"] for one in faults(khoa, batch)}
    assert found["Ngày thành lập"] == f"“{day}” không phải ngày"


def test_the_number_of_a_team_is_written_in_plain_digits(land):
    khoa = land.officer()
    number = str(land.teams["Ấp 1"]).translate({48 + n: 0x660 + n for n in range(10)})
    text = f"Họ và tên,Số điện thoại,Mã Tổ\nNguyễn Thị Sen,0912000002,{number}\n"
    (found,) = faults(khoa, look(khoa, "people", text))
    assert found["what"] == f"“{number}” không phải số của Tổ"


@pytest.mark.parametrize(
    "cells",
    [
        f'<row r="2"><c r="A2"><v>{"9" * 5_000}</v></c></row>',
        '<row r="2"><c r="A2" t="s"><v>99</v></c></row>',
        '<row r="x"/>',
        "<row",
    ],
)
def test_a_damaged_workbook_is_told_in_our_own_words(land, cells):
    file = io.BytesIO()
    Workbook().save(file)
    content = changed(file.getvalue(), {"xl/worksheets/sheet1.xml": sheet(HEAD + cells)})
    problem = look(land.officer(), "sessions", content, expect=422)
    said = "Không đọc được tệp: không đọc được XLSX, tệp hỏng hoặc không phải sổ làm việc Excel; "
    more = "mở tệp trong Excel, chọn Tệp > Lưu thành > Sổ làm việc Excel (.xlsx), rồi chọn bản đó."
    assert problem["detail"] == said + more


def test_a_broken_text_is_told_in_our_own_words(land):
    problem = look(land.officer(), "sessions", b'"Ng\xc3\xa0y\n1,2', expect=422)
    assert 'dấu ngoặc kép (") mở mà không đóng' in problem["detail"]


def book(*sheets):
    """A workbook of these (title, state, rows)."""
    made = Workbook()
    made.remove(made.active)
    for title, state, rows in sheets:
        page = made.create_sheet(title)
        page.sheet_state = state
        for row in rows.splitlines():
            page.append(row.split(","))
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_the_first_sheet_that_people_see_is_read_and_named(land):
    khoa = land.officer()
    old, new = (TEAMS + f"ấp,Tổ {name},Ấp 3,30188,15/07/2022\n" for name in ("Cũ", "Mới"))
    for state in ("hidden", "veryHidden"):
        content = book(("Bản cũ", state, old), ("Danh sách", "visible", new))
        batch = look(khoa, "teams", content)
        assert (batch["faulty"], batch["sheet"]) == (0, "Danh sách")
        assert khoa.get(f"/imports/{batch['id']}").json["sheet"] == "Danh sách"
    apply(khoa, batch)
    names = {team["name"] for team in khoa.get("/teams").json["items"]}
    assert names & {"Tổ Cũ", "Tổ Mới"} == {"Tổ Mới"}


def test_a_file_with_one_list_names_no_sheet(land):
    khoa = land.officer()
    row = "ấp,Tổ Mới,Ấp 2,30188,15/07/2022\n"
    filled = ("Nhập ở đây", "visible", TEAMS + row), ("Hướng dẫn", "visible", "Cột,Ghi gì")
    assert look(khoa, "teams", book(*filled))["sheet"] is None
    assert look(khoa, "teams", TEAMS + row)["sheet"] is None


def test_a_file_is_not_read_by_the_map_of_a_day_to_come(land):
    khoa = land.officer()
    for day in ("2026-11-22", "2199-12-31"):
        (error,) = look(khoa, "teams", TEAMS, on=day, expect=422)["errors"]
        assert error["detail"] == "Chọn ngày không sau 21/11/2026."


def test_who_brought_sessions_in_mends_them_as_what_they_are(land):
    khoa = land.officer()
    bring_in(khoa, "sessions", SESSIONS)
    first = khoa.get("/sessions").json["items"][0]
    body = land.body(first["team_id"], first["place"]["name"], date=first["date"], source="import")
    headers = {"If-Match": f'"v{first["version"]}"'}
    again = khoa.record(body, session_id=first["id"], headers=headers, expect=200)
    assert (again["source"], again["participants"]) == ("import", 25)


def test_a_day_that_is_a_day_in_excel_is_told_as_people_write_it(land):
    book = Workbook()
    for row in (
        ["Ngày", "Khóm, ấp", "Xã, phường", "Hình thức", "Số lượt người", "VNeID: hướng dẫn"],
        [date(2026, 11, 30), "Ấp 1", "xã An Bình", "Ra quân", 25, 20],
        [datetime(2024, 3, 1, 8), "Ấp 1", "xã An Bình", "Ra quânn", date(2026, 11, 20), 20],
    ):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    khoa = land.officer()
    batch = look(khoa, "sessions", file.getvalue(), name="buoi.xlsx")
    told = {one["column"]: (one["written"], one["what"]) for one in faults(khoa, batch)}
    said = "ngày diễn ra không được sau hôm nay (21/11/2026)"
    assert told["Ngày"] == ("30/11/2026", said)
    assert told["Số lượt người"] == ("20/11/2026", "“20/11/2026” không phải số nguyên")

    # In the list of faults too, which comes in again once it is mended there.
    path = f"/imports/{batch['id']}/faults"
    answer = khoa.get(f"{path}.xlsx").get_data()
    book = load_workbook(io.BytesIO(answer))
    assert [row[0].value for row in book.active][1:] == ["30/11/2026", "01/03/2024"]
    lines = khoa.get(f"{path}.csv").get_data(as_text=True).splitlines()
    assert lines[2].startswith("3,01/03/2024,Ấp 1,")
    book.active.cell(2, 1).value = "30/10/2026"
    book.active.cell(3, 4).value, book.active.cell(3, 5).value = "Ra quân", 31
    file = io.BytesIO()
    book.save(file)
    done = bring_in(khoa, "sessions", file.getvalue(), name="buoi.xlsx")
    assert done["added"] == 2
    items = khoa.get("/sessions?sort=recent").json["items"]
    assert [one["date"] for one in items] == ["2026-10-30", "2024-03-01"]
