"""A picture of every screen at both sizes, for eyes: `make pictures` leaves them in
`tests/.cache/pictures`. Screens are found by following links, so that none is forgotten."""

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.chromium import DESK, PHONE, SETTINGS
from tests.demo_server import ROOT
from tests.journeys.steps import HANH, KHOA, LAN, sign_in

FOLDER = ROOT / "tests/.cache/pictures"
PEOPLE = {"volunteer": LAN, "officer": KHOA, "province": HANH}
SIZES = {"360": PHONE, "1280": DESK}
MOST = 40  # screens of one person


def walk(browser: Browser, address: str) -> int:
    """Take them all; gives how many."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    return sum(_screens_of(browser, address, who, width) for who in PEOPLE for width in SIZES)


def _screens_of(browser: Browser, address: str, who: str, width: str) -> int:
    device = browser.new_context(viewport=SIZES[width], base_url=address, **SETTINGS)
    page = device.new_page()
    sign_in(page, PEOPLE[who])
    seen: dict[str, str] = {}
    todo = [page.url]
    while todo and len(seen) < MOST:
        url = todo.pop(0)
        kind = _kind(url)
        if kind in seen:
            continue
        seen[kind] = url
        page.goto(url)
        _settle(page)
        page.screenshot(path=FOLDER / f"{who}-{kind}-{width}.png", full_page=True)
        todo += _links(page, address)
    device.close()
    return len(seen)


def _settle(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text("Đang tải…")).to_have_count(0)


def _kind(url: str) -> str:
    """The screen's address without what it shows: one team stands for all."""
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "x", urlsplit(url).path)
    return path.strip("/").replace("/", "-") or "home"


def _links(page: Page, address: str) -> list[str]:
    found = page.evaluate("Array.from(document.links, link => link.href)")
    return [url for url in found if url.startswith(address) and "/api/" not in url]


def relative() -> Path:
    return FOLDER.relative_to(ROOT)
