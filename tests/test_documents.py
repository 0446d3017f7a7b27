"""The README says what is: every setting, folder and command in it exists, and the reverse."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title):
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_every_setting_is_in_the_table_and_every_row_is_a_setting():
    told = set(re.findall(r"`([A-Z][A-Z_]+)`", "".join(
        line.split("|")[1] for line in section("Settings").splitlines() if line.startswith("| `")
    )))  # fmt: skip
    read = set()
    for path in (ROOT / "server").rglob("*.py"):
        if "web" not in path.parts:
            read |= set(
                re.findall(
                    r'(?:environ(?:\.get|\.setdefault)?[\(\[]|_number\()\s*"([A-Z_]+)"',
                    path.read_text(encoding="utf-8"),
                )
            )
    assert told == read


def test_every_folder_and_module_is_on_the_map():
    told = set(re.findall(r"`([a-z_]+)/?`", "".join(
        line.split("|")[1] for line in section("A map of `server/`").splitlines()
        if line.startswith("| `")
    )))  # fmt: skip
    there = {
        path.stem if path.is_file() else path.name
        for path in (ROOT / "server").iterdir()
        if path.suffix == ".py" or (path.is_dir() and path.name not in ("__pycache__", "templates"))
    }
    assert told == there - {"__init__"}


def test_every_picture_and_link_leads_somewhere():
    for target in re.findall(r"\]\((?!http)([^)]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_make_target_that_is_named_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`?make ([a-z]+)", README)):
        assert re.search(rf"^{target}:", makefile, re.M), target


def test_every_command_that_is_named_exists(app):
    runner = app.test_cli_runner()
    for command in set(re.findall(r"flask --app wsgi ([a-z]+(?: [a-z]+)?)", README)):
        words = [w for w in command.split() if w not in ("name",)]
        answer = runner.invoke(args=[*words, "--help"])
        assert answer.exit_code == 0, (command, answer.output)
