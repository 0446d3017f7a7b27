"""What a phone does alone: sessions are mended and withdrawn without a network, a wrong clock files
nothing under a wrong day, an older app's storage goes on, and work goes over to another phone."""

import json
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import (
    KEPT,
    KHOA,
    NO_NETWORK,
    confirm,
    count,
    fill_in,
    give_in,
    go_home,
    lose_signal,
    outbox,
    read_back,
    sign_in,
    sign_in_by_hand,
    start_recording,
)

TODAY = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
ASKED = "Ngày giờ trên máy có vẻ chưa đúng"
ALL_SENT = "Đã gửi hết"
# The phone's own clock, ahead or behind by so many days, also after a reload.
CLOCK = """
const Real = Date;
const ahead = () => Number(localStorage.getItem('clock-ahead') ?? 0) * 86400000;
window.Date = class extends Real {
  constructor(...given) {
    if (given.length) super(...given);
    else super(Real.now() + ahead());
  }
  static now() {
    return Real.now() + ahead();
  }
};
"""
OLD_STORAGE = """async ([name, item]) => {
  const db = await new Promise((done, fail) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('unsent', { keyPath: 'id' });
      opening.result.createObjectStore('drafts', { keyPath: 'key' });
      opening.result.createObjectStore('habits');
    };
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const writing = db.transaction('unsent', 'readwrite');
  writing.objectStore('unsent').put(item);
  await new Promise((done) => (writing.oncomplete = done));
  db.close();
}"""


@pytest.fixture(autouse=True)
def there_is_no_signal(faults):
    faults.expect(NO_NETWORK)


@pytest.fixture
def ben(server):
    return server.newcomer("Đặng Thị Bền")


def record(phone, turns):
    give_in(phone, turns)
    expect(phone.get_by_role("heading", name="Đã gửi")).to_be_visible()
    go_home(phone)


def own(server, person):
    return server.call(person, "GET", "/sessions?mine=true&limit=100")["items"]


def set_clock(phone, days):
    phone.evaluate("days => localStorage.setItem('clock-ahead', days)", str(days))


def back_in_signal(phone):
    phone.context.set_offline(False)
    phone.evaluate("dispatchEvent(new Event('online'))")


def open_list(phone):
    phone.get_by_role("navigation", name="Các màn hình").get_by_role("link", name="Buổi").click()


def test_a_returned_session_is_mended_without_a_network(a_phone, server, ben):
    phone = sign_in(a_phone(), ben)
    record(phone, 21)
    (session,) = own(server, ben)
    returning = {
        "decision": "return",
        "reasons": ["implausible"],
        "fields": ["participants"],
        "comment": "Nhờ bạn đếm lại.",
    }
    server.call(KHOA, "POST", f"/sessions/{session['id']}/review", returning, {"If-Match": '"v1"'})
    phone.reload()
    notice = phone.get_by_role("link", name=re.compile("^1 buổi cần bổ sung"))
    expect(notice).to_contain_text("Nhờ bạn đếm lại.")

    lose_signal(phone)
    notice.click()
    phone.get_by_role("link", name="Sửa và gửi lại").click()
    turns = count(phone, "Số lượt người được hướng dẫn")
    expect(turns).to_have_accessible_description("Cán bộ ghi: “Nhờ bạn đếm lại.”")
    turns.fill("20")
    count(phone, "Tài khoản thanh toán, hướng dẫn").fill("20")
    count(phone, "e‑Dongthap, hướng dẫn").fill("20")
    read_back(phone)
    confirm(phone)
    expect(phone.get_by_text(KEPT)).to_be_visible()
    go_home(phone)
    expect(notice).to_be_hidden()

    back_in_signal(phone)
    expect(outbox(phone)).to_have_text(ALL_SENT)
    (mended,) = own(server, ben)
    assert (mended["state"], mended["participants"], mended["version"]) == ("pending", 20, 3)


def test_a_withdrawal_waits_like_anything_else(a_phone, server, ben):
    phone = sign_in(a_phone(), ben)
    record(phone, 22)
    lose_signal(phone)
    open_list(phone)
    phone.get_by_role("link", name=re.compile("· 22 lượt.*Chờ duyệt")).click()
    phone.get_by_role("button", name="Hủy buổi").click()
    asking = phone.get_by_role("dialog", name="Hủy buổi này?")
    asking.get_by_label("Vì sao hủy?").fill("Ghi nhầm ngày")
    asking.get_by_role("button", name="Hủy buổi").click()
    expect(phone.get_by_text("Lý do hủy: Ghi nhầm ngày")).to_be_visible()
    assert [one["state"] for one in own(server, ben)] == ["pending"]

    back_in_signal(phone)
    expect(phone.get_by_text("Đã hủy")).to_be_visible()
    assert [one["state"] for one in own(server, ben)] == ["withdrawn"]


def test_a_clock_that_fell_back_a_year_is_asked_about_in_the_form(a_phone, server, ben):
    page = a_phone()
    page.context.add_init_script(CLOCK)
    phone = sign_in(page, ben)
    record(phone, 23)
    lose_signal(phone)
    set_clock(phone, -365)
    start_recording(phone)
    expect(phone.get_by_text(ASKED)).to_be_visible()
    expect(phone.get_by_role("radio", name="Hôm nay")).to_have_count(0)
    phone.get_by_label("Buổi này diễn ra ngày nào?").fill(TODAY.isoformat())
    fill_in(phone, 24, cashless=(24, 1), edongthap=(24, 2))
    read_back(phone)
    confirm(phone)
    go_home(phone)

    back_in_signal(phone)
    expect(outbox(phone)).to_have_text(ALL_SENT)
    assert {one["participants"]: one["date"] for one in own(server, ben)} == {
        23: TODAY.isoformat(),
        24: TODAY.isoformat(),
    }


