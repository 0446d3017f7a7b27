"""What stands at hand in the office: the menu keeps the whole area in sight, and what opens can be
used without reaching for a mouse."""

import re

from playwright.sync_api import expect

from tests.chromium import DESK, PHONE, SETTINGS
from tests.journeys.steps import CLUSTER, COMMUNE, KHOA, here, open_screen, sign_in, title


def test_a_look_at_one_commune_leaves_the_work_of_the_whole_area_in_the_menu(
    a_desk, server, look_at_both
):
    pending = server.call(KHOA, "GET", "/worklist")["pending"]
    found = server.call(KHOA, "GET", "/units?level=commune&q=Lap%20Vo")["items"]
    commune = next(one for one in found if one["name"] == COMMUNE)
    waits = re.compile(rf"^Duyệt buổi.*, {pending['n'] - pending['own']} buổi chờ duyệt$")

    khoa = sign_in(a_desk(), KHOA)
    in_menu = khoa.get_by_role("navigation", name="Các màn hình").get_by_role("link", name=waits)
    expect(in_menu).to_be_visible()
    khoa.goto(f"/van-phong/bao-phu?unit={commune['id']}")
    expect(here(khoa)).to_have_text(COMMUNE)
    expect(in_menu).to_be_visible()
    open_screen(khoa, "Kết quả")
    expect(here(khoa)).to_have_text(COMMUNE)
    open_screen(khoa, "Việc cần làm")
    area_shown = khoa.get_by_role("main").get_by_role("button", name=re.compile("^Địa bàn"))
    expect(area_shown).to_have_text(f"Địa bàn{CLUSTER}")

    area_shown.click()
    # What opens is typed into at once: nothing of the name falls on the button that closes it.
    expect(khoa.get_by_role("dialog", name="Địa bàn").get_by_role("searchbox")).to_be_focused()
    khoa.keyboard.type("Lấp Vò")
    found = khoa.get_by_role("dialog", name="Địa bàn").get_by_role("button").filter(has_text="Vò")
    expect(found.first).to_have_class("is-next")
    at = next(i for i, text in enumerate(found.all_inner_texts()) if text.startswith(COMMUNE))
    for _ in range(at):
        khoa.keyboard.press("ArrowDown")
    expect(found.nth(at)).to_have_class("is-next")
    khoa.keyboard.press("Enter")
    narrowed = khoa.get_by_text(f"Chỉ {COMMUNE}")
    expect(narrowed).to_be_visible()
    expect(in_menu).to_be_visible()
    look_at_both(khoa, "the desk of one commune")
    khoa.get_by_role("link", name="Xem cả địa bàn").click()
    expect(narrowed).to_have_count(0)
    expect(title(khoa)).to_have_text("Việc cần làm")
    expect(area_shown).to_have_text(f"Địa bàn{CLUSTER}")


def top(thing):
    return thing.bounding_box()["y"]


def foot(thing):
    box = thing.bounding_box()
    return box["y"] + box["height"]


def right(thing):
    box = thing.bounding_box()
    return box["x"] + box["width"]


def test_the_session_beside_the_queue_reaches_down_to_the_foot_of_the_window(a_desk):
    khoa = sign_in(a_desk(), KHOA)
    open_screen(khoa, "Duyệt buổi")
    panel = khoa.get_by_role("complementary", name="Chi tiết buổi")
    expect(panel.get_by_role("button", name="Trả lại")).to_be_visible()
    menu = khoa.get_by_role("banner")
    for scrolled in (0, 100, 400):
        khoa.evaluate(f"scrollTo(0, {scrolled})")
        khoa.wait_for_function("scrolled => scrollY === scrolled", arg=scrolled)
        khoa.evaluate("new Promise(requestAnimationFrame)")
        below = DESK["height"] - foot(panel)
        assert 0 <= below <= 24, f"scrolled by {scrolled}: {below} px below it"
        assert abs(DESK["height"] - foot(menu)) <= 1


