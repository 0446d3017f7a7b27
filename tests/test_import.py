"""A province's own lists come in whole or not at all, twice without harm, and every fault is told
in words with its row and column."""

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from server.accounts.models import User
from server.admin_units.models import AdminUnit
from server.admin_units.queries import register
from server.cli import demo
from server.extensions import db
from server.imports.files import Unreadable, read
from server.teams.models import Team, TeamMember
from tests.provinces import HAMLETS, SUCCESSIONS, UNITS, Province

PUBLISHED = Path(demo.__file__).parent / "data"
TEAMS = """loai,ten_to,khom_ap,ma_xa,ngay_thanh_lap,so_quyet_dinh,thi_diem
"khóm, ấp",Tổ Ấp 2,Ấp 2,30187,15/07/2022,12/QĐ-UBND,có
xã,Tổ xã An Bình,,30187,2025-08-20,,
"""
PEOPLE = """ho_ten,so_dien_thoai,vai_tro,dia_ban,ten_to,ma_xa,chuc_vu,nu,doan_vien
Nguyễn Thị Lan,912000002,,,Tổ Ấp 2,30187,tổ trưởng,có,
Lê Văn Khoa,+84 912 000 001,cán bộ,30187;30205,,,,,
"""


@pytest.fixture
def province(app, database_url, tmp_path):
    made = Province(database_url, tmp_path)
    yield made
    made.close()


@pytest.fixture
def land(province):
    province.land()
    return province


def workbook(text, delimiter):
    book = Workbook()
    for line in text.lstrip("\ufeff").splitlines():
        book.active.append(line.split(delimiter))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_the_published_register_comes_in_and_twice_adds_nothing(province):
    files = [PUBLISHED / "admin_units.csv", "--successions", PUBLISHED / "successions.csv"]
    first = province.run("import", "units", *files)
    assert not first.startswith("0 thêm mới")
    assert province.run("import", "units", *files).startswith("0 thêm mới")
    with province.app.app_context():
        for day, counts in ((date(2024, 1, 1), (1, 12, 143)), (date(2026, 1, 1), (1, 12, 45))):
            map_ = register().on(day)
            levels = [map_.register.units[unit].level for unit in map_.parent]
            found = tuple(levels.count(level) for level in ("province", "district", "commune"))
            assert found == counts


def test_hamlets_come_with_their_history(land):
    assert land.load("hamlets", HAMLETS) == "0 thêm mới, 4 đã có\n"
    with land.app.app_context():
        before, after = register().on(date(2025, 6, 30)), register().on(date(2025, 7, 1))
        paths = {
            ", ".join(m.name(u) for u in m.path(h)) for m in (before, after) for h in _hamlets(m)
        }
    assert paths == {
        "Ấp 1, Xã An, Huyện Bắc, Tỉnh Sen", "Ấp 2, Xã An, Huyện Bắc, Tỉnh Sen",
        "Ấp 1, Xã Bình, Huyện Bắc, Tỉnh Sen",
        "Ấp 1, Xã An Bình, Tỉnh Sen", "Ấp 2, Xã An Bình, Tỉnh Sen",
        "Ấp Tân Hòa, Xã Bình Thạnh, Tỉnh Sen",
    }  # fmt: skip


def _hamlets(map_):
    return [unit for unit in map_.parent if map_.register.units[unit].level == "hamlet"]


def test_teams_and_people_come_in_once_and_without_secrets(land):
    assert land.load("teams", TEAMS) == "2 thêm mới, 0 đã có\n"
    assert land.load("teams", TEAMS) == "0 thêm mới, 2 đã có\n"
    assert land.load("people", PEOPLE) == "2 thêm mới, 0 đã có\n"
    assert land.load("people", PEOPLE) == "0 thêm mới, 2 đã có\n"
    with land.app.app_context():
        lan = db.session.query(User).filter_by(phone="0912000002").one()
        member = db.session.query(TeamMember).one()
        assert (lan.secret_hash, lan.code_hash) == (None, None)
        assert (member.role, member.is_female, member.is_union_member) == ("leader", True, None)
        khoa = db.session.query(User).filter_by(phone="0912000001").one()
        assert (khoa.role, len(khoa.areas)) == ("officer", 2)


def test_what_known_rows_say_otherwise_is_told_and_stays_as_it_was(land):
    land.load("teams", TEAMS)
    other = TEAMS.replace("12/QĐ", "99/QĐ").replace("2025-08-20,,", "2025-08-20,7/QĐ,")
    for _ in range(2):
        assert land.load("teams", other).splitlines() == [
            "2 dòng khác với hệ thống; hệ thống giữ nguyên:",
            "  dòng 2 so_quyet_dinh “99/QĐ-UBND” (đang là “12/QĐ-UBND”)",
            "  dòng 3 so_quyet_dinh “7/QĐ” (đang để trống)",
            "0 thêm mới, 2 đã có",
        ]


def test_a_workbook_is_read_as_the_same_list(land):
    made = workbook(TEAMS.replace('"khóm, ấp"', "ấp"), ",")
    assert land.load("teams", made, name="to.xlsx") == "2 thêm mới, 0 đã có\n"
    assert land.load("teams", TEAMS) == "0 thêm mới, 2 đã có\n"


