"""A tab of the office that stays open while the server gets a new version: the files that it has
not fetched yet are gone. It opens itself again, once, and never ends in an empty page."""

import re

from playwright.sync_api import expect

from tests.journeys.steps import KHOA, open_screen, sign_in, title

REVIEW = re.compile(r"/assets/Review-.*\.js$")


def test_an_old_tab_opens_itself_again_once_for_a_screen_it_lacks(a_desk, faults):
    faults.expect(r"^404 .*/assets/Review-")
    desk, opened = a_desk(), []
    desk.context.route(REVIEW, lambda route: route.fulfill(status=404))
    sign_in(desk, KHOA)
    desk.on("load", lambda page: opened.append(page.url))
    open_screen(desk, "Duyệt buổi")
    expect(desk.get_by_text("Chưa mở được trang này")).to_be_visible()
    assert len(opened) == 1
    expect(desk.get_by_role("navigation", name="Các màn hình")).to_be_visible()
    # The new version is there.
    desk.context.unroute(REVIEW)
    desk.get_by_role("button", name="Thử lại").click()
    expect(title(desk)).to_contain_text("buổi chờ duyệt")
