"""The API's document is made from the code, committed, and complete."""

import json
import re
from pathlib import Path

from server import problems

COMMITTED = Path(__file__).parent.parent / "server" / "openapi.json"


def document(app):
    return app.test_client().get("/api/v1/openapi.json").json


def test_the_committed_document_is_what_the_code_says(app):
    assert json.loads(COMMITTED.read_text()) == document(app), "run: make openapi"


def test_every_route_is_in_the_document_with_its_words_and_its_problems(app):
    paths = document(app)["paths"]
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/api/v1/") or "openapi" in rule.rule or "docs" in rule.rule:
            continue
        spelled = re.sub(r"<(?:[^>]*:)?([a-z_]+)>", r"{\1}", rule.rule)
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            operation = paths[spelled][method.lower()]
            assert operation["summary"], spelled
            problem = operation["responses"]["default"]
            assert problem == {"$ref": "#/components/responses/DEFAULT_ERROR"}, spelled


def test_the_document_can_be_browsed(app):
    page = app.test_client().get("/api/v1/docs")
    assert page.status_code == 200
    assert "/api/v1/openapi.json" in page.get_data(as_text=True)


def test_every_problem_has_its_words_in_both_languages():
    kinds = [value for value in vars(problems).values() if isinstance(value, problems.Kind)]
    assert len({kind.code for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.vietnamese and kind.english, kind.code
    for code, texts in problems.FIELD_TEXTS.items():
        assert len(texts) == 2 and all(texts), code
