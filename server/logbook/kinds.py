"""Kinds of deeds, by which the log is filtered: what the first word of an action says."""

KINDS: dict[str, tuple[str, ...]] = {
    "sessions": ("session", "photo"),
    "teams": ("team", "invitation", "join"),
    "people": ("user", "device"),
    "sign_ins": ("sign_in", "sign_out"),
    "downloads": ("report",),
    "denials": ("access",),
    "system": ("import", "demo"),
}
