"""What the screens say: every text is said somewhere, so that a phone carries none for nothing."""

import re
from pathlib import Path

SOURCES = Path(__file__).parent.parent / "server/web/src"
TEXTS = re.compile(r"(vi(\.\w+)?|[a-z]*[tT]exts)\.ts")
TRANSLATIONS = re.compile(r"en(\.\w+)?\.ts|[a-z]*[eE]nglish\.ts|schema\.d\.ts")


def defined(path):
    return set(re.findall(r"^\s+'([a-z0-9_.\-]+)':", path.read_text(), re.M))


def said_in(code, key):
    """As itself, or as a part with the rest worked out: `state.${session.state}`."""
    return f"'{key}'" in code or any(f"`{key[:end]}${{" in code for end in range(1, len(key) + 1))


def test_every_text_is_said_somewhere():
    files = [path for path in SOURCES.rglob("*.ts*") if not TRANSLATIONS.fullmatch(path.name)]
    texts = [path for path in files if TEXTS.fullmatch(path.name)]
    code = "".join(path.read_text() for path in files if path not in texts)
    assert texts
    silent = {path.name: {k for k in defined(path) if not said_in(code, k)} for path in texts}
    assert {name: keys for name, keys in silent.items() if keys} == {}
