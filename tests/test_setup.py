"""A real province starts from an empty database: one command, its own lists, and its people."""

import uuid

import pytest

from server import clock
from server.accounts.models import User
from tests.provinces import Caller, Province, code_in

SETUP = ("setup", "--name", "Trần Thị Quản", "--phone", "+84 912 345 678")


@pytest.fixture
def province(app, database_url, tmp_path):
    made = Province(database_url, tmp_path)
    yield made
    made.close()


def test_from_an_empty_database_to_the_first_session(province):
    quan = Caller(province, "0912345678", code_in(province.run(*SETUP)), "sen-hong-mua-he")
    province.land()
    units = {unit["name"]: unit["id"] for unit in quan.get("/units?limit=50")["items"]}

    person = {"name": "Lê Văn Khoa", "phone": "0912000001", "role": "officer"}
    khoa = quan.post("/users", person | {"area_ids": [units["Xã An Bình"]]}, 201)
    code = quan.post(f"/users/{khoa['id']}/recovery-code", expect=201)["code"]
    khoa = Caller(province, "0912000001", code, "duyet-buoi-dau-tien")

    hamlets = khoa.get(f"/units?level=hamlet&within={units['Xã An Bình']}")["items"]
    home = next(hamlet["id"] for hamlet in hamlets if hamlet["name"] == "Ấp 2")
    team = {"kind": "hamlet", "name": "Tổ Ấp 2", "home_id": home, "founded_on": "2022-07-15"}
    team = khoa.post("/teams", team, 201)["id"]
    lan = {"name": "Nguyễn Thị Lan", "phone": "0912000002", "role": "leader"}
    lan = khoa.post(f"/teams/{team}/members", lan, 201)["user_id"]
    code = khoa.post(f"/users/{lan}/recovery-code", expect=201)["code"]
    lan = Caller(province, "0912000002", code, "270694")

    session = {
        "team_id": team,
        "place_id": home,
        "date": clock.today().isoformat(),
        "type": "outing",
        "audience": "residents",
        "participants": 25,
        "services": [{"service": "edongthap", "assisted": 25, "completed": 12}],
    }
    assert lan.call("PUT", f"/sessions/{uuid.uuid4()}", session, 201)["state"] == "pending"
    assert khoa.get("/sessions?state=pending")["items"][0]["participants"] == 25


def test_only_the_first_administrator_is_made_so(province):
    province.run(*SETUP)
    said = province.run("setup", "--name", "Ai Đó", "--phone", "0912345679", fails=True)
    assert "Đã có quản trị hệ thống" in said
    assert province.count(User) == 1


def test_a_wrong_phone_makes_nobody(province):
    said = province.run("setup", "--name", "Ai Đó", "--phone", "12345", fails=True)
    assert "Số điện thoại gồm 10 chữ số" in said
    assert province.count(User) == 0


def test_production_starts_without_the_demo(province):
    province.run("prepare")
    assert province.count(User) == 0
