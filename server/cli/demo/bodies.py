"""Bodies besides the teams of hamlets and communes: youth teams, chapters of the Youth Union, the
department that trains, the market board."""

from datetime import date, timedelta

from server.admin_units.models import FOREVER
from server.catalogue.codes import PROGRAMME_START
from server.cli.demo.land import REFORM
from server.cli.demo.teams import PILOT, Founding, lowered, workday

DEPARTMENT_RENAMED = date(2025, 3, 1)


def youth(founding: Founding) -> None:
    rng, land = founding.rng, founding.land
    for position, home in enumerate(land.level("district", PILOT)):
        founded = workday(date(2022, 8, 15) + timedelta(days=position * 21))
        name = f"Tổ thanh niên chuyển đổi số cộng đồng {lowered(land.name(home, founded))}"
        founding.found("youth", name, home, founded, rng.randint(6, 9), rng.uniform(0.9, 2.2),
                    dissolved=REFORM)  # fmt: skip
    for position, home in enumerate(land.level("district", REFORM)):
        founded = workday(REFORM + timedelta(days=10 + position * 3))
        name = f"Tổ thanh niên chuyển đổi số cộng đồng {lowered(land.name(home, founded))}"
        founding.found("youth", name, home, founded, rng.randint(6, 9), rng.uniform(0.9, 2.2))


def agencies(founding: Founding) -> None:
    """Bodies that are older than the programme take part from its first day."""
    land, start = founding.land, PROGRAMME_START
    province = land.unit("87", start)
    renamed = {"dissolved": DEPARTMENT_RENAMED}
    _agency(founding, "Sở Thông tin và Truyền thông", province, start, 0, **renamed)
    _agency(founding, "Sở Khoa học và Công nghệ", province, DEPARTMENT_RENAMED, 0)
    _agency(founding, "Tỉnh đoàn Đồng Tháp", province, start, 0.2)
    _agency(founding, "Trung tâm Chuyển đổi số", province, start, 0.15)
    _agency(founding, "Ban Quản lý chợ Lấp Vò", land.unit("30169", start), start, 0.5)
    for district in land.level("district", start):
        city = land.kind(district) == "thành phố"
        bare = land.name(district, start).split(" ", 2 if city else 1)[1 + city]
        name = f"{'Thành' if city else 'Huyện'} đoàn {bare}"
        _agency(founding, name, district, start, 0.5, dissolved=REFORM)
    for since, count, more in ((start, 26, {"dissolved": REFORM}), (REFORM, 30, {})):
        homes = [
            c for c in land.level("commune", since)
            if land.register.units[c].valid_to in (REFORM, FOREVER)
        ]  # fmt: skip
        for home in founding.rng.sample(homes, count):
            _agency(founding, 
                f"Đoàn {lowered(land.name(home, since))}", home, since,
                founding.rng.uniform(0.05, 0.4), **more,
            )  # fmt: skip


def _agency(founding: Founding, name: str, home: int, since: date, pace: float, **more) -> None:
    founding.found("agency", name, home, since, founding.rng.randint(2, 3), pace, **more)
