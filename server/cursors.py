"""Opaque cursors: where a list goes on, for a client to hand back unread."""

import base64
import binascii
import json
from typing import Any

from server import problems


def encode(position: list) -> str:
    """A position (JSON values) as a cursor."""
    text = json.dumps(position, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str | None, types: tuple[type, ...]) -> list | None:
    """The position of a cursor, or None without one; `BAD_CURSOR` for anything but ours."""
    if not cursor:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        position = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if [type(value) for value in position] != list(types):
            raise ValueError(cursor)
    except (ValueError, binascii.Error, RecursionError, TypeError) as error:
        raise problems.BAD_CURSOR() from error
    return position


def page(items: list, limit: int, position: Any) -> tuple[list, str | None]:
    """The first `limit` of the items read (one more than that tells there are others), and the
    cursor of the last one shown; `position(item)` gives its place."""
    if len(items) <= limit:
        return items, None
    return items[:limit], encode(position(items[limit - 1]))
