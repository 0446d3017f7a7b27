"""The code of an invitation: twelve letters and digits that can be read out and typed. Sixty bits,
so that guessing one among a province's is out of the question."""

import hashlib
import hmac
import uuid

from flask import current_app

from server.text import heard, spoken

LENGTH = 12


def token(invitation_id: uuid.UUID) -> str:
    """The code of an invitation, the same whenever it is asked for, so that a sheet can be printed
    again."""
    key = hashlib.sha256(b"invitation:" + current_app.config["SECRET_KEY"].encode()).digest()
    drawn = hmac.new(key, invitation_id.bytes, hashlib.sha256).digest()
    number = int.from_bytes(drawn[:8])
    return spoken(number, LENGTH)


def digest(typed: str) -> str:
    """What an invitation is found by, however its code was typed."""
    return hashlib.sha256(heard(typed).encode()).hexdigest()
