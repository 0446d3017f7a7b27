"""How long a cheap phone on a slow line takes: until the form can be typed in on the first visit,
and until home stands there without signal on the second. Printed, never asserted."""

import time

from playwright.sync_api import Page, expect

from tests.chromium import PHONE, SETTINGS, running_chromium
from tests.demo_server import running_demo_server
from tests.journeys.steps import LAN

LINE = {"latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
SLOWER = 4
PATIENCE = 60_000  # ms
TURNS = "Số lượt người được hướng dẫn"


def main() -> None:
    with running_demo_server() as demo, running_chromium() as browser:
        device = browser.new_context(viewport=PHONE, base_url=demo.address, **SETTINGS)
        device.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        print("\nPhone (400 kbit/s, 400 ms, CPU 4x slower)")
        page = device.new_page()
        slow_down(page, LINE)
        tell("sign-in on screen, first visit", seconds(lambda: first_visit(page)))
        # Signing in once is a person's time; from there on it is the app's.
        page.get_by_label("Số điện thoại").fill(LAN.phone)
        page.get_by_label("Mã PIN hoặc mật khẩu").fill(LAN.secret)
        tell("signed in, home on screen", seconds(lambda: enter(page)))
        tell(
            "form can be typed in, first time", seconds(lambda: form(page)), "aim 5 s from nothing"
        )
        page.evaluate("navigator.serviceWorker.ready.then(() => {})")
        page.wait_for_load_state("networkidle")

        device.set_offline(True)
        again = device.new_page()
        page.close()
        slow_down(again, None)
        tell("second start without signal, home", seconds(lambda: home(again)), "aim 1 s")
        tell("then the form", seconds(lambda: form(again)))


def slow_down(page: Page, line: dict | None) -> None:
    wire = page.context.new_cdp_session(page)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    if line:
        wire.send("Network.enable")
        wire.send("Network.emulateNetworkConditions", {"offline": False} | line)


def first_visit(page: Page) -> None:
    page.goto("/", wait_until="commit")
    expect(page.get_by_label("Số điện thoại")).to_be_editable()


def enter(page: Page) -> None:
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("link", name="Ghi buổi mới")).to_be_visible()


def form(page: Page) -> None:
    page.get_by_role("link", name="Ghi buổi mới").click()
    expect(page.get_by_role("textbox", name=TURNS, exact=True)).to_be_editable()


def home(page: Page) -> None:
    page.goto("/", wait_until="commit")
    expect(page.get_by_role("link", name="Ghi buổi mới")).to_be_visible()


def seconds(act) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def tell(what: str, took: float, aim: str = "") -> None:
    print(f"  {what:<38}{took:6.2f} s  {aim}")


if __name__ == "__main__":
    main()
