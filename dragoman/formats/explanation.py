"""Sentences explained for reading: which words fired, which lost and why, which came near.

Everything that comes from a text is made printable on its way: it must not steer a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.events.acts import Fate, Near
from dragoman.events.choose import Candidate
from dragoman.formats.rows import printable
from dragoman.formats.story import act_name, labelled, parties
from dragoman.records import Event
from dragoman.stages.events import Explanation
from dragoman.syntax import Token

REASONS = 3
"""Reasons printed for a word that came near."""
_UNMET = ": condition on "


def explained_lines(explanations: Iterable[Explanation], text: str) -> Iterator[str]:
    """Yield what became of each sentence of `text`, with an empty line between two sentences."""
    for number, explanation in enumerate(explanations):
        if number:
            yield ""
        sentence = explanation.sentence
        yield f"“{printable(text[sentence.start : sentence.end])}”"
        yield from _outcomes(explanation)


def _outcomes(explanation: Explanation) -> Iterator[str]:
    if explanation.silenced:
        yield labelled("silent", "nothing is coded: the page or the words are those of sport, culture or the like")
    elif not (explanation.fates or explanation.near):
        yield labelled("nothing", "no word of it stands in the lexicon of predicates")
    for fate in sorted(explanation.fates, key=lambda fate: fate.event is None):
        yield from _fate(fate)
    for near in explanation.near:
        yield from _near(near)


def _fate(fate: Fate) -> Iterator[str]:
    word = printable(fate.candidate.token.text)
    if fate.event is None:
        yield labelled("lost", f"{word}: {printable(fate.reason)}")
    else:
        yield labelled("fired", f"{word}: {_act(fate.event)}")
    yield labelled("", _sense(fate.candidate))


def _act(event: Event) -> str:
    return f"{act_name(event)} [{event.status}] {parties(event.actors)} → {parties(event.recipients)}"


def _sense(candidate: Candidate) -> str:
    guess = f", {candidate.guess.score:.2f}" if candidate.guess else ""
    return printable(f"{candidate.sense.id} ({candidate.sense.source}{guess})")


def _near(near: Near) -> Iterator[str]:
    ranked = sorted(near.reasons, key=lambda reason: _distance(reason, near.token))
    for number, reason in enumerate(ranked[:REASONS]):
        yield labelled("", printable(reason)) if number else labelled("near", printable(f"{near.token.text}: {reason}"))
    if len(ranked) > REASONS:
        yield labelled("", f"and {len(ranked) - REASONS} more")


def _distance(reason: str, token: Token) -> tuple[bool, bool]:
    """Rank a reason: nearest is a sense that had its particle and its verb, and of these one named after the word."""
    return _UNMET not in reason, not reason.startswith(f"{token.lemma}.")
