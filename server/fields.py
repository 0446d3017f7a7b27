"""Marshmallow fields that speak the error catalogue and accept exactly what they say: no number in
quotes, no second spelling of a uuid, no character that a page or a spreadsheet chokes on."""

import re
import uuid
from collections.abc import Collection
from datetime import UTC
from typing import Any, ClassVar

from marshmallow import RAISE, ValidationError, fields, validate

from server import text
from server.problems import FieldError, field_error
from server.writing import Writer

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
LARGEST_ID = 2**31 - 1


def coded(code: str, **params: Any) -> list[FieldError]:
    """A message for marshmallow; the pointer is filled in where the whole body is known."""
    return [field_error("", code, **params)]


_COMMON = {
    "required": coded("required"),
    "null": coded("null"),
    "validator_failed": coded("wrong_type"),
}


class Schema(Writer):
    """Refuses unknown fields and keeps the order in which fields are written."""

    class Meta:
        unknown = RAISE

    error_messages: ClassVar = {"unknown": coded("unknown"), "type": coded("wrong_type")}


class Range(validate.Range):
    """From `min` to `max`, both included."""

    def __call__(self, value: Any) -> Any:
        if not self.min <= value <= self.max:
            raise ValidationError(coded("out_of_range", min=self.min, max=self.max))
        return value


class Length(validate.Length):
    """At least `min` and at most `max` characters or items."""

    def __call__(self, value: Any) -> Any:
        if self.max is not None and len(value) > self.max:
            code = "too_long" if isinstance(value, str) else "too_many"
            raise ValidationError(coded(code, max=self.max))
        if self.min is not None and len(value) < self.min:
            raise ValidationError(coded("too_short", min=self.min))
        return value


class Choice(validate.OneOf):
    """One of the codes."""

    def __call__(self, value: Any) -> Any:
        if value not in self.choices:
            raise ValidationError(coded("not_one_of"))
        return value


class Distinct:
    """No item twice."""

    def __call__(self, value: list) -> list:
        if len(set(value)) != len(value):
            raise ValidationError(coded("repeated"))
        return value


class Text(fields.String):
    """Composed text without forbidden characters. `lines` allows line breaks; else the text is one
    line with single spaces."""

    default_error_messages = _COMMON | {
        "invalid": coded("wrong_type"),
        "invalid_utf8": coded("bad_character"),
    }

    def __init__(self, longest: int, *, shortest: int = 0, lines: bool = False, **kwargs: Any):
        super().__init__(validate=Length(min=shortest, max=longest), **kwargs)
        self.lines, self.longest = lines, longest

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        found = super()._deserialize(value, attr, data, **kwargs)
        if len(found) > 2 * self.longest + 20:  # before anything is trimmed
            raise ValidationError(coded("too_long", max=self.longest))
        if text.forbidden_character(found, lines=self.lines):
            raise ValidationError(coded("bad_character"))
        return text.nfc(found).strip() if self.lines else text.one_line(found)


