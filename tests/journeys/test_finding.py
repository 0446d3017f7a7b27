"""One box finds whatever people have at hand, with the keyboard and on a phone."""

import re
import uuid

from playwright.sync_api import expect

from tests.journeys.steps import HANH, KHOA, LAN, panel, sign_in, title


def box(desk):
    return desk.get_by_role("combobox", name="Tìm mọi thứ")


def results(desk):
    return desk.get_by_role("listbox", name="Kết quả tìm")


def test_a_receipt_a_place_a_team_and_a_person_are_each_a_few_keys_away(a_desk, server, look_at):
    code = server.send(LAN, turns=23)
    mai = server.newcomer(f"Mai {uuid.uuid4().hex[:5].title()}")
    desk = sign_in(a_desk(), KHOA)
    expect(title(desk)).to_be_visible()
    desk.keyboard.press("/")
    expect(box(desk)).to_be_focused()
    expect(desk.get_by_text(re.compile("^Gõ mã buổi, tên khóm"))).to_be_visible()
    # As it is heard over the phone; Enter does not wait for the list.
    desk.keyboard.type(code.lower().replace("-", " "))
    desk.keyboard.press("Enter")
    expect(panel(desk)).to_contain_text(code)
    expect(box(desk)).not_to_be_focused()  # the keys of the review work at once

    desk.keyboard.press("Control+k")
    expect(box(desk)).to_be_focused()
    desk.keyboard.type("huyen lap vo")
    old = results(desk).get_by_role("option", name="Huyện Lấp Vò (nay là cụm Lấp Vò)")
    expect(old).to_be_visible()
    look_at(desk, "what was found")
    desk.keyboard.press("Escape")
    expect(results(desk)).to_be_hidden()
    desk.keyboard.press("Escape")
    expect(box(desk)).to_have_value("")

    desk.keyboard.type("tan")
    told = desk.get_by_text("12 kết quả gần nhất. Gõ thêm để thu hẹp.")
    expect(told).to_be_visible()
    # It lies over the queue: where they meet, what was found is what is pressed.
    for n in (1, 2, 3):
        one = results(desk).get_by_role("option").nth(n)
        far = one.evaluate("option => option.offsetWidth") - 12
        one.click(trial=True, position={"x": far, "y": 20}, timeout=5000)
    box(desk).fill("vinh thanh")
    first = results(desk).get_by_role("option").first
    expect(first).to_contain_text("Vĩnh Thạnh")
    desk.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    desk.keyboard.press("Enter")
    expect(title(desk)).to_contain_text("Mức độ bao phủ")

    spelt = f"+84 {mai.phone[1:4]} {mai.phone[4:7]}.{mai.phone[7:]}"
    box(desk).fill(spelt)
    person = results(desk).get_by_role("option", name=mai.name)
    expect(person).to_have_count(1)
    person.click()
    expect(title(desk)).to_have_text(mai.name)

    box(desk).fill(f"to {mai.name}")
    teams = results(desk).get_by_role("group", name="Tổ", exact=True)
    teams.get_by_role("option").click()
    expect(title(desk)).to_have_text(f"Tổ {mai.name} {mai.phone[-3:]}")


def test_on_a_phone_the_box_is_behind_a_button_and_says_what_it_finds(a_phone, look_at):
    page = sign_in(a_phone(), HANH)
    page.get_by_role("button", name="Tìm mọi thứ").click()
    expect(box(page)).to_be_focused()
    look_at(page, "an empty box")
    box(page).fill("xyzzy")
    expect(
        page.get_by_text(re.compile("^Không có gì như vậy trong địa bàn của bạn"))
    ).to_be_visible()
    box(page).fill("xa tan hoa")
    found = results(page).get_by_role("option", name="Xã Tân Hòa (nay thuộc xã Phong Hòa)")
    expect(found).to_be_visible()
    look_at(page, "what was found")
    found.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(title(page)).to_contain_text("Mức độ bao phủ")
    expect(page.get_by_role("button", name=re.compile("^Địa bàn"))).to_contain_text("Phong Hòa")
