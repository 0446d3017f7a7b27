"""How teams are called, in full and as screens and people shorten it, and which of them somebody
may have meant."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from server.imports.meanings import LEFT_OUT
from server.imports.near import MOST_COMPARED
from server.text import bare as folded

LONG = re.compile(rf"\b{folded(LEFT_OUT)}\b")
LONG_AS_WRITTEN = re.compile(rf" {LEFT_OUT}(?= )", re.IGNORECASE)
# What nearly every name begins with, and what therefore makes none like another.
COMMON = re.compile(r"^(?:to )?(?:cong nghe )?(?:so )?(?:cong dong )?(?:(?:khom|ap) )?")
ALIKE = 0.75  # of 1, by which two spellings are the same; found with names of the province


def shown(name: str) -> str:
    """A team's name as our own screens shorten it: 'Tổ Ấp 2, Bình Thành'."""
    return LONG_AS_WRITTEN.sub("", name, count=1)


def short(name: str) -> str:
    """A team's name as lists and people shorten it, folded: 'to ap 2 binh thanh'."""
    return " ".join(LONG.sub(" ", folded(name)).split())


def likely(name: str, names: Mapping[int, str]) -> list[int]:
    """The teams that may be meant, the likeliest first: spelt nearly so in what is a team's own;
    else those whose name goes on where this one ends, as 'Tổ Ấp 1' does in every commune. Among
    too many teams to compare a spelling with, only those that are spelt just so there."""
    said = _own(name)
    parts = {id: _own(known) for id, known in names.items()}
    if len(names) > MOST_COMPARED:
        alike = {id: float(known == said) for id, known in parts.items()}
    else:
        alike = {id: _likeness(said, known) for id, known in parts.items()}
    near = sorted((id for id in names if alike[id] >= ALIKE), key=lambda id: (-alike[id], id))
    begun = f"{' '.join(said)} "
    return near or [id for id, known in parts.items() if " ".join(known).startswith(begun)]


@lru_cache(
    maxsize=4096
)  # for a list that names a thousand teams wrongly meets each of ours as often
def _own(name: str) -> tuple[str, ...]:
    """What tells a team from others: its hamlet, and where that is if the name says so."""
    hamlet, *place = (short(part) for part in name.split(",", 1))
    return (COMMON.sub("", hamlet), *place)


def _likeness(said: tuple[str, ...], known: tuple[str, ...]) -> float:
    """Hamlet and place must both be alike, or any two hamlets of one commune would be."""
    pairs = zip(_parted(said, known), _parted(known, said), strict=True)
    return min(_ratio(one, other) for one, other in pairs)


def _ratio(one: str, other: str) -> float:
    """How alike two spellings are, of 1; 0 as soon as it is plain that they are not."""
    shorter, longer = sorted((len(one), len(other)))
    if 2 * shorter < ALIKE * (shorter + longer):
        return 0.0
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _parted(name: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """A name written without a comma, parted where the other has its own."""
    if len(name) == len(other) or len(name) > 1:
        return name
    words, n = name[0].split(), len(other[0].split())
    return (" ".join(words[:n]), " ".join(words[n:]))
