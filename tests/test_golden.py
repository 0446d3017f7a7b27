"""The phone and the server name the same content by the same hash: one file of vectors, read by
both (the phone's half is server/web/src/phone/outbox/hash.test.ts)."""

import json
from pathlib import Path

import pytest

from server.sessions.content import content_hash

VECTORS = json.loads((Path(__file__).parent / "golden/content_hash.json").read_text())


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["what"] for vector in VECTORS])
def test_the_hash_of(vector):
    assert content_hash(vector["body"]) == vector["hash"]
