"""Places side by side: the same figures as the rollup, exact ratios, ranks with ties, and nothing
that the reader may not see."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from server.admin_units.models import LEVELS, AdminUnit, RegisterVersion
from server.extensions import db, write
from server.figures.comparison import median, ranked, rounded
from tests.conftest import empty_tables
from tests.world import World

fractions = st.fractions(0, 50, max_denominator=7)
CELLS = (
    *("participants", "sessions.all", "sessions.outing", "female", "households"),
    *("services.edongthap.completed", "services.cashless_account.assisted", "on_time"),
    *("hamlets_reached", "hamlets_with_team", "communes_with_team", "active_teams"),
)


@given(st.dictionaries(st.integers(1, 40), st.none() | fractions))
def test_equals_share_a_rank_and_the_next_one_counts_them(values):
    ranks = ranked(values)
    known = [value for value in values.values() if value is not None]
    for row, value in values.items():
        expected = None if value is None else 1 + sum(other > value for other in known)
        assert ranks[row] == expected
    assert ranked({1: Fraction(5), 2: Fraction(5), 3: Fraction(2), 4: None}) == {
        1: 1, 2: 1, 3: 3, 4: None,
    }  # fmt: skip


@given(st.lists(fractions))
def test_the_median_has_as_many_above_as_below(values):
    middle = median(values)
    if not values:
        assert middle is None
    else:
        above = sum(value > middle for value in values)
        below = sum(value < middle for value in values)
        assert max(above, below) <= len(values) // 2
        assert min(values) <= middle <= max(values)


@given(st.integers(-10_000, 10_000), st.integers(1, 400))
def test_figures_round_half_up_from_the_exact_fraction(numerator, denominator):
    found = rounded(Fraction(numerator, denominator))
    exact = Decimal(abs(numerator)) / denominator
    # 40 digits are enough to tell on which side of a half so small a denominator leaves a number.
    expected = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert found == float(expected if numerator >= 0 else -expected)
    assert rounded(Fraction(1, 20)) == 0.1


STATES = ("official", "provisional")
FEW = [{"service": "edongthap", "assisted": 5}]


def of_row(row, cell):
    """A cell of a rollup's row as (numerator, denominator)."""
    value = row
    for step in cell.split("."):
        value = value.get(step, 0) if value else 0
    if isinstance(value, dict):
        value = value.get("value", value)
    if isinstance(value, dict):
        return value["numerator"], value["denominator"] or None
    return value, None


