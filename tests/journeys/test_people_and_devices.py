"""Who looks after people: hands an area and a team's lead over, looks where somebody is signed in,
ends it, and reads of it all in the log."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.chromium import DESK, PHONE
from tests.journeys.behind import PHONES, PIN, unsent
from tests.journeys.steps import HANH, KHOA, Person, here, open_screen, sign_in, title, today

HOME_TEAM = re.compile("Tổ thanh niên .* cụm Lấp Vò")


@pytest.fixture
def somewhere(server):
    """A commune far from the other journeys, with an officer of its own."""
    commune = server.call(HANH, "GET", "/units?level=commune&q=Thap%20Muoi")["items"][0]
    name = f"Đỗ Văn {uuid.uuid4().hex[:5].title()}"
    new = {"name": name, "phone": f"0{next(PHONES)}", "role": "officer"}
    made = server.call(HANH, "POST", "/users", new | {"area_ids": [commune["id"]]})
    return {"commune": commune, "officer": made}


def open_person(desk, name):
    desk.goto("/van-phong/nguoi-dung")
    desk.get_by_label("Tìm tên, số điện thoại").fill(name)
    rows = desk.get_by_role("region", name=re.compile("[0-9]+ người")).get_by_role("listitem")
    expect(rows).to_have_count(1)
    rows.get_by_role("link", name=name, exact=True).click()
    expect(title(desk)).to_have_text(name)


def test_an_officer_s_area_goes_to_somebody_new_in_one_step(a_desk, server, somewhere, look_at):
    leaving, commune = somewhere["officer"], somewhere["commune"]["name"]
    desk = sign_in(a_desk(), HANH)
    open_person(desk, leaving["name"])
    desk.get_by_role("button", name="Bàn giao", exact=True).click()
    form = desk.get_by_role("dialog", name=f"Bàn giao địa bàn của {leaving['name']}")
    form.get_by_role("radio", name="Người mới").check()
    form.get_by_role("button", name="Bàn giao", exact=True).click()
    expect(form.get_by_text("Vui lòng nhập họ và tên.")).to_be_visible()
    successor = f"Lý Thị {uuid.uuid4().hex[:5].title()}"
    form.get_by_label("Họ và tên").fill(successor)
    form.get_by_label("Số điện thoại").fill(f"0{next(PHONES)}")
    expect(form).to_contain_text(f"Từ {today()}, {successor} phụ trách thay {leaving['name']}.")
    expect(form).to_contain_text(f"{leaving['name']} không còn địa bàn nào")
    look_at(desk, "handing over")
    form.get_by_role("button", name="Bàn giao", exact=True).click()
    said = f"Đã bàn giao địa bàn của {leaving['name']} cho {successor}."
    expect(desk.get_by_text(said)).to_be_visible()
    expect(desk.get_by_text(f"{successor} chưa đăng nhập lần nào: cần mã tạm")).to_be_visible()
    expect(desk.get_by_role("link", name=f"Mở trang của {successor}")).to_be_visible()

    log = desk.get_by_role("region", name="Những việc liên quan gần đây")
    # An officer who never did anything has no deeds to look at, only what was done about them.
    expect(log.get_by_role("link", name="Xem tất cả trong nhật ký")).to_be_visible()
    expect(log.get_by_role("link", name=re.compile("^Việc do "))).to_have_count(0)
    expect(log).to_contain_text(f"bàn giao địa bàn của: {leaving['name']}")
    expect(log).to_contain_text(f"Người nhận{successor}")
    look_at(desk, "a person")
    open_person(desk, successor)
    expect(desk.get_by_role("region", name="Địa bàn phụ trách")).to_contain_text(commune)
    expect(desk.get_by_text("Chưa đăng nhập lần nào.")).to_be_visible()


def test_an_area_that_goes_over_tomorrow_is_not_said_to_have_gone(
    a_desk, somewhere, faults, look_at_both
):
    """Nor does it go over to somebody else the day after."""
    faults.expect(r"422 .*/handover$")
    leaving, to = somewhere["officer"]["name"], f"Lý Thị {uuid.uuid4().hex[:5].title()}"
    tomorrow = today(and_days=1)
    desk = sign_in(a_desk(), HANH)
    open_person(desk, leaving)
    desk.get_by_role("button", name="Bàn giao", exact=True).click()
    form = desk.get_by_role("dialog", name=f"Bàn giao địa bàn của {leaving}")
    form.get_by_role("radio", name="Người mới").check()
    form.get_by_label("Họ và tên").fill(to)
    form.get_by_label("Số điện thoại").fill(f"0{next(PHONES)}")
    form.get_by_label("Từ ngày").fill(tomorrow)
    form.get_by_role("button", name="Bàn giao", exact=True).click()
    said = f"Sẽ bàn giao địa bàn của {leaving} cho {to} từ {tomorrow}."
    expect(desk.get_by_text(said)).to_be_visible()
    desk.get_by_role("button", name="Bàn giao", exact=True).click()
    form.get_by_role("radio", name="Người mới").check()
    form.get_by_label("Họ và tên").fill("Ai Đó")
    form.get_by_label("Số điện thoại").fill(f"0{next(PHONES)}")
    form.get_by_label("Từ ngày").fill(today(and_days=2))
    form.get_by_role("button", name="Bàn giao", exact=True).click()
    expect(form.get_by_text("không phụ trách địa bàn này vào ngày đã chọn")).to_be_visible()
    look_at_both(desk, "a second handover that cannot be")
    form.get_by_role("button", name="Thôi").click()
    desk.get_by_role("link", name=f"Mở trang của {to}").click()
    expect(title(desk)).to_have_text(to)
    expect(desk.get_by_role("button", name="Cấp mã tạm")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_who_lost_a_phone_is_signed_out_everywhere_and_it_is_told(a_device, server, look_at, size):
    mai = server.newcomer(f"Mai {uuid.uuid4().hex[:5].title()}")
    lost = server.token(mai.phone, PIN)
    unsent(server, mai, 3)
    desk = sign_in(a_device(size), KHOA)
    (found,) = server.call(KHOA, "GET", f"/users?phone={mai.phone}")["items"]
    desk.goto(f"/van-phong/nguoi-dung/{found['id']}")
    expect(title(desk)).to_have_text(mai.name)
    expect(desk.get_by_text("Máy này báo còn 3 buổi chưa gửi.")).to_be_visible()
    look_at(desk, "a volunteer")
    desk.get_by_role("button", name="Khóa", exact=True).click()
    warned = desk.get_by_role("dialog", name=f"Khóa tài khoản của {mai.name}?")
    expect(warned).to_contain_text("Nên nhờ gửi hết trước khi khóa.")
    expect(warned).to_contain_text("đang là Tổ trưởng. Chọn người thay")
    warned.get_by_role("button", name="Khóa").click()
    expect(warned).to_contain_text("Ghi lý do khóa.")
    look_at(desk, "before disabling")
    warned.get_by_role("button", name="Thôi").click()

    desk.get_by_role("button", name="Đăng xuất khỏi mọi máy").click()
    asked = desk.get_by_role("dialog", name=f"Đăng xuất {mai.name} khỏi mọi máy?")
    asked.get_by_role("button", name="Đăng xuất", exact=True).click()
    expect(desk.get_by_text(f"{mai.name} đã bị đăng xuất khỏi mọi máy.")).to_be_visible()
    expect(desk.get_by_text("Không có máy nào đang đăng nhập.")).to_be_visible()
    assert server.refuses(lost)

    open_screen(desk, "Nhật ký")
    desk.get_by_role("button", name=re.compile("^Loại việc")).click()
    desk.get_by_role("dialog", name="Loại việc").get_by_role("button", name="Người dùng").click()
    entry = desk.get_by_role("listitem").filter(has_text="cho đăng xuất khỏi mọi máy").first
    expect(entry).to_contain_text(KHOA.name)
    look_at(desk, "the log")
    entry.get_by_role("link", name=mai.name).click()
    expect(title(desk)).to_have_text(mai.name)
    locked_and_let_in_again(desk, mai, look_at)
    loses_their_only_team(desk, mai, look_at)


def locked_and_let_in_again(desk, mai, look_at):
    desk.get_by_role("button", name="Khóa", exact=True).click()
    form = desk.get_by_role("dialog", name=f"Khóa tài khoản của {mai.name}?")
    form.get_by_label("Lý do khóa").fill("Chuyển công tác")
    form.get_by_role("button", name="Khóa").click()
    expect(desk.get_by_text(re.compile(f"^Đã khóa lúc .* bởi {KHOA.name}$"))).to_be_visible()
    expect(desk.get_by_text("Lý do: Chuyển công tác")).to_be_visible()
    look_at(desk, "somebody locked")
    desk.get_by_role("button", name="Mở khóa").click()
    expect(desk.get_by_text(f"Đã mở khóa tài khoản của {mai.name}.")).to_be_visible()


def loses_their_only_team(desk, mai, look_at):
    """It was added by mistake; she is found again and put into another."""
    desk.get_by_role("region", name="Tham gia Tổ").get_by_role("link").click()
    team = title(desk).inner_text()
    desk.get_by_role("button", name="Xóa Tổ thêm nhầm").click()
    asked = desk.get_by_role("dialog", name=f"Xóa {team}?")
    expect(asked.get_by_text("1 người sẽ không còn ở Tổ nào.")).to_be_visible()
    expect(asked.get_by_text("Máy của người trong Tổ báo còn 3 buổi chưa gửi.")).to_be_visible()
    expect(asked.get_by_role("link", name=re.compile(f"^Gọi {mai.name}, "))).to_be_visible()
    asked.get_by_role("button", name="Xóa Tổ").click()
    expect(asked.get_by_text("Đánh dấu vào đây nếu vẫn xóa Tổ.")).to_be_visible()
    expect(asked.get_by_role("checkbox")).to_be_focused()
    look_at(desk, "before a team is deleted")
    asked.get_by_role("checkbox", name="Vẫn xóa Tổ khi còn 3 buổi chưa gửi").check()
    asked.get_by_role("button", name="Xóa Tổ").click()
    expect(desk.get_by_text(f"Đã xóa {team}.")).to_be_visible()
    open_screen(desk, "Người dùng")
    desk.get_by_role("radio", name="Chưa thuộc Tổ nào").check()
    expect(desk.get_by_role("heading", name=re.compile("^[0-9]+ người chưa thuộc"))).to_be_visible()
    rows = desk.get_by_role("main").get_by_role("button", name=re.compile("^Thêm vào Tổ: "))
    expect(rows.first).to_have_accessible_name(f"Thêm vào Tổ: {mai.name}")
    desk.get_by_label("Tìm tên, số điện thoại").fill(mai.phone[-6:])
    expect(rows).to_have_count(1)
    look_at(desk, "who is in no team")
    desk.get_by_role("button", name=f"Thêm vào Tổ: {mai.name}").click()
    form = desk.get_by_role("dialog", name=f"Thêm {mai.name} vào Tổ")
    # Teams of where she was come first; those of elsewhere say the commune and the cluster.
    expect(form.get_by_label("Tìm tên Tổ, khóm, ấp")).to_be_focused()
    desk.keyboard.type("Tổ Ấp")
    near = form.get_by_role("list", name=re.compile(f", nơi {mai.name} đã tham gia$"))
    expect(near.get_by_role("button").first).to_have_class("is-next")
    form.get_by_role("searchbox").fill("my an hung b")
    elsewhere = form.get_by_role("list", name="Nơi khác").get_by_role("button").first
    expect(elsewhere).to_contain_text("cụm Lấp Vò")
    expect(elsewhere).to_have_class("is-next")
    look_at(desk, "teams to choose from")
    desk.keyboard.press("Enter")
    expect(form.get_by_text(re.compile("^Tổ này ở .*, cụm Lấp Vò, không phải xã "))).to_be_visible()
    look_at(desk, "a team elsewhere")
    other = form.get_by_role("button", name="Chọn Tổ khác")
    expect(other).to_be_focused()
    desk.keyboard.press("Enter")
    # The box takes the focus a frame later: what is typed before it is nobody's.
    desk.wait_for_function("() => document.activeElement.tagName === 'INPUT'")
    desk.keyboard.type("thanh nien cum lap vo")
    form.get_by_role("button", name=HOME_TEAM).click()
    form.get_by_role("button", name="Thêm vào Tổ").click()
    done = re.compile(rf"^{mai.name} đã vào .* \(Cụm Lấp Vò\)\.$")
    expect(desk.get_by_text(done)).to_be_visible()
    expect(desk.get_by_role("button", name=f"Thêm vào Tổ: {mai.name}")).to_have_count(0)


def test_an_officer_of_two_areas_sees_both_and_signs_themselves_out_everywhere(
    a_desk, server, faults, look_at
):
    faults.expect(r"401 .*/auth/logout$")  # nobody is left to say farewell to
    name = f"Tư {uuid.uuid4().hex[:5].title()}"
    communes = [
        server.call(HANH, "GET", f"/units?level=commune&q={q}")["items"][0]
        for q in ("Tan%20Hong", "Thap%20Muoi")
    ]
    new = {"name": name, "phone": f"0{next(PHONES)}", "role": "officer"}
    own = {"area_ids": [commune["id"] for commune in communes]}
    made = server.call(HANH, "POST", "/users", new | own)
    code = server.call(HANH, "POST", f"/users/{made['id']}/recovery-code")["code"]
    tu = Person(name, new["phone"], "mot-mat-khau-dai")
    secret = {"secret": tu.secret}
    server.call(Person(name, tu.phone, code), "POST", "/auth/secret", secret)
    elsewhere = server.token(tu.phone, tu.secret)
    desk = sign_in(a_desk(), tu)
    expect(desk.get_by_role("banner")).to_contain_text(", ".join(c["name"] for c in communes))
    open_screen(desk, "Tổ và thành viên")
    teams = server.call(tu, "GET", "/teams?limit=200")["items"]
    assert {team["home"]["id"] for team in teams} > {commune["id"] for commune in communes}
    working = [team for team in teams if team["dissolved_on"] is None]
    expect(title(desk)).to_have_text(f"{len(working)} Tổ")
    area = desk.get_by_role("button", name="Địa bàn Tất cả địa bàn của bạn")
    area.click()
    chosen = desk.get_by_role("dialog", name="Địa bàn").get_by_role("button", pressed=True)
    expect(chosen).to_have_text("Tất cả địa bàn của bạn")
    look_at(desk, "choosing among two areas")
    desk.keyboard.press("Escape")
    # Figures are of one of them: it says which, and the other is one tap away.
    open_screen(desk, "Kết quả")
    own = desk.get_by_role("navigation", name="Địa bàn của bạn")
    expect(own.locator("[aria-current]")).to_have_text(communes[0]["name"])
    own.get_by_role("link", name=communes[1]["name"]).click()
    expect(own.locator("[aria-current]")).to_have_text(communes[1]["name"])
    expect(here(desk)).to_have_text(communes[1]["name"])
    look_at(desk, "one of two areas")
    open_screen(desk, "Người dùng")
    expect(desk.get_by_text("Tài khoản cán bộ do cấp trên tạo")).to_be_visible()
    expect(desk.get_by_role("button", name="Thêm người dùng")).to_have_count(0)
    desk.get_by_role("main").get_by_role("link", name=name).click()
    expect(desk.get_by_text("máy này", exact=True)).to_be_visible()
    desk.get_by_role("button", name="Đăng xuất khỏi mọi máy").click()
    asked = desk.get_by_role("dialog", name="Đăng xuất bạn khỏi mọi máy, kể cả máy này?")
    asked.get_by_role("button", name="Đăng xuất", exact=True).click()
    expect(desk.get_by_label("Mã PIN hoặc mật khẩu")).to_be_visible()
    assert server.refuses(elsewhere)
