"""A network between a browser and the app that fails as real ones do: real bytes on real sockets.

Everything passes, except where a fault is to be played: `proxy.play("answer_lost", times=3)`."""

import random
import re
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from socketserver import BaseRequestHandler, ThreadingTCPServer

LONGEST = 60  # seconds that anything here waits for anything
DELAY = 0.6
RST_ON_CLOSE = struct.pack("ii", 1, 0)
HTML = (
    b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
)


@dataclass(frozen=True)
class Request:
    head: bytes
    body: bytes

    @property
    def method(self) -> str:
        return self.head.split(b" ", 1)[0].decode()

    @property
    def path(self) -> str:
        return self.head.split(b" ", 2)[1].decode()

    def with_header(self, name: bytes, value: bytes) -> "Request":
        """The header instead of what it was before, if it was there."""
        without = re.sub(rb"(?im)^%s:.*\r\n" % re.escape(name), b"", self.head)
        line, rest = without.split(b"\r\n", 1)
        return Request(b"\r\n".join([line, name + b": " + value, rest]), self.body)


class Exchange:
    """One request and what comes of it, in the hands of the network."""

    def __init__(self, proxy: "FaultyProxy", client: socket.socket, request: Request):
        self.proxy, self.client, self.request = proxy, client, request

    def forward(self, request: Request | None = None, part: float = 1.0) -> bytes:
        """The server's whole answer. Of a part of the request there is none: the line is cut."""
        request = request or self.request
        sent = request.head + request.body[: int(len(request.body) * part)]
        try:
            with socket.create_connection(("127.0.0.1", self.proxy.server_port), LONGEST) as server:
                server.sendall(sent)
                return b"" if part < 1 else read_all(server)
        except OSError:
            return b""

    def answer(self, answer: bytes) -> None:
        """An empty one means that the server has gone."""
        if answer:
            self.client.sendall(answer)
        else:
            self.reset()

    def reset(self) -> None:
        self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RST_ON_CLOSE)
        self.client.close()


# --- The faults -----------------------------------------------------------------------------------


def request_lost(exchange: Exchange) -> None:
    exchange.reset()


def answer_lost(exchange: Exchange) -> None:
    exchange.forward()
    exchange.reset()


def duplicated(exchange: Exchange) -> None:
    """Both at once; what the second hears is passed on."""
    with ThreadPoolExecutor(2) as both:
        first, second = both.submit(exchange.forward), both.submit(exchange.forward)
        first.result()
        exchange.answer(second.result())


def delayed(exchange: Exchange) -> None:
    """Some of it on the way there, the rest on the way back."""
    there = exchange.proxy.random.uniform(0, DELAY)
    time.sleep(there)
    answer = exchange.forward()
    time.sleep(DELAY - there)
    exchange.answer(answer)


def request_cut(exchange: Exchange) -> None:
    exchange.forward(part=0.5)
    exchange.reset()


def answer_cut(exchange: Exchange) -> None:
    """At any byte but the last, the head included."""
    answer = exchange.forward()
    exchange.answer(answer[: exchange.proxy.random.randrange(1, max(2, len(answer)))])


def error_500(exchange: Exchange) -> None:
    exchange.answer(html(b"500 Internal Server Error", b"<h1>Internal Server Error</h1>"))


def captive_portal(exchange: Exchange) -> None:
    exchange.answer(html(b"200 OK", "<h1>Chào mừng đến quán</h1>".encode()))


def wrong_csrf(exchange: Exchange) -> None:
    exchange.answer(exchange.forward(exchange.request.with_header(b"X-CSRF-TOKEN", b"wrong")))


def server_killed(exchange: Exchange) -> None:
    """While it works on this very request: sometimes before it has stored it, sometimes after."""
    killed = threading.Timer(exchange.proxy.random.uniform(0, 0.05), exchange.proxy.kill)
    killed.start()
    exchange.forward()
    exchange.reset()
    killed.join()
    exchange.proxy.restart()


FAULTS: dict[str, Callable[[Exchange], None]] = {
    fault.__name__: fault
    for fault in (
        request_lost,
        answer_lost,
        duplicated,
        delayed,
        request_cut,
        answer_cut,
        error_500,
        captive_portal,
        wrong_csrf,
        server_killed,
    )
}


# --- The proxy ------------------------------------------------------------------------------------


class FaultyProxy(ThreadingTCPServer):
    """Passes everything on to the app at `server_port`; `kill` and `restart` are that server's."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, server_port: int, kill=lambda: None, restart=lambda: None, seed: int = 0):
        super().__init__(("127.0.0.1", 0), Handler)
        self.server_port, self.kill, self.restart = server_port, kill, restart
        self.random = random.Random(seed)
        self.address = f"http://127.0.0.1:{self.server_address[1]}"
        # What was asked of the faulty paths, in the order in which it came.
        self.requests: list[Request] = []
        self._lock = threading.Lock()
        self._path, self._coming = "", deque()

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()

    def watch(self, path: str) -> None:
        """Writes to addresses that begin so are kept, and get the faults that are to come."""
        with self._lock:
            self._path = path
            self.requests.clear()
            self._coming.clear()

    def play(self, fault: str, times: int = 1) -> None:
        with self._lock:
            self._coming.extend([FAULTS[fault]] * times)

    def calm(self) -> int:
        """No more faults; tells how many were still to come."""
        with self._lock:
            left = len(self._coming)
            self._coming.clear()
            return left

    def fate_of(self, request: Request) -> Callable[[Exchange], None] | None:
        with self._lock:
            if request.method == "GET" or not (self._path and request.path.startswith(self._path)):
                return None
            self.requests.append(request)
            return self._coming.popleft() if self._coming else None

    def handle_error(self, request, client_address):
        """A browser that goes away in the middle is nobody's mistake."""


class Handler(BaseRequestHandler):
    def handle(self) -> None:
        self.request.settimeout(LONGEST)
        request = read_request(self.request)
        if request is None:
            return
        # One request a connection: whatever happens to it, no other is in its way.
        exchange = Exchange(self.server, self.request, request.with_header(b"Connection", b"close"))
        fault = self.server.fate_of(request)
        if fault:
            fault(exchange)
        else:
            exchange.answer(exchange.forward())


def read_request(client: socket.socket) -> Request | None:
    """None from a browser that only opened a line in case it should want one."""
    got = b""
    while b"\r\n\r\n" not in got:
        more = client.recv(65_536)
        if not more:
            return None
        got += more
    head, body = got.split(b"\r\n\r\n", 1)
    length = re.search(rb"(?im)^content-length:\s*(\d+)", head)
    while length and len(body) < int(length[1]):
        more = client.recv(65_536)
        if not more:
            return None
        body += more
    return Request(head + b"\r\n\r\n", body)


def read_all(server: socket.socket) -> bytes:
    answer = b""
    while more := server.recv(65_536):
        answer += more
    return answer


def html(status: bytes, page: bytes) -> bytes:
    return HTML % (status, len(page), page)