def test_a_dry_run_checks_everything_and_keeps_nothing(province):
    said = province.load("units", UNITS, "--dry-run")
    assert said == "Chạy thử, chưa ghi gì: 6 thêm mới, 0 đã có\n"
    assert province.count(AdminUnit) == 0
    province.load("units", UNITS)
    assert province.load("teams", TEAMS.replace("ấp", "xã"), "--dry-run", fails=True)
    assert province.count(Team) == 0


def test_one_bad_row_keeps_the_whole_file_out_and_every_fault_is_told(land):
    bad = TEAMS + (
        "xã,Tổ A,,99999,2025-08-20,,\nxã,Tổ B,,30187,20/13/2025,,\nhội,,,30187,2025-08-20,,\n"
    )
    said = land.load("teams", bad, fails=True)
    assert "dòng 5, cột ngay_thanh_lap: “20/13/2025” không phải ngày" in said
    assert "dòng 6, cột loai: “hội” không có" in said
    assert "dòng 6, cột ten_to: chưa có nội dung" in said
    said = land.load("teams", "\n".join(bad.splitlines()[:4]), fails=True)
    assert "dòng 4, cột ma_xa: ngày" in said and "không đơn vị nào có mã 99999" in said
    assert land.count(Team) == 0


def test_a_code_of_another_day_says_which_unit_it_was(land):
    said = land.load("teams", TEAMS.replace(",30187,2025", ",30190,2025"), fails=True)
    assert "không đơn vị nào có mã 30190; vào ngày khác là Xã Bình" in said
    row = "loai,ten_to,ma_xa,ngay_thanh_lap\nxã,Tổ xã Bình,30190,2023-01-01\n"
    assert land.load("teams", row, "--on", "2024-01-01") == "1 thêm mới, 0 đã có\n"


def test_namesakes_are_named_and_never_chosen_among(land):
    said = land.load("teams", TEAMS.replace("Tổ Ấp 2,Ấp 2", "Tổ Ấp 1,Ấp 1"), fails=True)
    assert "dòng 2, cột khom_ap: trong xã có 2 nơi tên “Ấp 1”; ghi rõ: Ấp 1 (xã An cũ)" in said
    head = "loai,ten_to,khom_ap,ma_xa,ngay_thanh_lap\n"
    said = land.load("teams", head + "ấp,Tổ,Ấp Tân Hoa,30205,2025-08-01\n", fails=True)
    assert "không có khóm, ấp “Ấp Tân Hoa” trong xã, phường này; gần giống: Ấp Tân Hòa" in said
    assert land.count(Team) == 0


def test_people_are_not_mistaken_for_each_other(land):
    land.load("teams", TEAMS)
    land.load("people", PEOPLE)
    head = PEOPLE.splitlines()[0] + "\n"
    for row, what in (
        (
            "Người Khác,0912000002,,,Tổ xã An Bình,30187,,,",
            "cột so_dien_thoai: số này đã là của Nguyễn",
        ),
        ("Mai,0912000009,quản trị hệ thống,,,,,,", "cột vai_tro: “quản trị hệ thống” không có"),
        ("Mai,0912000009,,,,,,,", "cột ten_to: tình nguyện viên phải thuộc một Tổ"),
        ("Mai,0912000009,cán bộ,,,,,,", "cột dia_ban: cán bộ phải có địa bàn"),
        ("Mai,0912,,,Tổ Ấp 2,,,,", "cột so_dien_thoai: “0912” không phải số di động"),
        ("Mai,0912000009,,,Tổ Ấp 9,,,,", "cột ten_to: không có Tổ nào tên “Tổ Ấp 9”"),
    ):
        assert f"dòng 2, {what}" in land.load("people", head + row + "\n", fails=True)
    assert land.count(User) == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "Tổ".encode("cp1258", "replace") + b"\xd4\xff", "chọn Tệp > Lưu thành"),
        ("a.csv", b"", "không có dòng nào"),
        ("a.csv", b"loai,ten_to,mau\n", "thiếu cột “Ngày thành lập” (ngày thành lập, ví dụ 15/07"),
        (
            "a.csv",
            b"loai,ten_to,ngay_thanh_lop\n",
            "“Ngày thành lập” (ngày thành lập, ví dụ 15/07/2022), có phải là cột “ngay_thanh_lop”",
        ),
        ("a.csv", b"loai,loai\n", "có hai lần"),
        (
            "a.csv",
            b"loai\n",
            "thiếu cột “Tên Tổ” (tên Tổ, ví dụ Tổ công nghệ số cộng đồng Ấp 1); “Ngày",
        ),
        ("a.xlsx", b"PK\x03\x04 not really", "không đọc được XLSX"),
    ],
)
def test_what_is_no_table_is_told_so(land, name, content, said):
    assert said in land.load("teams", content, name=name, fails=True)


