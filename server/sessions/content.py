"""What identifies a session's content: its hash and its receipt code. Pure; the phone computes the
same, and golden vectors in tests/golden hold the two together."""

import hashlib
import json
import uuid
from typing import Any

from server.text import heard, nfc, spoken


def content_hash(body: dict) -> str:
    """SHA-256, in hexadecimal, of the body's JSON without `client`: sorted keys, composed strings,
    no spaces, UTF-8."""
    own = _composed({key: value for key, value in body.items() if key != "client"})
    text = json.dumps(own, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _composed(value: Any) -> Any:
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, dict):
        return {nfc(key): _composed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_composed(item) for item in value]
    return value


def receipt_code(session_id: uuid.UUID) -> str:
    """`B-7F3K9-2QXMT`: 50 bits of the uuid's digest, so that even a million sessions collide with a
    chance of one in two thousand."""
    number = int.from_bytes(hashlib.sha256(session_id.bytes).digest()[:8]) >> 14
    letters = spoken(number, 10)
    return f"B-{letters[:5]}-{letters[5:]}"


def receipt_typed(text: str) -> str:
    """A receipt code as somebody typed it, with its first letter or without, in the form that is
    stored."""
    plain = heard(text)[-10:]  # its ten may begin with a B of their own
    return f"B-{plain[:5]}-{plain[5:]}"
