"""The trend: the same counts month by month."""

from collections import defaultdict

from server import clock, periods
from server.admin_units.queries import brief
from server.catalogue.codes import TYPES
from server.figures import sums
from server.figures.frame import Frame
from server.periods import Period

MONTHS = 12


def last_year() -> Period:
    """The last twelve calendar months, this one included."""
    today = clock.today()
    first = periods.add_months(today.replace(day=1), 1 - MONTHS)
    return periods.between(first, periods.named(f"{today:%Y-%m}").end)


def series(frame: Frame) -> dict:
    """One point for each calendar month that the frame's period touches."""
    counted, services = defaultdict(lambda: defaultdict(int)), defaultdict(dict)
    for half in sums.by_half(frame):
        month = counted[half.pop("start").replace(day=1)]
        for name, n in half.items():
            month[name] += n
    for half in sums.services_by_half(frame):
        month = services[half["start"].replace(day=1)]
        known = month.setdefault(half["service"], {"assisted": 0, "completed": 0})
        for name in known:
            known[name] += half[name]
    return {
        "unit": brief(frame.unit_id, frame.map),
        "grain": "month",
        "map": frame.map.day,
        "state": frame.state,
        "points": [
            _point(month, counted[month.start], services[month.start])
            for month in periods.months(frame.period)
        ],
    }


def _point(month: Period, counts: dict, services: dict) -> dict:
    types = {code: counts.get(code, 0) for code in TYPES}
    return {
        "period": f"{month.start:%Y-%m}",
        "label": month.label,
        "from": month.start,
        "to": month.end,
        "sessions": {"all": sum(types.values()), **types},
        "participants": counts.get("participants", 0),
        "services": services,
    }
