"""The register over time: names, parents and successions as of a day; search as people type."""

from bisect import bisect_right
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from server.extensions import write
from server.text import fold, sort_key


def names(answer):
    return [unit["name"] for unit in answer.json["items"]]


def test_units_are_those_of_the_day(world):
    khoa = world.officer()
    assert names(khoa.get("/units?level=commune")) == ["xã An Bình", "xã Cúc"]
    assert names(khoa.get("/units?level=commune&on=2025-06-30")) == ["xã An", "xã Bình", "xã Cúc"]
    top = world.units["tỉnh Sen"]
    assert names(khoa.get(f"/units/{top}/children")) == ["cụm Bắc", "cụm Nam"]
    assert names(khoa.get(f"/units/{top}/children?on=2024-01-01")) == ["huyện Bắc", "huyện Nam"]


def test_a_hamlet_keeps_its_identity_and_gets_a_new_parent(world):
    khoa, hamlet = world.officer(), world.units["Ấp 1"]
    path = [u["name"] for u in khoa.get(f"/units/{hamlet}").json["path"]]
    before = [u["name"] for u in khoa.get(f"/units/{hamlet}?on=2025-06-30").json["path"]]
    assert path == ["tỉnh Sen", "cụm Bắc", "xã An Bình"]
    assert before == ["tỉnh Sen", "huyện Bắc", "xã An"]


def test_search_folds_accents_and_puts_the_exact_spelling_first(world):
    khoa = world.officer()
    assert names(khoa.get("/units?q=ap 1")) == ["Ấp 1"]
    assert names(khoa.get("/units?q=cuc")) == ["xã Cúc"]
    assert names(khoa.get("/units?q=xã An Bình")) == ["xã An Bình"]
    assert names(khoa.get("/units?q=huyen bac&on=2024-01-01"))[0] == "huyện Bắc"
    assert names(khoa.get("/units?q=ap 3 an binh")) == ["Ấp 3"]


def test_an_old_unit_on_todays_map_names_what_became_of_it(world):
    hanh = world.province()
    refused = hanh.get(f"/rollups?unit={world.units['huyện Bắc']}", expect=422).json
    assert refused["code"] == "unit_not_on_map"
    assert [c["full_name"] for c in refused["counterparts"]] == ["cụm Bắc"]
    then = hanh.get(f"/rollups?unit={world.units['huyện Bắc']}&map=2024-12-31").json
    assert [row["label"] for row in then["rows"]][:2] == ["xã An", "xã Bình"]


def test_the_rollup_of_one_hamlet_says_which_of_its_namesakes_it_is(world):
    answer = world.province().get(f"/rollups?unit={world.units['Ấp 1']}").json
    assert answer["unit"]["full_name"] == answer["total"]["label"] == "Ấp 1, xã An Bình"


def test_a_province_with_nothing_below_it_is_never_divided_by_provinces(world):
    with world.app.app_context():
        write(world._unit, "tỉnh Đá", "province")
    bao = world.person("Bảo", "system_administrator")
    answer = bao.get(f"/rollups?unit={world.units['tỉnh Đá']}").json
    assert (answer["by"], answer["rows"]) == ("district", [])


def test_a_whole_commune_session_stands_in_the_undivided_row(world):
    hanh = world.province()
    team = world.team("xã An Bình", "commune", founded=date(2025, 7, 10))
    lan = world.person("Lan", team=team)
    lan.record(world.body(team, "xã An Bình"))
    unit = world.units["xã An Bình"]
    query = f"/rollups?period=2026-11&state=provisional&unit={unit}"
    rows = {r["label"]: r["participants"] for r in hanh.get(query + "&by=hamlet").json["rows"]}
    assert rows == {"Ấp 1": 0, "Ấp 2": 0, "Ấp 3": 0, "Không phân theo khóm, ấp": 25}
    # On the old lines it is nobody's commune: it stands at what holds all its predecessors.
    old = hanh.get("/rollups?period=2026-11&state=provisional&map=2024-12-31&by=commune").json
    assert [(r["label"], r["participants"]) for r in old["rows"]][-1] == ("Không phân theo xã", 25)
    assert old["total"]["participants"] == 25


def test_without_a_district_level_there_is_one_row_that_says_so(world):
    from server.admin_units.models import AdminUnit, AdminUnitParent, RegisterVersion
    from server.extensions import db, write

    def lift():
        """A two-tier province: communes directly under it, as the law has had it since 2025-07."""
        clusters = [world.units["cụm Bắc"], world.units["cụm Nam"]]
        moved = db.session.query(AdminUnitParent).filter(AdminUnitParent.parent_id.in_(clusters))
        moved.update({"parent_id": world.units["tỉnh Sen"]})
        for name in ("cụm Bắc", "cụm Nam"):
            db.session.query(AdminUnitParent).filter_by(child_id=world.units[name]).delete()
            unit = db.session.get(AdminUnit, world.units[name])
            unit.level = "hamlet"
            unit.valid_to = date(2025, 7, 2)
        db.session.query(RegisterVersion).update({"version": RegisterVersion.version + 1})

    lan = world.volunteer()
    lan.record(world.body(lan.team))
    with world.app.app_context():
        write(lift)
    answer = world.province().get("/rollups?period=2026-11&state=provisional&by=district").json
    assert [(r["label"], r["participants"]) for r in answer["rows"]] == [("Không có cấp huyện", 25)]
    default = world.province().get("/rollups?period=2026-11").json
    assert default["by"] == "commune"


def test_folding_and_sorting_as_vietnamese_readers_expect():
    assert fold("Ấp Mỹ Quí – Đường Hoà") == "ap mi qui duong hoa"
    wanted = ["Ấp 2", "Ấp 10", "Ấp An", "Ấp Ân", "Ấp Bắc", "Ấp Dân", "Ấp Đông", "Ấp Em"]
    assert sorted(reversed(wanted), key=sort_key) == wanted


@given(days=st.lists(st.dates(date(2022, 1, 1), date(2027, 12, 31)), min_size=2, max_size=30))
def test_days_between_two_changes_share_one_map_and_each_is_its_own_days(world, days):
    from dataclasses import replace

    from server.admin_units.queries import register

    with world.app.app_context():
        known = register()
    shared = replace(known, _drawn={}, _places={})
    for day in days:
        alone = replace(known, _drawn={}, _places={}).on(day)
        map_ = shared.on(day)
        assert (map_.day, map_.parent, map_.standing) == (day, alone.parent, alone.standing)
        assert map_.namesakes == alone.namesakes
        assert [map_.name(unit) for unit in map_.walk(None)] == [
            alone.name(unit) for unit in alone.walk(None)
        ]
    assert len(shared._drawn) <= len({bisect_right(known.turns, day) for day in days}) <= 2
