"""The parts of a workbook, read as a stream of XML. A small file may unpack to a huge one: nothing
is read beyond a bound, and XML that defines anything of its own is refused (OWASP, XML external
entities)."""

from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers import expat
from zipfile import ZipFile

from server.imports.said import say

MB = 1024 * 1024
# A part's largest size unpacked, and how many elements it may have.
SHEET, STRINGS, OTHER = (80 * MB, 4_000_000), (20 * MB, 1_000_000), (8 * MB, 300_000)
SMALL, MOST_TIMES = MB, 100  # beyond which size a part may shrink to no less than a hundredth
CHUNK = 64 * 1024


class Unreadable(Exception):
    """Why a file is no table: a code of `words` with its values."""

    def __init__(self, code: str, /, **values: Any):
        self.said = say(code, **values)
        super().__init__(self.said.render(False))


class Part:
    """One XML part read from its beginning to its end: `start` hears of an element its name and
    attributes, `end` its name and the text inside it."""

    def __init__(self, parts: ZipFile, name: str, bounds: tuple[int, int]):
        known = {one.filename.replace("\\", "/").lower(): one for one in parts.infolist()}
        self.info, self.parts = known[name.lower()], parts
        self.left = bounds[1]
        if self.info.file_size > bounds[0] or (
            self.info.file_size > SMALL
            and self.info.file_size > MOST_TIMES * self.info.compress_size
        ):
            raise Unreadable("xlsx_too_large")

    def read(
        self, start: Callable[[str, dict], None], end: Callable[[str, str], None]
    ) -> Iterator[None]:
        """Go through the part; gives way now and then, for what was found to be taken."""
        text: list[str] = []
        parser = expat.ParserCreate()

        # One call an element each: a list has millions.
        def started(name: str, attributes: dict) -> None:
            self.left -= 1
            if self.left < 0:
                raise Unreadable("xlsx_too_many_cells")
            text.clear()
            start(name if ":" not in name else name.rpartition(":")[2], attributes)

        def ended(name: str) -> None:
            end(name if ":" not in name else name.rpartition(":")[2], "".join(text))
            text.clear()

        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = started, ended
        parser.CharacterDataHandler = text.append
        parser.StartDoctypeDeclHandler = _refuse
        with self.parts.open(self.info) as opened:
            while chunk := opened.read(CHUNK):
                parser.Parse(chunk, False)
                yield
            parser.Parse(b"", True)
            yield


def _refuse(*_of: Any) -> None:
    raise Unreadable("xlsx_strange")


def ignore(*_of: Any) -> None:
    """Nothing is to be known of it."""


def whole(part: Part, start: Callable = ignore, end: Callable = ignore) -> None:
    for _ in part.read(start, end):
        pass