held = st.lists(
    st.tuples(
        st.sampled_from(("2025-11-10", "2026-10-05", "2026-11-02", "2026-11-18")),
        st.sampled_from(("Ấp 1", "Ấp 2", "xã An Bình")),
        st.sampled_from(("outing", "home_visit", "online")),
        st.integers(0, 30),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def test_every_row_is_the_rollups_and_changes_are_from_the_rollups_of_then(app):
    @given(held, st.sampled_from(STATES), st.sampled_from(LEVELS[1:]))
    def holds(held, state, by):
        empty_tables(app)
        world = World(app)
        lan, hanh = world.volunteer(), world.province()
        for day, place, type, n, approved in held:
            taught = [
                {"service": "edongthap", "assisted": n, "completed": n // 2},
                {"service": "cashless_account", "assisted": n // 3},
            ]
            session = lan.record(
                world.body(
                    lan.team, place, date=day, type=type, participants=n, services=taught,
                    female=n // 2, households=3,
                )
            )  # fmt: skip
            if approved:
                hanh.review(session, "approve")
        query = f"state={state}&by={by}&map=2026-11-21"
        now = hanh.get(f"/rollups?{query}&period=2026-11").json
        then = hanh.get(f"/rollups?{query}&from=2026-10-01&to=2026-10-21").json
        for cell in CELLS:
            found = hanh.get(f"/rollups/comparison?{query}&cell={cell}").json
            holds_for(found, now, then, cell)

    holds()


def holds_for(found, now, then, cell):
    rows, before = by_unit(now), by_unit(then)
    assert {row["unit"]["id"] for row in found["rows"]} == {u for u in rows if u is not None}
    for row in found["rows"]:
        unit = row["unit"]["id"]
        assert (row["numerator"], row["denominator"]) == of_row(rows[unit], cell), cell
        if row["before"]:
            was = of_row(before[unit], cell)
            assert (row["before"]["numerator"], row["before"]["denominator"]) == was, cell
    total = found["total"]
    assert (total["numerator"], total["denominator"]) == of_row(now["total"], cell), cell
    assert found["pending"] == now["total"]["pending"]
    assert found["undivided"] == of_row(rows.get(None, {}), cell)[0]


def by_unit(rollup):
    return {row["unit"] and row["unit"]["id"]: row for row in rollup["rows"]}


def settle(world, **of):
    """Give places their numbers of residents and households."""

    def change():
        for name, (population, households) in of.items():
            place = world.units[name.replace("_", " ")]
            db.session.execute(
                update(AdminUnit).where(AdminUnit.id == place).values(
                    population=population, households=households,
                    population_year=2025, population_source="Chi cục Thống kê",
                )
            )  # fmt: skip
        db.session.execute(update(RegisterVersion).values(version=RegisterVersion.version + 1))

    with world.app.app_context():
        write(change)


def compared(person, query):
    answer = person.get(f"/rollups/comparison?state=provisional&{query}").json
    return answer, {row["unit"]["name"]: row for row in answer["rows"]}


def test_turns_are_set_against_residents_and_what_is_not_known_is_no_zero(world):
    settle(world, **{"Ấp_1": (2000, 500), "Ấp_2": (800, 200)})
    lan = world.volunteer()
    lan.record(world.body(lan.team, participants=25))
    lan.record(world.body(lan.team, "Ấp 2", participants=10, services=FEW))
    answer, rows = compared(world.province(), "by=hamlet&per=population")
    assert [(r["rank"], r["unit"]["name"], r["value"]) for r in answer["rows"]] == [
        (1, "Ấp 1", 12.5), (1, "Ấp 2", 12.5), (None, "Ấp 3", None), (None, "Ấp 4", None),
    ]  # fmt: skip
    assert [rows[name]["small_base"] for name in ("Ấp 1", "Ấp 2")] == [False, True]
    assert answer["bases"] == {"years": [2025], "sources": ["Chi cục Thống kê"], "unknown": 2}
    assert answer["median"]["value"] == 12.5
    # Of a commune one hamlet is not known: a part must not stand for the whole.
    _, communes = compared(world.province(), "by=commune&per=population")
    assert communes["xã An Bình"]["value"] is None
    assert communes["xã An Bình"]["population"] is None
    settle(world, **{"Ấp_3": (1200, 300)})
    _, communes = compared(world.province(), "by=commune&per=population")
    assert communes["xã An Bình"]["value"] == 8.8  # 35 of 4,000: 8.75, half up; no average of rates
    assert communes["xã An Bình"]["population"] == 4000


def test_visits_are_set_against_households(world):
    settle(world, **{"Ấp_1": (2000, 400)})
    lan = world.volunteer()
    lan.record(world.body(lan.team, type="home_visit", households=30))
    _, rows = compared(world.province(), "by=hamlet&cell=households&per=households")
    assert rows["Ấp 1"]["value"] == 7.5


def test_a_change_is_told_as_what_it_can_bear(world):
    lan, hoa = world.volunteer("Lan", "Ấp 1"), world.volunteer("Hoa", "Ấp 2")
    for day, n in (("2026-10-05", 20), ("2026-10-30", 99), ("2025-11-20", 8)):
        lan.record(world.body(lan.team, date=day, participants=n, services=FEW))
    lan.record(world.body(lan.team, participants=25))
    hoa.record(world.body(hoa.team, "Ấp 2", participants=25))
    answer, rows = compared(world.province(), "by=hamlet")
    # November is on its 21st day: so October counts to its 21st, and last year's November too.
    assert [answer[name]["to"] for name in ("before", "year_before")] == [
        "2026-10-21",
        "2025-11-21",
    ]
    change = {name: rows["Ấp 1"][name] for name in ("before", "year_before")}
    assert (change["before"]["kind"], change["before"]["percent"]) == ("percent", 25.0)
    assert (change["year_before"]["kind"], change["year_before"]["difference"]) == ("absolute", 17)
    assert change["year_before"]["percent"] is None
    assert rows["Ấp 2"]["before"]["kind"] == "new"
    _, shares = compared(world.province(), "by=commune&cell=hamlets_reached")
    assert shares["xã An Bình"]["before"] == {
        "kind": "points", "numerator": 1, "denominator": 3, "difference": 33.3, "percent": None,
    }  # fmt: skip


def test_the_median_is_of_the_widest_land_that_the_reader_may_see(world):
    lan, hoa = world.volunteer("Lan", "Ấp 1"), world.volunteer("Hoa", "Ấp 4")
    lan.record(world.body(lan.team, participants=25))
    hoa.record(world.body(hoa.team, "Ấp 4", participants=100))
    area = f"by=hamlet&unit={world.units['cụm Bắc']}"
    ours, _ = compared(world.officer("Khoa", "cụm Bắc"), area)
    whole, rows = compared(world.province(), area)
    assert (ours["median"]["unit"]["name"], ours["median"]["of"]) == ("cụm Bắc", 3)
    assert (whole["median"]["unit"]["name"], whole["median"]["of"]) == ("tỉnh Sen", 4)
    assert (ours["median"]["value"], whole["median"]["value"]) == (0, 12.5)
    assert set(rows) == {"Ấp 1", "Ấp 2", "Ấp 3"}


def test_nobody_compares_what_is_outside_their_area(world):
    lan, khoa = world.volunteer(), world.officer("Khoa", "cụm Bắc")
    for path in ("/rollups/comparison", "/coverage/teams-series"):
        khoa.get(f"{path}?unit={world.units['cụm Nam']}", expect=403)
        khoa.get(f"{path}?unit={world.units['tỉnh Sen']}", expect=403)
        lan.get(f"{path}?unit={world.units['Ấp 1']}", expect=403)
        khoa.get(f"{path}?unit={world.units['cụm Bắc']}&map=2024-12-31", expect=422)


@pytest.mark.parametrize(
    "query", ["cell=", "cell=wealth", "cell=hamlets_reached&per=population", "by=team", "per=women",
              "cell=sessions.all&per=households", "by=province"],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(world, query):
    world.province().get(f"/rollups/comparison?{query}", expect=422)


def test_each_point_of_the_curve_is_the_rollups_share_of_that_day(world):
    world.team("Ấp 1", founded=date(2022, 7, 15))
    world.team("Ấp 1", founded=date(2023, 2, 1), name="Tổ thứ hai")
    world.team("Ấp 4", founded=date(2024, 3, 31))
    world.team("Ấp 2", founded=date(2026, 11, 10))
    hanh = world.province()
    for unit in ("tỉnh Sen", "cụm Bắc", "xã Cúc"):
        points = hanh.get(f"/coverage/teams-series?unit={world.units[unit]}").json["points"]
        assert points[-1]["on"] == "2026-11-21"
        for point in (points[0], points[len(points) // 2], points[-2], points[-1]):
            query = f"from={point['on']}&to={point['on']}&map=2026-11-21"
            share = hanh.get(f"/rollups?unit={world.units[unit]}&{query}").json["total"]
            found = {name: point[name] for name in ("numerator", "denominator")}
            assert found == share["hamlets_with_team"], point["on"]
    first = hanh.get(f"/coverage/teams-series?unit={world.units['tỉnh Sen']}").json["points"][0]
    assert (first["on"], first["numerator"], first["denominator"]) == ("2022-07-31", 1, 4)
    until = hanh.get("/coverage/teams-series?to=2024-03-31").json["points"]
    assert [p["numerator"] for p in until[-2:]] == [1, 2]


def test_without_a_team_there_is_no_curve(world):
    assert world.province().get("/coverage/teams-series").json["points"] == []
