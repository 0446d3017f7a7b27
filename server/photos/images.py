"""Draws a photo anew: what comes out is a JPEG of ours, whatever came in. Pure."""

import threading
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from PIL import Image

from server import problems

TYPES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
LONGEST_SIDE = 1280  # pixels
START_OF_SCAN = b"\xff\xda"
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
LARGEST_FILE = 200 * 1024  # bytes, of what is kept
# From what looks best to what is still a picture, until the file is small enough.
SIZES = ((1280, 82), (1280, 70), (1280, 55), (1024, 50), (800, 45), (640, 40))
MOST_PIXELS = 24_000_000
# Read whole into memory: the others, and a JPEG that comes in passes.
MOST_PIXELS_WHOLE = 12_000_000
MOST_PASSES = 20
LONGEST_SHAPE = 10  # times as long as wide
PATIENCE = 10  # seconds, for a place among those being drawn
GRID = 8  # a fingerprint has so many rows and columns
NEARLY_BLANK = 6  # bits that differ from a picture of one colour
DARKER = 4  # of 256; less than that is as much the compression's as the picture's
# As many at a time as a small host has memory for.
_at_once = threading.Semaphore(2)


@dataclass(frozen=True)
class Drawn:
    """A photo as it is kept: a JPEG, its size in pixels, and what it looks like."""

    content: bytes
    width: int
    height: int
    fingerprint: str | None


def drawn_anew(sent: bytes) -> Drawn:
    """The photo as a JPEG within our sizes, upright and without a word about where and with what
    it was taken. Raises `PHOTO_UNREADABLE` for anything but one still
    picture of a bearable size. Takes up to a second: nobody should hold a database meanwhile."""
    if not _at_once.acquire(timeout=PATIENCE):
        raise problems.BUSY().with_headers(Retry_After="20")
    try:
        plain = _plain(sent)
        mark = fingerprint(plain)
        return Drawn(*_small(plain), mark)
    except Exception as error:
        # Decoders fail in as many ways as there are broken files; none of them is our fault.
        raise problems.PHOTO_UNREADABLE() from error
    finally:
        _at_once.release()


def _plain(sent: bytes) -> Image.Image:
    if sent.count(START_OF_SCAN) > MOST_PASSES:
        raise ValueError("passes without end, each as dear as a picture")
    with Image.open(BytesIO(sent), formats=list(TYPES.values())) as picture:
        _check_size(picture)
        picture.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = picture.convert("RGBA")
        turn = TURNS.get(picture.getexif().get(ORIENTATION))
        upright = upright.transpose(turn) if turn else upright
    # Onto a sheet of its own: a comment, a profile or a position would go along with the old one.
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright)
    return plain


def _check_size(picture: Image.Image) -> None:
    in_passes = picture.info.get("progressive") or picture.info.get("progression")
    at_a_fraction = picture.format in ("JPEG", "MPO") and not in_passes
    if picture.width * picture.height > (MOST_PIXELS if at_a_fraction else MOST_PIXELS_WHOLE):
        raise ValueError("too many pixels")
    if max(picture.size) > LONGEST_SHAPE * min(picture.size) or picture.mode == "CMYK":
        raise ValueError("no photo")
    # A phone's portrait mode adds a second picture (MPO), of which the first is the photo.
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        raise ValueError("more than one picture")


def fingerprint(picture: Image.Image) -> str | None:
    """Whether each of 8 x 8 spots is darker than its neighbour, as 16 hexadecimal digits: the same
    for the same file always, and mostly (in a trial, 4 times of 5) for one that was shrunk and
    compressed once more. None for one so plain that many would be alike."""
    grey = picture.convert("L").resize((GRID + 1, GRID), Image.Resampling.BOX).tobytes()
    rows = [grey[start : start + GRID + 1] for start in range(0, len(grey), GRID + 1)]
    bits = [left + DARKER < right for row in rows for left, right in pairwise(row)]
    if not NEARLY_BLANK <= sum(bits) <= len(bits) - NEARLY_BLANK:
        return None
    return f"{sum(bit << place for place, bit in enumerate(bits)):016x}"


def _small(plain: Image.Image) -> tuple[bytes, int, int]:
    for side, quality in SIZES:
        plain.thumbnail((side, side))
        file = BytesIO()
        plain.save(file, "JPEG", quality=quality, optimize=True)
        if file.tell() <= LARGEST_FILE:
            break
    return file.getvalue(), plain.width, plain.height
