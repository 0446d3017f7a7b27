"""Lists as people bring them in, and the ways to: looked at, written, taken back."""

import uuid
from datetime import date

from sqlalchemy import delete, func, select

from server.accounts.models import UserArea
from server.admin_units.models import AdminUnitName
from server.extensions import db, write
from server.rollups import actions as rollups
from server.sessions.totals import expected
from tests.world import NOON

FILE = {"Content-Type": "application/octet-stream"}
CODES = {"xã An": "30187", "xã Bình": "30190", "xã An Bình": "30188", "xã Cúc": "30205"}
SESSIONS = """Ngày,Khóm ấp,Xã phường,Hình thức,Đối tượng,Số lượt người,Nữ,Ghi chú,\
e-Dongthap: hướng dẫn,e-Dongthap: thành công
20/03/2024,Ấp 1,xã An Bình,Ra quân,,25,14,Chợ sáng,20,12
2024-03-21,Ấp 2,30188,đến từng nhà,người dân,8,,,8,
22/3/2024,Ấp 1,xã An Bình,Ra quân,Học sinh,40,,,30,10
"""
HAMLETS = """Tên khóm ấp,Xã phường,Dân số,Số hộ
Ấp 1,30188,"1.240",310
Ấp Mới,30188,500,
"""
TEAMS = """Loại Tổ,Tên Tổ,Khóm ấp,Xã phường,Ngày thành lập,Số quyết định
"khóm, ấp",Tổ Ấp Mới,Ấp Mới,30188,20/08/2025,12/QĐ-UBND
"""
SECOND_TEAM = TEAMS.replace("Tổ Ấp Mới", "Tổ Thứ Hai").replace("Ấp Mới", "Ấp 3")
PEOPLE = """Họ và tên,Số điện thoại,Tên Tổ,Xã phường,Chức vụ,Nữ
Nguyễn Thị Sen,0912 000 002,Tổ Ấp Mới,30188,tổ trưởng,có
Lê Văn Tư,912000003,Tổ Ấp Mới,30188,,
"""


def coded(world):
    """The world with the codes that lists are written with."""

    def name():
        for unit, code in CODES.items():
            names = db.session.scalars(
                select(AdminUnitName).where(AdminUnitName.unit_id == world.units[unit])
            )
            for one in names:
                one.code = code

    with world.app.app_context():
        write(name)
    world.teams = {home: world.team(home) for home in ("Ấp 1", "Ấp 2", "Ấp 4")}
    return world


def look(person, kind, text, *, id=None, expect=201, name="tep.csv", at=NOON, **query):
    content = text if isinstance(text, bytes) else text.encode()
    path = f"/imports/{id or uuid.uuid4()}"
    more = {"query_string": {"kind": kind, "name": name} | query, "expect": expect, "at": at}
    return person.call("PUT", path, data=content, headers=FILE, **more).json


def apply(person, batch, expect=200):
    return person.post(f"/imports/{batch['id']}/apply", {}, expect=expect).json


def undo(person, batch, expect=200):
    return person.post(f"/imports/{batch['id']}/undo", {}, expect=expect).json


def bring_in(person, kind, text, **more):
    batch = look(person, kind, text, **more)
    assert batch["faults"] == 0, faults(person, batch)
    return apply(person, batch)


def faults(person, batch):
    return person.get(f"/imports/{batch['id']}/faults").json["items"]


def counts(batch):
    return batch["added"], batch["known"], batch["corrected"], batch["faulty"]


def proven(app):
    """How many differences there are between the totals and the sessions."""
    with app.app_context():
        return sum(rollups.differences(expected()).values())


def stored(app, model):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model))


def ids(items):
    return {one["id"] for one in items}


def deeds(reader, *of):
    log = reader.get("/audit").json["items"]
    return [e["action"] for e in log if e["action"].startswith(of)]


def move(land, person, area):
    """Give somebody another area instead of all they have."""

    def do():
        db.session.execute(delete(UserArea).where(UserArea.user_id == person.id))
        since = date(2024, 1, 1)
        db.session.add(UserArea(user_id=person.id, unit_id=land.units[area], valid_from=since))

    with land.app.app_context():
        write(do)
