"""The people of the demo: members with the names one hears in Đồng Tháp, officers, and the four
accounts that can sign in."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from server.access.permissions import Role
from server.admin_units.models import FOREVER
from server.cli.demo import words

# role, name, who (in Vietnamese), phone, secret: refused in production
VOLUNTEER = (Role.VOLUNTEER, "Nguyễn Thị Lan", "Tình nguyện viên", "0900000001", "270694")
OFFICER = (Role.OFFICER, "Trần Minh Khoa", "Cán bộ Đoàn", "0900000002", "duyet-buoi-2024")
PROVINCE = (Role.PROVINCE_STAFF, "Lê Thu Hạnh", "Cán bộ tỉnh", "0900000003", "tong-hop-2024")
ADMINISTRATOR = (
    Role.SYSTEM_ADMINISTRATOR, "Phạm Quốc Bảo", "Quản trị hệ thống", "0900000004", "quan-tri-2024",
)  # fmt: skip
SIGNING_IN = (VOLUNTEER, OFFICER, PROVINCE, ADMINISTRATOR)


@dataclass(eq=False, slots=True)
class Person:
    """`areas`: (unit id, first day, day after the last) of those who answer for some."""

    name: str
    role: str
    phone: str
    since: date
    is_female: bool
    secret: str | None = None
    areas: list[tuple[int, date, date]] = field(default_factory=list)
    id: int = 0


@dataclass(eq=False, slots=True)
class Member:
    """A person's time in a team."""

    person: Person
    role: str
    joined: date
    organisation: str | None
    is_female: bool | None
    is_union_member: bool | None
    left: date = FOREVER


class People:
    """Makes people, each with a phone of their own."""

    def __init__(self, rng: Random):
        self.rng = rng
        self.everybody: list[Person] = []
        # Never 0900000001 to 4, the accounts'.
        self._phones = iter(rng.sample(range(910_000_000, 990_000_000), 12_000))

    def somebody(self, role: str, since: date, *, name: str = "", female: bool | None = None):
        rng = self.rng
        female = rng.random() < 0.42 if female is None else female
        person = Person(name or self._name(female), role, f"0{next(self._phones)}", since, female)
        self.everybody.append(person)
        return person

    def account(self, which: tuple, since: date) -> Person:
        """One of the four who can sign in."""
        role, name, _, phone, secret = which
        person = self.somebody(role, since, name=name, female=which in (VOLUNTEER, PROVINCE))
        person.phone, person.secret = phone, secret
        return person

    def roster(self, size: int, since: date, kind: str, known: list[Person] = ()) -> list[Member]:
        """The members of a new team: leader, deputy, members; `known` people come first."""
        rng, found = self.rng, []
        for place in range(size):
            leads = place == 0 and kind in ("ấp", "khóm")
            person = known[place] if place < len(known) else self.somebody(Role.VOLUNTEER, since)
            body = rng.choice(words.LEADERS if leads else words.MEMBERS).format(kind=kind)
            union = body == "Đoàn Thanh niên" or rng.random() < 0.25
            found.append(
                Member(
                    person,
                    ("leader", "deputy")[place] if place < 2 else "member",
                    since,
                    body,
                    person.is_female if rng.random() < 0.93 else None,
                    union if rng.random() < 0.9 else None,
                )
            )
        return found

    def _name(self, female: bool) -> str:
        rng = self.rng
        middle, given = (
            (words.WOMEN_MIDDLE, words.WOMEN) if female else (words.MEN_MIDDLE, words.MEN)
        )
        first, second, last = rng.choice(words.FAMILY), rng.choice(middle), rng.choice(given)
        return f"{first} {second if second != last else middle[0]} {last}"
