"""Photos of a session: small and without what the camera knows, or none at all."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.journeys.steps import (
    EDONGTHAP,
    LAN,
    confirm,
    count,
    read_back,
    receipt,
    sign_in,
    start_recording,
    tap_details,
)

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
TURNED = 6  # as a phone held upright writes it


@pytest.fixture(scope="module")
def big_photo(tmp_path_factory):
    """Three megabytes of noise, with a place and a phone's name in it, lying on its side."""
    picture = Image.effect_noise((2400, 1600), 90).convert("RGB")
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = TURNED, "A phone"
    exif[GPS] = {1: "N", 2: (10.0, 17.0, 0.0)}
    file = tmp_path_factory.mktemp("photos") / "anh.jpg"
    picture.save(file, quality=95, exif=exif)
    return file


def attach(phone, *files):
    phone.get_by_role("checkbox", name="Kèm ảnh của buổi").check()
    expect(phone.get_by_text("Chỉ chụp khi bà con đồng ý")).to_be_visible()
    phone.get_by_label("Chọn ảnh").set_input_files(list(files))


def test_a_large_photo_arrives_small_upright_and_without_its_place(
    a_phone, server, big_photo, look_at
):
    assert big_photo.stat().st_size > 1_000_000
    phone = sign_in(a_phone(), LAN)
    start_recording(phone)
    count(phone, "Số lượt người được hướng dẫn").fill("23")
    count(phone, f"{EDONGTHAP}, thành công").fill("6")
    tap_details(phone)
    attach(phone, big_photo)
    expect(phone.get_by_role("img", name="Ảnh 1")).to_be_visible()
    look_at(phone, "form with a photo")

    # The page dies; the draft and its photo do not.
    phone.reload()
    tap_details(phone)
    expect(phone.get_by_role("img", name="Ảnh 1")).to_be_visible()
    read_back(phone)
    expect(phone.get_by_role("img", name="Ảnh 1")).to_be_visible()
    confirm(phone)
    code = receipt(phone)
    (sent,) = [one for one in server.sessions(LAN, turns=23) if one["receipt_code"] == code]
    phone.goto(f"/buoi/{sent['id']}")
    shown = phone.get_by_role("list", name="Ảnh của buổi").get_by_role("img")
    expect(shown).to_have_attribute("src", re.compile("^/api/v1/sessions/"))
    look_at(phone, "session with a photo")
    answer = phone.request.get(shown.get_attribute("src"))
    arrived = Image.open(io.BytesIO(answer.body()))
    assert arrived.width < arrived.height <= 1280
    assert len(answer.body()) <= 300_000
    assert dict(arrived.getexif()) == {}


def test_two_at_most_and_no_file_that_is_no_picture(a_phone, big_photo):
    phone = sign_in(a_phone(), LAN)
    start_recording(phone)
    tap_details(phone)
    attach(phone, {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"})
    expect(phone.get_by_text("Không đọc được tệp này. Chọn một ảnh khác.")).to_be_visible()
    phone.get_by_label("Chọn ảnh").set_input_files([big_photo, big_photo, big_photo])
    expect(phone.get_by_text("Đã đủ 2 ảnh.")).to_be_visible()
    expect(phone.get_by_role("img", name=re.compile("^Ảnh "))).to_have_count(2)
    phone.get_by_role("button", name="Bỏ ảnh 1").click()
    expect(phone.get_by_role("img", name=re.compile("^Ảnh "))).to_have_count(1)
    expect(phone.get_by_label("Chọn ảnh")).to_be_visible()


def test_at_peoples_homes_nothing_is_photographed(a_phone, server, big_photo):
    phone = sign_in(a_phone(), LAN)
    start_recording(phone)
    count(phone, "Số lượt người được hướng dẫn").fill("4")
    count(phone, f"{EDONGTHAP}, thành công").fill("3")
    tap_details(phone)
    attach(phone, big_photo)
    expect(phone.get_by_role("img", name="Ảnh 1")).to_be_visible()
    phone.get_by_role("button", name=re.compile("^Hình thức")).click()
    phone.get_by_role("dialog").get_by_role("button", name="Đến từng nhà").click()
    expect(phone.get_by_text("1 ảnh đã chọn sẽ không được gửi")).to_be_visible()
    expect(phone.get_by_label("Chọn ảnh")).to_have_count(0)
    count(phone, "Số hộ đến tận nhà").fill("4")
    read_back(phone)
    confirm(phone)
    code = receipt(phone)
    (sent,) = [one for one in server.sessions(LAN, turns=4) if one["receipt_code"] == code]
    assert sent["photos"] == []
