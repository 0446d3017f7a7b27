"""Clients that press, and how the answers came: rates and percentiles."""

import http.client
import json
import threading
import time
import uuid
from collections.abc import Callable
from statistics import quantiles


class Client:
    """One connection that stays open, as a browser's does."""

    def __init__(self, port: int, token: str = ""):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}

    def call(self, method: str, path: str, body: dict | None = None) -> tuple[int, bytes]:
        text = json.dumps(body) if body is not None else None
        self.connection.request(method, f"/api/v1{path}", text, self.headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read()


def write_rate(port: int, writers: list[tuple[str, dict]], clients: int, seconds: float) -> float:
    """Acknowledged sessions a second; `writers` are (token, body) pairs taken in turn."""
    done, stop = [0] * clients, time.perf_counter() + seconds

    def press(n: int) -> None:
        token, body = writers[n % len(writers)]
        client = Client(port, token)
        while time.perf_counter() < stop:
            status, answer = client.call("PUT", f"/sessions/{uuid.uuid4()}", body)
            if status != 201:
                raise RuntimeError(answer[:300])
            done[n] += 1

    threads = [threading.Thread(target=press, args=(n,)) for n in range(clients)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / (time.perf_counter() - start)


def read_times(port: int, token: str, path: str, times: int) -> dict[str, float]:
    """Median and p95 of one client's reads, in ms."""
    client = Client(port, token)

    def once() -> None:
        status, answer = client.call("GET", path)
        if status != 200:
            raise RuntimeError(answer[:300])

    for _ in range(5):
        once()
    took = [_timed(once) for _ in range(times)]
    cuts = quantiles(took, n=20)
    return {"median": cuts[9], "p95": cuts[18]}


def _timed(call: Callable[[], None]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def body_for(team_id: int, place_id: int) -> dict:
    """A session as a phone sends it."""
    return {
        "team_id": team_id,
        "place_id": place_id,
        "date": "2026-11-18",
        "type": "outing",
        "audience": "residents",
        "participants": 25,
        "female": 14,
        "services": [
            {"service": "cashless_account", "assisted": 25, "completed": 10},
            {"service": "edongthap", "assisted": 25, "completed": 12},
            {"service": "vneid", "assisted": 9, "completed": 4},
        ],
        "client": {"created_at": "2026-11-18T03:00:00Z", "app_version": "bench"},
    }
