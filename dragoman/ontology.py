"""PLOVER (2021 names): event types, modes, quad classes, and what follows from a type.

Source: PLOVER codebook and manual, Open Event Data Alliance.  Quad classes: 1 verbal cooperation,
2 material cooperation, 3 verbal conflict, 4 material conflict.
"""

from __future__ import annotations

from types import MappingProxyType

MODES = MappingProxyType(
    {
        "AGREE": (),
        "CONSULT": ("visit", "third-party", "multilateral", "phone"),
        "SUPPORT": (),
        "CONCEDE": (),
        "COOPERATE": (),
        "AID": (),
        "RETREAT": ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
        "REQUEST": ("assist", "change", "yield", "meet"),
        "ACCUSE": ("disapprove", "investigate", "allege"),
        "REJECT": ("assist", "change", "yield", "meet"),
        "THREATEN": ("restrict", "ban", "arrest", "relations", "rights", "expel", "territory", "violence"),
        "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct"),
        "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
        "MOBILIZE": ("troops", "weapons", "police", "militia"),
        "COERCE": (
            "seize", "restrict", "ban", "censor", "curfew", "arrest", "deport", "withhold", "misinformation", "cyber",
        ),
        "ASSAULT": (
            "abduct", "beat", "torture", "execute", "sexual", "assassinate", "destroy", "primitive", "firearms",
            "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "cleansing",
            "massacre", "unconventional",
        ),
    }
)  # fmt: skip

TYPES = tuple(MODES)

_QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUAD = MappingProxyType({name: quad for quad, names in _QUADS.items() for name in names})

#: What an act that is still to come counts as: a friendly one is agreed to, a hostile one is threatened.
FUTURE = MappingProxyType(
    {
        "AGREE": "AGREE", "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE",
        "CONCEDE": "CONCEDE", "RETREAT": "CONCEDE",
        "REQUEST": "REQUEST", "ACCUSE": "ACCUSE", "REJECT": "REJECT",
        "THREATEN": "THREATEN", "PROTEST": "THREATEN", "SANCTION": "THREATEN", "MOBILIZE": "MOBILIZE",
        "COERCE": "THREATEN", "ASSAULT": "THREATEN",
    }
)  # fmt: skip

#: Acts done by speaking: what is asked, promised, refused or alleged in them has not thereby happened.
SPEECH_ACTS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})

STATUSES = (
    "happened", "ongoing", "planned", "conditional", "demanded", "denied", "reported-claim", "hypothetical",
)  # fmt: skip

#: Statuses of claims by the name of their list; series and doubts have none.
CLAIM_STATUSES = MappingProxyType(
    {
        "statements": ("happened", "planned", "denied"),
        "figures": STATUSES,
        "commitments": ("open", "conditional", "ongoing", "fulfilled", "broken", "withdrawn"),
        "requests": ("demanded", "reported-claim", "planned", "denied"),
        "agreements": ("planned", "happened", "denied", "reported-claim", "ended"),
        "designations": ("happened", "planned", "demanded", "denied", "reported-claim"),
        "expectations": ("planned", "conditional"),
    }
)
