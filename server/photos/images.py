"""Draws a photo anew: what comes out is a JPEG of ours, whatever came in. Pure."""

import threading
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from server import problems

TYPES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
LONGEST_SIDE = 1280  # pixels
LARGEST_FILE = 200 * 1024  # bytes, of what is kept
# From what looks best to what is still a picture, until the file is small enough.
SIZES = ((1280, 82), (1280, 70), (1280, 55), (1024, 50), (800, 45), (640, 40))
# A JPEG is read at a fraction of its size; the others must fit into memory whole.
MOST_PIXELS = {"JPEG": 50_000_000, "PNG": 12_000_000, "WEBP": 12_000_000}
UNREADABLE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
)
# As many at a time as a small host has memory for.
_at_once = threading.Semaphore(2)


def drawn_anew(sent: bytes) -> tuple[bytes, int, int]:
    """The photo as a JPEG within our sizes, upright and without a word about where and with what
    it was taken; its width and height. Raises `PHOTO_UNREADABLE` for anything but one still
    picture."""
    with _at_once:
        try:
            plain = _plain(sent)
        except UNREADABLE as error:
            raise problems.PHOTO_UNREADABLE() from error
        return _small(plain)


def _plain(sent: bytes) -> Image.Image:
    with Image.open(BytesIO(sent), formats=list(TYPES.values())) as picture:
        pixels = picture.width * picture.height
        if pixels > MOST_PIXELS[picture.format] or getattr(picture, "is_animated", False):
            raise ValueError("not one photo of a bearable size")
        picture.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    # Onto a sheet of its own: a comment, a profile or a position would go along with the old one.
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright)
    return plain


def _small(plain: Image.Image) -> tuple[bytes, int, int]:
    for side, quality in SIZES:
        plain.thumbnail((side, side))
        file = BytesIO()
        plain.save(file, "JPEG", quality=quality, optimize=True)
        if file.tell() <= LARGEST_FILE:
            break
    return file.getvalue(), plain.width, plain.height
