"""The codes that figures depend on, how they count, and the limits that server and form share."""

from server.config import PROGRAMME_START

TYPES = (
    "outing",
    "training_class",
    "home_visit",
    "help_point",
    "market_street",
    "combined_meeting",
    "online",
    "broadcast",
)
# Talking to people at a distance reaches nobody's hamlet (domain, indicator I5).
REMOTE_TYPES = ("online", "broadcast")

AUDIENCES = ("residents", "traders", "students", "team_members", "officials", "mixed")
AUDIENCE_CLASSES = {
    "residents": "public",
    "traders": "public",
    "students": "public",
    "team_members": "staff",
    "officials": "staff",
    "mixed": "mixed",
}

SERVICES = (
    "cashless_account",
    "cashless_payment",
    "cashless_qr",
    "edongthap",
    "feedback_1022",
    "public_service_account",
    "public_service_filing",
    "vneid",
    "shop_account",
    "shop_product",
    "health_record",
    "telehealth",
    "esign",
    "utilities",
    "farm_platform",
    "digital_literacy",
    "safety",
    "vnform",
)
# Services counted in something other than people: one person may file five forms.
MANY_PER_PERSON = {"public_service_filing": 5, "shop_product": 50}

RETURN_REASONS = (
    "implausible",
    "duplicate",
    "wrong_date",
    "wrong_place",
    "services_missing",
    "wrong_audience",
    "bad_photo",
    "personal_data",
    "other",
)
DIFFICULTIES = (
    "weak_signal",
    "no_smartphone",
    "old_phone",
    "sim_not_own",
    "no_chip_card",
    "forgotten_password",
    "app_fault",
    "fear_of_fraud",
    "other",
)
SOURCES = ("web", "offline", "message", "paper", "proxy", "import")

LIMITS = {
    "participants": 2000,
    "households": 200,
    "volunteers": 50,
    "duration_min": 15,
    "duration_max": 600,
    "note": 500,
    "comment": 500,
    "co_teams": 10,
    "other_places": 20,
    "partners": 10,
    "on_time_days": 3,
    "late_days": 7,
    "programme_start": PROGRAMME_START.isoformat(),
}


def audience_class(audience: str) -> str:
    """`public`, `staff` or `mixed`."""
    return AUDIENCE_CLASSES[audience]
