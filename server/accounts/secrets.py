"""Secrets: hashing with a pepper outside the database, one-time codes, and what is too easy."""

import hashlib
import hmac
import secrets
import threading
from functools import cache
from itertools import pairwise

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import current_app

from server import problems
from server.access.permissions import Role
from server.problems import field_error

PIN_LENGTH = 6
SHORTEST_PASSWORD = 12
CODE_LENGTH = 8
# OWASP's lighter Argon2id setting: a sign-in costs about 60 ms and 19 MiB on a small host.
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
# As many at a time as a small host has cores, so that a wave of sign-ins leaves room for work.
_at_once = threading.Semaphore(2)


def hashed(secret: str) -> str:
    """The Argon2id hash of a secret, peppered."""
    with _at_once:
        return _hasher.hash(_peppered(secret))


def matches(secret: str, kept: str | None) -> bool:
    """Whether a secret is the one kept; takes as long when nothing is kept."""
    with _at_once:
        try:
            return _hasher.verify(kept or _nobody(), _peppered(secret)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


@cache
def _nobody() -> str:
    """A hash to compare with when there is no account, so that the answer takes as long."""
    return _hasher.hash(secrets.token_hex())


def one_time_code() -> str:
    """Eight digits, to be read out over the phone."""
    return "".join(secrets.choice("0123456789") for _ in range(CODE_LENGTH))


def check_strength(secret: str, role: str, phone: str) -> None:
    """Raise unless a new secret is fit for its role: six digits that are not easy to guess for a
    volunteer, at least twelve characters for everybody else."""
    if role == Role.VOLUNTEER:
        digits = secret.isascii() and secret.isdecimal()
        if len(secret) != PIN_LENGTH or not digits or _easy(secret) or secret in phone:
            raise problems.invalid(field_error("/secret", "weak_pin"))
    elif len(secret) < SHORTEST_PASSWORD or phone in secret or not _varied(secret):
        raise problems.invalid(field_error("/secret", "weak_password"))


def _varied(password: str) -> bool:
    return len(set(password)) >= 5 and not password.isdecimal()


def _easy(pin: str) -> bool:
    steps = {int(b) - int(a) for a, b in pairwise(pin)}
    return len(set(pin)) < 3 or steps in ({1}, {-1}) or pin[:3] == pin[3:]


def _peppered(secret: str) -> str:
    key = hashlib.sha256(b"pepper:" + current_app.config["SECRET_KEY"].encode()).digest()
    return hmac.new(key, secret.encode(), hashlib.sha256).hexdigest()
