"""Who leads a team changes, who left comes back, and a person of one team is put into another."""

import re
import uuid
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.journeys.behind import PHONES
from tests.journeys.steps import KHOA, sign_in, today


def test_a_team_s_leader_changes_and_who_left_comes_back(a_desk, server, faults, look_at):
    faults.expect(r"422 .*/(members|leader)$")
    lead = server.newcomer(f"Hai {uuid.uuid4().hex[:5].title()}")
    team = server.call(lead, "GET", "/auth/me")["teams"][0]
    ba = f"Ba {uuid.uuid4().hex[:5].title()}"
    member = {"name": ba, "phone": f"0{next(PHONES)}", "role": "member"}
    server.call(KHOA, "POST", f"/teams/{team['id']}/members", member)
    desk = sign_in(a_desk(), KHOA)
    desk.goto(f"/van-phong/to/{team['id']}")
    desk.get_by_role("button", name=f"Cho rời Tổ: {lead.name}").click()
    leaving = desk.get_by_role("dialog", name=f"Cho {lead.name} rời Tổ?")
    expect(leaving).to_contain_text("Tổ sẽ không còn Tổ trưởng.")
    look_at(desk, "a leader who would leave")
    leaving.get_by_role("button", name="Đổi Tổ trưởng").click()
    form = desk.get_by_role("dialog", name="Đổi Tổ trưởng")
    form.get_by_role("button", name=re.compile("^Chọn thành viên")).click()
    desk.get_by_role("dialog", name="Chọn thành viên").get_by_role("button", name=ba).click()
    form.get_by_role("radio", name="Rời Tổ").check()
    look_at(desk, "a new leader")
    form.get_by_role("button", name="Đổi Tổ trưởng").click()
    expect(desk.get_by_text(f"{ba} là Tổ trưởng mới.")).to_be_visible()
    expect(desk.get_by_role("button", name=f"Đổi Tổ trưởng: {ba}")).to_be_visible()
    # Founded and left on one day, they have never been in it; somebody else is let go and back.
    desk.get_by_role("button", name="Sửa thông tin Tổ").click()
    papers = desk.get_by_role("dialog", name="Sửa thông tin Tổ")
    papers.get_by_label("Số quyết định").fill("15/QĐ-UBND")
    papers.get_by_label("Thành lập").fill("2024-01-02")
    look_at(desk, "a team's papers")
    papers.get_by_role("button", name="Lưu").click()
    expect(desk.get_by_text("Đã lưu thông tin Tổ.")).to_be_visible()
    expect(desk.get_by_text(re.compile("thành lập 02.01.2024 · 15.QĐ-UBND"))).to_be_visible()

    desk.get_by_role("button", name=f"Sửa: {ba}").click()
    time = desk.get_by_role("dialog", name=f"Sửa thông tin của {ba} trong Tổ")
    time.get_by_label("Vào Tổ ngày").fill("2024-02-01")
    time.get_by_label("Rời Tổ từ ngày").fill("2025-02-01")
    time.get_by_role("radio", name="Nữ").check()
    time.get_by_role("button", name="Lưu").click()
    expect(desk.get_by_role("heading", name="Đã rời Tổ")).to_be_visible()
    desk.get_by_role("button", name=f"Nhận lại: {ba}").click()
    expect(desk.get_by_text(f"{ba} đã vào lại Tổ từ hôm nay.")).to_be_visible()
    expect(desk.get_by_text(re.compile("01.02.2024–01.02.2025"))).to_be_visible()
    expect(
        desk.get_by_text(re.compile("từ " + re.escape(today()).replace("/", ".")))
    ).to_be_visible()
    look_at(desk, "a team with a past")
    ends_on_a_day_that_is_asked_for(desk, look_at)
    # Back as who she was, and what is known of her is seen.
    desk.get_by_role("button", name=f"Sửa: {ba}").click()
    expect(time.get_by_role("radio", name="Nữ")).to_be_checked()
    unknown = time.get_by_role("radiogroup", name="Đoàn viên")
    expect(unknown.get_by_role("radio", name="Không ghi")).to_be_checked()
    look_at(desk, "what is known of a member")
    time.get_by_role("button", name="Thôi").click()
    comes_into_a_second_team(desk, server, ba, look_at)
    desk.goto(f"/van-phong/to/{team['id']}")
    is_led_by_somebody_of_another_team(desk, server, look_at)
    # Its place has a team now: whoever adds another of the kind there is asked.
    desk.goto("/van-phong/to")
    desk.get_by_role("button", name="Thêm Tổ", exact=True).click()
    adding = desk.get_by_role("dialog", name="Thêm Tổ công nghệ số cộng đồng")
    adding.get_by_role("radio", name="Tổ khóm, ấp").check()
    place = team["home"]["full_name"]
    adding.get_by_role("searchbox").fill("ap 1 vinh thanh")
    adding.get_by_role("button").filter(has_text=place).first.click()
    expect(adding.get_by_text(f"{place} đã có Tổ thuộc loại này. Vẫn thêm?")).to_be_visible()
    expect(adding.get_by_role("link", name=team["name"])).to_be_visible()
    expect(adding.get_by_role("button", name="Vẫn thêm Tổ")).to_be_visible()
    look_at(desk, "a second team at one place")
    # Another kind may have no home there; the name stays, and so does the place for this one.
    adding.get_by_label("Tên Tổ").fill("Tổ Đồng Tâm")
    adding.get_by_role("radio", name="Tổ cấp xã").check()
    expect(adding.get_by_text(f"{place} không hợp với loại Tổ cấp xã.")).to_be_visible()
    expect(adding.get_by_label("Tên Tổ")).to_have_value("Tổ Đồng Tâm")
    adding.get_by_role("radio", name="Tổ khóm, ấp").check()
    expect(adding.get_by_text(f"{place} đã có Tổ thuộc loại này. Vẫn thêm?")).to_be_visible()
    expect(adding.get_by_label("Tên Tổ")).to_have_value("Tổ Đồng Tâm")

    desk.goto(f"/van-phong/to/{team['id']}")
    desk.get_by_role("link", name="In phiếu mã tạm").click()
    desk.get_by_role("button", name="Cấp mã và xem phiếu").click()
    expect(desk.get_by_role("heading", name="Phiếu mã của 1 người")).to_be_visible()
    expect(desk.get_by_role("heading", name=ba)).to_be_visible()
    look_at(desk, "codes to print")


