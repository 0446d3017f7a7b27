"""Lists with a slip in them or set right in them: nobody is blocked for nothing, and every fault
says in words of the sheet what to write where."""

import io
from datetime import date

from openpyxl import load_workbook
from sqlalchemy import select

from server.extensions import db, write
from server.teams.models import TeamMember
from tests.lists import SESSIONS, apply, bring_in, counts, faults, look
from tests.test_import_words import ENGLISH
from tests.test_lists_again import PEOPLE, TEAMS, told, where


def test_a_name_set_right_in_the_roster_blocks_nobody_and_is_told(land):
    khoa, lan = land.officer(), land.volunteer("Lan", "Ấp 3")
    mai = land.person("Mai", team=lan.team)
    text = PEOPLE + f"Phan Thị Lan,{lan.phone},Tổ Ấp 3,,,,\nMai,{mai.phone},Tổ Ấp 3,,,,\n"
    batch = look(khoa, "people", text + "Tư,0912345678,Tổ Ấp 3,,,,\n")
    assert counts(batch) == (1, 2, 0, 0), faults(khoa, batch)
    assert told(batch) == [(2, "Họ và tên", "Phan Thị Lan", "Lan")]
    assert where(batch) == {("person", lan.id)}


def test_a_phone_of_another_name_puts_nobody_into_a_team(land):
    """Not even who is in one already, nor by an earlier row of the file."""
    khoa, lan = land.officer(), land.volunteer("Lan", "Ấp 3")
    wrong = f"Phan Thị Lan,{lan.phone},Tổ Ấp 1,,,,\n"
    right = wrong.replace("Phan Thị ", "")
    batch = look(khoa, "people", PEOPLE + right + wrong)
    assert counts(batch) == (1, 0, 0, 1)
    (fault,) = faults(khoa, batch)
    assert (fault["row"], fault["column"]) == (3, "Số điện thoại")
    assert "như trong hệ thống: Lan;" in fault["right"]
    english = khoa.get(f"/imports/{batch['id']}/faults", headers=ENGLISH).json["items"][0]
    assert "as in the system: Lan;" in english["right"]
    # Of who is outside one's area nobody learns the name.
    far = land.volunteer("Xa", "Ấp 4")
    (fault,) = faults(khoa, look(khoa, "people", PEOPLE + f"A,{far.phone},Tổ Ấp 1,,,,\n"))
    assert "Xa" not in fault["what"] + fault["right"]


def test_who_leads_an_agencys_team_is_called_so(land):
    khoa, bank = land.officer(), land.team("xã An Bình", "agency", name="Tổ Ngân hàng")
    first = "Tư,0912345678,Tổ Ngân hàng,người phụ trách,,,\n"
    second = first.replace("Tư,0912345678", "Năm,0912345679")
    (fault,) = faults(khoa, look(khoa, "people", PEOPLE + first + second))
    assert "Tư là người phụ trách của Tổ này" in fault["what"]
    land.person("Sáu", team=bank, member="leader")
    (fault,) = faults(khoa, look(khoa, "people", PEOPLE + first))
    assert "đã có người phụ trách là Sáu" in fault["what"]
    assert "“Đổi người phụ trách”" in fault["right"]


def test_who_comes_back_by_file_is_who_they_were_but_for_what_it_says(land):
    khoa, lan = land.officer(), land.volunteer("Lan", "Ấp 3")

    def leave():
        time = db.session.scalar(select(TeamMember).where(TeamMember.user_id == lan.id))
        time.left_on, time.is_union_member, time.is_female = date(2024, 1, 1), True, True
        time.organisation = "- Chi đoàn"  # as names could be once

    with land.app.app_context():
        write(leave)
    head = "Họ và tên,Số điện thoại,Tên Tổ,Nữ,Ngày vào Tổ\n"
    bring_in(khoa, "people", head + f"Lan,{lan.phone},Tổ Ấp 3,không,01/02/2024\n")
    with land.app.app_context():
        times = select(TeamMember).where(TeamMember.user_id == lan.id)
        now = db.session.scalars(times.order_by(TeamMember.joined_on.desc())).first()
        facts = now.joined_on, now.organisation, now.is_female, now.is_union_member
    assert facts == (date(2024, 2, 1), "- Chi đoàn", False, True)


