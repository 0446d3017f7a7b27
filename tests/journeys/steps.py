"""What people do with the app, in their words. A step finds things as a person does: by the names
that stand on them."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True)
class Person:
    name: str
    phone: str
    secret: str

    @property
    def home(self) -> str:
        """Volunteers have a PIN and the phone app, everybody else a password and the office."""
        return "/" if self.secret.isdecimal() else "/van-phong/"


LAN = Person("Nguyễn Thị Lan", "0900000001", "270694")
KHOA = Person("Trần Minh Khoa", "0900000002", "duyet-buoi-2024")
HANH = Person("Lê Thu Hạnh", "0900000003", "tong-hop-2024")
BAO = Person("Phạm Quốc Bảo", "0900000004", "quan-tri-2024")

CLUSTER, COMMUNE = "Cụm Lấp Vò", "Xã Lấp Vò"
# Where one commune has several of a name, the place it was in before the reform stands with it.
HOME = r"[Ấấ]p 1( \(xã Vĩnh Thạnh cũ\))?, xã Lấp Vò"
CASHLESS, EDONGTHAP = "Tài khoản thanh toán", "e‑Dongthap"
# The numbers of the screen, and what each is called where one looks behind it.
TURNS, SESSIONS, WAITING = "Lượt người được hướng dẫn", "Buổi", "Chờ duyệt"
CASHLESS_DONE = "Mở tài khoản thanh toán, ví điện tử: thành công"
EDONGTHAP_DONE = "Cài đặt, đăng nhập e‑Dongthap: thành công"


def today(and_days: int = 0) -> str:
    day = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")) + timedelta(days=and_days)
    return day.strftime("%d/%m/%Y")


def dotted(day: str) -> str:
    """For a pattern, in which Playwright takes a slash for the end."""
    return day.replace("/", ".")


# What the browser says of a network that is not there.
NO_NETWORK = r"net::ERR_(FAILED|INTERNET_DISCONNECTED|ABORTED)"
KEPT = "Chưa gửi được. Buổi này đã lưu trên máy."


# --- Coming in ------------------------------------------------------------------------------------


def type_in(page: Page, phone: str, secret: str) -> None:
    page.get_by_label("Số điện thoại").fill(phone)
    page.get_by_label("Mã PIN hoặc mật khẩu").fill(secret)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def sign_in(page: Page, person: Person) -> Page:
    """A device that nobody has used yet, with what the form's answer leaves on it: for journeys
    that are about something else. In a third of the time."""
    typed = {"phone": person.phone, "secret": person.secret}
    expect(page.request.post("/api/v1/auth/login", data=typed)).to_be_ok()
    page.goto(person.home)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_label("Mã PIN hoặc mật khẩu")).to_be_hidden()
    return page


def sign_in_by_hand(page: Page, person: Person) -> Page:
    """To the app of whoever it is: the server knows who records and who reviews."""
    page.goto("/")
    type_in(page, person.phone, person.secret)
    expect(page.get_by_label("Mã PIN hoặc mật khẩu")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page


def open_screen(desk: Page, name: str) -> None:
    """One of the office's screens, through the rail or, on a phone, its menu."""
    menu = desk.get_by_role("button", name="Mở trình đơn")
    entry = desk.get_by_role("navigation", name="Các màn hình").get_by_role("link", name=name)
    expect(menu.or_(entry)).to_be_visible()
    if menu.is_visible():
        menu.click()
    entry.click()


def lose_signal(phone: Page) -> None:
    """Once the app is kept on the phone: what it had not fetched yet would not come any more."""
    phone.wait_for_function("() => navigator.serviceWorker.controller")
    phone.context.set_offline(True)


# --- The volunteer --------------------------------------------------------------------------------


def count(phone: Page, name: str) -> Locator:
    return phone.get_by_role("textbox", name=name, exact=True)


def tab_to(page: Page, wanted: Locator) -> None:
    """With the Tab key, as one gets about without a mouse."""
    expect(wanted).to_be_visible()
    for _ in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(wanted).to_be_focused(timeout=1)


