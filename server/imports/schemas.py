"""Shapes of imports."""

from marshmallow import fields

from server.fields import Code, Day, Moment, QueryWhole, Schema, Text
from server.imports.kinds import KINDS
from server.imports.models import STATES
from server.sessions.schemas import Person


class FileQuery(Schema):
    """What a file is: `on` is the day on which its codes and names are to be understood (today);
    `anyway` takes it for this kind though its headings are those of another."""

    kind = Code(KINDS, required=True)
    name = Text(200, shortest=1, required=True)
    on = Day()
    anyway = Code(("yes",))


class Progress(Schema):
    """How far the work has come, in rows; `total` is 0 where it is not known."""

    phase = Code(("reading", "checking", "writing", "undoing"), required=True)
    done = fields.Integer(required=True)
    total = fields.Integer(required=True)


class BatchWaiting(Schema):
    """Of a batch's sessions: those that wait without and with a hint, and those approved."""

    clean = fields.Integer(required=True)
    flagged = fields.Integer(required=True)
    approved = fields.Integer(required=True)


class PassedOver(Schema):
    """A column of the file that is none of the template's, and the one it may have been meant
    for."""

    heading = fields.String(required=True)
    meant = fields.String(required=True, allow_none=True)


class Difference(Schema):
    """What a known row says other than the system: the `column` by its heading in the file, what is
    `written` and what `stands` in the system, and the page of a team or person to change it on."""

    row = fields.Integer(required=True)
    column = fields.String(required=True)
    written = fields.String(required=True)
    stands = fields.String(required=True)
    page = Code(("team", "person"), required=True)
    id = fields.Integer(required=True)


class Different(Schema):
    """In how many known rows there are differences, and those of the first thirty."""

    rows = fields.Integer(required=True)
    told = fields.List(fields.Nested(Difference), required=True)


class SampleRow(Schema):
    """A row of the file, its cells in the order of the columns."""

    row = fields.Integer(required=True)
    cells = fields.List(fields.String(), required=True)


class Beside(Schema):
    """A hamlet in which a team would be founded, and the `teams` there already that no row of the
    file means, by their names: one of them may have been renamed."""

    place = fields.String(required=True)
    teams = fields.String(required=True)


class Sample(Schema):
    """The first ten rows that would be added or corrected, as they were understood, under the
    headings of the template."""

    columns = fields.List(fields.String(), required=True)
    rows = fields.List(fields.Nested(SampleRow), required=True)
    beside = fields.List(fields.Nested(Beside), required=True)


class Holder(Schema):
    """Somebody whose phones hold sessions that were not sent yet."""

    user_id = fields.Integer(required=True)
    name = fields.String(required=True)
    phone = fields.String(required=True, allow_none=True)


class BatchOut(Schema):
    """One file. `faulty` counts rows, `faults` what is wrong with them."""

    id = fields.UUID(required=True)
    kind = Code(KINDS, required=True)
    file_name = fields.String(required=True)
    day = Day(required=True, allow_none=True)
    rows = fields.Integer(required=True)
    added = fields.Integer(required=True)
    known = fields.Integer(required=True)
    corrected = fields.Integer(required=True)
    faulty = fields.Integer(required=True)
    faults = fields.Integer(required=True)
    state = Code(("checking", *STATES), required=True)
    by = fields.Nested(Person, required=True)
    created_at = Moment(required=True, allow_none=True)
    applied_at = Moment(required=True, allow_none=True)
    undone_at = Moment(required=True, allow_none=True)
    has_content = fields.Boolean(
        required=True, metadata={"description": "Whether its rows and faults are still kept"}
    )
    progress = fields.Nested(Progress, required=True, allow_none=True)
    may = fields.List(Code(("apply", "undo", "approve")), required=True)
    passed_over = fields.List(
        fields.Nested(PassedOver),
        required=True,
        metadata={"description": "Columns that were not read; empty in a list"},
    )
    different = fields.Nested(
        Different,
        required=True,
        allow_none=True,
        metadata={
            "description": "What known rows say other than the system, which a file does not"
            " change; null where there is nothing, and in a list"
        },
    )
    sample = fields.Nested(
        Sample,
        required=True,
        allow_none=True,
        metadata={
            "description": "How the first rows were understood, of a file without faults that has"
            " not been written; null in a list"
        },
    )
    sheet = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Which was read of a workbook with others; null in a list"},
    )
    teams = fields.List(
        fields.Integer(),
        required=True,
        metadata={"description": "Teams into which people came; empty in a list"},
    )
    unsent = fields.Integer(
        required=True,
        metadata={"description": "Sessions on phones of those whom it put into teams; 0 in a list"},
    )
    holders = fields.List(
        fields.Nested(Holder),
        required=True,
        metadata={"description": "Whose they are, at most thirty, who hold the most first"},
    )
    waiting = fields.Nested(
        BatchWaiting,
        required=True,
        allow_none=True,
        metadata={"description": "Of past sessions that were written; null in a list"},
    )


class Undoing(Schema):
    despite_unsent = Code(("true", "false"))


class LanguageQuery(Schema):
    """In which language a file is written; else as the browser asks, for a link says no headers."""

    language = Code(("vi", "en"))


class PageQuery(Schema):
    cursor = Text(200)
    limit = QueryWhole(1, 200, load_default=50)


class BatchPage(Schema):
    items = fields.List(fields.Nested(BatchOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class FaultOut(Schema):
    """`row` in the file, from 1 with the headings; `column` by its heading there, null for the row
    as a whole; what was `written`, `what` is wrong and what would be `right`, or nothing."""

    row = fields.Integer(required=True)
    column = fields.String(required=True, allow_none=True)
    written = fields.String(required=True)
    what = fields.String(required=True)
    right = fields.String(required=True)


class FaultPage(Schema):
    """`untold`: how many more faults the file has than are ever listed."""

    items = fields.List(fields.Nested(FaultOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    untold = fields.Integer(required=True)