def ends_on_a_day_that_is_asked_for(desk, look_at):
    """Then it goes on after all: the day was put down by mistake."""
    desk.get_by_role("button", name="Ghi ngày ngừng hoạt động").click()
    ending = desk.get_by_role("dialog", name="Ghi ngày ngừng hoạt động")
    ending.get_by_role("button", name="Lưu").click()
    expect(ending.get_by_text("Chọn ngày Tổ ngừng hoạt động.")).to_be_visible()
    ending.get_by_label("Ngừng hoạt động từ ngày").fill("2024-01-02")
    expect(ending.get_by_text("Ngừng ngay ngày thành lập")).to_be_visible()
    look_at(desk, "the end of a team that never was")
    ending.get_by_label("Ngừng hoạt động từ ngày").fill("2026-01-05")
    ending.get_by_role("button", name="Lưu").click()
    expect(desk.get_by_text("Đã ghi: Tổ ngừng hoạt động từ 05/01/2026.")).to_be_visible()
    desk.get_by_role("button", name="Sửa thông tin Tổ").click()
    papers = desk.get_by_role("dialog", name="Sửa thông tin Tổ")
    # One that is still to come is told just as well.
    papers.get_by_label("Ngừng hoạt động từ ngày").fill(
        f"{date.today() + timedelta(days=9):%d/%m/%Y}"
    )
    papers.get_by_role("button", name="Lưu").click()
    expect(desk.get_by_text("Tổ đã ngừng hoạt động")).to_be_hidden()
    expect(desk.get_by_text("Tổ sẽ ngừng hoạt động từ")).to_be_visible()
    look_at(desk, "a team that will end")
    desk.get_by_role("button", name="Sửa thông tin Tổ").click()
    papers.get_by_label("Ngừng hoạt động từ ngày").fill("")
    papers.get_by_role("button", name="Lưu").click()
    expect(desk.get_by_text("Tổ sẽ ngừng hoạt động từ")).to_be_hidden()


