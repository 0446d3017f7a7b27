"""Where the photos lie: DATA_DIR/photos, under names of ours, written whole or not at all."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

from flask import current_app


def root() -> Path:
    return current_app.config["SETTINGS"].data_dir / "photos"


def name_of(photo_id: uuid.UUID, sha256: str) -> str:
    """A file's name without its ending. What was sent is a part of it: two who use one id at the
    same moment write two files, and the row says whose counts."""
    return f"{photo_id}-{sha256[:16]}"


def path_of(photo_id: uuid.UUID, sha256: str) -> Path:
    """Where a photo lies; two folders deep, so that none holds more than a few thousand."""
    name = name_of(photo_id, sha256)
    return root() / name[:2] / name[2:4] / f"{name}.jpg"


def keep(photo_id: uuid.UUID, sha256: str, content: bytes) -> None:
    """Write a photo so that after a power cut it is there whole or not at all."""
    path = path_of(photo_id, sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        part.write(content)
        part.flush()
        os.fsync(part.fileno())
    os.replace(part.name, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def drop(photo_id: uuid.UUID, sha256: str) -> None:
    """Take a photo away; doing it twice changes nothing."""
    path_of(photo_id, sha256).unlink(missing_ok=True)


def older_than(moment: float) -> Iterator[Path]:
    """Every file that was written before a moment (seconds since the epoch), halves included."""
    for path in root().glob("*/*/*"):
        if path.stat().st_mtime < moment:
            yield path