def sheet(rows):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>loai</t></is></c></row>'
LATE = "<!--" + "x" * 5000 + "-->"


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (sheet(HEAD + "<row/>" * 26_000_000), "quá lớn khi giải nén"),
        (sheet(HEAD + '<row r="1000000000"/>'), "dòng 1000000000"),
        (sheet(HEAD + '<row r="900000"/>'), "dài hơn 60000 dòng, kể cả dòng trống"),
        (sheet(HEAD + "<row/>" * 60_000), "dài hơn 60000 dòng, kể cả dòng trống"),
        (sheet(f"<row>{'<c/>' * 16_385}</row>"), "100 cột"),
        (sheet(HEAD.replace("A1", "CW1")), "100 cột"),
        ("<!DOCTYPE x>" + sheet(HEAD), "khai báo XML lạ"),
        (LATE + '<!DOCTYPE w [<!ENTITY a "khóm">]>' + sheet(HEAD), "khai báo XML lạ"),
        (sheet(HEAD)[:-20], "không đọc được XLSX"),
        (sheet(HEAD.replace("A1", "7")), "ô không có cột"),
    ],
    ids=range(10),
)
def test_a_workbook_that_would_fill_the_memory_is_refused(part, said):
    with pytest.raises(Unreadable, match=said):
        read(changed(workbook("loai", ","), {"xl/worksheets/sheet1.xml": part}))


def texts(items):
    """A workbook with these texts for its cells to refer to."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    book.add_worksheet().write(0, 0, "loai")
    book.close()
    table = f'<sst xmlns="{MAIN}">{items}</sst>'
    return changed(file.getvalue(), {"xl/sharedStrings.xml": table})


def test_a_workbook_of_millions_of_texts_is_refused():
    with pytest.raises(Unreadable, match="quá lớn khi giải nén"):
        read(texts("<si/>" * 4_500_000))


def test_a_text_in_pieces_without_end_is_refused_at_its_first_thousands():
    pieces = "<t>" + "</t><t>".join(["123456789012345678"] * 5_000) + "</t>"
    cell = f'<row r="2"><c r="A2" t="inlineStr"><is>{pieces}</is></c></row>'
    with pytest.raises(Unreadable, match="ô dài hơn 32767 ký tự"):
        read(changed(workbook("loai", ","), {"xl/worksheets/sheet1.xml": sheet(HEAD + cell)}))
    with pytest.raises(Unreadable, match="ô dài hơn 32767 ký tự"):
        read(texts(f"<si>{pieces}</si>"))


def test_one_long_text_may_not_stand_in_every_row():
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 2_002))
    parts = {"xl/worksheets/sheet1.xml": sheet(HEAD + cells)}
    with pytest.raises(Unreadable, match="nhiều hơn 40000000 ký tự"):
        read(changed(texts(f"<si><t>{'xã ' * 10_000}</t></si>"), parts))


def changed(content, instead):
    file = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(content))
    with old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, instead.get(name, old.read(name)))
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("loai" + "\n" * 5_000_000, "dài hơn 60000 dòng, kể cả dòng trống"),
        ("a," * 5_000_000, "dòng quá dài"),
        ('"\n",' * 5_000, "dòng quá dài"),
        ("loai\n" + "x\n" * 50_001, "nhiều hơn 50000 dòng"),
    ],
    ids=range(4),
)
def test_a_text_that_would_fill_the_memory_is_refused(content, said):
    with pytest.raises(Unreadable, match=said):
        read(content.encode())


def test_a_workbook_is_read_as_people_see_it(tmp_path):
    """Days, hours, numbers, texts in pieces and cells left out, as two programs write them."""
    book = Workbook()
    book.active.append(["Ngày", "Giờ", "Số", "Chữ"])
    book.active.append([date(2024, 3, 20), time(8, 30), 25, "Ấp 1"])
    book.active.append(
        [
            datetime(2024, 3, 21, 7),
            None,
            0.5,
            CellRichText("Ấp ", TextBlock(InlineFont(b=True), "2")),
        ]
    )
    book.active.cell(6, 2, True)
    file = io.BytesIO()
    book.save(file)
    table = read(file.getvalue())
    assert table.head == ["Ngày", "Giờ", "Số", "Chữ"]
    assert table.rows == [
        (2, ["20/03/2024", "08:30:00", "25", "Ấp 1"]),
        (3, ["21/03/2024", "", "0.5", "Ấp 2"]),
        (6, ["", "có"]),
    ]
    path = tmp_path / "b.xlsx"
    book = xlsxwriter.Workbook(path)
    page, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
    page.write_row(0, 0, ["Ngày", "Số"])
    page.write_datetime(1, 0, datetime(2024, 3, 20), day)
    page.write_formula(1, 2, "=1+1", None, 2)
    book.close()
    assert read(path.read_bytes()).rows == [(2, ["20/03/2024", "", "2"])]


def test_a_later_file_of_successions_may_stand_alone_in_order(province):
    province.load("units", UNITS)
    then = province.folder / "sau.csv"
    then.write_text(SUCCESSIONS.replace("30190", "30999"))
    said = province.load("units", UNITS, "--successions", then, fails=True)
    assert "sau.csv có lỗi, chưa ghi gì:\ndòng 3: không đơn vị nào có mã 30999" in said
