"""A request while the article goes on telling of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dragoman.claims.passage import is_named
from dragoman.claims.public import keys_of
from dragoman.claims.requests.lexicon import FORCES, lists
from dragoman.events.home import is_official
from dragoman.records import Actor, Attribution, EventDate, Evidence, Place
from dragoman.syntax import Token

#: How the names of bodies of one organisation begin.
_HOUSES = (
    ("European Union", "European Commission", "European Council", "European Parliament"),
    ("United Nations", "UN "),
)
_SHARED = 0.5  # of the shorter wording must be in the longer one for both to ask for the same


@dataclass(slots=True)
class Case:
    """What is known so far of one request and its answer."""

    rule: str
    sentence: int
    zone: str
    askers: list[Actor]
    asked: list[Actor]
    act: str
    head: str
    """Lemma of the head of what is asked for; empty when it is left unsaid."""
    topic: frozenset[str]
    force: str
    status: str
    thing: bool = False
    """True when a thing is asked for, no act."""
    nouns: frozenset[str] = frozenset()
    """Lemmas of the nouns of what is asked for."""
    answer: str = "none"
    reason: str | None = None
    date: EventDate | None = None
    place: Place | None = None
    attribution: Attribution | None = None
    confidence: float = 0.9
    evidence: list[Evidence] = field(default_factory=list)
    last: int = 0
    """The sentence that last told of it."""
    part: int = 0
    """Counts the requests into which one was parted, as not all who were asked answered alike."""

    def same_as(self, other: Case) -> bool:
        """Tell whether two tellings are of one request."""
        if not _agree(self.askers, other.askers) or not _agree(self.asked, other.asked):
            return False
        if not (_meet(self.askers, other.askers) or _meet(self.asked, other.asked)):
            return False
        if self.act and self.act == other.act:
            return True
        if self.sentence == other.sentence:
            return False
        if not self.topic or not other.topic:
            return _meet(self.askers, other.askers) and _meet(self.asked, other.asked)
        return len(self.topic & other.topic) >= _SHARED * min(len(self.topic), len(other.topic))

    def take_in(self, other: Case) -> None:
        """Add another telling of the same request."""
        self.askers = self.askers or other.askers
        self.asked = self.asked or other.asked
        if not self.act or (self.zone != "body" and other.act) or len(other.topic) > len(self.topic) + 2:
            self.act, self.head = other.act or self.act, other.head or self.head
        self.topic |= other.topic
        self.force = max(self.force, other.force, key=FORCES.index)
        self.answer = other.answer if other.answer != "none" else self.answer
        self.reason = self.reason or other.reason
        self.date, self.place = self.date or other.date, self.place or other.place
        self.zone = other.zone if other.zone == "body" else self.zone
        self.status = other.status if self.status == "planned" else self.status
        self.last = max(self.last, other.last)
        for evidence in other.evidence:
            self.add(evidence)

    def part_from(self, replier: list[Actor]) -> Case | None:
        """Leave the request to those of the asked who are among `replier`; return that to the rest, if both are."""
        met = [actor for actor in self.asked if _meet([actor], replier)]
        rest = [actor for actor in self.asked if actor not in met]
        if not met or not rest:
            return None
        self.asked = met
        return replace(self, asked=rest, evidence=list(self.evidence), part=self.part + 1)

    def add(self, evidence: Evidence) -> None:
        """Add words that the record rests on."""
        if evidence not in self.evidence:
            self.evidence.append(evidence)


def _meet(one: Iterable[Actor], other: Iterable[Actor]) -> bool:
    return not keys_of(one).isdisjoint(keys_of(other))


def _agree(one: list[Actor], other: list[Actor]) -> bool:
    return not one or not other or _meet(one, other)


def answers_to(case: Case, replier: list[Actor], words: Iterable[Token] = ()) -> bool:
    """Tell whether those who reply are those who were asked; `words` are the heads by which they are named."""
    if _meet(case.askers, replier):
        return False
    return (
        _meet(case.asked, replier)
        or any(_is_of_house(one, other) for one in case.asked for other in replier)
        or any(_echoes(one, word) for one in case.asked for word in words)
    )


def _echoes(body: Actor, word: Token) -> bool:
    """Tell whether the last word of a body's name stands for it: *the Council* for the UN Security Council."""
    if body.country is not None or not body.name.lower().endswith(f" {word.lower}"):
        return False
    return any(child.lower in ("the", "this", "that") for child in word.children)


def _is_of_house(one: Actor, other: Actor) -> bool:
    """Tell whether two bodies are of one organisation: the European Commission and the European Union."""
    return any(one.name.startswith(house) and other.name.startswith(house) for house in _HOUSES)


def may_be_asked(case: Case, replier: list[Actor]) -> bool:
    """Tell whether those who reply, an institution that no country or name is told of, may be those who were asked."""
    return bool(case.asked and replier) and all(
        actor.country is None and actor.kind in ("body", "office") and is_official(actor) for actor in replier
    )


def speaks_for(case: Case, replier: list[Actor]) -> bool:
    """Tell whether those who speak right after a request, told by office alone, may be those who were asked."""
    return bool(case.asked and replier) and all(
        actor.country is None and not is_named(actor) and _is_voice(actor) for actor in replier
    )


def _is_voice(actor: Actor) -> bool:
    words = actor.text.lower().split()
    return any(word in lists()["voices"] or word.removesuffix("s") in lists()["voices"] for word in words)


def asked_by(case: Case, askers: list[Actor]) -> bool:
    """Tell whether `askers` may be those who asked."""
    return _agree(case.askers, askers)
