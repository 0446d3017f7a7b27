"""What is said of a file, kept as a code and the values of the case, so that everybody reads it in
their own language however long ago it was found."""

from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from server import problems
from server.imports.words import NAMES, WORDS

Kept = str | list  # as JSON keeps it; a mere text is one of the days before there were codes


@cache
def texts() -> dict[str, tuple[str, str]]:
    """Code -> (Vietnamese, English): ours, and those of the rules that hold for the whole API."""
    kinds = [kind for kind in vars(problems).values() if isinstance(kind, problems.Kind)]
    rules = {kind.code: (kind.vietnamese, kind.english) for kind in kinds} | problems.FIELD_TEXTS
    return {code: (_fragment(vi), _fragment(en)) for code, (vi, en) in rules.items()} | WORDS


def _fragment(text: str) -> str:
    """Sentences in the one form of all that is said of a file."""
    return "; ".join(map(_uncapitalised, text.removesuffix(".").split(". ")))


def _uncapitalised(sentence: str) -> str:
    word = sentence.split()[0]
    is_name = word in NAMES or word[1:] != word[1:].lower()
    return sentence if is_name else sentence[0].lower() + sentence[1:]


@cache
def _named(code: str) -> frozenset[str]:
    parsed = (part for text in texts()[code] for part in Formatter().parse(text))
    return frozenset(name for _, name, _, _ in parsed if name)


@dataclass(frozen=True)
class Said:
    """One text. Its values are JSON, other texts, or lists of both."""

    code: str
    values: dict[str, Any]

    def render(self, english: bool) -> str:
        """The text in one of the two languages."""
        values = {name: _rendered(value, english) for name, value in self.values.items()}
        return texts()[self.code][english].format(**values)

    def kept(self) -> Kept:
        return [self.code, {name: _kept(value) for name, value in self.values.items()}]


def say(code: str, /, **values: Any) -> Said:
    """A text of the catalogue, with those of the values that it names; raises `KeyError` for a code
    or a value that there is not."""
    return Said(code, {name: values[name] for name in sorted(_named(code))})


def again(kept: Kept) -> Said:
    """A text as it was kept."""
    if isinstance(kept, str):
        return say("as_told", text=kept)
    code, values = kept
    return Said(code, {name: _again(value) for name, value in values.items()})


def _rendered(value: Any, english: bool) -> Any:
    if isinstance(value, list):
        return "; ".join(str(_rendered(one, english)) for one in value)
    return value.render(english) if isinstance(value, Said) else value


def _kept(value: Any) -> Any:
    if isinstance(value, list):
        return [_kept(one) for one in value]
    return {"said": value.kept()} if isinstance(value, Said) else value


def _again(value: Any) -> Any:
    if isinstance(value, list):
        return [_again(one) for one in value]
    return again(value["said"]) if isinstance(value, dict) else value
