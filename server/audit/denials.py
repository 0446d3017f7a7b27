"""Refusals go into the log: who tried what they may not do or see."""

from flask import request
from flask_jwt_extended import get_current_user

from server.audit.actions import record
from server.edge import denied
from server.extensions import write
from server.problems import Problem


@denied.connect
def remember(problem: Problem) -> None:
    """Write one entry, in a transaction of its own: the request's is rolled back."""
    # The rule and not the address: an invitation's code stands in the latter.
    rule = request.url_rule.rule if request.url_rule else request.path
    path = "".join(c if c.isprintable() else "?" for c in rule.removeprefix("/api/v1")[:40])
    what = {"method": request.method, "code": problem.kind.code}
    write(record, "access.denied", "path", path, by=get_current_user(), **what)
