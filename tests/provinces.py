"""A province that starts from nothing: a production app, its commands, and people who sign in."""

import re
from pathlib import Path

from flask import Flask

from server import create_app
from server.config import Settings
from server.extensions import db

UNITS = """code,name,kind,level,parent_code,valid_from,valid_to,legal_basis
87,Tỉnh Sen,tỉnh,province,,,,
875,Huyện Bắc,huyện,district,87,,2025-07-01,
30187,Xã An,xã,commune,875,,2025-07-01,
30190,Xã Bình,xã,commune,875,,2025-07-01,
30187,Xã An Bình,xã,commune,87,2025-07-01,,1663/NQ-UBTVQH15
30205,Xã Bình Thạnh,xã,commune,87,2025-07-01,,
"""
SUCCESSIONS = """effective_date,kind,old_code,old_valid_from,new_code,new_valid_from,legal_basis
2025-07-01,merge,30187,,30187,2025-07-01,1663/NQ-UBTVQH15
2025-07-01,merge,30190,,30187,2025-07-01,1663/NQ-UBTVQH15
2025-07-01,abolish,875,,,,
"""
HAMLETS = """\ufeffTên;Loại;Mã xã;Mã xã cũ;Dân số
Ấp 1;ấp;30187;30187;1.240
Ấp 2;ấp;30187;30187;980
Ấp 1;ấp;30187;30190;700
Ấp Tân Hòa;ấp;30205;;
"""


class Province:
    """A production app over an empty database, and a folder for the files it imports."""

    def __init__(self, database_url: str, folder: Path):
        self.folder = folder
        settings = Settings("production", database_url, folder, "p" * 40, "127.0.0.1", 8000)
        self.app: Flask = create_app(settings)

    def run(self, *args, fails: bool = False) -> str:
        """What a command prints; `fails` when it must refuse."""
        result = self.app.test_cli_runner().invoke(args=[str(arg) for arg in args])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert bool(result.exit_code) == fails, result.output
        return result.output

    def load(
        self, what: str, text: str | bytes, *options, name: str = "tep.csv", fails=False
    ) -> str:
        """Import a file of that content."""
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self.run("import", what, path, *options, fails=fails)

    def land(self) -> None:
        """Units, successions and hamlets."""
        then = self.folder / "sau.csv"
        then.write_text(SUCCESSIONS)
        self.load("units", UNITS, "--successions", then)
        self.load("hamlets", HAMLETS)

    def count(self, model) -> int:
        with self.app.app_context():
            return db.session.query(model).count()

    def close(self) -> None:
        with self.app.app_context():
            for engine in db.engines.values():
                engine.dispose()


class Caller:
    """Somebody who signs in with a one-time code and chooses a secret of their own."""

    def __init__(self, province: Province, phone: str, code: str, secret: str):
        self.client = province.app.test_client()
        self.token = self._sign_in(phone, code)
        self.post("/auth/secret", {"secret": secret})
        self.token = self._sign_in(phone, secret)

    def _sign_in(self, phone: str, secret: str) -> str:
        body = {"phone": phone, "secret": secret}
        answer = self.client.post("/api/v1/auth/token", json=body)
        assert answer.status_code == 200, answer.json
        return answer.json["access_token"]

    def call(self, method: str, path: str, json=None, expect: int = 200):
        headers = {"Authorization": f"Bearer {self.token}"}
        answer = self.client.open(f"/api/v1{path}", method=method, json=json, headers=headers)
        assert answer.status_code == expect, answer.get_data(as_text=True)
        return answer.json

    def get(self, path: str):
        return self.call("GET", path)

    def post(self, path: str, json=None, expect: int = 200):
        return self.call("POST", path, json, expect)


def code_in(text: str) -> str:
    """The one-time code that a command printed."""
    return re.search(r"\b\d{8}\b", text).group()
