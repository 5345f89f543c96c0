"""What the document has said so far: who was named where, persons by surname and office, the states in focus.

Precision first: a pronoun or a bare *the minister* resolves to what was named shortly before it, and to nobody
where a word that the dictionary does not know, or a thing, is the likelier antecedent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.dictionary import ORGANISED
from dragoman.events.bearers import fits
from dragoman.events.genders import may_stand_for
from dragoman.records import Actor

PRONOUN_REACH = 2  # sentences a pronoun reaches back
REACH = 3  # sentences a definite description reaches back
PAIR_REACH = 6  # sentences *both sides* reaches back
MAIN, SUBJECT, OBJECT, ASIDE = 3, 2, 1, 0
"""Ranks of antecedents: subject of the main clause, of another; object; within a *by*, *with* or *of* phrase."""
_MANY = 4  # more states than these are a list, not sides

#: Fields of persons who are told of with a country, but do not bring in its government: reporters, scholars.
_OF_NO_STATE = (("UNK",), ("JRN",), ("EDU",), ("BUS",))

Judge = Callable[["Heard"], bool]


@dataclass(frozen=True, slots=True)
class Heard:
    """A noun phrase as it was read."""

    actors: tuple[Actor, ...]
    """Whom it names; empty for a thing, several for names joined by *and*."""
    sentence: int
    rank: int
    plural: bool
    noun: str
    """Lemma of its head."""
    role: tuple[str, ...] = ()
    """Words of the office that the phrase gives a person or body: *foreign minister*."""
    sort: str | None = None
    """Entry of the role noun at its head, when the phrase says whose: *rebel* of *Malian rebels*."""

    @property
    def single(self) -> Actor | None:
        """The one actor it names."""
        return self.actors[0] if len(self.actors) == 1 else None


def is_person(heard: Heard) -> bool:
    """Tell whether *he* or *she* may stand for it."""
    actor = heard.single
    if actor is None or heard.plural or actor.basis == "unknown name":
        return False
    return actor.kind in ("person", "office", "agent")


def is_one_body(heard: Heard) -> bool:
    """Tell whether *it* may stand for it: a state, organisation or armed group."""
    actor = heard.single
    return actor is not None and not heard.plural and actor.kind not in ("person", "office", "agent", "open_group")


def is_many(heard: Heard) -> bool:
    """Tell whether *they* may stand for it: several, or a group of people."""
    return bool(heard.actors) and (heard.plural or heard.actors[0].kind == "armed_group")


def _is_thing(heard: Heard) -> bool:
    return not heard.actors and heard.rank >= SUBJECT


def _blocks_one(heard: Heard) -> bool:
    return not heard.plural and (_is_thing(heard) or _is_unknown(heard))


def _blocks_many(heard: Heard) -> bool:
    return heard.plural and _is_thing(heard)


def _is_unknown(heard: Heard) -> bool:
    return heard.rank >= SUBJECT and any(actor.basis == "unknown name" for actor in heard.actors)


def _of_a_state(heard: Heard) -> bool:
    actor = heard.single
    return (
        actor is not None
        and actor.country is not None
        and actor.kind not in ("armed_group", "organisation", "agent", "igo")
        and not (actor.kind == "person" and actor.sectors[:1] in _OF_NO_STATE)
    )


class Discourse:
    """Memory of one document, filled in reading order."""

    def __init__(self) -> None:
        self._persons: dict[str, Actor] = {}
        self._heard: list[Heard] = []
        self._sides: list[tuple[int, dict[str, Actor]]] = []
        self._told: Counter[str] = Counter()
        self._sorts: dict[str, dict[str, Actor]] = {}

    def hear(self, heard: Heard) -> None:
        """Remember a noun phrase."""
        self._heard.append(heard)
        self._told.update(actor.country for actor in heard.actors if actor.country)
        if heard.sort is not None:
            for actor in heard.actors:
                self._sorts.setdefault(heard.sort, {}).setdefault(actor.country or actor.name, actor)
        self.together(heard.actors, heard.sentence)

    def together(self, actors: Iterable[Actor], sentence: int) -> None:
        """Remember actors of several countries as sides that are spoken of."""
        states = {actor.country: actor for actor in actors if actor.country}
        if 1 < len(states) <= _MANY:
            self._sides.append((sentence, states))

    def name_person(self, surname: str, actor: Actor) -> None:
        """Remember the bearer of a surname; the first mention with a country wins."""
        known = self._persons.get(surname)
        if known is None or (known.country is None and actor.country is not None):
            self._persons[surname] = actor

    def person(self, surname: str) -> Actor | None:
        """Return the person of that surname named before."""
        return self._persons.get(surname)

    def he(self, here: Sequence[Heard], sentence: int, pronoun: str = "he") -> list[Actor]:
        """Return the person meant: of the words `here` before the pronoun, else of the sentences before."""

        def is_meant(heard: Heard) -> bool:
            return is_person(heard) and may_stand_for(pronoun, heard.actors[0])

        near = [heard for heard in here if heard.rank > ASIDE]
        return self._last(near, sentence - PRONOUN_REACH, is_meant, _is_unknown, "pronoun")

    def it(self, here: Sequence[Heard], sentence: int) -> list[Actor]:
        """Return the state, organisation or group meant."""
        known = [heard for heard in here if heard.actors and heard.rank > ASIDE]
        return self._last(known, sentence - PRONOUN_REACH, is_one_body, _blocks_one, "pronoun")

    def they(self, here: Sequence[Heard], sentence: int) -> list[Actor]:
        """Return those meant: several named together, or a group of people; else those who met."""
        known = [heard for heard in here if heard.actors]
        since = sentence - PRONOUN_REACH
        near = [*known, *(heard for group in self._sentences(since) for heard in group)]
        if any(is_many(heard) or _blocks_many(heard) for heard in near):
            return self._last(known, since, is_many, _blocks_many, "pronoun")
        told = [sides for at, sides in self._sides if since <= at < sentence]
        return [replace(actor, basis="pronoun") for actor in told[-1].values()] if told else []

    def state(self, here: Sequence[Heard], sentence: int, among: frozenset[str] = frozenset()) -> list[Actor]:
        """Return the last state or official, of the countries `among` if any: whose *government* is meant."""

        def fits(heard: Heard) -> bool:
            return _of_a_state(heard) and (not among or heard.actors[0].country in among)

        return self._last(here, sentence - REACH, fits, _never, "definite description")

    def states(self, here: Sequence[Heard], sentence: int, among: frozenset[str] = frozenset()) -> list[Actor]:
        """Return the states and officials told of lately, of the countries `among` if any, the last first."""
        recent = [*(heard for group in reversed(self._sentences(sentence - REACH)) for heard in group), *here]
        fitting = [h.actors[0] for h in reversed(recent) if _of_a_state(h)]
        return [replace(a, basis="definite description") for a in fitting if not among or a.country in among]

    def is_foremost(self, actor: Actor) -> bool:
        """Tell whether no country has been named oftener than that of `actor`."""
        return self._told[actor.country or ""] >= max(self._told.values(), default=0)

    def body(self, here: Sequence[Heard], sentence: int, kinds: frozenset[str]) -> list[Actor]:
        """Return the last organisation or armed group of one of `kinds`: *the group*, *the bloc*."""

        def fits(heard: Heard) -> bool:
            return heard.single is not None and heard.single.kind in kinds

        return self._last(here, sentence - REACH, fits, _never, "definite description")

    def called(self, noun: str) -> list[Actor]:
        """Return the body named last in whose name `noun` stands, however long ago: *the authority*."""
        for heard in reversed(self._heard):
            actor = heard.single
            if actor is not None and actor.kind in ORGANISED and noun in f"{actor.name} {actor.text}".lower().split():
                return [replace(actor, basis="definite description")]
        return []

    def holder(self, words: tuple[str, ...]) -> Actor | None:
        """Return the only one, or else the last, who was given the office of these words: *the minister*."""
        held = [heard for heard in self._heard if fits(heard.role, words)]
        named = Counter((h.actors[0].name, h.actors[0].country) for h in held)
        if len({country for _, country in named}) == 1:
            often = Counter(h.actors[0].name for h in self._heard if h.single is not None)
            best = max(held, key=lambda h: often[h.actors[0].name])
            return replace(best.actors[0], basis="definite description")
        recent = [h for h in self._heard[-24:] if (s := h.single) is not None and (s.name, s.country) in named]
        subjects = [h for h in recent if h.rank == MAIN]
        if recent and subjects and recent[-1].actors[0].country == subjects[-1].actors[0].country:
            return replace(subjects[-1].actors[0], basis="definite description")
        return None

    def same(self, sort: str | None) -> Actor | None:
        """Return the only ones of a sort of people or bodies of whom it was told whose they are."""
        told = self._sorts.get(sort or "", {})
        return next(iter(told.values())) if len(told) == 1 else None

    def both(self, here: Sequence[Heard], sentence: int, number: int | None = None) -> list[Actor]:
        """Return the states last named together: *both sides*, *the two countries*, *the ministers*.

        Of several that were, those are meant which the document has named oftenest.
        """
        sides = {a.country or a.name: a for heard in here for a in heard.actors if a.country or a.kind == "igo"}
        if len(sides) == (number or 2):
            return _as_described(sides.values())
        sizes = {number, (number or 0) / 2}  # *the four ministers* of two states
        near = [told for at, told in self._sides if sentence - at <= PAIR_REACH and (not number or len(told) in sizes)]
        if not near:
            return []
        best = max(enumerate(near), key=lambda pair: (min(self._told[c] for c in pair[1]), pair[0]))
        return _as_described(best[1].values())

    def _last(self, here: Sequence[Heard], since: int, fits: Judge, blocks: Judge, basis: str) -> list[Actor]:
        """Return the likeliest antecedent of the nearest sentence that has one; none where one blocks the way."""
        for group in (list(here), *self._sentences(since)):
            likely = [heard for heard in group if fits(heard) or blocks(heard)]
            if likely:
                best = max(enumerate(likely), key=lambda pair: (pair[1].rank, pair[0]))[1]
                return [] if blocks(best) else [replace(actor, basis=basis) for actor in best.actors]
        return []

    def _sentences(self, since: int) -> list[list[Heard]]:
        numbers = sorted({heard.sentence for heard in self._heard[-80:] if heard.sentence >= since}, reverse=True)
        return [[heard for heard in self._heard[-80:] if heard.sentence == number] for number in numbers]


def _never(_: Heard) -> bool:
    return False


def _as_described(actors: Iterable[Actor]) -> list[Actor]:
    return [replace(actor, basis="plural description") for actor in actors]
