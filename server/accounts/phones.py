"""Vietnamese mobile numbers, in the one form that is stored."""

import re


def normalised(typed: str) -> str | None:
    """`0xxxxxxxxx` from `+84 90…`, `84…`, dots and spaces; None when it is no mobile number."""
    digits = re.sub(r"[\s.\-()]", "", typed)
    digits = re.sub(r"^(?:\+?84)(?=\d{9}$)", "0", digits)
    return digits if re.fullmatch(r"0[35789][0-9]{8}", digits) else None


def backwards(phone: str | None) -> str | None:
    """A phone from its last digit to its first."""
    return phone and phone[::-1]


def masked(phone: str | None) -> str | None:
    """`09xx xxx 123`, as peers see it."""
    return f"{phone[:2]}xx xxx {phone[-3:]}" if phone else None
