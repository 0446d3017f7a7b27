"""An officer lets people in, prints their cards, hands in what a phone could not send, and reopens
what its author asks back."""

import base64
import json
import re
import uuid
import zlib

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import KHOA, LAN, open_screen, panel, sign_in, title, waiting

CARDS_A_PAGE = 8


@pytest.fixture
def khoa(a_desk):
    return sign_in(a_desk(), KHOA)


@pytest.fixture
def team(server):
    """One of its own for each test, in the officer's area."""
    place = server.call(LAN, "GET", "/auth/me")["teams"][0]["home"]["id"]
    body = {"kind": "hamlet", "name": f"Tổ Thử {uuid.uuid4().hex[:8]}", "home_id": place}
    return server.call(KHOA, "POST", "/teams", body | {"founded_on": "2024-01-02"})


def open_team(desk, team):
    desk.goto(f"/van-phong/to/{team['id']}")
    expect(title(desk)).to_have_text(team["name"])


def test_an_invitation_is_shown_to_be_scanned_and_can_be_taken_back(khoa, team, server):
    open_team(khoa, team)
    khoa.get_by_role("button", name="Mời thành viên").click()
    form = khoa.get_by_role("dialog", name=re.compile("^Mời vào "))
    form.get_by_role("button", name="Tạo lời mời").click()
    expect(form.get_by_text("Vui lòng nhập họ và tên.")).to_be_visible()
    form.get_by_label("Họ và tên người được mời").fill("Trần Văn Tám")
    form.get_by_role("radio", name="Tổ phó").check()
    form.get_by_role("button", name="Tạo lời mời").click()

    shown = khoa.get_by_role("dialog", name="Mời Trần Văn Tám")
    expect(shown.get_by_role("img", name=re.compile("^Mã QR"))).to_have_attribute(
        "aria-busy", "false"
    )
    link = shown.get_by_text(re.compile("/moi/")).inner_text()
    token = link.rsplit("/", 1)[1]
    expect(shown.get_by_text("-".join(re.findall("....", token)))).to_be_visible()
    assert server.ask("GET", f"/invitations/{token}")["state"] == "open"
    shown.get_by_role("button", name="Đóng").last.click()

    khoa.get_by_role("button", name="Thu hồi: Mời Trần Văn Tám").click()
    khoa.get_by_role("dialog", name="Thu hồi lời mời này?").get_by_role(
        "button", name="Thu hồi"
    ).click()
    expect(khoa.get_by_text("Đã thu hồi lời mời.")).to_be_visible()
    expect(khoa.get_by_text("Lời mời đang mở")).to_be_hidden()
    assert server.ask("GET", f"/invitations/{token}")["state"] == "revoked"


def ask_to_join(server, team, name, phone):
    """With the team's invitation; gives a way to ask how it stands."""
    wanted = {"team_id": team["id"], "kind": "team"}
    token = server.call(KHOA, "POST", "/invitations", wanted)["token"]
    request = str(uuid.uuid4())
    body = {"request_id": request, "name": name, "phone": phone, "secret": "482915"}
    assert server.ask("POST", f"/invitations/{token}/accept", body)["status"] == "waiting"
    return lambda: server.ask("GET", f"/invitations/{token}/requests/{request}")["status"]


def test_who_asks_to_join_is_let_in_or_declined(khoa, team, server):
    mo = ask_to_join(server, team, "Lê Thị Mơ", "0982000101")
    hoa = ask_to_join(server, team, "Phan Văn Hòa", "0982000102")
    khoa.reload()
    entry = khoa.get_by_role("link", name=re.compile("^Tổ và thành viên.*người xin vào Tổ$"))
    expect(entry).to_be_visible()
    entry.click()
    asking = khoa.get_by_role("region", name="Người xin vào Tổ")
    expect(asking).to_contain_text("0982 000 101")
    asking.get_by_role("link", name=team["name"]).first.click()
    expect(title(khoa)).to_have_text(team["name"])
    khoa.get_by_role("button", name="Cho vào: Lê Thị Mơ").click()
    expect(khoa.get_by_text("Đã nhận Lê Thị Mơ.")).to_be_visible()
    expect(khoa.get_by_role("heading", name="1 thành viên")).to_be_visible()
    khoa.get_by_role("button", name="Từ chối Phan Văn Hòa").click()
    khoa.get_by_role("dialog").get_by_role("button", name="Từ chối", exact=True).click()
    expect(khoa.get_by_text("Đã từ chối Phan Văn Hòa.")).to_be_visible()
    assert (mo(), hoa()) == ("approved", "declined")