def start_recording(phone: Page) -> None:
    phone.get_by_role("link", name="Ghi buổi mới").click()
    expect(phone.get_by_role("button", name=re.compile("^Nơi tổ chức"))).to_be_visible()


def teach(phone: Page, what: str, assisted: int, completed: int) -> None:
    count(phone, f"{what}, hướng dẫn").fill(str(assisted))
    count(phone, f"{what}, thành công").fill(str(completed))


def fill_in(phone: Page, turns: int, cashless: tuple[int, int], edongthap: tuple[int, int]) -> None:
    count(phone, "Số lượt người được hướng dẫn").fill(str(turns))
    teach(phone, CASHLESS, *cashless)
    teach(phone, EDONGTHAP, *edongthap)


def tap_details(phone: Page) -> None:
    phone.get_by_role("button", name=re.compile("^Thêm chi tiết")).click()
    expect(phone.get_by_label("Ghi chú")).to_be_visible()


def read_back(phone: Page) -> Locator:
    """Asks for the numbers to be said back."""
    phone.get_by_role("button", name="Gửi", exact=True).click()
    expect(phone.get_by_role("heading", name="Kiểm tra lại")).to_be_visible()
    return phone.get_by_role("main")


def confirm(phone: Page) -> None:
    phone.get_by_role("button", name="Đúng, gửi đi").click()
    expect(phone.get_by_role("heading", name="Kết quả gửi")).to_be_visible()


def receipt(phone: Page) -> str:
    """The code that says that the server has it."""
    said = phone.get_by_role("main")
    expect(said.get_by_role("heading", name="Đã gửi")).to_be_visible()
    return re.search(r"B-\w{5}-\w{5}", said.inner_text())[0]


def record(phone: Page, turns: int, cashless=(25, 10), edongthap=(25, 12)) -> str:
    start_recording(phone)
    fill_in(phone, turns, cashless, edongthap)
    read_back(phone)
    confirm(phone)
    return receipt(phone)


def give_in(phone: Page, turns: int) -> None:
    """Whatever comes of it."""
    start_recording(phone)
    fill_in(phone, turns, cashless=(turns, 1), edongthap=(turns, 2))
    read_back(phone)
    confirm(phone)


def outbox(phone: Page) -> Locator:
    """What the home screen says of the unsent."""
    return phone.get_by_role("banner").get_by_role("status")


def go_home(phone: Page) -> None:
    phone.get_by_role("link", name="Về trang chủ").click()
    expect(phone.get_by_role("link", name="Ghi buổi mới")).to_be_visible()


# --- The officer ----------------------------------------------------------------------------------


def to_the_queue(desk: Page) -> None:
    if "/duyet-buoi" not in desk.url:
        open_screen(desk, "Duyệt buổi")


def choose_queue(desk: Page, name: str) -> None:
    """One of the queues: side by side at a desk, a list to choose from on a phone."""
    tabs = desk.get_by_role("radiogroup", name="Tình trạng buổi").get_by_role("radio")
    narrow = desk.get_by_role("combobox", name="Tình trạng buổi")
    expect(tabs.first.or_(narrow)).to_be_visible()
    if narrow.is_visible():
        option = narrow.get_by_role("option", name=re.compile(f"^{name}"))
        narrow.select_option(option.get_attribute("value"))
    else:
        tabs.and_(desk.get_by_label(re.compile(f"^{name}"))).check()


def find_by_receipt(desk: Page, code: str) -> Locator:
    """The session of a receipt, opened beside (or, on a phone, over) the queue."""
    box = desk.get_by_role("combobox", name="Tìm mọi thứ")
    glass = desk.get_by_role("button", name="Tìm mọi thứ")
    expect(box.or_(glass)).to_be_visible()
    if glass.is_visible():
        glass.click()
    box.fill(code)
    box.press("Enter")
    expect(panel(desk)).to_contain_text(code)
    return panel(desk)


def figure_of(desk: Page, row: str | re.Pattern) -> Locator:
    """A row of the opened session's own numbers; what is beside it may have one of that name."""
    table = panel(desk).get_by_role("table", name="Số liệu của buổi")
    return table.get_by_role("row", name=row)


