"""Sets of numbers as sorted [first, last] pairs: a year of a phone's is mostly one pair. Pure."""

from collections.abc import Iterable

Spans = list[list[int]]


def joined(spans: Spans, numbers: Iterable[int]) -> Spans:
    """The spans with more numbers in them, neighbours merged."""
    found: Spans = []
    for first, last in sorted([*spans, *([n, n] for n in numbers)]):
        if found and first <= found[-1][1] + 1:
            found[-1][1] = max(found[-1][1], last)
        else:
            found.append([first, last])
    return found


def gaps(spans: Spans) -> Spans:
    """What is missing from 1 to the highest number."""
    starts = [1, *(last + 1 for _, last in spans)]
    return [
        [start, first - 1]
        for start, (first, _) in zip(starts, spans, strict=False)
        if start < first
    ]


def size(spans: Spans) -> int:
    """How many numbers there are in them."""
    return sum(last - first + 1 for first, last in spans)
