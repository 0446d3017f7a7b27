"""What people are taught, as it drifts over the years: payments and e-Dongthap first, then VNeID
and public services, and digital literacy since its launch."""

from datetime import date, timedelta
from random import Random

LITERACY = date(2025, 3, 26)  # Bình dân học vụ số
# service: weight at the start of 2022, 2024, 2025, 2026 and how many manage it
SERVICES = {
    "cashless_account": (10, 9, 7, 6, 0.62), "edongthap": (10, 9, 6, 3, 0.68),
    "public_service_account": (4, 7, 9, 8, 0.7), "vneid": (0, 8, 12, 12, 0.74),
    "cashless_payment": (2, 4, 4, 4, 0.66), "feedback_1022": (1, 2, 2, 2, 0.5),
    "public_service_filing": (1, 3, 5, 7, 0.8), "shop_account": (1, 1, 1, 1, 0.4),
    "shop_product": (0.5, 0.6, 0.7, 0.8, 0.6), "health_record": (1, 2, 4, 6, 0.7),
    "telehealth": (0.5, 0.6, 0.8, 1, 0.45), "esign": (0, 0.2, 1, 2.5, 0.55),
    "utilities": (2, 3, 3, 3, 0.72), "farm_platform": (0.6, 0.8, 1, 1.2, 0.5),
    "digital_literacy": (0, 0, 0, 11, 0.58), "safety": (1, 3, 6, 8, None),
    "vnform": (0.3, 0.8, 0.5, 0.3, 0.9),
}  # fmt: skip
TURNS = (date(2022, 1, 1), date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1))
AT_MARKETS = ("cashless_qr", "cashless_account", "safety", "shop_account")


class Taught:
    """Draws the services of sessions."""

    def __init__(self, rng: Random):
        self.rng = rng
        self._weights: dict[tuple[int, int], tuple[list, list]] = {}

    def services(self, body: dict, day: date) -> list[dict]:
        """What was taught, to how many, and how many can do it now."""
        rng, count = self.rng, body["participants"]
        if not count:
            return []
        codes, sums = self._services_in(day)
        wanted = rng.choices((1, 2, 3, 4), weights=(20, 40, 28, 12))[0]
        chosen = dict.fromkeys(rng.choices(codes, cum_weights=sums, k=wanted))
        if body["type"] == "market_street":
            chosen = dict.fromkeys(rng.sample(AT_MARKETS, min(3, wanted)))
        return [self.service(code, count) for code in chosen]

    def service(self, code: str, count: int) -> dict:
        rng = self.rng
        rate = 0.6 if code == "cashless_qr" else SERVICES[code][-1]
        assisted = max(1, min(count, round(count * rng.uniform(0.35, 1.02))))
        if rate is None or rng.random() < 0.06:
            return {"service": code, "assisted": assisted}
        done = min(assisted, round(assisted * min(1, max(0.1, rng.gauss(rate, 0.14)))))
        if done == assisted and done > 4:
            done -= rng.randint(1, 2)
        return {"service": code, "assisted": assisted, "completed": done}

    def _services_in(self, day: date) -> tuple[list, list]:
        """The services of a month with their weights added up, between the years' weights."""
        key = (day.year, day.month)
        if key not in self._weights:
            turn = sum(start <= day for start in TURNS) - 1
            share = min(1, (day - TURNS[turn]).days / 365) if turn < 3 else 0
            codes, sums = [], []
            for code, weights in SERVICES.items():
                now = weights[turn] * (1 - share) + weights[min(turn + 1, 3)] * share
                if code == "digital_literacy":
                    now = weights[3] if day >= LITERACY + timedelta(days=6) else 0
                if now > 0:
                    codes.append(code)
                    sums.append((sums[-1] if sums else 0) + now)
            self._weights[key] = codes, sums
        return self._weights[key]
