"""What a team is called where it stands under its commune of today."""

import re

from server.admin_units.register import Map

# How a commune is called beside its kind: "Lấp Vò" of "Xã Lấp Vò".
KIND = re.compile(r"^(xã|phường|thị trấn) ", re.IGNORECASE)


def former_marked(name: str, home_id: int, map_: Map) -> str:
    """A name that was made of a hamlet's and its commune's, 'Tổ Ấp 1, Vĩnh Thạnh', with the commune
    marked where it is one before today's: 'Tổ Ấp 1 (xã Vĩnh Thạnh cũ)'."""
    head, comma, tail = name.rpartition(", ")
    above = map_.path(home_id)[1:]
    if not comma or not above or _means(tail, map_.name(above[0])):
        return name
    units = map_.register.units
    for start, end, parent in units[home_id].parents:
        former = units[parent].named_on(start).name
        if end <= map_.day and _means(tail, former):
            return f"{head} ({former[0].lower()}{former[1:]} cũ)"
    return name


def _means(words: str, commune: str) -> bool:
    return words.lower() in (commune.lower(), KIND.sub("", commune).lower())
