"""flask demo: placeholder until the demo life lands (see the next commit)."""

from flask.cli import AppGroup

ACCOUNTS = ()
demo = AppGroup("demo", help="The demo data.")


def is_empty() -> bool:
    return False


def load_into_empty() -> None:
    raise NotImplementedError