def panel(desk: Page) -> Locator:
    beside = desk.get_by_role("complementary", name="Chi tiết buổi")
    return beside.or_(desk.get_by_role("dialog", name="Chi tiết buổi"))


def waiting(desk: Page) -> int:
    """How many the queue says that it has."""
    to_the_queue(desk)
    said = re.compile("^([0-9]+) buổi chờ duyệt$|^Không còn buổi nào")
    expect(title(desk)).to_have_text(said)
    return int(re.search("[0-9]+", title(desk).inner_text())[0])


def approve(desk: Page) -> None:
    panel(desk).get_by_role("button", name="Duyệt", exact=True).click()
    expect(desk.get_by_text(re.compile("^Đã duyệt buổi "))).to_be_visible()


def send_back(desk: Page, reason: str, field: str, words: str) -> None:
    panel(desk).get_by_role("button", name="Trả lại", exact=True).click()
    form = desk.get_by_role("dialog", name="Trả lại để bổ sung")
    form.get_by_role("checkbox", name=reason).check()
    form.get_by_role("checkbox", name=field).check()
    form.get_by_label("Lời nhắn cho người ghi").fill(words)
    form.get_by_role("button", name="Trả lại", exact=True).click()
    expect(desk.get_by_text(re.compile("^Đã trả lại buổi "))).to_be_visible()


# --- The province ---------------------------------------------------------------------------------


def door(desk: Page, cell: str, row: str) -> Locator:
    """A number of the table, which opens to what is behind it."""
    return desk.get_by_role("link", name=re.compile(rf"^{cell}, {row}: .*\. Xem số này từ đâu$"))


def value(desk: Page, cell: str, row: str) -> str:
    """As it is read out; of a ratio "551/697 79,1%"."""
    name = door(desk, cell, row).get_attribute("aria-label")
    return re.search(rf", {row}: (.*)\. Xem", name)[1]


def number(desk: Page, cell: str, row: str) -> int:
    return int(value(desk, cell, row).replace(".", ""))


def title(desk: Page) -> Locator:
    return desk.get_by_role("heading", level=1)


def here(desk: Page) -> Locator:
    """Where the path says that one is."""
    path = desk.get_by_role("navigation", name="Đường dẫn địa bàn")
    return path.locator("[aria-current=page]")


def walk_to(desk: Page, *names: str) -> None:
    """Down through the units of the table, one row after the other."""
    for name in names:
        desk.get_by_role("rowheader", name=name, exact=True).get_by_role("link").click()
        expect(here(desk)).to_have_text(name)


def choose_period(desk: Page, kind: str, name: str) -> None:
    desk.get_by_role("button", name=re.compile("^Kỳ ")).click()
    choice = desk.get_by_role("dialog", name="Kỳ")
    choice.get_by_role("radio", name=kind, exact=True).check()
    choice.get_by_role("button", name=name, exact=True).click()
    expect(choice).to_be_hidden()
    expect(title(desk)).to_contain_text(name[0].lower() + name[1:])


def choose_days(desk: Page, first: str, last: str) -> None:
    desk.get_by_role("button", name=re.compile("^Kỳ ")).click()
    choice = desk.get_by_role("dialog", name="Kỳ")
    choice.get_by_role("radio", name="Tùy chọn").check()
    choice.get_by_label("Từ ngày").fill(first)
    choice.get_by_label("Đến ngày").fill(last)
    choice.get_by_role("button", name="Xem kỳ này").click()
    expect(choice).to_be_hidden()


def choose_map(desk: Page, name: str) -> None:
    desk.get_by_role("button", name=re.compile("^Địa giới ")).click()
    choice = desk.get_by_role("dialog", name="Địa giới")
    # It closes at once, so there is nothing left to look at as checked.
    choice.get_by_role("radio", name=re.compile(name)).click()
    expect(choice).to_be_hidden()


def choose_group(desk: Page, name: str) -> None:
    """Which columns the table shows."""
    desk.get_by_role("radiogroup", name="Nhóm cột").get_by_role("radio", name=name).check()
