"""One box finds a receipt, a place by its old or new name, a team, a person; within the area."""

import pytest

from server import clock
from server.access.scope import Scope
from server.admin_units.queries import register
from server.extensions import db, write
from server.search import places
from server.sessions import content
from server.teams.models import Team


def find(person, q, **more):
    return person.get("/search", query_string={"q": q, **more}).json["items"]


def titles(person, q):
    return [(found["kind"], found["title"]) for found in find(person, q)]


# --- Receipts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spelling",
    [
        str,
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " ")[2:],
        lambda code: f"  {code.lower().replace('0', 'o').replace('1', 'l')} ",
        lambda code: code.replace("1", "I").replace("0", "O"),
    ],
)
def test_a_receipt_is_found_however_it_is_typed(world, spelling):
    lan, khoa = world.volunteer(), world.officer()
    recorded = lan.record(world.body(lan.team))
    (found,) = find(khoa, spelling(recorded["receipt_code"]))
    assert (found["kind"], found["id"]) == ("session", recorded["id"])
    assert found["detail"] == "Tổ Ấp 1, Ấp 1, xã An Bình"
    assert (found["state"], found["date"]) == ("pending", "2026-11-18")


def test_the_ten_letters_of_a_receipt_may_begin_with_a_b_of_their_own():
    assert content.receipt_typed("b7f3k 9qxmt") == "B-B7F3K-9QXMT"
    assert content.receipt_typed("B-B7F3K-9QXMT") == "B-B7F3K-9QXMT"


# --- Places ---------------------------------------------------------------------------------------


def test_a_place_is_found_by_its_old_name_and_shows_what_it_is_today(world):
    hanh = world.province()
    old, today = find(hanh, "xa an")
    assert (today["title"], today["now"]) == ("xã An Bình", None)
    assert (old["title"], old["now"]) == ("xã An", {"name": "xã An Bình", "is_same": False})
    assert old["id"] == today["id"] == str(world.units["xã An Bình"])
    (north, before) = [f for f in find(hanh, "bac") if f["kind"] == "unit"]
    assert (north["title"], before["title"]) == ("cụm Bắc", "huyện Bắc")
    assert before["now"] == {"name": "cụm Bắc", "is_same": True}


def test_words_may_be_spread_over_the_units_above_of_any_time(world):
    hanh = world.province()
    assert titles(hanh, "ap 1 an binh") == [("unit", "Ấp 1")]
    # The commune before the reform, and the district.
    assert titles(hanh, "ap 1 xa an")[0] == ("unit", "Ấp 1")
    assert find(hanh, "ap 4 cuc")[0]["detail"] == "xã Cúc, cụm Nam"


def test_exact_spelling_comes_first(world):
    hanh = world.province()
    team = world.team("Ấp 1")
    world.person("Trần Thị Lan", team=team)
    world.person("Trần Thị Lân", team=team)
    world.person("Trần Thị Làn", team=team)
    assert titles(hanh, "lan")[0] == ("person", "Trần Thị Lan")
    assert [name for _, name in titles(hanh, "Lân")] == [
        "Trần Thị Lân",
        "Trần Thị Lan",
        "Trần Thị Làn",
    ]


# --- Teams and people -----------------------------------------------------------------------------


def test_a_team_is_found_without_accents_and_after_it_was_renamed(world):
    khoa = world.officer()
    team = world.team("Ấp 2", name="Tổ Đồng Tiến")
    assert titles(khoa, "dong tien") == [("team", "Tổ Đồng Tiến")]
    change = {"json": {"name": "Tổ Hòa Bình"}, "headers": {"If-Match": '"v1"'}}
    khoa.call("PATCH", f"/teams/{team}", **change)
    assert titles(khoa, "dong tien") == []
    assert titles(khoa, "to hoa binh") == [("team", "Tổ Hòa Bình")]


@pytest.mark.parametrize("typed", ["0900000100", "0900 000 100", "0900.000.100", "+84 900 000 100"])
def test_a_phone_is_found_however_it_is_typed(world, typed):
    lan, khoa = world.volunteer("Lan"), world.officer()
    assert lan.phone == "0900000100"
    (found,) = find(khoa, typed)
    assert (found["kind"], found["id"], found["phone"]) == ("person", str(lan.id), lan.phone)
    assert (found["role"], found["detail"]) == ("volunteer", "Tổ Ấp 1")
    assert str(lan.id) in [one["id"] for one in find(khoa, "0900 000")]


@pytest.mark.parametrize("typed", ["0100", "000100", "0 01 00", "…100", "...100", "09xx xxx 100"])
def test_a_phone_is_found_by_its_last_digits(world, typed):
    lan, tu, khoa = world.volunteer("Lan"), world.volunteer("Tú"), world.officer()
    assert (lan.phone, tu.phone) == ("0900000100", "0900000101")
    assert titles(khoa, typed) == [("person", "Lan")]
    assert titles(khoa, "100") == []  # three digits alone are no phone
    change = {"json": {"phone": "0912345678"}, "headers": {"If-Match": '"v1"'}}
    khoa.call("PATCH", f"/users/{lan.id}", **change)
    assert titles(khoa, typed) == []
    assert titles(khoa, "5678") == [("person", "Lan")]


