"""Chromium for the journeys and the pictures, and the two sizes of screen that people have."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
# Without a sandbox, since containers run as root; quiet, since nothing here may go out to the net.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# Where and when people are. Nothing moves, so that nothing is looked at half-way.
SETTINGS = {
    "locale": "vi-VN",
    "timezone_id": "Asia/Ho_Chi_Minh",
    "reduced_motion": "reduce",
}


class NoChromium(RuntimeError):
    """Says in one line how to get one."""


@contextmanager
def running_chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
    if not os.access(path, os.X_OK):
        raise NoChromium(
            "No Chromium for the browser journeys: install it (apt-get install chromium)"
            " or set CHROMIUM to its path."
        )
    # The machine's own Node, where there is one: Playwright's needs a library that not all have.
    if node := shutil.which("node"):
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", node)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
