"""The log as officers read it: what concerns their area, filtered, with names for numbers."""

import ast
import re
from datetime import date
from pathlib import Path

from server.logbook.kinds import KINDS
from server.sessions.transitions import HAPPENED

ROOT = Path(__file__).parent.parent
V1 = {"If-Match": '"v1"'}


def read(reader, **query):
    return reader.get("/audit", query_string=query).json["items"]


def actions(reader, **query):
    return [entry["action"] for entry in read(reader, **query)]


# --- Who reads what -------------------------------------------------------------------------------


def test_what_is_done_about_people_is_read_where_they_belong_and_nowhere_else(world):
    lan, khoa, hanh = world.volunteer("Lan"), world.officer(), world.province()
    tu = world.officer("Tư", "cụm Nam")
    khoa.post(f"/users/{lan.id}/recovery-code", expect=201)
    hanh.call("PATCH", f"/users/{khoa.id}", json={"name": "Minh Khoa"}, headers=V1)
    new = {"name": "Tám", "phone": "0912345678"}
    khoa.post(f"/teams/{lan.team}/members", new, expect=201)
    told = ["team.member_added", "user.created", "user.changed", "user.code_issued"]
    # A colleague of the same area reads all of it; the next district's officer nothing.
    assert actions(world.officer("Thu")) == told
    assert actions(hanh) == told
    assert actions(tu) == []
    bao = world.person("Bảo", "system_administrator")
    assert actions(bao) == told
    world.volunteer("Mai").get("/audit", expect=403)


def test_a_sign_in_is_read_by_who_answers_for_the_person(world):
    lan = world.volunteer("Lan")
    body = {"phone": lan.phone, "secret": "000000"}
    world.app.test_client().post("/api/v1/auth/token", json=body)
    assert actions(world.officer()) == ["sign_in.failed"]
    assert actions(world.officer("Tư", "cụm Nam")) == []


def test_somebody_of_two_areas_is_read_of_in_both(world):
    lan = world.volunteer("Lan", "Ấp 1")
    world.join(lan, world.team("Ấp 4"))
    north, south = world.officer("Khoa"), world.officer("Tư", "cụm Nam")
    world.province().post(f"/users/{lan.id}/recovery-code", expect=201)
    assert actions(north) == actions(south) == ["user.code_issued"]


def test_an_area_that_changes_hands_is_read_by_who_has_it(world):
    khoa, thu = world.officer("Khoa"), world.officer("Thu", "xã Cúc")
    hanh = world.province()
    body = {"user_id": thu.id, "from": "2026-11-21"}
    hanh.post(f"/users/{khoa.id}/handover", body, headers=V1)
    took, gave = read(thu)
    assert (took["action"], took["subject"]) == ("user.took_over", "Thu")
    assert (gave["action"], gave["subject"]) == ("user.handed_over", "Khoa")
    assert gave["place"]["name"] == "cụm Bắc"
    assert gave["people"] == [{"id": thu.id, "name": "Thu"}]
    assert actions(world.officer("Tư", "cụm Nam")) == []


# --- Filters --------------------------------------------------------------------------------------


def test_the_log_is_narrowed_by_person_kind_thing_place_and_day(world):
    lan, khoa = world.volunteer("Lan", "Ấp 1"), world.officer()
    mai = world.volunteer("Mai", "Ấp 3")
    one, two = lan.record(world.body(lan.team)), mai.record(world.body(mai.team, "Ấp 3"))
    khoa.review(one, "approve")
    khoa.post(f"/users/{lan.id}/recovery-code", expect=201)
    khoa.post(f"/teams/{lan.team}/members", {"name": "Tám", "phone": "0912345678"}, expect=201)
    everything = ["team.member_added", "user.created", "user.code_issued", "session.approved"]
    everything += ["session.recorded", "session.recorded"]
    assert actions(khoa) == everything
    assert actions(khoa, person=mai.id) == ["session.recorded"]
    assert actions(khoa, about=lan.id) == ["user.code_issued"]
    assert actions(khoa, kind="sessions") == everything[3:]
    assert actions(khoa, kind="people") == ["user.created", "user.code_issued"]
    assert actions(khoa, object=f"session:{one['id']}") == ["session.approved", "session.recorded"]
    assert actions(khoa, object=f"team:{lan.team}") == ["team.member_added"]
    assert actions(khoa, unit=world.units["Ấp 3"]) == ["session.recorded"]
    assert actions(khoa, **{"from": "2026-11-21", "to": "2026-11-21"}) == everything
    assert actions(khoa, **{"from": "2026-11-22"}) == []
    assert actions(khoa, to="2026-11-20") == []
    assert read(khoa, object=f"session:{two['id']}")[0]["subject"] == two["receipt_code"]
    khoa.get("/audit?kind=gossip", expect=422)


