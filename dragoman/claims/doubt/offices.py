"""Persons with an office that nobody of their name is known to have held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.claims.doubt.lexicon import words
from dragoman.claims.passage import Passage
from dragoman.dictionary import ActorEntry
from dragoman.events.holders import Holders
from dragoman.resolution.sounds import alike, sound
from dragoman.stages.base import Mention
from dragoman.syntax import Token
from dragoman.text import fold

_SINCE = 1990  # the dictionary knows holders of office for longer
_BACK = 3  # words before an office that may narrow it
_LONGEST = 5  # words of a name
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "ben", "abu", "de", "da", "la", "van", "von", "abd", "abdul"})


class Claimed(NamedTuple):
    """A person with an office, as printed."""

    first: Token
    last: Token
    name: str
    office: str
    country: str


def unheld(passage: Passage, year: int | None) -> Iterator[Claimed]:
    """Yield the persons of a sentence with an office that the dictionary's holders of it never had the name of.

    `year` is the last year that the text named: one that tells of the past tells of holders long gone.
    """
    holders = passage.scene.participants.holders
    if holders is None or _is_elsewhen(passage) or _is_of_the_past(passage, year):
        return
    tokens = passage.sentence.tokens
    for token in tokens:
        mention = passage.scene.participants.mention(token)
        if mention is None or mention.form != "agent" or mention.kind != "office" or mention.first != token.i:
            continue
        claimed = _claimed(passage, tokens, mention)
        if claimed is not None and _is_unknown(holders, tokens, mention, claimed):
            yield claimed


def _claimed(passage: Passage, tokens: Sequence[Token], office: Mention) -> Claimed | None:
    """Return who stands behind *French Foreign Minister*, when the name is not known and more than a surname."""
    owner = _owner(passage, tokens, office)
    name: list[Token] = []
    for token in tokens[office.last + 1 : office.last + 1 + _LONGEST]:
        if token.pos != "PROPN" and not (name and token.text == "-"):
            break
        if passage.scene.participants.mention(token) is not None:
            return None
        name.append(token)
    if owner is None or owner.country is None or sum(token.text[0].isupper() for token in name) < 2:
        return None
    if (
        _goes_on(tokens, name[-1])
        or not _is_acting(passage, name[-1])
        or _is_narrowed(passage, tokens, owner.first, name[-1].i)
    ):
        return None
    text = passage.document.text[name[0].start : name[-1].end]
    said = " ".join(token.lower for token in tokens[office.first : office.last + 1])
    return Claimed(tokens[owner.first], name[-1], text, said, owner.country)


def _goes_on(tokens: Sequence[Token], last: Token) -> bool:
    """Tell whether a name was cut short: *Sami el-Khoury* behind *Sami el*."""
    behind = tokens[last.i + 1] if last.i + 1 < len(tokens) else None
    return fold(last.text) in _PARTICLES or (behind is not None and (behind.text == "-" or behind.tag == "POS"))


def _owner(passage: Passage, tokens: Sequence[Token], office: Mention) -> Mention | None:
    """Return the state named right before an office, alone."""
    at = office.first - 1
    if at >= 0 and tokens[at].tag == "POS":
        at -= 1
    owner = passage.scene.participants.mention(tokens[at]) if at >= 0 else None
    if owner is None or owner.kind != "state" or owner.form not in ("name", "adjective"):
        return None
    before = passage.scene.participants.mention(tokens[owner.first - 1]) if owner.first > 0 else None
    return owner if before is None else None


def _is_narrowed(passage: Passage, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether words around an office make it another one, or one of two states: *Turkish and Iraqi ministers*."""
    if first > 0 and tokens[first - 1].text == "-":
        return True
    if first > 1 and tokens[first - 1].lower == "and":
        joined = passage.scene.participants.mention(tokens[first - 2])
        if joined is not None and joined.kind == "state":
            return True
    around = [*tokens[max(0, first - _BACK) : last + 1], *tokens[last + 1 : last + 3]]
    return any(token.lower in words("not_now") for token in around)


def _is_acting(passage: Passage, name: Token) -> bool:
    """Tell whether somebody speaks or acts at the time of the report, so that no one of long ago is meant."""
    if any(name in head.subtree() for said in passage.speech.of(passage.sentence) for head in said.sources):
        return True
    for above in name.ancestors():
        if above.pos == "VERB":
            return above.lemma in words("speaking")
    return False


def _is_elsewhen(passage: Passage) -> bool:
    """Tell whether a sentence speaks of another year than that of the document."""
    year = int((passage.document.date or "0")[:4])
    for time in passage.times:
        told = (time.start or "")[:4]
        if told.isdigit() and year and abs(int(told) - year) > 1:
            return True
    return any(len(t.text) == 4 and t.text.isdecimal() and t.text < "1990" for t in passage.sentence.tokens)


def _is_of_the_past(passage: Passage, year: int | None) -> bool:
    written = passage.document.date
    return year is not None and (year < _SINCE if written is None else int(written[:4]) - year > 1)


def _is_unknown(holders: Holders, tokens: Sequence[Token], office: Mention, claimed: Claimed) -> bool:
    said = [token.lower for token in tokens[office.first : office.last + 1]]
    if said[0] == "interior" and said[-1] == "secretary":
        return False  # in some states the office of lands
    found, known = holders.ever(said, claimed.country)
    if found not in words("offices") or not known:
        return False
    return not any(holders.is_of(claimed.name, person) or _may_be(claimed.name, person) for person in known)


def _may_be(name: str, person: ActorEntry) -> bool:
    """Tell whether a name has a surname in common with a holder's, in whatever spelling."""
    ours, theirs = _surnames(name), _surnames(person.name)
    return any(sound(one) == sound(other) and alike(one, other) for one in ours for other in theirs)


def _surnames(name: str) -> list[str]:
    parts = [part for part in fold(name).replace("-", " ").split() if part not in _PARTICLES]
    return [part for part in parts[1:] if len(part) > 2] or parts
