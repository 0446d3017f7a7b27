"""One real server on the demo's data, and the devices that people sit at: a phone, a desk.

Whatever a page complains about (an exception, an error in its console, a breach of its content
policy) fails the journey, unless the journey said that it would."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.chromium import DESK, PHONE, SETTINGS, NoChromium, running_chromium
from tests.demo_server import ROOT, running_demo_server
from tests.journeys.behind import Server

PICTURES = Path("tests/.cache/journeys")
PATIENCE = 15_000  # ms, for a busy machine; nothing waits longer than it must
AXE = ROOT / "server/web/node_modules/axe-core/axe.min.js"
SAY = """async () => (await axe.run()).violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target} ${failureSummary}`))"""
# Before anybody has signed in, the app asks who is there, and nobody is.
NOBODY_YET = r"401 .*/api/v1/auth/(me|refresh)$"

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def demo():
    if not (ROOT / "server/web/dist/index.html").exists():
        pytest.exit("The web app is not built: run make web.", returncode=1)
    with running_demo_server() as demo:
        yield demo


@pytest.fixture(scope="session")
def address(demo):
    return demo.address


@pytest.fixture(scope="session")
def browser():
    try:
        with running_chromium() as browser:
            yield browser
    except NoChromium as problem:
        pytest.exit(str(problem), returncode=1)


class Faults:
    """What the pages complained about, and what the journey expects them to."""

    def __init__(self):
        self.expected = [NOBODY_YET]
        self.found: list[str] = []

    def expect(self, *patterns: str) -> None:
        self.expected += patterns

    def watch(self, page) -> None:
        page.on("pageerror", lambda error: self.found.append(f"exception: {error}"))
        page.on("console", self._hear)

    def _hear(self, message) -> None:
        if message.type != "error":
            return
        failed = re.search(r"status of (\d+)|(net::\w+)", message.text)
        what = (failed[1] or failed[2]) if failed else message.text
        self.found.append(f"{what} {message.location.get('url', '')}")

    @property
    def unexpected(self) -> list[str]:
        return [one for one in self.found if not any(re.search(ok, one) for ok in self.expected)]


@pytest.fixture
def faults():
    kept = Faults()
    yield kept
    assert kept.unexpected == []


@pytest.fixture
def a_device(request, browser, address, faults):
    """Makes devices of a size, each with a browser of its own: `a_device(PHONE)`."""
    devices = []

    def make(size, at=address):
        device = browser.new_context(viewport=size, base_url=at, **SETTINGS)
        device.set_default_timeout(PATIENCE)
        device.on("page", faults.watch)
        devices.append(device)
        return device.new_page()

    yield make
    for i, device in enumerate(devices):
        if getattr(request.node, "went_wrong", False):
            for page in device.pages:
                page.screenshot(path=PICTURES / f"{request.node.name}-{i}.png")
        device.close()


@pytest.fixture
def a_phone(a_device):
    return lambda: a_device(PHONE)


@pytest.fixture
def a_desk(a_device):
    return lambda: a_device(DESK)


@pytest.fixture
def look_at():
    """Looks at the screen as it stands, and remembers what is wrong with it."""
    wrong = []

    def look(page, name):
        expect(page.get_by_text("Đang tải…")).to_have_count(0)
        if page.evaluate("typeof axe") == "undefined":
            page.evaluate(AXE.read_text())
        wrong.extend(f"{name}: {fault}" for fault in page.evaluate(SAY))

    yield look
    assert wrong == [], "\n".join(wrong)


@pytest.fixture
def look_at_both(look_at):
    """Looks at the screen at the size of a phone and of a desk, and leaves it as it was."""

    def look(page, name):
        before = page.viewport_size
        for size in (DESK, PHONE) if before == PHONE else (PHONE, DESK):
            page.set_viewport_size(size)
            # What is drawn by its own width takes a moment to follow.
            page.wait_for_function("() => document.documentElement.scrollWidth <= innerWidth")
            look_at(page, f"{name}, {size['width']} pixels wide")

    return look


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    item.went_wrong = getattr(item, "went_wrong", False) or report.failed
    return report


@pytest.fixture(scope="session")
def server(address):
    return Server(address)
