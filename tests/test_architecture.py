"""The shape of the code: imports go one way, only `write` commits, no file outgrows a screenful of
thought."""

import ast
from pathlib import Path

SERVER = Path(__file__).parent.parent / "server"
# Lowest first: a module may import those before it, never those after.
ORDER = [
    "clock", "config", "problems", "text", "periods", "extensions", "planner", "writing",
    "fields", "edge",
    "blueprint", "cursors", "access", "audit", "admin_units", "accounts", "teams", "invitations",
    "catalogue", "rollups", "sessions", "photos", "sync", "figures", "worklist", "logbook",
    "search", "imports", "reports", "cli", "health", "api_page", "phone_app", "__init__",
]  # fmt: skip
FEATURES = ORDER[ORDER.index("access") : ORDER.index("cli")]
LONGEST_FILE = 300


def sources():
    for path in SERVER.rglob("*.py"):
        parts = path.relative_to(SERVER).parts
        if parts[0] != "web":
            yield path, parts[0].removesuffix(".py")


def imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            if node.module == "server":
                yield from (alias.name for alias in node.names)
            elif (node.module or "").startswith("server."):
                yield node.module.split(".")[1]


def test_packages_import_downwards_only():
    upward = [
        f"{path.relative_to(SERVER)}: {owner} -> {target}"
        for path, owner in sources()
        for target in imports(path)
        if target in ORDER and ORDER.index(target) > ORDER.index(owner)
    ]
    assert upward == []


def test_every_module_has_its_place_and_says_what_it_is_for():
    for path, owner in sources():
        assert owner in ORDER, f"{owner} has no place in the order"
        assert ast.get_docstring(ast.parse(path.read_text())), path


def test_nothing_below_the_edge_commits():
    committing = [
        str(path.relative_to(SERVER))
        for path, owner in sources()
        if owner in FEATURES and ".commit(" in path.read_text()
    ]
    assert committing == []


def test_no_feature_writes_a_status_code():
    raised = [
        str(path.relative_to(SERVER))
        for path, owner in sources()
        if owner in FEATURES and "abort(" in path.read_text()
    ]
    assert raised == []


def test_no_file_is_too_long_to_hold_in_mind():
    long = {
        str(path.relative_to(SERVER)): lines
        for path, _ in sources()
        if (lines := len(path.read_text().splitlines())) > LONGEST_FILE
    }
    assert long == {}