def test_on_a_phone_what_is_done_most_comes_first_and_the_list_begins_on_the_first_screen(a_phone):
    khoa = sign_in(a_phone(), KHOA)
    khoa.goto("/van-phong/to")
    add = khoa.get_by_role("button", name="Thêm Tổ")
    for name in ("Tải danh sách", "In phiếu ghi buổi", "In thẻ QR"):
        assert top(add) < top(khoa.get_by_role("link", name=name))
    first = khoa.get_by_role("table", name="Danh sách Tổ").get_by_role("link").first
    assert foot(first) < PHONE["height"]
    first.click()
    invite = khoa.get_by_role("button", name="Mời thành viên")
    assert top(invite) < top(khoa.get_by_role("button", name="Thêm thành viên"))


def test_a_person_s_page_has_one_edge_and_a_hamlet_s_months_one_size(a_desk, server):
    khoa = sign_in(a_desk(), KHOA)
    (lan,) = server.call(KHOA, "GET", "/users?phone=0900000001")["items"]
    khoa.goto(f"/van-phong/nguoi-dung/{lan['id']}")
    card = khoa.get_by_role("region", name="Máy đang đăng nhập")
    assert abs(right(khoa.get_by_role("button", name="Khóa")) - right(card)) <= 1

    rows = server.call(KHOA, "GET", "/coverage?state=provisional")["rows"]
    mixed = next(row for row in rows if {"active", "silent"} <= set(row["states"]))
    khoa.goto(f"/van-phong/bao-phu?state=provisional&unit={mixed['unit']['id']}")
    months = khoa.get_by_role("list", name=re.compile("^12 tháng")).get_by_role("img")
    expect(months).to_have_count(12)
    boxes = [month.bounding_box() for month in months.all()]
    assert {(round(box["width"]), round(box["y"])) for box in boxes} == {
        (round(boxes[0]["width"]), round(boxes[0]["y"]))
    }


def test_the_log_s_filters_are_one_row_of_boxes(a_desk):
    khoa = sign_in(a_desk(), KHOA)
    open_screen(khoa, "Nhật ký")
    fields = khoa.get_by_role("group", name="Lọc nhật ký")
    kind = fields.get_by_role("button", name=re.compile("^Loại việc"))
    person = fields.get_by_role("button", name=re.compile("^Người làm"))
    days = [fields.get_by_label(name) for name in ("Từ ngày", "Đến ngày")]
    for box in (person, *days):
        assert abs(top(box) - top(kind)) <= 1
        assert abs(foot(box) - foot(kind)) <= 1


def test_keys_are_told_only_where_there_is_a_keyboard(a_desk, browser, address):
    told = "Phím mũi tên để dời"
    desk = sign_in(a_desk(), KHOA)
    open_screen(desk, "Phiếu ghi buổi")
    expect(desk.get_by_text(told)).to_be_visible()
    touched = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
    phone = browser.new_context(base_url=address, **touched, **SETTINGS)
    khoa = sign_in(phone.new_page(), KHOA)
    khoa.goto("/van-phong/phieu-giay")
    expect(khoa.get_by_text("Gõ không dấu cũng được.")).to_be_visible()
    expect(khoa.get_by_text(told)).to_be_hidden()
    phone.close()


def test_what_is_not_there_is_no_failure_of_the_network(a_desk, faults, look_at_both):
    faults.expect(r"404 .*/users/999999", r"422 .*user=999999")
    khoa = sign_in(a_desk(), KHOA)
    khoa.goto("/van-phong/nguoi-dung/999999")
    expect(khoa.get_by_text("Không có nội dung này")).to_be_visible()
    expect(khoa.get_by_role("button", name="Thử lại")).to_be_hidden()
    look_at_both(khoa, "nothing there")
    khoa.get_by_role("link", name="Về Việc cần làm").click()
    expect(title(khoa)).to_have_text("Việc cần làm")
