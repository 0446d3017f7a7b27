"""An officer brings in what the district kept in Excel, sees what is wrong with it before anything
is written, and takes it back."""

import re
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

from tests.chromium import DESK, PHONE
from tests.journeys.steps import HANH, KHOA, open_screen, sign_in, title
from tests.journeys.test_people_and_devices import unsent

HEAD = ["Ngày", "Khóm, ấp", "Xã, phường", "Hình thức", "Số lượt người"]
HEAD += ["e-Dongthap: hướng dẫn", "e-Dongthap: thành công"]
PLACE = ["Ấp 1 (xã Vĩnh Thạnh cũ)", "Xã Lấp Vò"]
# Of a spring that the demo's own sessions leave alone, so that nobody's figures change.
GOOD = [[f"{day:02d}/02/2023", *PLACE, "Ra quân", "31", "25", "11"] for day in range(6, 12)]
BAD = [
    ["31/02/2023", *PLACE, "Ra quân", "31", "25", "11"],
    ["07/02/2023", "Ấp 1", "Xã Lấp Vò", "Dạo chơi", "31", "25", "40"],
]


@pytest.fixture
def a_file(tmp_path):
    def write(name, rows):
        book = Workbook()
        for row in [HEAD, *rows]:
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


def choose(page, file):
    page.get_by_role("button", name="Chọn tệp", exact=True).set_input_files(file)
    expect(title(page)).to_have_text(file.name)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_file_is_looked_at_mended_brought_in_and_taken_back(
    a_device, a_file, look_at, server, size
):
    page = sign_in(a_device(size), KHOA)
    open_screen(page, "Nhập dữ liệu")
    expect(title(page)).to_have_text("Nhập dữ liệu")
    expect(page.get_by_role("heading", name="Các lần nhập trước")).to_be_visible()
    page.get_by_role("radio", name=re.compile("^Buổi đã qua")).check()
    look_at(page, "bringing in")

    choose(page, a_file("buoi-thang-2.xlsx", GOOD + BAD))
    expect(page.get_by_text("2 dòng cần sửa. Chưa có gì được ghi.")).to_be_visible()
    rows = page.get_by_role("table", name="Các dòng cần sửa").get_by_role("row")
    expect(rows.filter(has_text="“31/02/2023” không phải ngày")).to_contain_text("ví dụ 15/07/2022")
    expect(rows.filter(has_text="Dạo chơi").first).to_contain_text("Ra quân hướng dẫn")
    expect(rows.filter(has_text="trong xã có 3 nơi tên “Ấp 1”")).to_contain_text(PLACE[0])
    expect(page.get_by_role("button", name=re.compile("^Nhập "))).to_have_count(0)
    look_at(page, "faults of a file")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải các dòng lỗi").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    rows = load_workbook(BytesIO(download.value.path().read_bytes())).active.values
    assert ["Dạo chơi" in row for row in rows] == [False, False, True]

    page.get_by_role("link", name="Chọn tệp đã sửa").click()
    choose(page, a_file("buoi-da-sua.xlsx", GOOD))
    expect(page.get_by_text("Tệp không có lỗi. Chưa có gì được ghi.")).to_be_visible()
    shown = page.get_by_role("table", name="Các dòng sẽ được ghi như sau").get_by_role("row")
    first = shown.filter(has_text="06/02/2023")
    expect(first).to_contain_text("Tổ công nghệ số cộng đồng Ấp 1")  # which the file does not name
    look_at(page, "a file that is fine")
    page.get_by_role("button", name="Nhập 6 dòng").click()
    expect(page.get_by_text("Đã nhập 6 dòng.")).to_be_visible()
    spring = "/sessions?from=2023-02-06&to=2023-02-11&source=import&state=pending"
    there = server.call(KHOA, "GET", spring)["items"]
    assert {session["participants"] for session in there} == {31}
    assert len(there) == 6
    page.get_by_role("link", name="Xem các buổi").click()
    expect(title(page)).to_have_text("6 buổi chờ cấp trên duyệt")
    look_at(page, "the sessions of a file")
    page.get_by_role("button", name="Từ tệp buoi-da-sua.xlsx").click()
    expect(page.get_by_role("button", name="Từ tệp buoi-da-sua.xlsx")).to_have_count(0)

    open_screen(page, "Nhập dữ liệu")
    choose(page, a_file("them-mot-lan.xlsx", GOOD[::-1]))
    expect(page.get_by_text("Mọi dòng trong tệp đã có. Không cần nhập gì.")).to_be_visible()

    page.get_by_role("link", name="Nhập dữ liệu").last.click()
    page.get_by_role("link", name="buoi-da-sua.xlsx").first.click()
    page.get_by_role("button", name="Hoàn tác").click()
    asked = page.get_by_role("dialog", name="Hoàn tác lần nhập này?")
    look_at(page, "taking back")
    asked.get_by_role("button", name="Hoàn tác").click()
    expect(asked).to_be_hidden()
    expect(page.get_by_text("Lần nhập này đã đưa vào 6 dòng")).to_be_visible()
    expect(page.get_by_text("thêm mới", exact=True)).to_have_count(0)
    assert server.call(KHOA, "GET", spring)["items"] == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_numbers_of_every_service_are_checked_before_they_are_written(
    a_device, look_at, size, tmp_path
):
    page = sign_in(a_device(size), KHOA)
    open_screen(page, "Nhập dữ liệu")
    page.get_by_role("radio", name=re.compile("^Buổi đã qua")).check()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải mẫu Excel").click()
    book = load_workbook(BytesIO(download.value.path().read_bytes()))
    heads = [cell.value for cell in book.active[1]]
    said = {"Ngày": "06/03/2023", "Khóm, ấp": PLACE[0], "Xã, phường": PLACE[1]}
    said |= {"Hình thức": "Ra quân", "Số lượt người": 31, "Nữ": 17}
    services = [head for head in heads if head.endswith((": hướng dẫn", ": thành công"))]
    said |= {head: 25 - at % 2 for at, head in enumerate(services)}
    for at, head in enumerate(heads, 1):
        book.active.cell(2, at).value = said.get(head)
    book.save(tmp_path / "moi-noi-dung.xlsx")
    choose(page, tmp_path / "moi-noi-dung.xlsx")
    table = page.get_by_role("table", name="Các dòng sẽ được ghi như sau")
    shown = table.get_by_role("columnheader").all_inner_texts()
    cells = table.get_by_role("row").last.get_by_role("cell").all_inner_texts()
    row = dict(zip(shown[1:], cells, strict=True))
    assert {name: row[name] for name in ("Số lượt người", "Nữ")} == {
        "Số lượt người": "31",
        "Nữ": "17",
    }
    assert [row[name] for name in services] == ["25", "24"] * (len(services) // 2)
    # The table scrolls to the last of them, the page and the row's number stay where they are.
    box = page.get_by_role("group", name="Các dòng sẽ được ghi như sau")
    look_at(page, "every number of a file")
    box.focus()
    table.get_by_role("cell").last.scroll_into_view_if_needed()
    expect(table.get_by_role("cell").last).to_be_in_viewport()
    expect(table.get_by_role("rowheader")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("scrollX") == 0
    page.get_by_role("button", name="Bỏ tệp này").click()
    expect(page.get_by_text("Đã bỏ tệp này")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_level_above_approves_what_a_file_brought_in_at_once(
    a_device, a_file, look_at, server, size
):
    month = "04" if size == PHONE else "05"
    rows = [[f"{day:02d}/{month}/2023", *PLACE, "Ra quân", "31", "25", "11"] for day in (6, 7, 9)]
    twin = [rows[0][0], *PLACE, "Ra quân", "32", "26", "12"]
    name = f"buoi-thang-{month}.xlsx"
    khoa = sign_in(a_device(size), KHOA)
    open_screen(khoa, "Nhập dữ liệu")
    choose(khoa, a_file(name, [*rows, twin]))
    khoa.get_by_role("button", name="Nhập 4 dòng").click()
    expect(khoa.get_by_text("Các buổi đang chờ cấp trên duyệt")).to_be_visible()
    expect(khoa.get_by_role("button", name=re.compile("^Duyệt "))).to_have_count(0)

    hanh = sign_in(a_device(size), HANH)
    open_screen(hanh, "Nhập dữ liệu")
    hanh.get_by_role("link", name=name).click()
    expect(hanh.get_by_text("1 buổi có cảnh báo")).to_be_visible()
    hanh.get_by_role("button", name="Duyệt 3 buổi không có cảnh báo").click()
    asked = hanh.get_by_role("dialog", name="Duyệt 3 buổi của lần nhập này?")
    expect(asked).to_contain_text(f"Trần Minh Khoa đã nhập các buổi này từ tệp {name}")
    look_at(hanh, "approving what a file brought in")
    asked.get_by_role("button", name="Duyệt 3 buổi không có cảnh báo").click()
    expect(asked).to_be_hidden()
    expect(hanh.get_by_text("Trong đó 3 buổi đã duyệt, 1 buổi chờ duyệt.")).to_be_visible()
    expect(hanh.get_by_role("button", name=re.compile("^Duyệt "))).to_have_count(0)
    look_at(hanh, "a file that was approved")

    # What was approved stands in the way of whoever brought it in and wants it back.
    khoa.get_by_role("button", name="Hoàn tác").click()
    asked = khoa.get_by_role("dialog", name="Hoàn tác lần nhập này?")
    expect(asked).to_contain_text("Chưa hoàn tác được: 3 buổi của tệp này đã được duyệt.")
    expect(asked).to_contain_text("Nhờ cán bộ đã duyệt mở lại")
    expect(asked.get_by_role("button", name="Hoàn tác")).to_have_count(0)
    look_at(khoa, "what stands in the way of taking a file back")
    asked.get_by_role("link", name="Xem các buổi đã duyệt").click()
    expect(title(khoa)).to_have_text("3 buổi đã duyệt")
    put_away(server, f"from=2023-{month}-06&to=2023-{month}-09")


def put_away(server, days):
    """What was brought in of some days, so that it counts nowhere."""
    for session in server.call(HANH, "GET", f"/sessions?{days}&source=import")["items"]:
        version = session["version"]
        words = {"reasons": [], "fields": [], "comment": "Thử"}
        decisions = ("reopen", "refuse") if session["state"] == "approved" else ("refuse",)
        for step, decision in enumerate(decisions):
            etag = {"If-Match": f'"v{version + step}"'}
            path = f"/sessions/{session['id']}/review"
            server.call(HANH, "POST", path, words | {"decision": decision}, etag)


def test_the_template_says_what_goes_where(a_desk):
    page = sign_in(a_desk(), KHOA)
    open_screen(page, "Nhập dữ liệu")
    page.get_by_role("radio", name=re.compile("^Thành viên")).check()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải mẫu Excel").click()
    assert download.value.suggested_filename == "mau-nhap-thanh-vien.xlsx"
    sheet, guide = load_workbook(BytesIO(download.value.path().read_bytes())).worksheets
    assert [sheet["A1"].value, sheet["B1"].value] == ["Họ và tên", "Số điện thoại"]
    assert guide["C2"].value == "họ và tên"


def test_what_is_no_table_says_so_and_another_may_be_chosen(a_desk, tmp_path, faults):
    faults.expect(r"422 .*/api/v1/imports/")
    page = sign_in(a_desk(), KHOA)
    open_screen(page, "Nhập dữ liệu")
    old = tmp_path / "cu.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0 old")
    page.get_by_role("button", name="Chọn tệp", exact=True).set_input_files(old)
    expect(page.get_by_text("tệp Excel đời cũ (.xls)")).to_be_visible()
    page.get_by_role("button", name="Chọn tệp khác").click()
    expect(page.get_by_role("button", name="Chọn tệp", exact=True)).to_be_attached()


def test_the_list_taken_away_and_changed_says_where_to_change_it(
    a_desk, look_at_both, faults, tmp_path
):
    faults.expect(r"422 .*/api/v1/imports/")
    page = sign_in(a_desk(), KHOA)
    answer = page.request.get(page.url.split("/van-phong")[0] + "/api/v1/reports/teams.xlsx")
    book = load_workbook(BytesIO(answer.body()))
    at = {cell.value: cell.column for cell in book.active[1]}
    name = book.active.cell(2, at["Tên Tổ"]).value
    book.active.cell(2, at["Tổ chức"]).value = "Hội Thử"
    file = tmp_path / "danh-sach-da-sua.xlsx"
    book.save(file)

    open_screen(page, "Nhập dữ liệu")
    page.get_by_role("radio", name=re.compile("^Tổ")).check()
    page.get_by_role("button", name="Chọn tệp", exact=True).set_input_files(file)
    expect(page.get_by_text("Đây có vẻ là danh sách thành viên")).to_be_visible()
    look_at_both(page, "a list of another kind")
    page.get_by_role("button", name="Kiểm tra ở mục Thành viên").click()
    expect(title(page)).to_have_text(file.name)
    expect(page.get_by_text("1 dòng khác với hệ thống; hệ thống giữ nguyên")).to_be_visible()
    # What the list writes only to be read is no fault of the file.
    expect(page.get_by_text(re.compile("không có trong mẫu"))).to_have_count(0)
    look_at_both(page, "rows that differ")
    row = page.get_by_role("table", name="Các dòng khác với hệ thống").get_by_role("row").last
    expect(row).to_contain_text("Hội Thử")
    row.get_by_role("link", name="Trang của Tổ").click()
    expect(title(page)).to_contain_text(name)


def test_a_file_of_people_is_not_undone_unasked_while_a_phone_holds_sessions(
    a_desk, server, look_at_both, tmp_path, faults
):
    faults.expect(r"409 .*/api/v1/imports/.*/undo")
    sau, bay = server.newcomer("Trần Văn Sáu"), server.newcomer("Trần Văn Bảy")
    team = server.call(bay, "GET", "/auth/me")["teams"][0]["id"]
    file = tmp_path / "nguoi-vao-to.csv"
    file.write_text(f"Họ và tên,Số điện thoại,Mã Tổ\n{sau.name},{sau.phone},{team}\n")
    page = sign_in(a_desk(), KHOA)
    open_screen(page, "Nhập dữ liệu")
    page.get_by_role("radio", name=re.compile("^Thành viên")).check()
    choose(page, file)
    page.get_by_role("button", name="Nhập 1 dòng").click()
    expect(page.get_by_text("Đã nhập 1 dòng.")).to_be_visible()

    page.get_by_role("button", name="Hoàn tác").click()
    asked = page.get_by_role("dialog", name="Hoàn tác lần nhập này?")
    expect(asked).to_be_visible()
    unsent(server, sau, 2)  # after it was asked about, for which the file is read anew
    asked.get_by_role("button", name="Hoàn tác").click()
    expect(asked.get_by_text("Máy của người trong tệp báo còn 2 buổi chưa gửi.")).to_be_visible()
    expect(asked.get_by_role("link", name=f"Gọi {sau.name}")).to_be_visible()
    expect(asked.get_by_text("Máy này báo còn 2 buổi chưa gửi.")).to_be_visible()
    expect(asked.get_by_role("checkbox")).to_be_focused()
    expect(asked.get_by_text("Đánh dấu vào đây nếu vẫn hoàn tác.")).to_be_hidden()
    asked.get_by_role("button", name="Hoàn tác").click()
    expect(asked.get_by_text("Đánh dấu vào đây nếu vẫn hoàn tác.")).to_be_visible()
    look_at_both(page, "before a file is undone")
    asked.get_by_role("checkbox", name="Vẫn hoàn tác khi còn 2 buổi chưa gửi").check()
    asked.get_by_role("button", name="Hoàn tác").click()
    expect(asked).to_be_hidden()
    expect(page.get_by_text("Lần nhập này đã đưa vào 1 dòng")).to_be_visible()
    expect(page.get_by_text("thêm mới", exact=True)).to_have_count(0)
