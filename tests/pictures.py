"""Takes the README's pictures, and one of every screen, on the demo's data: `make pictures`."""

import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests import gallery
from tests.chromium import DESK, PHONE, SETTINGS, NoChromium, running_chromium
from tests.demo_server import ROOT, running_demo_server
from tests.journeys.steps import (
    CLUSTER,
    HANH,
    KHOA,
    LAN,
    TURNS,
    door,
    fill_in,
    open_screen,
    panel,
    sign_in,
    start_recording,
    walk_to,
)

FOLDER = ROOT / "docs/pictures"
LARGEST = 250_000  # bytes: a README is read on phones too


def phone_home(page: Page) -> None:
    sign_in(page, LAN)
    expect(page.get_by_role("region", name="Buổi gần đây")).to_be_visible()


def phone_form(page: Page) -> None:
    sign_in(page, LAN)
    start_recording(page)
    fill_in(page, 25, cashless=(25, 10), edongthap=(25, 12))
    expect(page.get_by_text(re.compile("^Đã lưu "))).to_be_visible()
    # The numbers are what one comes to give.
    page.get_by_role("button", name=re.compile("^Đối tượng")).evaluate("it => it.scrollIntoView()")


def phone_tally(page: Page) -> None:
    sign_in(page, LAN)
    page.get_by_role("link", name="Đếm tại chỗ").click()
    counts = page.get_by_role("main").get_by_role("button")
    for which, taps in ((0, 17), (1, 6), (2, 9)):
        for _ in range(taps):
            counts.nth(which).click()


def phone_guide(page: Page) -> None:
    sign_in(page, LAN)
    page.get_by_role("link", name="Tài liệu").click()
    page.get_by_role("link", name=re.compile("Thanh toán không")).click()
    expect(page.get_by_role("heading", name="Chuẩn bị")).to_be_visible()


def office_desk(page: Page) -> None:
    sign_in(page, KHOA)
    open_screen(page, "Việc cần làm")
    expect(page.get_by_role("heading", name="Tổ lâu chưa có buổi")).to_be_visible()


def office_coverage(page: Page) -> None:
    sign_in(page, HANH)
    open_screen(page, "Mức độ bao phủ")
    expect(page.get_by_role("heading", name="Mỗi ô là một khóm, ấp")).to_be_visible()


def office_review(page: Page) -> None:
    sign_in(page, KHOA)
    open_screen(page, "Duyệt buổi")
    expect(panel(page).get_by_role("table").first).to_be_visible()


def office_results(page: Page) -> None:
    sign_in(page, HANH)
    open_screen(page, "Kết quả")
    walk_to(page, CLUSTER)
    expect(door(page, TURNS, CLUSTER)).to_be_visible()


# name: (size, pixels per dot, what to do first)
SCREENS = {
    "phone-home": (PHONE, 2, phone_home),
    "phone-form": (PHONE, 2, phone_form),
    "phone-tally": (PHONE, 2, phone_tally),
    "phone-guide": (PHONE, 2, phone_guide),
    "office-desk": (DESK, 1, office_desk),
    "office-review": (DESK, 1, office_review),
    "office-coverage": (DESK, 1, office_coverage),
    "office-results": (DESK, 1, office_results),
}


def take(browser: Browser, address: str, name: str) -> Path:
    size, scale, prepare = SCREENS[name]
    device = browser.new_context(
        viewport=size, device_scale_factor=scale, base_url=address, **SETTINGS
    )
    page = device.new_page()
    prepare(page)
    expect(page.get_by_text("Đang tải…")).to_have_count(0)
    path = FOLDER / f"{name}.png"
    page.screenshot(path=path)
    device.close()
    return path


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with running_demo_server() as demo, running_chromium() as browser:
        for name in SCREENS:
            path = take(browser, demo.address, name)
            size = path.stat().st_size
            if size > LARGEST:
                sys.exit(f"{path.name} has {size} bytes; at most {LARGEST} belong into a README.")
            print(f"{size / 1000:7.0f} kB  {path.relative_to(ROOT)}")
        print(
            f"{gallery.walk(browser, demo.address):7} screens  {gallery.FOLDER.relative_to(ROOT)}"
        )


if __name__ == "__main__":
    try:
        main()
    except NoChromium as problem:
        sys.exit(str(problem))
