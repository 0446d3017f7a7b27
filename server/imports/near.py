"""What somebody may have meant to write."""

from collections.abc import Mapping
from difflib import get_close_matches

from server.text import fold

MOST_COMPARED = 400  # names, beyond which looking for the nearest takes too long


def nearest(name: str, names: Mapping[int, str]) -> list[int]:
    """Who is spelt nearly so, to be looked at and never taken for the one that was meant."""
    folded = {id: fold(known) for id, known in names.items()}
    near = [id for id, known in folded.items() if known == fold(name)]
    if not near and len(names) <= MOST_COMPARED:
        close = get_close_matches(fold(name), set(folded.values()), n=3, cutoff=0.7)
        near = [id for id, known in folded.items() if known in close]
    return near
