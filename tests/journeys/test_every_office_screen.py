"""Every screen of the office that a link leads to: nothing for axe-core to object to at either
size, nothing left in Vietnamese for who reads English, nothing that scrolls sideways."""

import pytest

from tests.chromium import DESK, PHONE
from tests.journeys.steps import HANH, KHOA, sign_in
from tests.journeys.test_both_languages import leftovers
from tests.walking import screens

# Those that an officer cannot do without; the walk finds them and more.
KNOWN = {
    "van-phong-viec-can-lam",
    "van-phong-duyet-buoi",
    "van-phong-bao-phu",
    "van-phong-so-sanh",
    "van-phong-ket-qua",
    "van-phong-to",
    "van-phong-to-x",
    "van-phong-nguoi-dung",
    "van-phong-nguoi-dung-x",
    "van-phong-nhap-du-lieu",
    "van-phong-nhat-ky",
}


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_everybody_can_use_every_screen_that_a_link_leads_to(a_device, address, look_at, size):
    page = sign_in(a_device(size), KHOA)
    seen, too_wide = set(), []
    for kind in screens(page, address):
        look_at(page, kind)
        seen.add(kind)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(kind)
    assert seen >= KNOWN
    assert too_wide == []


def test_every_screen_speaks_english(a_desk, address):
    page = sign_in(a_desk(), HANH)
    page.get_by_role("button", name="English").click()
    left = {kind: words for kind in screens(page, address) if (words := leftovers(page))}
    assert left == {}
