"""What stands at hand in the office: the menu keeps the whole area in sight, and what opens can be
used without reaching for a mouse."""

import re

from playwright.sync_api import expect

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
