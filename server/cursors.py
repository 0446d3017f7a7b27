"""Opaque cursors: where a list goes on, for a client to hand back unread."""

import base64
import binascii
import json
import uuid
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from server import problems
from server.fields import LARGEST_ID


def encode(position: list) -> str:
    """A position (JSON values) as a cursor."""
    text = json.dumps(position, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str | None, *parts: Callable[[Any], Any]) -> list | None:
    """The position of a cursor, each part read by its function (`day`, `key`, `number`), or None
    without one; `BAD_CURSOR` for anything but ours."""
    if not cursor:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        position = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        return [read(value) for read, value in zip(parts, position, strict=True)]
    except (ValueError, binascii.Error, RecursionError, TypeError) as error:
        raise problems.BAD_CURSOR() from error


def day(value: Any) -> date:
    return date.fromisoformat(value)


def key(value: Any) -> uuid.UUID:
    if not isinstance(value, str):
        raise ValueError(value)
    return uuid.UUID(value)


def number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST_ID:
        raise ValueError(value)
    return value


def moment(value: Any) -> datetime:
    found = datetime.fromisoformat(value)
    if found.tzinfo is None or not 2000 < found.year < 9000:
        raise ValueError(value)
    return found


def word(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def large(value: Any) -> int:
    """A number of the database's own, which may be beyond any id."""
    if type(value) is not int or not -1 <= value < 2**63:
        raise ValueError(value)
    return value


def page(items: list, limit: int, position: Any) -> tuple[list, str | None]:
    """The first `limit` of the items read (one more than that tells there are others), and the
    cursor of the last one shown; `position(item)` gives its place."""
    if len(items) <= limit:
        return items, None
    return items[:limit], encode(position(items[limit - 1]))
