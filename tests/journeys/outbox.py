"""What lies in a phone's own storage, past its screens: to fill an outbox at once, and to see
whether it is empty. The shapes are those of src/phone/store/schema.ts."""

import json
import time
import uuid

DATABASE = "nhat-ky-to-so-{}"
PATIENCE = 15  # seconds
OPEN = """const db = await new Promise((done, fail) => {
  const opening = indexedDB.open(name);
  opening.onsuccess = () => done(opening.result);
  opening.onerror = () => fail(opening.error);
});
const all = (store) => new Promise((done, fail) => {
  const asked = db.transaction(store).objectStore(store).getAll();
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => fail(asked.error);
});
"""
READ = (
    f"async ([name, store]) => {{ {OPEN} const kept = await all(store); db.close(); return kept; }}"
)
PUT = f"""async ([name, items]) => {{ {OPEN}
  const last = (await all("unsent")).length;
  const writing = db.transaction(["unsent", "meta"], "readwrite");
  items.forEach((item, i) => writing.objectStore("unsent").put({{...item, seq: last + i + 1}}));
  writing.objectStore("meta").put({{key: "client_seq", value: last + items.length}});
  await new Promise((done, fail) => {{
    writing.oncomplete = done;
    writing.onerror = () => fail(writing.error);
  }});
  db.close();
}}"""


class Outbox:
    """Of one person on one phone."""

    def __init__(self, user_id: int):
        self.database = DATABASE.format(user_id)

    def items(self, page) -> list[dict]:
        return page.evaluate(READ, [self.database, "unsent"])

    def wait_for(self, page, n: int) -> None:
        """Until that many are left."""
        deadline = time.monotonic() + PATIENCE
        while (left := len(self.items(page))) != n:
            assert time.monotonic() < deadline, f"{left} are left"
            page.wait_for_timeout(100)

    def turns(self, page) -> list[int]:
        return [json.loads(item["body"])["participants"] for item in self.items(page)]

    def drafts(self, page) -> list[int | None]:
        """The turns of what is still being written."""
        drafts = page.evaluate(READ, [self.database, "drafts"])
        return [draft["form"]["participants"] for draft in drafts]

    def put(self, page, *bodies: dict) -> list[str]:
        """Sessions as the form freezes them; gives their ids."""
        items = [frozen(body, i) for i, body in enumerate(bodies)]
        page.evaluate(PUT, [self.database, items])
        return [item["id"] for item in items]


def frozen(body: dict, i: int) -> dict:
    return {
        "id": str(uuid.uuid4()),
        "op": "record",
        "body": json.dumps(body),
        "reason": None,
        "hash": None,
        "etag": None,
        "place": "Ấp 1",
        "frozenAt": f"2026-01-01T00:00:00.{i:03}Z",
        "stamp": None,
        "dayIsSure": True,
        "refusal": None,
    }
