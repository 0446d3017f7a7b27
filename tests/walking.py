"""Goes through every screen that somebody can reach by links, so that none is forgotten."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

MOST = 40  # screens of one person
LOADING = re.compile("^(Đang tải|Loading)…$")


def screens(page: Page, address: str) -> Iterator[str]:
    """Opens one screen of each kind after the other, from where the page is; gives its name."""
    seen: set[str] = set()
    todo = [page.url]
    while todo and len(seen) < MOST:
        url = todo.pop(0)
        if (kind := kind_of(url)) in seen:
            continue
        seen.add(kind)
        page.goto(url)
        page.wait_for_load_state("networkidle")
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        expect(page.get_by_text(LOADING)).to_have_count(0)
        yield kind
        todo += _links(page, address)


def kind_of(url: str) -> str:
    """The screen's address without what it shows: one team stands for all."""
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "x", urlsplit(url).path)
    return path.strip("/").replace("/", "-") or "home"


def _links(page: Page, address: str) -> list[str]:
    found = page.evaluate("Array.from(document.links, link => link.href)")
    return [url for url in found if url.startswith(address) and "/api/" not in url]
