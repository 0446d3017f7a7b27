"""The states of a session and who may move it between them: one table."""

from typing import Any

from server import problems
from server.access.permissions import Permission
from server.access.requires import permissions_of

AUTHOR, REVIEWER = "author", "reviewer"

# (state, action): (next state, who)
TRANSITIONS: dict[tuple[str, str], tuple[str, str]] = {
    ("pending", "amend"): ("pending", AUTHOR),
    ("returned", "amend"): ("pending", AUTHOR),
    ("pending", "withdraw"): ("withdrawn", AUTHOR),
    ("returned", "withdraw"): ("withdrawn", AUTHOR),
    ("pending", "approve"): ("approved", REVIEWER),
    ("pending", "return"): ("returned", REVIEWER),
    ("pending", "refuse"): ("refused", REVIEWER),
    ("approved", "reopen"): ("pending", REVIEWER),
    # A slip of the reviewer's hand, or a second thought.
    ("returned", "reopen"): ("pending", REVIEWER),
    ("refused", "reopen"): ("pending", REVIEWER),
    # Merged into another that tells of the same event; taken out again, it is looked at anew.
    ("pending", "merge"): ("withdrawn", REVIEWER),
    ("returned", "merge"): ("withdrawn", REVIEWER),
    ("approved", "merge"): ("withdrawn", REVIEWER),
    ("withdrawn", "unmerge"): ("pending", REVIEWER),
    # It stays approved until a reviewer reopens it.
    ("approved", "ask_back"): ("approved", AUTHOR),
    ("approved", "keep"): ("approved", REVIEWER),
}
# state: the (action, who) that lead on from it
WAYS = {
    at: [(action, who) for (state, action), (_, who) in TRANSITIONS.items() if state == at]
    for at in ("pending", "approved", "returned", "refused", "withdrawn")
}
# action: what the history and the log call it
DONE = {
    "approve": "approved",
    "return": "returned",
    "refuse": "refused",
    "reopen": "reopened",
}
# What else is for whoever stands above the author.
FROM_ABOVE = (*DONE, "merge", "unmerge", "keep")
# The same for everything that the history tells.
HAPPENED = (
    "recorded", "amended", *DONE.values(), "withdrawn", "merged", "unmerged",
    "asked_back", "kept",
)  # fmt: skip
ACTIONS = tuple(dict.fromkeys(action for _, action in TRANSITIONS))
STATE_LABELS = {
    "pending": "Chờ duyệt",
    "approved": "Đã duyệt",
    "returned": "Trả lại, cần bổ sung",
    "refused": "Không công nhận",
    "withdrawn": "Đã hủy",
}
STATES = tuple(STATE_LABELS)
IN_ENGLISH = {
    "pending": "Waiting for review",
    "approved": "Approved",
    "returned": "Returned",
    "refused": "Not recognised",
    "withdrawn": "Cancelled",
}


# What cannot be done with a session as it is: after "không" in Vietnamese, "cannot" in English.
DOING = {
    "amend": ("sửa", "be amended"),
    "withdraw": ("hủy", "be cancelled"),
    "approve": ("duyệt", "be approved"),
    "return": ("trả lại", "be returned"),
    "refuse": ("ghi không công nhận", "be refused"),
    "reopen": ("mở lại", "be reopened"),
    "merge": ("gộp", "be merged"),
    "unmerge": ("tách ra", "be taken apart"),
    "ask_back": ("xin mở lại", "be asked back"),
    "keep": ("giữ nguyên", "be left as it is"),
    "photo": ("đổi ảnh", "have its photos changed"),
}


def wrong_state(state: str, action: str) -> problems.Problem:
    """What cannot be done with a session as it is."""
    return problems.STATE_CONFLICT(
        state=state,
        state_label=problems.Words(STATE_LABELS[state], IN_ENGLISH[state]),
        action_label=problems.Words(*DOING[action]),
    )


def move(outreach_session: Any, action: str, by: Any) -> str:
    """The state that follows; raises `STATE_CONFLICT`, `OWN_SESSION` or `FORBIDDEN`. That `by` may
    see the session is settled before."""
    state = outreach_session.state
    if (state, action) not in TRANSITIONS or not _applies(outreach_session, action):
        raise wrong_state(state, action)
    following, who = TRANSITIONS[state, action]
    if fault := _in_the_way(is_own(outreach_session, by), who, by):
        raise fault()
    return following


def _in_the_way(own: bool, who: str, by: Any) -> problems.Kind | None:
    if who == AUTHOR:
        return None if own else problems.FORBIDDEN
    if Permission.SESSION_REVIEW not in permissions_of(by):
        return problems.FORBIDDEN
    return problems.OWN_SESSION if own else None


def _applies(session: Any, action: str) -> bool:
    """Whether there is something to take apart, to answer, or to ask."""
    if action == "unmerge":
        return session.merged_into is not None
    if action in ("keep", "ask_back"):
        return (session.asked_back_at is not None) == (action == "keep")
    return True


def is_own(outreach_session: Any, user: Any) -> bool:
    """Whether somebody recorded, sent or conducted the session."""
    session = outreach_session
    return user.id in (session.recorded_by, session.submitted_by, session.conducted_by)


def allowed(outreach_session: Any, by: Any) -> list[str]:
    """The actions that `by` may take now, for screens to offer."""
    s, own = outreach_session, is_own(outreach_session, by)
    return [
        action
        for action, who in WAYS[s.state]
        if _applies(s, action) and _in_the_way(own, who, by) is None
    ]
