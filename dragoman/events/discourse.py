"""What the document has said so far: persons by surname, the states in focus, who speaks.

Precision first: a pronoun or a bare *the minister* resolves only to what was named shortly before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dragoman.records import Actor

REACH = 3  # sentences a pronoun or definite description reaches back


@dataclass(frozen=True, slots=True)
class _Heard:
    actor: Actor
    sentence: int
    subject: bool


def _is_person(actor: Actor) -> bool:
    return actor.kind in ("person", "office")


def _of_a_state(actor: Actor) -> bool:
    return actor.country is not None and actor.kind not in ("armed_group", "organisation", "agent", "igo")


class Discourse:
    """Memory of one document, filled in reading order."""

    def __init__(self) -> None:
        self._persons: dict[str, Actor] = {}
        self._heard: list[_Heard] = []
        self._pair: tuple[int, tuple[Actor, ...]] | None = None
        self._speaker: Actor | None = None

    def hear(self, actors: Sequence[Actor], sentence: int, *, subject: bool) -> None:
        """Remember actors that were named in `sentence`, together in one place of it."""
        for actor in actors:
            if actor.basis is None:
                self._heard.append(_Heard(actor, sentence, subject))
        if subject or self._pair is None:
            self.together(actors, sentence)

    def together(self, actors: Sequence[Actor], sentence: int) -> None:
        """Remember actors of several countries as the two sides that are spoken of."""
        states = {actor.country: actor for actor in actors if actor.country}
        if len(states) > 1:
            self._pair = (sentence, tuple(states.values()))

    def name_person(self, surname: str, actor: Actor) -> None:
        """Remember the bearer of a surname; the first full mention wins."""
        self._persons.setdefault(surname, actor)

    def person(self, surname: str) -> Actor | None:
        """Return the person of that surname named before."""
        return self._persons.get(surname)

    def speaks(self, actor: Actor) -> None:
        """Remember who was last quoted."""
        self._speaker = actor

    def we(self) -> list[Actor]:
        """Who *we* and *our* stand for in a quotation: the country of the speaker."""
        return [replace(self._speaker, basis="speaker of the quotation")] if self._speaker else []

    def he(self, sentence: int) -> list[Actor]:
        """Return the last person who was a subject, else the last person."""
        return self._last(sentence, _is_person, "pronoun")

    def it(self, sentence: int) -> list[Actor]:
        """Return the last state, organisation or group that was a subject, else the last one."""
        return self._last(sentence, lambda actor: not _is_person(actor), "pronoun")

    def state(self, sentence: int) -> list[Actor]:
        """Return the last state or official: whose *government* or *army* is meant."""
        return self._last(sentence, _of_a_state, "definite description")

    def both(self, sentence: int) -> list[Actor]:
        """Return the states last named together: *both sides*, *the two countries*, *the ministers*."""
        if self._pair is None or sentence - self._pair[0] > 2 * REACH:
            return []
        return [replace(actor, basis="plural description") for actor in self._pair[1]]

    def _last(self, sentence: int, fits: Callable[[Actor], bool], basis: str) -> list[Actor]:
        near = [h for h in self._heard[-24:] if sentence - h.sentence <= REACH and fits(h.actor)]
        latest = [h for h in near if h.sentence == near[-1].sentence]
        best = [h for h in latest if h.subject] or latest
        return [replace(best[-1].actor, basis=basis)] if best else []
