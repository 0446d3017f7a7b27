"""The permissions table. Screens read it through /auth/me; routes state one entry each."""

from enum import StrEnum


class Role(StrEnum):
    """From the lowest to the highest: nobody makes a person of their own rank or above."""

    VOLUNTEER = "volunteer"
    OFFICER = "officer"
    PROVINCE_STAFF = "province_staff"
    SYSTEM_ADMINISTRATOR = "system_administrator"

    @property
    def rank(self) -> int:
        return list(Role).index(self)


class Permission(StrEnum):
    """A thing to be done. Where it may be done is the scope's business."""

    ACCOUNT_OWN = "account.own"  # see and end one's own sign-in, change one's own secret
    UNIT_READ = "unit.read"
    CATALOGUE_READ = "catalogue.read"
    TEAM_READ = "team.read"
    TEAM_MANAGE = "team.manage"
    TEAM_INVITE = "team.invite"  # into a team that one leads, or one of one's area
    PEOPLE_READ = "people.read"
    PEOPLE_MANAGE = "people.manage"
    SESSION_READ = "session.read"
    SESSION_RECORD = "session.record"
    SESSION_REVIEW = "session.review"
    ROLLUP_READ = "rollup.read"
    REPORT_DOWNLOAD = "report.download"
    AUDIT_READ = "audit.read"
    DATA_IMPORT = "data.import"


_EVERYONE = {
    Permission.ACCOUNT_OWN,
    Permission.UNIT_READ,
    Permission.CATALOGUE_READ,
    Permission.TEAM_READ,
    Permission.TEAM_INVITE,
    Permission.SESSION_READ,
    Permission.SESSION_RECORD,
    Permission.ROLLUP_READ,
}
_OFFICE = _EVERYONE | {
    Permission.TEAM_MANAGE,
    Permission.PEOPLE_READ,
    Permission.PEOPLE_MANAGE,
    Permission.SESSION_REVIEW,
    Permission.REPORT_DOWNLOAD,
    Permission.AUDIT_READ,
    Permission.DATA_IMPORT,
}

ROLE_PERMISSIONS: dict[Role, set[Permission]] = {
    Role.VOLUNTEER: _EVERYONE,
    Role.OFFICER: _OFFICE,
    Role.PROVINCE_STAFF: _OFFICE,
    Role.SYSTEM_ADMINISTRATOR: _OFFICE,
}
