"""What was done is in the log, once, and nobody can change the log unseen."""

from datetime import timedelta

from sqlalchemy import delete, text, update

from server import clock
from server.audit.actions import seal, verify
from server.audit.models import AuditEntry
from server.extensions import db, write
from tests.world import NOON


def actions(person):
    return [entry["action"] for entry in person.get("/audit").json["items"]]


def test_each_deed_is_in_the_log_of_those_who_answer_for_the_place(world):
    lan, khoa = world.volunteer(), world.officer()
    recorded = lan.record(world.body(lan.team))
    khoa.review(recorded, "approve")
    assert actions(khoa) == ["session.approved", "session.recorded"]
    assert actions(world.officer("Tư", "cụm Nam")) == []


def test_a_replay_and_a_refused_request_leave_no_deed(world):
    lan, khoa = world.volunteer(), world.officer()
    body = world.body(lan.team)
    recorded = lan.record(body)
    lan.put(f"/sessions/{recorded['id']}", body)
    lan.record(body | {"participants": -1}, expect=422)
    assert actions(khoa) == ["session.recorded"]


def test_a_refusal_is_remembered_with_who_tried(world):
    khoa = world.officer()
    khoa.get(f"/rollups?unit={world.units['cụm Nam']}", expect=403)
    entry = khoa.get("/audit").json["items"][0]
    assert (entry["action"], entry["actor"]["name"]) == ("access.denied", "Khoa")
    assert entry["details"]["code"] == "outside_area"


def test_no_secret_is_in_the_log(world):
    lan, khoa = world.volunteer(), world.officer()
    code = khoa.post(f"/users/{lan.id}/recovery-code", expect=201).json["code"]
    assert code not in khoa.get("/audit").get_data(as_text=True)


def test_altering_removing_and_slipping_in_are_found(world):
    lan = world.volunteer()
    for day in ("2026-11-16", "2026-11-17", "2026-11-18"):
        lan.record(world.body(lan.team, date=day))
    entry = AuditEntry.__table__
    with world.app.app_context(), clock.set_to(NOON + timedelta(hours=1)):
        assert write(seal, grace=0) == 3
        assert verify() == []
        ids = list(db.session.scalars(db.select(AuditEntry.id).order_by(AuditEntry.id)))
        write(
            lambda: db.session.execute(update(entry).where(entry.c.id == ids[1]).values(action="x"))
        )
        assert any("altered" in fault for fault in verify())
        write(lambda: db.session.execute(delete(entry).where(entry.c.id == ids[1])))
        assert any("removed" in fault for fault in verify())
        columns = "at, actor_id, action, object_type, object_id, place_id, details, mac"
        copy = text(
            f"INSERT INTO audit_entry (id, {columns}) SELECT {ids[1]}, {columns}"
            f" FROM audit_entry WHERE id = {ids[0]}"
        )
        write(lambda: db.session.execute(copy))
        assert any("inserted" in fault for fault in verify())
        write(lambda: db.session.execute(delete(entry).where(entry.c.id >= ids[1])))
        assert any("missing" in fault for fault in verify())


def test_what_came_after_a_seal_is_sealed_next_time(world):
    lan = world.volunteer()
    with world.app.app_context(), clock.set_to(NOON + timedelta(hours=1)):
        for day in ("2026-11-16", "2026-11-17"):
            lan.record(world.body(lan.team, date=day))
            assert write(seal, grace=0) == 1
        assert write(seal, grace=0) == 0
        assert verify() == []