def comes_into_a_second_team(desk, server, ba, look_at):
    """Somebody of another team, whose number is typed as if they were new."""
    nam = server.newcomer(f"Năm {uuid.uuid4().hex[:5].title()}")
    form = desk.get_by_role("dialog", name="Thêm thành viên")

    def type_nam():
        desk.get_by_role("button", name="Thêm thành viên").click()
        form.get_by_label("Họ và tên").fill("Năm")
        form.get_by_label("Số điện thoại").fill(nam.phone)
        form.get_by_role("button", name="Thêm thành viên").click()

    type_nam()
    take = form.get_by_role("button", name=f"Chọn {nam.name}")
    expect(take).to_be_visible()
    look_at(desk, "whose number it is")
    take.click()
    expect(form.get_by_label("Họ và tên")).to_have_count(0)
    form.get_by_role("radio", name="Tổ phó").check()
    look_at(desk, "somebody known who is put into a team")
    form.get_by_role("button", name="Thêm thành viên").click()
    expect(desk.get_by_text(f"{nam.name} đã vào Tổ từ hôm nay.")).to_be_visible()
    type_nam()
    expect(form.get_by_text(f"{nam.name} đã ở trong Tổ này.")).to_be_visible()
    expect(take).to_have_count(0)
    form.get_by_role("button", name="Thôi").click()
    # Who has no other team would be in none.
    for name, only in ((nam.name, 0), (ba, 1)):
        with desk.expect_response(re.compile(r"/users/\d+$")):
            desk.get_by_role("button", name=f"Cho rời Tổ: {name}").click()
        leaving = desk.get_by_role("dialog", name=f"Cho {name} rời Tổ?")
        expect(leaving.get_by_text("không còn ở Tổ nào")).to_have_count(only)
        if only:
            look_at(desk, "who would be in no team")
        leaving.get_by_role("button", name="Thôi").click()
    desk.get_by_role("main").get_by_role("link", name=nam.name).click()
    teams = desk.get_by_role("region", name="Tham gia Tổ")
    expect(teams.get_by_role("listitem")).to_have_count(2)
    teams.get_by_role("button", name="Thêm vào Tổ").click()
    third = desk.get_by_role("dialog", name=f"Thêm {nam.name} vào Tổ")
    third.get_by_role("searchbox").fill(nam.name)
    expect(third.get_by_text("Không tìm thấy")).to_be_visible()  # they are in that one
    look_at(desk, "one more team")


def is_led_by_somebody_of_another_team(desk, server, look_at):
    """Whose number is typed as if they were new."""
    sau = server.newcomer(f"Sáu {uuid.uuid4().hex[:5].title()}")
    desk.get_by_role("button", name="Chọn Tổ trưởng").click()
    form = desk.get_by_role("dialog", name="Đổi Tổ trưởng")
    form.get_by_role("radio", name="Người mới").check()
    form.get_by_label("Họ và tên").fill("Sáu")
    form.get_by_label("Số điện thoại").fill(sau.phone)
    form.get_by_role("button", name="Đổi Tổ trưởng").click()
    form.get_by_role("button", name=f"Chọn {sau.name}").click()
    expect(form.get_by_text(f"{sau.name} là Tổ trưởng.")).to_be_visible()
    look_at(desk, "somebody known who is to lead")
    form.get_by_role("button", name="Đổi Tổ trưởng").click()
    expect(desk.get_by_text(f"{sau.name} là Tổ trưởng mới.")).to_be_visible()