def test_a_place_that_a_team_of_its_kind_cannot_have_is_told_in_words_of_the_sheet(land):
    khoa = land.officer()
    batch = look(khoa, "teams", TEAMS + "xã,Tổ xã,Ấp 1,xã An Bình,15/07/2022,,\n")
    (fault,) = faults(khoa, batch)
    assert fault["column"] == "Khóm ấp"
    assert "để trống cột “Khóm, ấp”" in fault["right"]


def test_the_faulty_rows_of_a_workbook_are_mended_in_a_workbook_and_come_in_again(land):
    khoa = land.officer()
    head = "Số điện thoại,Họ và tên,Tên Tổ,Ngày vào Tổ,Tổ chức\n"
    good = "0912345671,Một,Tổ Ấp 1,15/07/2022,\n"
    bad = "0912345678,Tư,Tổ Ấp 9,2022-08-05,=1+1\n0912,Năm,Tổ Ấp 1,05/08/2022,\n"
    batch = look(khoa, "people", head + good + bad)
    path = f"/imports/{batch['id']}/faults.xlsx"
    book = load_workbook(io.BytesIO(khoa.get(path).get_data()))
    lines = list(book.active.iter_rows(values_only=True))
    assert lines[0] == (*head.strip().split(","), "Dòng", "Lỗi")
    assert [line[:4] + line[5:6] for line in lines[1:]] == [
        ("0912345678", "Tư", "Tổ Ấp 9", "2022-08-05", 3),
        ("0912", "Năm", "Tổ Ấp 1", "05/08/2022", 4),
    ]
    assert "Tên Tổ: không có Tổ nào tên" in lines[1][-1]
    assert book.active.title == "Dòng lỗi"
    kinds = {cell.data_type for row in book.active.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}  # and nothing is a formula
    english = load_workbook(io.BytesIO(khoa.get(path + "?language=en").get_data()))
    assert english.active.cell(1, 7).value == "Faults"
    assert english.active.title == "Rows with errors"
    book.active["C2"], book.active["E2"], book.active["A3"] = "Tổ Ấp 1", None, "0912345679"
    file = io.BytesIO()
    book.save(file)
    mended = look(khoa, "people", file.getvalue(), name="dong-loi-thanh-vien.xlsx")
    assert (counts(mended), mended["passed_over"]) == ((2, 0, 0, 0), [])


def test_counts_of_the_faulty_rows_stay_numbers(land):
    khoa = land.officer()
    batch = look(khoa, "sessions", SESSIONS.replace("Ra quân", "Ra quânn"))
    answer = khoa.get(f"/imports/{batch['id']}/faults.xlsx").get_data()
    sheet = load_workbook(io.BytesIO(answer)).active
    turns = [cell.value for cell in sheet[1]].index("Số lượt người") + 1
    assert sheet.cell(2, turns).value == 25


def understood(batch):
    sample = batch["sample"]
    return [dict(zip(sample["columns"], one["cells"], strict=True)) for one in sample["rows"]]


def test_the_numbers_of_every_service_are_shown_before_they_are_written(land):
    text = (
        "Ngày,Khóm ấp,Xã phường,Hình thức,Số lượt người,Nữ,VNeID: hướng dẫn,VNeID: thành công,"
        "e-Dongthap: hướng dẫn,e-Dongthap: thành công\n"
        "20/03/2024,Ấp 1,xã An Bình,Ra quân,25,,9,,20,\n"
        "21/03/2024,Ấp 2,xã An Bình,Ra quân,25,,,,8,0\n"
    )
    rows = understood(look(land.officer(), "sessions", text))
    # In the order of the template; what no row has a number of takes no room, what is 0 does.
    assert list(rows[0])[5:] == [
        "Số lượt người",
        "e-Dongthap: hướng dẫn",
        "e-Dongthap: thành công",
        "VNeID: hướng dẫn",
    ]
    assert [list(row.values())[6:] for row in rows] == [["20", "", "9"], ["8", "0", ""]]


