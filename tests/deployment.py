"""What a new version of the web app is to a phone: the same addresses, other files behind them."""

import base64
import hashlib
import http.client
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.demo_server import ROOT

DIST = ROOT / "server/web/dist"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}
TYPES |= {".html": "text/html; charset=utf-8", ".webmanifest": "application/manifest+json"}
HOP = {"connection", "transfer-encoding", "content-length"}


class Deployed:
    """A server whose web app comes from `folder`, and everything else from the server behind it."""

    def __init__(self, address: str, folder: Path):
        self.address, self.folder = address, folder
        # What answers only when the journey is over: a line that is too slow for it.
        self.held: str | None = None
        self.holds, self.over = threading.Event(), threading.Event()


@contextmanager
def deployed(behind: int) -> Iterator[Deployed]:
    """In front of the server at that port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answer)
    server.daemon_threads = True
    server.behind = behind
    server.deployed = Deployed(f"http://127.0.0.1:{server.server_port}", DIST)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.deployed
    finally:
        server.deployed.over.set()
        server.shutdown()
        server.server_close()


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path.startswith("/api/"):
            return self._forward()
        if (held := self.server.deployed.held) and held in path:
            self.server.deployed.holds.set()
            self.server.deployed.over.wait()
        is_file = "." in path.rsplit("/", 1)[-1]
        file = self.server.deployed.folder / (path[1:] if is_file else "index.html")
        if not file.is_file():
            return self._answer(404, [], b"")
        kept = "max-age=31536000, immutable" if path.startswith("/assets/") else "no-cache"
        kind = TYPES[file.suffix]
        return self._answer(
            200, [("Content-Type", kind), ("Cache-Control", kept)], file.read_bytes()
        )

    def do_POST(self) -> None:
        self._forward()

    do_PUT = do_DELETE = do_HEAD = do_POST

    def _forward(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        there = http.client.HTTPConnection("127.0.0.1", self.server.behind, timeout=60)
        there.request(self.command, self.path, body or None, dict(self.headers))
        answer = there.getresponse()
        headers = [(name, value) for name, value in answer.getheaders() if name.lower() not in HOP]
        self._answer(answer.status, headers, answer.read())
        there.close()

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        # Whoever closes a page does not wait for its answers.
        with suppress(ConnectionError):
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


def next_worker(folder: Path) -> Path:
    """The same files behind another worker, as after a deployment that changed nothing else."""
    shutil.copytree(DIST, folder)
    with (folder / "sw.js").open("a") as worker:
        worker.write("\n// The next one.\n")
    return folder


def next_build(folder: Path) -> Path:
    """The same app as a build of tomorrow would be: other names, other hashes."""
    shutil.copytree(DIST, folder)
    worker = (folder / "sw.js").read_text()
    ours = [path for path in (folder / "assets").glob("*.js") if path.name in worker]
    texts = [folder / "index.html", *ours]
    before = {path: _integrity(path) for path in texts}
    names = {path.name: f"{path.stem}2.js" for path in ours}
    for path in texts:
        path.write_text(_with(path.read_text(), names))
    hashes = {before[path]: _integrity(path) for path in texts}
    worker = re.sub(r"version:`(\w+)`", r"version:`\g<1>2`", _with(worker, names | hashes))
    (folder / "sw.js").write_text(worker)
    for path in ours:
        path.rename(path.with_name(names[path.name]))
    return folder


def _with(text: str, replaced: dict[str, str]) -> str:
    for old, new in replaced.items():
        text = text.replace(old, new)
    return text


def _integrity(path: Path) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
