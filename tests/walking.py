"""Goes through every screen that somebody can reach by links, so that none is forgotten."""

import re
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, expect

MOST = 40  # screens of one person
LOADING = re.compile("^(Đang tải|Loading)…$")
PATIENCE = 15  # seconds
# Whatever an answer makes the page draw, and ask for next, has begun by then.
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def screens(page: Page, address: str) -> Iterator[str]:
    """Opens one screen of each kind after the other, from where the page is; gives its name."""
    asked: set[Request] = set()
    page.on("request", lambda request: asked.add(request))
    page.on("requestfinished", lambda request: asked.discard(request))
    page.on("requestfailed", lambda request: asked.discard(request))
    seen: set[str] = set()
    todo = [page.url]
    while todo and len(seen) < MOST:
        url = todo.pop(0)
        if (kind := kind_of(url)) in seen:
            continue
        seen.add(kind)
        page.goto(url)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        expect(page.get_by_text(LOADING)).to_have_count(0)
        _wait_for_answers(page, asked)
        yield kind
        todo += _links(page, address)


def _wait_for_answers(page: Page, asked: set[Request]) -> None:
    deadline = time.monotonic() + PATIENCE
    was_open = True
    while was_open or asked:
        assert time.monotonic() < deadline, [request.url for request in asked]
        was_open = bool(asked)
        page.evaluate(TWO_FRAMES)


def kind_of(url: str) -> str:
    """The screen's address without what it shows: one team stands for all."""
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "x", urlsplit(url).path)
    return path.strip("/").replace("/", "-") or "home"


def _links(page: Page, address: str) -> list[str]:
    found = page.evaluate("Array.from(document.links, link => link.href)")
    return [url for url in found if url.startswith(address) and "/api/" not in url]
