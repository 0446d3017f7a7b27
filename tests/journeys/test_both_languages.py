"""Whoever reads English finds no Vietnamese on the controls, and finds the way back."""

import re

from playwright.sync_api import expect

from tests.journeys.steps import BAO, LAN, sign_in

CONTROLS = "h1, h2, h3, button, a, label, legend, th, nav, summary, [role=status]"
# Names are no leftovers: of the app, of places and teams with their kind, and of this language.
NAMES = (
    "Nhật ký Tổ số|tổ|ấp|khóm|xã|phường|thị trấn|thị xã|thành phố|huyện|cụm|tỉnh|cấp|cũ"
    "|ban quản lý chợ|công nghệ số( cộng đồng)?|thanh niên|chuyển đổi số( cộng đồng)?|tiếng"
)
VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]")


def leftovers(page):
    """Words of the controls on screen that are still Vietnamese."""
    texts = page.locator(CONTROLS).evaluate_all(
        "all => all.map(one => `${one.innerText} ${one.getAttribute('aria-label') ?? ''}`)"
    )
    names = re.compile(rf"\b({NAMES})\b", re.IGNORECASE)
    without = [names.sub("", " ".join(text.split())) for text in texts]
    words = [word for text in without for word in re.findall(r"\w+", text)]
    return {word for word in words if word.islower() and VIETNAMESE.search(word)}


def test_the_phone_speaks_english_and_back(a_phone):
    phone = a_phone()
    phone.goto("/")
    phone.get_by_role("button", name="English").click()
    expect(phone.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    assert leftovers(phone) == set()
    phone.get_by_label("Phone number").fill(LAN.phone)
    phone.get_by_label("PIN or password").fill(LAN.secret)
    phone.get_by_role("button", name="Sign in", exact=True).click()

    for tab, there in (("Sessions", "My sessions"), ("Team", "Members"), ("Guides", "Guides")):
        phone.get_by_role("navigation").get_by_role("link", name=tab, exact=True).click()
        expect(phone.get_by_role("heading", name=re.compile(there)).first).to_be_visible()
        assert leftovers(phone) == set(), tab
    phone.get_by_role("navigation").get_by_role("link", name="Home").click()
    phone.get_by_role("link", name="Record a session").click()
    expect(phone.get_by_role("textbox", name="People guided")).to_be_visible()
    assert leftovers(phone) == set()

    phone.get_by_role("link", name="Back").click()
    phone.get_by_role("link", name="Account").click()
    expect(phone.get_by_role("heading", name="Language")).to_be_visible()
    assert leftovers(phone) == set()
    phone.get_by_role("button", name="Tiếng Việt").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tài khoản")
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tài khoản")


def test_the_office_speaks_english_and_back(a_desk):
    desk = sign_in(a_desk(), BAO)
    desk.get_by_role("button", name="English").click()
    screens = desk.get_by_role("navigation", name="Screens")
    for name, there in (
        ("To do", "To do"),
        ("Review", "waiting"),
        ("Results & downloads", "^Results"),
        ("Coverage", "^Coverage"),
        ("Teams and members", "teams"),
        ("People", "People"),
        ("Log", "Log"),
    ):
        screens.get_by_role("link", name=re.compile(f"^{name}")).click()
        expect(desk.get_by_role("heading", level=1)).to_have_text(re.compile(there))
        expect(desk.get_by_text("Loading…")).to_have_count(0)
        assert leftovers(desk) == set(), name
    desk.get_by_role("button", name="Tiếng Việt").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Nhật ký")