def test_who_is_disabled_comes_last_and_is_marked(world):
    team, hanh = world.team("Ấp 1"), world.province()
    lan, other = world.person("Lan", team=team), world.person("Lan", team=team)
    hanh.call(
        "PATCH",
        f"/users/{lan.id}",
        json={"disabled": True, "reason": "Nghỉ việc"},
        headers={"If-Match": '"v1"'},
    )
    assert [(one["id"], one["until"]) for one in find(hanh, "lan")] == [
        (str(other.id), None),
        (str(lan.id), "2026-11-21"),
    ]


def test_a_name_is_found_without_accents_in_any_order_and_after_it_changed(world):
    team, khoa = world.team("Ấp 1"), world.officer()
    person = world.person("Nguyễn Thị Đào", team=team)
    for typed in ("dao", "nguyen dao", "dao nguyen", "Đào", "ĐÀO"):
        assert titles(khoa, typed) == [("person", "Nguyễn Thị Đào")], typed
    change = {"json": {"name": "Nguyễn Thị Mận"}, "headers": {"If-Match": '"v1"'}}
    khoa.call("PATCH", f"/users/{person.id}", **change)
    assert titles(khoa, "dao") == []
    assert titles(khoa, "man") == [("person", "Nguyễn Thị Mận")]


def test_bulk_rows_are_folded_too(world):
    khoa = world.officer()
    row = {"kind": "hamlet", "name": "Tổ Mỹ Quý", "home_id": world.units["Ấp 2"]}
    row |= {"founded_on": "2024-01-01"}

    def add():
        from datetime import date

        row["founded_on"] = date(2024, 1, 1)
        db.session.execute(db.insert(Team), [row, row | {"name": "Tổ Tân Mỹ"}])

    with world.app.app_context():
        write(add)
    assert titles(khoa, "mi qui") == [("team", "Tổ Mỹ Quý")]


def test_the_kind_that_is_spelt_so_comes_first(world):
    hanh, team = world.province(), world.team("Ấp 1", name="Tổ Ấn")
    world.person("Lê Văn An", team=team)
    assert find(hanh, "An")[0]["kind"] == "unit"
    assert find(hanh, "Ấn")[0]["kind"] == "team"
    assert find(hanh, "Lê Văn")[0]["kind"] == "person"


# --- Only within the area -------------------------------------------------------------------------


def test_nothing_outside_the_area_is_found(world):
    hoa = world.volunteer("Hoa", "Ấp 4")
    there = hoa.record(world.body(hoa.team, "Ấp 4"))
    tu, hanh = world.officer("Tư", "cụm Nam"), world.province("Hạnh")
    wanted = [there["receipt_code"], "ap 4", "cuc", "cum nam", "huyen nam", "hoa", hoa.phone]
    wanted += ["tu", tu.phone, "hanh", hanh.phone, "tinh sen"]
    khoa = world.officer("Khoa")
    assert {typed: find(khoa, typed) for typed in wanted} == {typed: [] for typed in wanted}
    assert titles(tu, "hoa") == [("person", "Hoa")]
    hoa.get("/search?q=hoa", expect=403)


def test_what_stands_elsewhere_today_is_not_offered_to_who_may_not_open_it(world):
    """An area may hold what a commune was before it became a part of another area's."""
    with world.app.app_context():
        map_ = register().on(clock.today())
    was, now = world.units["xã Bình"], world.units["xã An Bình"]
    once, both = Scope(places=frozenset({was})), Scope(places=frozenset({was, now}))
    assert places.find("xa binh", map_, once, 5) == []
    assert [one["title"] for one in places.find("xa binh", map_, both, 5)] != []


def test_a_colleague_of_one_s_rank_is_not_found_and_one_below_is(world):
    khoa, hanh = world.officer("Khoa"), world.province()
    world.officer("Thu", "xã An Bình")
    assert titles(khoa, "thu") == []
    assert titles(khoa, "khoa") == [("person", "Khoa")]
    assert titles(hanh, "thu") == [("person", "Thu")]


@pytest.mark.parametrize("typed", ["", " ", "a", "%", "__", "''", "%%%%", "\\", "🙂"])
def test_nothing_much_finds_nothing(world, typed):
    world.volunteer("Lan")
    assert find(world.province(), typed) == []


def test_each_kind_has_its_share_of_a_short_list(world):
    hanh = world.province()
    for n in range(12):
        world.person(f"An {n}", team=world.team("Ấp 1", name=f"Tổ An {n}"))
    kinds = [found["kind"] for found in find(hanh, "an", limit=9)]
    assert len(kinds) == 9
    assert set(kinds) == {"unit", "team", "person"}
