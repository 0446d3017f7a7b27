"""flask setup: the first system administrator of a real province."""

import click
from flask.cli import with_appcontext
from flask_migrate import upgrade
from marshmallow import ValidationError
from sqlalchemy import select

from server.access.permissions import Role
from server.accounts import actions, phones, schemas, secrets
from server.accounts.models import User
from server.catalogue.actions import install
from server.extensions import db, write


@click.command()
@click.option("--name", required=True, help="Họ và tên.")
@click.option("--phone", required=True, help="Số di động, dùng để đăng nhập.")
@with_appcontext
def setup(name: str, phone: str):
    """Prepare the database and add the first system administrator, with a one-time code that is
    shown once. Refuses when there is one."""
    data = _checked(name, phone)
    upgrade()
    code = secrets.one_time_code()
    write(_first_administrator, data, secrets.hashed(code))
    click.echo(f"Đã tạo quản trị hệ thống {data['name']}, số điện thoại {data['phone']}.")
    click.echo(f"Mã tạm, có hiệu lực 24 giờ, chỉ hiện lần này: {code}")


def _checked(name: str, phone: str) -> dict:
    number = phones.normalised(phone)
    if number is None:
        raise click.ClickException("Số điện thoại gồm 10 chữ số, bắt đầu bằng 0.")
    role = Role.SYSTEM_ADMINISTRATOR.value
    try:
        return schemas.NewUser().load({"name": name, "phone": number, "role": role})
    except ValidationError as error:
        raise click.ClickException("Họ và tên cần từ 2 đến 120 ký tự.") from error


def _first_administrator(data: dict, code_hash: str) -> None:
    install()
    there = select(User.id).where(
        User.role == Role.SYSTEM_ADMINISTRATOR, User.disabled_at.is_(None)
    )
    if db.session.scalar(there.limit(1)):
        raise click.ClickException("Đã có quản trị hệ thống. Mã mới do quản trị hệ thống cấp.")
    actions.issue_code(actions.create_user(data, by=None), code_hash, by=None)