@pytest.mark.parametrize("days", [4, 365])
def test_a_day_that_only_the_server_shows_to_be_wrong_is_asked_before_it_is_filed(
    days, a_phone, server, ben, faults
):
    # A phone that lives a year ahead asks for the figures of a month that has not begun.
    faults.expect(r"422 .*/rollups\?")
    page = a_phone()
    page.context.add_init_script(CLOCK)
    phone = sign_in(page, ben)
    # The first start has fetched what it will need; a moment's signal is enough for that.
    phone.wait_for_load_state("networkidle")
    lose_signal(phone)
    set_clock(phone, days)
    give_in(phone, 25)
    expect(phone.get_by_text(KEPT)).to_be_visible()
    go_home(phone)

    back_in_signal(phone)
    notice = phone.get_by_role("link", name=re.compile("^1 buổi cần sửa"))
    expect(notice).to_contain_text(ASKED)
    assert own(server, ben) == []
    notice.click()
    phone.get_by_role("link", name="Sửa và gửi lại").click()
    day = phone.get_by_label("Buổi này diễn ra ngày nào?")
    expect(day).to_have_value("")
    day.fill(TODAY.isoformat())
    read_back(phone)
    confirm(phone)
    expect(phone.get_by_role("heading", name="Đã gửi")).to_be_visible()
    assert [one["date"] for one in own(server, ben)] == [TODAY.isoformat()]


def test_a_slow_clock_is_no_day_before_the_server_has_said_the_time(a_phone, ben):
    """A new profile that has only the sign-in, opened and opened again, straight into the form."""
    phone = a_phone()
    phone.context.add_init_script(CLOCK.replace("?? 0", "?? -365"))
    sign_in(phone, ben)
    expect(phone.get_by_role("heading", level=1)).to_contain_text(ben.name)
    # Whoever is known here is let in at once, and the server is asked behind it.
    late = []
    phone.context.route("**/api/v1/auth/me", lambda route: late.append(route))
    phone.goto("/ghi")
    day = phone.get_by_label("Buổi này diễn ra ngày nào?")
    expect(day).to_have_value("")
    day.fill(TODAY.isoformat())
    expect(phone.get_by_text(ASKED)).to_be_visible()
    for route in late:
        route.continue_()


def test_what_an_older_app_left_on_the_phone_is_sent(a_phone, server, ben):
    user = server.call(ben, "GET", "/auth/me")["user"]["id"]
    item = {
        "id": "7d9f0c3e-0000-4000-8000-00000000002a",
        "body": json.dumps(server.body(ben, 26)),
        "etag": None,
        "place": "Ấp 1",
        "frozenAt": "2026-01-01T00:00:00.000Z",
        "refusal": None,
    }
    phone = a_phone()
    phone.goto("/")
    phone.evaluate(OLD_STORAGE, [f"nhat-ky-to-so-{user}", item])
    sign_in_by_hand(phone, ben)
    expect(outbox(phone)).to_have_text(ALL_SENT)
    assert [one["id"] for one in own(server, ben)] == [item["id"]]


def test_unsent_work_goes_over_to_another_phone_and_counts_once(a_phone, server, ben):
    broken = sign_in(a_phone(), ben)
    lose_signal(broken)
    start_offline(broken, 27)
    open_list(broken)
    broken.get_by_role("link", name="Giữ riêng một bản, hoặc nhờ nộp").click()
    with broken.expect_download() as download:
        broken.get_by_role("button", name="Lưu thành tệp").click()
    with open(download.value.path(), encoding="utf-8") as file:
        text = file.read()
    assert "27 lượt người" in text

    stranger = sign_in(a_phone(), server.newcomer("Lý Văn Khác"))
    hand_in(stranger, text)
    expect(stranger.get_by_text("Tin này có 1 buổi của người khác.")).to_be_visible()

    phone = sign_in(a_phone(), ben)
    hand_in(phone, text)
    expect(phone.get_by_text("Đã nhận 1 buổi vào máy này.")).to_be_visible()
    phone.get_by_role("link", name="Xem các buổi chưa gửi").click()
    expect(phone.get_by_role("link", name=re.compile("· 27 lượt.*Chờ duyệt"))).to_be_visible()

    back_in_signal(broken)
    expect(broken.get_by_text("Trên máy này không còn buổi nào chưa gửi.")).to_be_visible()
    broken.goto("/")
    expect(outbox(broken)).to_have_text(ALL_SENT)
    assert [one["version"] for one in own(server, ben)] == [1]


def start_offline(phone, turns):
    give_in(phone, turns)
    expect(phone.get_by_text(KEPT)).to_be_visible()
    go_home(phone)


def hand_in(phone, text):
    phone.goto("/tai-khoan/nop-buoi")
    phone.get_by_label("Tin có các buổi chưa gửi").fill(text)
    phone.get_by_role("button", name="Nhận các buổi này").click()
