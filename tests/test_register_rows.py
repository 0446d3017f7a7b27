"""The register is loaded from rows: codes are matched with their day, history is added and never
rewritten, and a bad file is refused whole, with every fault."""

import pytest

COLUMNS = ("code", "name", "kind", "level", "parent_code", "valid_from", "valid_to", "continues")
LAND = (
    ("87", "Tỉnh Sen", "tỉnh", "province", "", "", "", ""),
    ("875", "Huyện Bắc", "huyện", "district", "87", "", "2025-07-01", ""),
    ("CUM-875", "Cụm Bắc", "cụm", "district", "87", "2025-07-01", "", ""),
    ("30187", "Xã An", "xã", "commune", "875", "", "2025-07-01", ""),
    ("30187", "Xã An Bình", "xã", "commune", "CUM-875", "2025-07-01", "", ""),
    ("A-01", "Ấp 1", "ấp", "hamlet", "30187", "", "2025-07-01", ""),
    ("A-01", "Ấp 1", "ấp", "hamlet", "30187", "2025-07-01", "", "yes"),
)
MERGE = {
    "effective_date": "2025-07-01",
    "kind": "merge",
    "old_code": "30187",
    "new_code": "30187",
    "legal_basis": "1663/NQ-UBTVQH15",
}


def rows(*lines):
    return [dict(zip(COLUMNS, line, strict=True)) for line in lines]


@pytest.fixture
def load(app):
    """Load rows of units, and afterwards of successions."""
    from server.admin_units import actions
    from server.extensions import write

    def run(units, successions=()):
        def both():
            done = actions.add_units(units)
            return done + actions.add_successions(successions)

        return write(both)

    with app.app_context():
        yield run


def test_a_code_used_again_is_another_unit_and_a_hamlet_keeps_its_identity(load):
    from datetime import date

    from server.admin_units.queries import register

    assert load(rows(*LAND), [MERGE]) == {"added": 7, "continued": 1}
    units = register()
    before, after = units.on(date(2025, 6, 30)), units.on(date(2025, 7, 1))
    hamlet = next(u for u in units.units.values() if u.level == "hamlet")
    assert [before.name(u) for u in before.path(hamlet.id)] == [
        "Ấp 1", "Xã An", "Huyện Bắc", "Tỉnh Sen",
    ]  # fmt: skip
    assert [after.name(u) for u in after.path(hamlet.id)] == [
        "Ấp 1", "Xã An Bình", "Cụm Bắc", "Tỉnh Sen",
    ]  # fmt: skip
    old, new = before.parent[hamlet.id], after.parent[hamlet.id]
    assert units.counterparts(old, after.day) == [new]


def test_the_same_rows_again_change_nothing(load):
    from server.admin_units.queries import register

    load(rows(*LAND), [MERGE])
    before = register()
    again = load(rows(*LAND), [MERGE])
    assert again["added"] == 0
    assert register().units == before.units and register().version > before.version


def test_a_row_with_the_same_first_day_corrects_the_name(load):
    from server.admin_units.queries import register

    load(rows(*LAND))
    wrong = list(LAND[3])
    wrong[1] = "Xã Ân"
    assert load(rows(wrong)) == {"corrected": 1}
    assert "Xã Ân" in {unit.names[0].name for unit in register().units.values()}


def test_a_bad_file_is_refused_whole_with_every_fault(load):
    from server.admin_units.actions import BadRows
    from server.admin_units.queries import register

    load(rows(*LAND))
    bad = rows(
        ("30190", "Xã Bình", "xã", "commune", "875", "", "2025-07-01", ""),
        ("30187", "Xã Khác", "xã", "commune", "875", "2024-01-01", "", ""),
        ("30193", "Xã Cúc", "xã", "village", "875", "", "", ""),
        ("30196", "Xã Dừa", "xã", "commune", "875", "01/07/2025", "", ""),
    )
    with pytest.raises(BadRows) as refused:
        load(bad)
    assert [number for number, _ in refused.value.faults] == [2, 3, 4]
    assert len(register().units) == 6


def test_a_parent_must_be_there_as_long_as_its_child(load):
    from server.admin_units.actions import BadRows

    load(rows(*LAND))
    with pytest.raises(BadRows, match="875"):
        load(rows(("30190", "Xã Bình", "xã", "commune", "875", "", "", "")))
