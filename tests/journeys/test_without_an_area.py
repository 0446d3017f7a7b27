"""Whoever looks after nothing any more is told so, and whom to ask, on every screen: what is empty
because it is not theirs must not look like work that is done."""

import uuid

from playwright.sync_api import expect

from tests.journeys.steps import HANH, open_screen, sign_in, title


def give(server, officer, areas):
    (known,) = server.call(HANH, "GET", f"/users?phone={officer.phone}")["items"]
    version = {"If-Match": f'"v{known["version"]}"'}
    server.call(HANH, "PATCH", f"/users/{known['id']}", {"area_ids": areas}, version)
    return [area["unit_id"] for area in known["areas"]]


def test_who_has_no_area_any_more_is_told_so_and_whom_to_ask(a_desk, server, faults, look_at_both):
    faults.expect(r"403 .*/api/v1/")
    officer = server.an_officer(f"Võ Thị {uuid.uuid4().hex[:5].title()}", "Thanh Mỹ")
    desk = sign_in(a_desk(), officer)
    rail = desk.get_by_role("navigation", name="Các màn hình")
    expect(rail.get_by_role("link", name="Mức độ bao phủ")).to_be_visible()
    held = give(server, officer, [])

    # What was open is refused: the page finds out why.
    open_screen(desk, "Mức độ bao phủ")
    calm = desk.get_by_role("main").get_by_text("Bạn chưa phụ trách địa bàn nào")
    expect(calm).to_be_visible()
    expect(desk.get_by_role("main")).to_contain_text(f"Hãy nhờ {HANH.name} giao địa bàn")
    expect(desk.get_by_role("link", name=f"Gọi {HANH.name}, 0900 000 003")).to_be_visible()
    expect(desk.get_by_text("Cán bộ Đoàn · Chưa phụ trách địa bàn nào")).to_be_visible()
    expect(rail.get_by_role("link")).to_have_text(["Việc cần làm", "Nhật ký"])
    expect(desk.get_by_role("searchbox")).to_have_count(0)
    look_at_both(desk, "without an area")
    for path in ("to", "ket-qua"):
        desk.goto(f"/van-phong/{path}")
        expect(calm).to_be_visible()
        expect(desk.get_by_text("Không còn việc nào cần làm")).to_have_count(0)
    open_screen(desk, "Nhật ký")
    expect(title(desk)).to_have_text("Nhật ký")
    look_at_both(desk, "the log of who has no area")

    give(server, officer, held)
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(rail.get_by_role("link", name="Tổ và thành viên")).to_be_visible()
    open_screen(desk, "Việc cần làm")
    expect(calm).to_have_count(0)
    expect(desk.get_by_role("button", name="Địa bàn Xã Thanh Mỹ")).to_be_visible()
