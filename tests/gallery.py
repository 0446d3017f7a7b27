"""A picture of every screen at both sizes, for eyes: `make pictures` leaves them in
`tests/.cache/pictures`."""

import shutil

from playwright.sync_api import Browser

from tests.chromium import DESK, PHONE, SETTINGS
from tests.demo_server import ROOT
from tests.journeys.steps import HANH, KHOA, LAN, sign_in
from tests.walking import screens

FOLDER = ROOT / "tests/.cache/pictures"
PEOPLE = {"volunteer": LAN, "officer": KHOA, "province": HANH}
SIZES = {"360": PHONE, "1280": DESK}


def walk(browser: Browser, address: str) -> int:
    """Take them all; gives how many."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    return sum(_screens_of(browser, address, who, width) for who in PEOPLE for width in SIZES)


def _screens_of(browser: Browser, address: str, who: str, width: str) -> int:
    device = browser.new_context(viewport=SIZES[width], base_url=address, **SETTINGS)
    page = sign_in(device.new_page(), PEOPLE[who])
    count = 0
    for kind in screens(page, address):
        page.screenshot(path=FOLDER / f"{who}-{kind}-{width}.png", full_page=True)
        count += 1
    device.close()
    return count