class Name(Text):
    """What a person, a team, an office or a paper is called, as files may call them too."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        found = super()._deserialize(value, attr, data, **kwargs)
        if text.is_no_name(found):
            raise ValidationError(coded("not_a_name", text=found))
        return found


class Reason(Text):
    """Words that say why, in lines: none at all, or with a letter or a digit among them."""

    def __init__(self, longest: int, **kwargs: Any):
        super().__init__(longest, lines=True, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        found = super()._deserialize(value, attr, data, **kwargs)
        if found and not any(map(str.isalnum, found)):
            raise ValidationError(coded("comment_required"))
        return found


class Code(fields.String):
    """A code of the catalogue."""

    default_error_messages = Text.default_error_messages

    def __init__(self, codes: Collection[str], **kwargs: Any):
        super().__init__(validate=Choice(list(codes)), **kwargs)


class Whole(fields.Integer):
    """A whole number within a range, as a JSON number."""

    default_error_messages = _COMMON | {
        "invalid": coded("not_integer"),
        "too_large": coded("not_integer"),
    }

    def __init__(self, low: int, high: int, **kwargs: Any):
        super().__init__(strict=True, validate=Range(low, high), **kwargs)


class Id(Whole):
    """An id of ours."""

    def __init__(self, **kwargs: Any):
        super().__init__(1, LARGEST_ID, **kwargs)


class QueryWhole(fields.Integer):
    """A whole number in a query string, written in plain digits."""

    default_error_messages = Whole.default_error_messages

    def __init__(self, low: int = 1, high: int = LARGEST_ID, **kwargs: Any):
        super().__init__(validate=Range(low, high), **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,10}", value):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data, **kwargs)


class Day(fields.Date):
    """An ISO day, YYYY-MM-DD, of a year that people mean."""

    default_error_messages = _COMMON | {"invalid": coded("not_date"), "format": coded("not_date")}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str) or not re.fullmatch(
            r"(20|21)\d\d-\d\d-\d\d", value, re.ASCII
        ):
            raise self.make_error("invalid", input=value, obj_type="date")
        return super()._deserialize(value, attr, data, **kwargs)


class ClockTime(fields.Time):
    """A time of day, HH:MM."""

    default_error_messages = _COMMON | {"invalid": coded("not_time"), "format": coded("not_time")}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str) or not re.fullmatch(r"[0-2]\d:[0-5]\d", value, re.ASCII):
            raise self.make_error("invalid", input=value, obj_type="time")
        return super()._deserialize(value, attr, data, **kwargs)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else f"{value:%H:%M}"


class Moment(fields.AwareDateTime):
    """An instant: ISO 8601 with a zone in, of one of the `years` if they are given; UTC with `Z`
    out."""

    default_error_messages = _COMMON | {
        name: coded("not_time") for name in ("invalid", "invalid_awareness", "format")
    }

    def __init__(self, *, years: range | None = None, **kwargs: Any):
        super().__init__(**kwargs)
        self.years = years

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        found = super()._deserialize(value, attr, data, **kwargs)
        if self.years and found.year not in self.years:
            raise self.make_error("invalid", input=value, obj_type="datetime")
        return found

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else instant(value)


class Yes(fields.Boolean):
    """true or false, nothing that merely looks like it."""

    truthy = {True}  # noqa: RUF012 - marshmallow's own way to say it
    falsy = {False}  # noqa: RUF012
    default_error_messages = _COMMON | {"invalid": coded("wrong_type")}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Uuid(fields.UUID):
    """A uuid in its one spelling; see `canonical_uuid`."""

    default_error_messages = _COMMON | {"invalid_uuid": coded("not_uuid")}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> uuid.UUID:
        try:
            return canonical_uuid(value)
        except (TypeError, ValueError) as error:
            raise self.make_error("invalid_uuid") from error


class Many(fields.List):
    """A list of at most `most` items."""

    default_error_messages = _COMMON | {"invalid": coded("wrong_type")}

    def __init__(self, item: Any, most: int, *, distinct: bool = False, **kwargs: Any):
        checks: list[Any] = [Length(max=most)] + ([Distinct()] if distinct else [])
        super().__init__(item, validate=checks, **kwargs)


class Part(fields.Nested):
    """An object within an object."""

    default_error_messages = _COMMON | {"type": coded("wrong_type")}


def instant(value: Any) -> str:
    """An aware datetime as UTC with `Z`, to the millisecond."""
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def canonical_uuid(spelling: str) -> uuid.UUID:
    """The uuid of an address, version 4 or 7, in its one spelling; ValueError for any other. Other
    spellings are refused rather than mended: they name the same id, and a client that uses two is
    about to count something twice."""
    match = _UUID.fullmatch(spelling)
    if not match or match.group(1) not in "47":
        raise ValueError(spelling)
    return uuid.UUID(spelling)
