"""The day of a speech that goes on over several sentences: who spoke on Wednesday said the rest on Wednesday too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.stages.base import TimeMention
from dragoman.syntax import Sentence, Token
from dragoman.temporal.clause import PRESENT, is_verb, verb_tense
from dragoman.temporal.govern import governing_time

REACH = 3  # sentences from one that tells of the speech to the next
_SAYING = frozenset(
    {"say", "tell", "add", "state", "note", "declare", "warn", "stress", "emphasize", "emphasise", "underline"}
    | {"explain", "claim", "accuse", "blame", "condemn", "criticise", "criticize", "denounce", "urge", "demand"}
    | {
        "slam",
        "lambast",
        "decry",
        "announce",
        "ask",
        "respond",
        "reply",
        "confirm",
        "deny",
        "suggest",
        "admit",
        "thank",
    }
    | {"describe", "express", "acknowledge", "welcome", "hail", "threaten", "promise", "request", "appeal", "refuse"}
    | {"call", "insist", "argue", "vow", "pledge", "reiterate", "continue", "conclude", "remark", "praise", "reject"}
)
_HE = frozenset({"he", "she"})
_WE = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class Speech:
    """A sentence that goes on with a dated speech: its verb of saying and the date of the speech."""

    verb: Token
    time: TimeMention

    def dates(self, predicate: Token) -> bool:
        """Say whether `predicate` is an act of the speech: what is said to be done, or done by saying `we demand`."""
        if predicate is self.verb:
            return True
        if not is_verb(predicate) or self.verb not in predicate.ancestors() or verb_tense(predicate) != PRESENT:
            return False
        return any(child.dep == "nsubj" and child.lower in _WE for child in predicate.children)


def continued_speeches(sentences: Sequence[Sentence], times: Sequence[TimeMention]) -> Mapping[int, Speech]:
    """Return by number the sentences in which a speaker goes on who was told, shortly before, to speak on a day.

    A sentence of another speaker ends the speech; one with a date of its own begins another.
    """
    by_sentence: dict[int, list[TimeMention]] = {}
    for time in times:
        by_sentence.setdefault(time.sentence, []).append(time)
    found: dict[int, Speech] = {}
    speaker, last, dated = "", 0, None
    for sentence in (s for s in sentences if s.zone == "body"):
        verb = _saying(sentence)
        name = _speaker(verb) if verb is not None else ""
        if verb is None or not name:
            continue
        timed = by_sentence.get(sentence.index, [])
        own = governing_time(sentence, verb, timed)
        if own is not None:
            speaker, last = name, sentence.index
            dated = own if _is_day(own) else None
        elif dated is not None and name in (speaker, "he") and sentence.index - last <= REACH:
            last = sentence.index
            found[sentence.index] = Speech(verb, replace(dated, rule=f"same speech as told before: {dated.rule}"))
        else:
            speaker, last, dated = name, sentence.index, None
    return found


def _is_day(time: TimeMention) -> bool:
    return time.function == "on" and (
        time.offset_days is not None or (time.start is not None and time.precision == "day")
    )


def _saying(sentence: Sentence) -> Token | None:
    """Return the main verb of the sentence when it is one of saying, in the past tense and with a subject."""
    for token in sentence.tokens:
        if token.dep == "ROOT" and token.lemma in _SAYING and token.tag == "VBD":
            return token
    return None


def _speaker(verb: Token) -> str:
    """Return the surname of the speaker, `he` for a pronoun, the empty string when nobody is named."""
    subject = verb.child("nsubj")
    if subject is None:
        return ""
    if subject.lower in _HE:
        return "he"
    return subject.lower if subject.pos == "PROPN" else ""
