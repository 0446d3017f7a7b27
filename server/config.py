"""Settings, read once from the environment. The README's table lists them; a test compares."""

import os
import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.engine import make_url

MINIMUM_SECRET_BYTES = 32
# The provincial scheme was signed on 2022-06-30 (Decision 692/QĐ-UBND-HC), but its first outings
# of 2022 came earlier in that year; nothing before 2022 belongs to it.
PROGRAMME_START = date(2022, 1, 1)
# The demo's four people, whose secrets stand in the README: production knows none of them.
DEMO_PHONES = frozenset(f"090000000{n}" for n in range(1, 5))
MIGRATIONS = str(Path(__file__).parent.parent / "migrations")


class BadSetting(SystemExit):
    """A setting that the server refuses to start with; the message says which and why."""


@dataclass(frozen=True)
class Settings:
    """`database_url` is a SQLAlchemy URL; `data_dir` holds files of ours."""

    app_env: str
    database_url: str
    data_dir: Path
    secret_key: str
    host: str
    port: int

    @property
    def is_production(self) -> bool:
        return self.app_env == "production"

    @property
    def is_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")


def from_environment() -> Settings:
    """Read and check every setting; raises `BadSetting`."""
    app_env = os.environ.get("APP_ENV", "demo")
    if app_env not in ("demo", "production"):
        raise BadSetting(f"APP_ENV is '{app_env}': it must be 'demo' or 'production'.")
    data_dir = Path(os.environ.get("DATA_DIR") or "var").resolve()
    data_dir.mkdir(parents=True, exist_ok=True)
    return Settings(
        app_env=app_env,
        database_url=_database_url(data_dir),
        data_dir=data_dir,
        secret_key=_secret_key(app_env, data_dir),
        host=os.environ.get("HOST", "127.0.0.1"),
        port=_number("PORT", 8000),
    )


def _database_url(data_dir: Path) -> str:
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{data_dir / 'nhat-ky-to-so.sqlite3'}"
    parsed = make_url(url)
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise BadSetting("DATABASE_URL must be a sqlite: or postgresql: address.")
    if parsed.get_backend_name() == "postgresql":
        # Providers hand out postgres:// and postgresql:// addresses; our driver is psycopg 3.
        parsed = parsed.set(drivername="postgresql+psycopg")
    return parsed.render_as_string(hide_password=False)


def _secret_key(app_env: str, data_dir: Path) -> str:
    key = os.environ.get("SECRET_KEY", "")
    if key:
        if len(key.encode()) < MINIMUM_SECRET_BYTES:
            raise BadSetting(f"SECRET_KEY is shorter than {MINIMUM_SECRET_BYTES} bytes.")
        return key
    if app_env == "production":
        raise BadSetting(
            f"SECRET_KEY is missing. Make one with: openssl rand -hex {MINIMUM_SECRET_BYTES}"
        )
    kept = data_dir / "secret_key"
    try:
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(MINIMUM_SECRET_BYTES))
    except FileExistsError:
        pass
    return kept.read_text()


def _number(name: str, default: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isdecimal():
        raise BadSetting(f"{name} is '{text}': it must be a whole number.")
    return int(text)