def test_a_sheet_has_a_card_for_each_team_eight_on_a_page(khoa, team, server):
    open_screen(khoa, "Tổ và thành viên")
    khoa.get_by_role("link", name="In thẻ QR").click()
    expect(khoa.get_by_text(re.compile("^In thẻ mời của [0-9]+ Tổ"))).to_be_visible()
    expect(khoa.get_by_text(re.compile("được tạo một mã"))).to_be_visible()
    # None is made by looking.
    assert server.call(KHOA, "GET", f"/invitations?team={team['id']}")["items"] == []
    khoa.get_by_role("button", name="Tạo thẻ để in").click()
    said = khoa.get_by_role("heading", name=re.compile("^Thẻ của [0-9]+ Tổ"))
    expect(said).to_be_visible()
    cards = int(re.search("[0-9]+", said.inner_text())[0])
    codes = khoa.get_by_role("img", name=re.compile("^Mã QR"))
    expect(codes).to_have_count(cards)
    expect(khoa.locator(".qr[aria-busy=true]")).to_have_count(0)
    paper = khoa.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == -(-cards // CARDS_A_PAGE)
    # A4 in points, and nothing around the cards but paper.
    assert b"/MediaBox [0 0 594.95996 841.91998]" in paper


def test_one_team_s_card_says_where_its_code_is_typed(khoa, team, server, address):
    open_team(khoa, team)
    khoa.get_by_role("link", name="In thẻ QR").click()
    khoa.get_by_role("button", name="Tạo thẻ để in").click()
    expect(khoa.get_by_role("img", name=re.compile("^Mã QR"))).to_have_count(1)
    (made,) = server.call(KHOA, "GET", f"/invitations?team={team['id']}")["items"]
    code = "-".join(re.findall("....", made["token"]))
    where = f"mở {address.split('//')[1]}, bấm “Tôi có mã mời”, gõ {code}"
    card = khoa.get_by_role("listitem").filter(has_text=where)
    expect(card).to_contain_text(team["name"])
    expect(card).to_contain_text("Nhật ký Tổ số")


def test_a_team_is_found_without_accents_and_a_dissolved_one_on_request(khoa, team, server):
    gone = {"dissolved_on": "2025-03-04"}
    server.call(KHOA, "PATCH", f"/teams/{team['id']}", gone, {"If-Match": '"v1"'})
    open_screen(khoa, "Tổ và thành viên")
    khoa.get_by_role("searchbox", name="Tìm tên Tổ").fill("vinh thanh ap 1")
    rows = khoa.get_by_role("table", name="Danh sách Tổ").get_by_role("rowheader")
    expect(rows.first).to_contain_text("Ấp 1, Vĩnh Thạnh")
    khoa.get_by_role("searchbox", name="Tìm tên Tổ").fill(team["name"])
    expect(khoa.get_by_text("Không có Tổ nào tên như vậy.")).to_be_visible()
    khoa.get_by_role("button", name="Xem cả 1 Tổ đã ngừng hoạt động").click()
    expect(rows).to_have_text(re.compile(team["name"]))


def line(author, item):
    """As a phone writes it (src/data/handover.ts)."""
    packed = base64.urlsafe_b64encode(json.dumps(item).encode()).decode().rstrip("=")
    content = f"TCN1|{author}|{packed}"
    return f"{content}|{zlib.crc32(content.encode()):08x}"


def carried(author, body):
    item = {"op": "record", "id": str(uuid.uuid4()), "if_match": None, "reason": None}
    frozen = {"session": json.dumps(body), "frozen_at": "2026-01-05T02:00:00Z"}
    return line(author, item | frozen)


def test_an_officer_hands_in_what_a_phone_could_not_send(khoa, server):
    tu = server.newcomer("Hồ Văn Tư")
    me = server.call(tu, "GET", "/auth/me")
    lines = [carried(me["user"]["id"], server.body(tu, turns)) for turns in (61, 62)]
    bad = carried(me["user"]["id"], server.body(tu, 63) | {"note": "Bà con: 087165001234"})
    open_screen(khoa, "Nộp buổi hộ")
    # As Zalo passes it on: quoted, a name and a time between, one line cut short.
    text = "\n".join(["Fwd: Tư gửi", *lines, "Tư, 10:32", bad, lines[0][:70]])
    khoa.get_by_label("Dán nguyên văn tin nhắn vào đây").fill(re.sub("^", "> ", text, flags=re.M))
    expect(khoa.get_by_text(re.compile("^1 dòng bị thiếu hoặc bị sửa"))).to_be_visible()
    expect(khoa.get_by_role("heading", name="3 mục của Hồ Văn Tư")).to_be_visible()
    rows = khoa.get_by_role("table").get_by_role("row")
    expect(rows.nth(1)).to_contain_text("61 lượt người")
    khoa.get_by_role("button", name="Nộp thay 3 mục").click()
    expect(rows.nth(1)).to_contain_text("Đã nhận")
    expect(rows.nth(2)).to_contain_text("Đã nhận")
    expect(rows.nth(3)).to_contain_text("Không nhận")
    expect(rows.nth(3)).to_contain_text("Ghi chú:")
    (stored,) = server.sessions(tu, 61)
    assert stored["recorded_by"]["name"] == "Hồ Văn Tư"
    assert stored["submitted_by"]["name"] == KHOA.name

    khoa.reload()
    khoa.get_by_label("Dán nguyên văn tin nhắn vào đây").fill(lines[0])
    khoa.get_by_role("button", name="Nộp thay 1 mục").click()
    expect(rows.nth(1)).to_contain_text("Đã có từ trước, không tính lại")
    assert len(server.sessions(tu, 61)) == 1


def test_only_for_people_of_ones_own_area(khoa, server, faults):
    faults.expect(r"404 .*/api/v1/users/")
    open_screen(khoa, "Nộp buổi hộ")
    text = carried(server.call(LAN, "GET", "/auth/me")["user"]["id"] + 10_000_000, {"date": "x"})
    khoa.get_by_label("Dán nguyên văn tin nhắn vào đây").fill(text)
    expect(khoa.get_by_text("Người ghi không thuộc địa bàn của bạn")).to_be_visible()
    expect(khoa.get_by_role("button", name=re.compile("^Nộp thay"))).to_have_count(0)


def asked_back(server, name, turns):
    """An approved session that its author asks for again."""
    author = server.newcomer(name)
    code = server.send(author, turns)
    (sent,) = server.sessions(author, turns)
    path = f"/sessions/{sent['id']}"
    server.call(KHOA, "POST", f"{path}/review", {"decision": "approve"}, {"If-Match": '"v1"'})
    server.call(author, "POST", f"{path}/reopen-request", {"reason": "Ghi thiếu 5 người"})
    return author, code


def test_what_its_author_asks_back_is_reopened(khoa, server):
    sau, code = asked_back(server, "Hồ Thị Sáu", 64)
    open_screen(khoa, "Duyệt buổi")
    khoa.get_by_role("radio", name=re.compile("^Xin mở lại")).check()
    expect(title(khoa)).to_have_text(re.compile("^1 buổi xin mở lại$"))
    expect(panel(khoa)).to_contain_text("Hồ Thị Sáu xin mở lại buổi này")
    expect(panel(khoa)).to_contain_text("Ghi thiếu 5 người")
    expect(panel(khoa)).to_contain_text(code)
    panel(khoa).get_by_role("button", name="Mở lại").click()
    form = khoa.get_by_role("dialog", name="Mở lại buổi đã duyệt")
    form.get_by_label("Lý do").fill("Người ghi xin bổ sung")
    form.get_by_role("button", name="Mở lại").click()
    expect(khoa.get_by_text(re.compile("^Đã mở lại buổi "))).to_be_visible()
    # What was asked would not come back with it.
    expect(khoa.get_by_role("button", name="Hoàn tác")).to_have_count(0)
    expect(khoa.get_by_text("Không ai xin mở lại buổi đã duyệt.")).to_be_visible()
    (again,) = server.sessions(sau, 64)
    assert again["state"] == "pending"


def test_what_its_author_asks_back_may_stay_as_it_is(khoa, server):
    bay, code = asked_back(server, "Hồ Thị Bảy", 66)
    open_screen(khoa, "Duyệt buổi")
    queue = khoa.get_by_role("radio", name=re.compile("^Xin mở lại"))
    queue.check()
    expect(panel(khoa)).to_contain_text(code)
    panel(khoa).get_by_role("button", name="Giữ nguyên").click()
    form = khoa.get_by_role("dialog", name="Giữ nguyên buổi đã duyệt?")
    expect(form).to_contain_text("Hồ Thị Bảy không còn thấy yêu cầu đang chờ")
    form.get_by_role("button", name="Giữ nguyên").click()
    expect(khoa.get_by_text(re.compile("^Đã giữ nguyên buổi "))).to_be_visible()
    expect(khoa.get_by_text("Không ai xin mở lại buổi đã duyệt.")).to_be_visible()
    expect(khoa.get_by_role("radio", name="Xin mở lại", exact=True)).to_be_checked()
    (same,) = server.sessions(bay, 66)
    assert same["state"] == "approved"
    assert server.call(bay, "GET", f"/sessions/{same['id']}")["asked_back"] is None


def test_counts_are_true_again_when_the_tab_is_looked_at(khoa, server, team):
    """Sent, and asked to join, while the officer looked elsewhere."""
    open_screen(khoa, "Duyệt buổi")
    before = waiting(khoa)
    server.send(server.newcomer("Hồ Văn Tám"), 68)
    ask_to_join(server, team, "Lê Thị Sen", "0982000103")
    khoa.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(title(khoa)).to_have_text(f"{before + 1} buổi chờ duyệt")
    rail = khoa.get_by_role("navigation", name="Các màn hình")
    expect(rail.get_by_role("link", name=f"{before + 1} buổi chờ duyệt")).to_be_visible()
    expect(rail.get_by_role("link", name=re.compile("người xin vào Tổ$"))).to_be_visible()