def test_a_sheet_tells_whose_it_is_and_a_return_tells_why(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    khoa.record(world.body(lan.team, source="paper", conducted_by=lan.id))
    own = lan.record(world.body(lan.team, participants=31))
    khoa.review(own, "return", reasons=["other"], comment="Ghi rõ nơi tổ chức.")
    returned, recorded, sheet = read(khoa, kind="sessions")
    assert returned["details"] == {"reasons": ["other"], "comment": "Ghi rõ nơi tổ chức."}
    assert recorded["details"] == {}
    assert sheet["details"] == {"source": "paper", "for": lan.id}
    assert sheet["people"] == [{"id": lan.id, "name": "Lan"}]


def test_a_filter_opens_nothing_that_the_area_does_not(world):
    hoa, khoa = world.volunteer("Hoa", "Ấp 4"), world.officer()
    there = hoa.record(world.body(hoa.team, "Ấp 4"))
    for query in (
        {"person": hoa.id},
        {"about": hoa.id},
        {"object": f"session:{there['id']}"},
        {"unit": world.units["cụm Nam"]},
    ):
        assert read(khoa, **query) == []


def test_what_a_team_did_about_somebody_is_told_of_them(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    mai = world.person("Mai", team=lan.team)
    khoa.post(f"/teams/{lan.team}/leader", {"user_id": mai.id}, expect=201)
    (entry,) = read(khoa, about=mai.id)
    assert (entry["action"], entry["subject"]) == ("team.leader_named", "Tổ Ấp 1")
    assert {person["name"] for person in entry["people"]} == {"Lan", "Mai"}
    assert entry["details"]["on"] == date(2026, 11, 21).isoformat()
    # It is told of whose lead it was too, and of nobody else.
    assert read(khoa, about=lan.id) == [entry]
    assert read(khoa, about=world.person("Hoa", team=lan.team).id) == []


def test_an_entry_about_a_team_tells_its_kind_though_it_be_gone(world):
    khoa, home = world.officer(), world.units["Ấp 1"]
    body = {
        "name": "Ban Quản lý chợ",
        "kind": "agency",
        "home_id": home,
        "founded_on": "2026-01-02",
    }
    market = khoa.post("/teams", body, expect=201).json["id"]
    khoa.post(f"/teams/{market}/leader", {"name": "Lan", "phone": "0912345678"}, expect=201)

    def kinds():
        return {entry["action"]: entry["team_kind"] for entry in read(khoa)}

    told = kinds()
    assert told["team.leader_named"] == told["team.created"] == "agency"
    assert told["user.created"] is None
    khoa.call("DELETE", f"/teams/{market}", expect=204)
    assert kinds()["team.leader_named"] == kinds()["team.deleted"] == "agency"


def test_a_team_at_home_in_a_commune_of_before_is_told_so(world):
    """Many a commune of today has the very name of one that went into it."""
    khoa, home = world.officer(), world.units["xã An"]
    body = {"name": "Hội Nông dân", "kind": "agency", "home_id": home, "founded_on": "2024-01-02"}
    team = khoa.post("/teams", body, expect=201).json
    assert (team["home"]["name"], team["home"]["full_name"]) == ("xã An", "xã An (cũ)")
    (entry,) = read(khoa)
    assert entry["place"]["name"] == "xã An (cũ)"
    (found,) = khoa.get("/search?q=hoi nong dan").json["items"]
    assert "xã An (cũ)" in found.values()


def test_who_led_for_less_than_a_day_and_left_is_told_of_who_followed(world):
    lan, khoa = world.volunteer("Lan"), world.officer()
    khoa.call("DELETE", f"/teams/{lan.team}/members/{lan.id}", expect=204)
    new = {"name": "Bảy", "phone": "0912345678", "role": "leader"}
    bay = khoa.post(f"/teams/{lan.team}/members", new, expect=201).json["user_id"]
    body = {"name": "Chín", "phone": "0912345679", "former": "leaves"}
    khoa.post(f"/teams/{lan.team}/leader", body, expect=201)
    assert actions(khoa, about=bay)[0] == "team.leader_named"


def test_pages_go_on_where_they_stopped_under_a_filter(world):
    lan, khoa = world.volunteer(), world.officer()
    for n in range(5):
        lan.record(world.body(lan.team, participants=30 + n))
    khoa.post(f"/users/{lan.id}/recovery-code", expect=201)
    found, cursor = [], None
    while True:
        query = {"kind": "sessions", "limit": 2} | ({"cursor": cursor} if cursor else {})
        page = khoa.get("/audit", query_string=query).json
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert [entry["action"] for entry in found] == ["session.recorded"] * 5
    assert len({entry["id"] for entry in found}) == 5


# --- Words ----------------------------------------------------------------------------------------

# What stands behind an action whose end is worked out.
FAMILIES = {
    "session.": set(HAPPENED) - {"kept"},  # which the log calls left_approved
    "join.": {"approved", "declined"},
    "import.": {"checked", "applied", "undone"},
    "unit.": {"added", "corrected", "taken_back"},
}
TEXTS = ROOT / "server/web/src/office/audit/texts.ts"


def languages():
    return [TEXTS.with_name(name).read_text() for name in ("texts.ts", "english.ts")]


def written():
    """Every action that the code puts into the log."""
    for path in (ROOT / "server").rglob("*.py"):
        if "web" in path.relative_to(ROOT).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                yield from _actions(node)


def _actions(call):
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name in ("log", "log_about", "record", "_log"):
        yield from _codes(call.args[:1])
    elif name == "write" and getattr(call.args[0], "id", "") in ("log", "log_about", "record"):
        yield from _codes(call.args[1:2])


def _codes(arguments):
    for node in (part for argument in arguments for part in ast.walk(argument)):
        if isinstance(node, ast.JoinedStr):
            start = node.values[0].value
            yield from (start + end for end in FAMILIES[start])
        elif isinstance(node, ast.Constant) and _is_action(node.value):
            yield node.value


def _is_action(value):
    return isinstance(value, str) and re.fullmatch(r"[a-z_]+\.[a-z_]+|sign_out", value)


def test_every_deed_has_words_in_both_languages():
    found = set(written())
    assert {"session.approved", "join.declined", "sign_out", "device.ended"} <= found
    for language in languages():
        told = set(re.findall(r"'did\.([a-z_.]+)'", language))
        assert sorted(found - told) == []


def test_every_file_that_is_downloaded_has_words_in_both_languages():
    routes = ast.walk(ast.parse((ROOT / "server/reports/routes.py").read_text()))
    sent = [n for n in routes if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "_sent"]
    files = {f"{what.value}.{suffix.value}" for what, suffix, *_ in (call.args for call in sent)}
    assert "rollup.xlsx" in files
    for language in languages():
        assert sorted(files - set(re.findall(r"'file\.([a-z_.]+)'", language))) == []


def test_every_deed_is_of_a_kind():
    words = {word for kinds in KINDS.values() for word in kinds}
    assert {action.split(".")[0] for action in written()} <= words
