"""One agreement as the article tells of it: many mentions, by name, by place and by *the deal*, gathered in one."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.claims.agreements.mentions import Mention
from dragoman.claims.agreements.roles import Roles
from dragoman.claims.public import keys_of
from dragoman.records import Attribution, EventDate, Evidence, Place, Relation

_GENERAL = frozenset({"deal", "treaty", "memorandum", "ceasefire"})
PAPERS = frozenset({"communique", "joint statement"})
"""Kinds of what is published together and binds nobody by itself."""
#: Words for the field of an agreement: two of one field need not be one.
_FIELDS = frozenset(
    {"free", "trade", "peace", "nuclear", "security", "economic", "investment", "military", "defence", "defense"}
)
_REACH = 6  # sentences after which *the deal* without a word of its own is taken up no more
#: What sentences make of an agreement, the weightiest first; what is only held to is in force.
_WEIGHTS = ("ended", "happened", "reported-claim", "denied", "planned", "held")


@dataclass(slots=True)
class Bundle:
    """What is known so far of one agreement."""

    rule: str
    kind: str
    name: str
    words: set[str]
    named: bool
    known: bool
    """True when the first mention speaks of it as known."""
    plural: bool
    """True when agreements at large are spoken of."""
    strict: bool
    proper: bool
    """True when a proper name tells it from all others."""
    signed: bool
    """True when only a signature makes it an agreement."""
    alone: bool
    """True when one party is enough."""
    last: int
    """Number of the sentence that told of it last."""
    zone: str
    roles: Roles = field(default_factory=Roles)
    statuses: set[str] = field(default_factory=set)
    made: bool = False
    """True when something was done with it."""
    terms: list[str] = field(default_factory=list)
    condition: str | None = None
    implementation: list[str] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    heirs: list[Bundle] = field(default_factory=list)
    """Agreements that have its parties where none are told of them."""
    date: EventDate | None = None
    place: Place | None = None
    attribution: Attribution | None = None
    evidence: list[Evidence] = field(default_factory=list)

    def keys(self) -> set[str]:
        """Return what its actors are told apart by."""
        return keys_of(self.roles.all())

    def status(self) -> str:
        """Return how it stands: the weightiest of what was told; one only thought of is still to come."""
        told = self.statuses - {"thought"}
        if not told:
            return "planned" if self.statuses and not self.known else "happened"
        if "held" in told and "planned" in told and "denied" not in told and self.known:
            told = told - {"planned"}
        status = next(status for status in _WEIGHTS if status in told)
        return "happened" if status == "held" else status

    def add(self, evidence: Evidence) -> None:
        """Add words that the record rests on."""
        if evidence not in self.evidence:
            self.evidence.append(evidence)


def meant(bundles: list[Bundle], mention: Mention, roles: Roles, sentence: int, zone: str) -> Bundle | None:
    """Return the agreement that a mention takes up, or None for a new one."""
    keys = keys_of(roles.all())
    for bundle in sorted(bundles, key=lambda b: -b.last):
        alike = _kinds_agree(bundle.kind, mention.instrument.kind) or _is_of_a_name(bundle, mention)
        if alike and _agrees(bundle, mention, keys, sentence, zone):
            return bundle
    return None


def _nested(one: set[str], other: set[str]) -> bool:
    """Tell whether two sets of parties are those of one agreement: one holds the other, or they share two."""
    shared = one & other
    return bool(shared) and (len(shared) > 1 or shared in (one, other))


def _kinds_agree(one: str, other: str) -> bool:
    if one == other:
        return True
    if one in PAPERS or other in PAPERS:
        return one in PAPERS and other in PAPERS
    return "deal" in (one, other) and one in _GENERAL and other in _GENERAL


def _is_of_a_name(bundle: Bundle, mention: Mention) -> bool:
    """Tell whether a process and an agreement bear one name: *the Astana agreement*, *the Astana process*."""
    if not (bundle.named and mention.named and "process" in (bundle.kind, mention.instrument.kind)):
        return False
    return bool((bundle.words & mention.words) - {"peace"})


def _agrees(bundle: Bundle, mention: Mention, keys: set[str], sentence: int, zone: str) -> bool:
    theirs = bundle.keys()
    if _is_of_others(mention, theirs):
        return False
    if bundle.zone != zone and len(keys) > 1 and keys == theirs:
        return True  # the heading tells it in other words
    met, since = _nested(keys, theirs), sentence - bundle.last
    if mention.words:
        return _is_of_these_words(bundle, mention, keys, since)
    if mention.definite:
        return met or bool(keys & theirs) or (not mention.owners and since <= _REACH)
    return met and (bundle.zone != zone or since <= _REACH)


def _is_of_these_words(bundle: Bundle, mention: Mention, keys: set[str], since: int) -> bool:
    """Tell whether the words that tell a mention from others are those of an agreement or of its parties."""
    theirs = bundle.keys()
    met = _nested(keys, theirs)
    told = bundle.words | {key.lower() for key in theirs}
    strong, known = mention.words - _FIELDS, bundle.words - _FIELDS
    if strong and known and not strong & (known | told):
        return False
    if bundle.words:
        shared = len(mention.words & told)
        return shared >= 0.5 * min(len(mention.words), len(bundle.words)) and (mention.definite or met or not keys)
    return mention.words <= told or met or (mention.definite and not keys and since <= 2)


def _is_of_others(mention: Mention, theirs: set[str]) -> bool:
    """Tell whether the phrase names parties of its own that are not those told of."""
    owners = keys_of(mention.owners)
    if not owners or not theirs:
        return False
    return not (_nested(owners, theirs) if len(owners) > 1 else owners & theirs)