def test_how_the_first_rows_were_understood_is_shown_before_they_are_written(land):
    khoa = land.officer()
    batch = look(khoa, "sessions", SESSIONS)
    first, second, _ = understood(batch)
    name = khoa.get(f"/teams/{land.teams['Ấp 1']}").json["name"]
    assert first == {
        "Ngày": "20/03/2024",
        "Tên Tổ": name,  # though the file names none
        "Khóm, ấp": "Ấp 1",
        "Xã, phường": "xã An Bình",
        "Hình thức": "Ra quân hướng dẫn",
        "Số lượt người": "25",
        "Nữ": "14",
        "e-Dongthap: hướng dẫn": "20",
        "e-Dongthap: thành công": "12",
    }
    # Nobody counted the women of the second, nor who succeeded there.
    assert [second[name] for name in ("Nữ", "e-Dongthap: thành công")] == ["", ""]
    assert (second["Ngày"], [one["row"] for one in batch["sample"]["rows"]]) == (
        "21/03/2024",
        [2, 3, 4],
    )
    assert khoa.get("/imports").json["items"][0]["sample"] is None
    assert apply(khoa, batch)["sample"] is None
    # Of rows that are known there is nothing to be shown, nor of a file with faults.
    more = SESSIONS + "22/4/2024,Ấp 2,xã An Bình,Ra quân,,9,,,9,\n"
    assert [one["Ngày"] for one in understood(look(khoa, "sessions", more))] == ["22/04/2024"]
    assert look(khoa, "sessions", more + "x,,,,,,,,,\n")["sample"] is None


def test_people_teams_and_hamlets_are_shown_as_they_were_understood(land):
    khoa, hanh = land.officer(), land.province()
    lan = land.volunteer("Lan", "Ấp 3")
    rows = "".join(f"Người {n},09123456{n},Tổ Ấp 1,,,,\n" for n in range(10, 22))
    batch = look(khoa, "people", PEOPLE + f"LAN,{lan.phone},Tổ Ấp 1,Tổ phó,,5/8/2022,\n" + rows)
    shown = understood(batch)
    assert (batch["added"], len(shown)) == (13, 10)
    assert list(shown[0].values()) == ["LAN", lan.phone, "Tổ Ấp 1", "tổ phó", "05/08/2022"]
    officer = "Họ và tên,Số điện thoại,Vai trò,Địa bàn\nTư,912345678,cán bộ,30188\n"
    (one,) = understood(look(hanh, "people", officer))
    assert list(one.values()) == ["Tư", "0912345678", "cán bộ", "xã An Bình"]
    (team,) = understood(look(khoa, "teams", TEAMS + "xã,Tổ xã,,an binh,5-8-2025,,\n"))
    assert list(team.values()) == ["xã", "Tổ xã", "xã An Bình", "05/08/2025"]
    hamlets = "Tên khóm ấp,Xã phường,Dân số\nẤp 1,xã An Bình,1.240\nẤp Mới,30188,\n"
    assert [list(one.values()) for one in understood(look(hanh, "hamlets", hamlets))] == [
        ["Ấp 1", "xã An Bình", "1240"],
        ["Ấp Mới", "xã An Bình", ""],
    ]


def test_new_teams_beside_those_that_the_file_does_not_mean_are_told(land):
    """Both teams of a hamlet were renamed, and the old list comes again."""
    khoa = land.officer()
    land.team("Ấp 1", name="Tổ Đông")
    name = khoa.get(f"/teams/{land.teams['Ấp 1']}").json["name"]
    line = "ấp,Tổ {},Ấp 1,xã An Bình,15/07/2022,,\n"
    batch = look(khoa, "teams", TEAMS + line.format("Một cũ") + line.format("Hai cũ"))
    assert batch["sample"]["beside"] == [{"place": "Ấp 1, xã An Bình", "teams": f"{name}, Tổ Đông"}]
    assert apply(khoa, batch)["added"] == 2
    # Where the file names them, a further one is only a further one.
    all_of_them = ("Một cũ", "Hai cũ", "Đông", name.removeprefix("Tổ "), "Mới")
    known = look(khoa, "teams", TEAMS + "".join(map(line.format, all_of_them)))
    assert (counts(known), known["sample"]["beside"]) == ((1, 4, 0, 0), [])
