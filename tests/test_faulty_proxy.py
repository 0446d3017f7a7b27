"""The bad network of the fault journeys does to a request what each fault is called for."""

import threading
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.faulty_proxy import FAULTS, FaultyProxy

BODY = b'{"items": []}'
ANSWER = b'{"results": []}'


@pytest.fixture
def behind():
    """Keeps what arrives whole."""

    class Keeping(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if len(body) == int(self.headers["Content-Length"]):
                self.server.got.append((self.headers["X-CSRF-TOKEN"], body))
            self.send_response(200)
            self.send_header("Content-Length", str(len(ANSWER)))
            self.end_headers()
            self.wfile.write(ANSWER)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Keeping) as behind:
        behind.got = []
        threading.Thread(target=behind.serve_forever, args=(0.01,), daemon=True).start()
        yield behind
        behind.shutdown()


def post(proxy):
    """What the browser hears: a status and a whole text, or nothing."""
    line = HTTPConnection("127.0.0.1", proxy.server_address[1], timeout=10)
    try:
        line.request("POST", "/api/v1/sync", BODY, {"X-CSRF-TOKEN": "right"})
        answer = line.getresponse()
        return answer.status, answer.read()
    except (OSError, HTTPException):
        return None
    finally:
        line.close()


# How often what is behind gets the whole request, and whether the browser hears so.
WHAT_HAPPENS = {
    "request_lost": (0, None),
    "answer_lost": (1, None),
    "duplicated": (2, 200),
    "delayed": (1, 200),
    "request_cut": (0, None),
    "answer_cut": (1, None),
    "error_500": (0, 500),
    "captive_portal": (0, 200),
    "wrong_csrf": (1, 200),
}


@pytest.mark.parametrize("fault", WHAT_HAPPENS)
def test_a_fault_happens_as_often_as_it_is_played(fault, behind):
    arrives, status = WHAT_HAPPENS[fault]
    with FaultyProxy(behind.server_port) as proxy:
        proxy.watch("/api/v1/sync")
        proxy.play(fault)
        heard = post(proxy)
        assert (heard and heard[0]) == status
        assert [body for _, body in behind.got] == [BODY] * arrives
        behind.got.clear()
        assert post(proxy) == (200, ANSWER)
        assert behind.got == [("right", BODY)]
        assert len(proxy.requests) == 2


def test_the_server_is_killed_in_the_middle_and_comes_back(behind):
    done = []
    kill, restart = (lambda: done.append("killed")), (lambda: done.append("up"))
    with FaultyProxy(behind.server_port, kill, restart) as proxy:
        proxy.watch("/api/v1/sync")
        proxy.play("server_killed")
        assert post(proxy) is None
        assert post(proxy) == (200, ANSWER)
    assert done == ["killed", "up"]
    assert set(FAULTS) == {*WHAT_HAPPENS, "server_killed"}


def test_the_wrong_token_is_wrong(behind):
    with FaultyProxy(behind.server_port) as proxy:
        proxy.watch("/api/v1/sync")
        proxy.play("wrong_csrf")
        post(proxy)
    assert behind.got == [("wrong", BODY)]
