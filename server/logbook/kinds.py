"""Kinds of deeds, by which the log is filtered: what the first word of an action says."""

KINDS: dict[str, tuple[str, ...]] = {
    "sessions": ("session", "photo"),
    "teams": ("team", "invitation", "join"),
    "people": ("user", "device"),
    "sign_ins": ("sign_in", "sign_out"),
    "downloads": ("report",),
    "denials": ("access",),
    "system": ("import", "demo", "unit"),
}

# What these deeds are about is about nothing else: the few there are stand together in the index.
RARE: dict[str, tuple[str, ...]] = {
    "downloads": ("report",),
    "denials": ("path",),
    "system": ("import", "demo", "unit"),
}
