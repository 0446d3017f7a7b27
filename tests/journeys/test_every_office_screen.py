"""Every screen of the office that a link leads to: nothing for axe-core to object to at either
size, nothing left in Vietnamese for who reads English, nothing that scrolls sideways."""

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


# Receipts and numbers to call are never in two pieces, at whatever width.
MAY_BREAK = """() => {
    const code = /B-[0-9A-Z]{5}-[0-9A-Z]{5}|0\\d{3} \\d{3} \\d{3}/;
    const texts = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        const breaks = getComputedStyle(parentElement).whiteSpace !== 'nowrap';
        if (breaks && code.test(data)) found.push(data);
    }
    return found;
}"""


def test_everybody_can_use_every_screen_that_a_link_leads_to(a_phone, address, look_at_both):
    page = sign_in(a_phone(), KHOA)
    seen, wrong = set(), []
    for kind in screens(page, address):
        seen.add(kind)
        look_at_both(page, kind)
        wrong += [f"{kind} may break {text}" for text in page.evaluate(MAY_BREAK)]
    assert seen >= KNOWN
    assert wrong == []


def test_every_screen_speaks_english(a_desk, address):
    page = sign_in(a_desk(), HANH)
    page.get_by_role("button", name="English").click()
    left = {kind: words for kind in screens(page, address) if (words := leftovers(page))}
    assert left == {}
