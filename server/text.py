"""Vietnamese text: normal form, folding for search, sorting, and what no field may hold."""

import re
import unicodedata
from typing import Any

# Letters in dictionary order; tone marks come after all letters are equal.
_LETTERS = {
    letter: f"{rank:02d}" for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u2069\u2800\u3164\ufeff\uffa0]"
)

# Crockford's alphabet: no letter that reads like a digit over the phone.
_SPOKEN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

# What a spreadsheet shows where a formula failed.
_FAILED = re.compile(r"#(?:N/A|GETTING_DATA|[A-Z0-9/]+[!?])|Err:[0-9]{3}")
FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|"
LONGEST_CELL = 32_767  # characters, Excel's own limit


def spoken(number: int, length: int) -> str:
    """The last `length` times five bits of a number, as letters and digits to be read out."""
    return "".join(_SPOKEN[(number >> (5 * place)) & 31] for place in range(length - 1, -1, -1))


def heard(typed: str) -> str:
    """Such letters and digits as somebody typed them, in their one spelling."""
    plain = "".join(character for character in typed.upper() if character.isalnum())
    return plain.translate(str.maketrans("OIL", "011"))


def nfc(text: str) -> str:
    """The composed form, in which every text of ours is stored and compared."""
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """A name as people mean it: composed, trimmed, single spaces."""
    return " ".join(nfc(text).split())


def forbidden_character(text: str, *, lines: bool = False) -> bool:
    """Whether the text holds a control character, a lone surrogate, a non-character, or an
    invisible mark that could make two names look alike. `lines` allows line breaks and tabs."""
    allowed = "\n\t" if lines else ""
    for character in text:
        if character in allowed:
            continue
        if unicodedata.category(character) in ("Cc", "Cs") or ord(character) & 0xFFFE == 0xFFFE:
            return True
    return bool(_INVISIBLE.search(text))


def bare(text: str) -> str:
    """Without marks or signs, in small letters, đ = d, single spaces."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", letters).split())


def fold(text: str) -> str:
    """The text as people type it in a hurry: `bare`, and y = i."""
    return bare(text).replace("y", "i")


def folded_name(context: Any) -> str:
    """The folded `name` of a row that is being stored, for rows that no object stands for."""
    return fold(context.get_current_parameters()["name"])


def sort_key(name: str) -> tuple:
    """Vietnamese dictionary order with numbers by value: Ấp 2 before Ấp 10, Đ after D."""
    parts: list[tuple[int, int, str]] = []
    tones: list[int] = []
    for run in re.findall(r"\d+|\D+", nfc(name).lower()):
        if run.isdecimal():
            parts.append((0, int(run), ""))
            continue
        letters, marks = _spell(run)
        parts.append((1, 0, letters))
        tones += marks
    return (parts, tones, name)


def _spell(run: str) -> tuple[str, list[int]]:
    letters, tones = "", []
    for character in run:
        base = [c for c in unicodedata.normalize("NFD", character) if c not in _TONES]
        marks = [_TONES[c] for c in unicodedata.normalize("NFD", character) if c in _TONES]
        letters += _LETTERS.get(
            nfc("".join(base)), "zz" + character if character.isalpha() else character
        )
        tones.append(marks[0] if marks else 0)
    return letters, tones


def plain(label: str) -> str:
    """A label for a file: with the hyphen that people search for, not the one that keeps
    'e-Dongthap' on one line of a screen."""
    return label.replace("\u2011", "-")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for something to run."""
    return text.lstrip(" ").startswith(tuple(FORMULA_STARTS))


def is_failed_formula(text: str) -> bool:
    """Whether a text is what a spreadsheet shows where a formula failed."""
    return _FAILED.fullmatch(text) is not None


def unguarded(text: str) -> str:
    """A cell as it was before our list of faulty rows put an apostrophe before it."""
    return text[1:] if text.startswith("'") and is_formula(text[1:]) else text


def is_no_name(text: str) -> bool:
    """Whether nobody and nothing is called so, in a form or in a file: a spreadsheet would run it,
    or it is what one shows of a formula that failed."""
    return is_formula(unguarded(text)) or is_failed_formula(text)


def safe_cell(value: str) -> str:
    """A text that a spreadsheet shows and never runs (OWASP, CSV injection)."""
    clean = _UNPRINTABLE.sub("", value)
    if is_formula(clean):
        clean = "'" + clean
    return clean if len(clean) <= LONGEST_CELL else clean[: LONGEST_CELL - 8] + " […cắt]"


def personal_data(text: str) -> str | None:
    """What a note seems to hold that it must not (domain: Decree 356/2025): `identity` (12 digits),
    `card` (16 digits), `phone`, or `identity_old` (9 digits); None when nothing is found. Numbers
    are written in one piece or in groups of three or more digits."""
    found = set()
    for run in re.findall(r"\d+(?:[ .\-]\d+)*", text):
        groups = re.findall(r"\d+", run)
        for start in range(len(groups)):
            for end in range(start + 1, min(start + 6, len(groups)) + 1):
                if all(len(group) >= 3 for group in groups[start:end]):
                    found.add(_number_kind("".join(groups[start:end])))
    kinds = ("card", "identity", "phone", "identity_old")
    return next((kind for kind in kinds if kind in found), None)


def _number_kind(digits: str) -> str | None:
    if len(digits) in (10, 11) and digits.startswith(("0", "84")):
        return "phone"
    return {16: "card", 12: "identity", 9: "identity_old"}.get(len(digits))
