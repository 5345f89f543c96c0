"""ACLED's sub-event types and the PLOVER types that count as right for them.

Source of the names: ACLED Codebook (2023).  ACLED codes what happened on the ground; where its one name covers
acts that PLOVER tells apart, each of them is right.
"""

from __future__ import annotations

from types import MappingProxyType

_TYPES = {
    ("PROTEST",): ("peaceful protest", "violent demonstration"),
    ("PROTEST", "COERCE"): ("protest with intervention",),
    ("PROTEST", "ASSAULT"): ("excessive force against protesters", "mob violence"),
    ("ASSAULT",): (
        "armed clash", "attack", "air/drone strike", "shelling/artillery/missile attack", "suicide bomb", "grenade",
        "remote explosive/landmine/ied", "chemical weapon", "sexual violence", "abduction/forced disappearance",
        "government regains territory", "non-state actor overtakes territory",
    ),
    ("RETREAT", "ASSAULT"): ("non-violent transfer of territory",),
    ("AGREE", "SUPPORT", "CONCEDE", "RETREAT"): ("agreement",),
    ("COERCE",): ("arrests",),
    ("COERCE", "ASSAULT"): ("looting/property destruction", "disrupted weapons use"),
    ("MOBILIZE",): ("headquarters or base established", "change to group/activity"),
}  # fmt: skip

#: Sub-event type in lower case → PLOVER types of which any is right; `other` names no act.
SUB_EVENTS = MappingProxyType({name: frozenset(types) for types, names in _TYPES.items() for name in names})
