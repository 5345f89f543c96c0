"""Statements: who says what to whom, on which occasion; and who keeps silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.claims.cue_lexicon import can_speak, is_document, word_lists
from dragoman.claims.cues import is_negated
from dragoman.claims.passage import Passage, span_of
from dragoman.claims.roles import Roles
from dragoman.claims.speech import Said
from dragoman.events.genders import may_stand_for
from dragoman.events.phrases import phrase_span
from dragoman.events.status import assess
from dragoman.records import Actor, Attribution, Evidence, Statement, content_id
from dragoman.syntax import Token

_REACH = 3  # sentences from one speech to the next of the same speaker
_HE = frozenset({"he", "she"})
_IT = frozenset({"it", "they"})
_THEY = frozenset({"they"})
_PLURAL = frozenset({"NNS", "NNPS"})
_BODIES = frozenset({"state", "body", "igo", "organisation", "armed_group"})
_AT = frozenset({"at", "in", "during", "after", "to", "on", "with", "via", "following", "before"})
_SPEAKING = frozenset({"speak", "talk", "address", "write", "appear", "meet"})
_IMAGINED = frozenset({"unreal", "possible", "obligation"})


class Statements:
    """The coder of statements; see `docs/claims.md`."""

    def __init__(self) -> None:
        self._found: list[Statement] = []
        self._issuers: dict[str, tuple[Actor, ...]] = {}
        self._last: tuple[int, tuple[Actor, ...], bool] = (-_REACH, (), False)
        self._roles = Roles()

    def read(self, passage: Passage) -> None:
        """Take in the speech whose cues stand in the sentence."""
        self._roles.read(passage)
        for said in passage.speech.of(passage.sentence):
            if _is_imagined(said):
                continue
            statement = self._statement(passage, said)
            if statement.speakers or said.direct or not said.sources or said.sources[0].pos == "PRON":
                self._found.append(statement)

    def records(self) -> tuple[Statement, ...]:
        """Return the statements in the order of their words."""
        return tuple(sorted(self._found, key=lambda one: (one.content[0].start, one.evidence[0].start)))

    def _statement(self, passage: Passage, said: Said) -> Statement:
        speakers = self._speakers(passage, said)
        content = tuple(passage.evidence(start, end) for start, end in said.content)
        occasion = _occasion(said.cue)
        self._remember(occasion, speakers)
        return Statement(
            id=content_id("statement", passage.document.content_id, said.rule, said.cue.start, content[0].start),
            speaker=speakers[0] if speakers else None,
            speakers=speakers,
            verb="according to" if said.rule == "statement.according" else said.cue.lemma,
            addressee=_addressee(passage, said.cue, speakers),
            direct=said.direct,
            content=content,
            quoted=tuple(passage.evidence(start, end) for start, end in said.quoted),
            occasion=passage.text(occasion) if occasion else None,
            date=passage.date(said.cue),
            status=_status(said),
            attribution=_reporter(passage, said),
            evidence=(*_cue_words(passage, said), *content),
            rule=said.rule,
            confidence=_confidence(said, speakers),
        )

    def _speakers(self, passage: Passage, said: Said) -> tuple[Actor, ...]:
        if said.follows is not None:
            return said.follows.actors or ()
        before = self._same_as_before(passage, said)
        found: list[Actor] = []
        goes_on = bool(before) and (said.direct or passage.sentence.index - self._last[0] <= 1)
        for head in () if goes_on else said.sources:
            named = passage.actors(head) or tuple(self._source(passage, head))
            found.extend(self._roles.bearer(passage, head, actor) if len(named) == 1 else actor for actor in named)
        speakers = tuple(_as_printed(passage, said, actor) for actor in found) or before
        if speakers:
            self._last = (passage.sentence.index, speakers, _are_many(said) or (goes_on and self._last[2]))
        said.actors = speakers
        return speakers

    def _same_as_before(self, passage: Passage, said: Said) -> tuple[Actor, ...]:
        """Return who spoke last, shortly before, for a pronoun that says more: *he added*."""
        at, speakers, many = self._last
        if len(said.sources) != 1 or passage.sentence.index - at > _REACH or len(speakers) != 1:
            return ()
        fitting = _IT if speakers[0].kind in _BODIES else _THEY if many else _HE
        word = said.sources[0].lower
        if word not in fitting or not may_stand_for(word, speakers[0]):
            return ()
        return (replace(speakers[0], basis="spoke before"),)

    def _source(self, passage: Passage, head: Token) -> Iterator[Actor]:
        """Yield who speaks in a document, or the words that name a source that is no actor."""
        if head.pos == "PRON" and head.lower not in ("one", "some", "many", "others", "everyone", "nobody"):
            return
        if not can_speak(head):
            return
        if head.lemma in word_lists()["body"] and (owners := passage.actors(head, nested=True)):
            yield from owners
            return
        if is_document(head):
            owners = passage.actors(head, nested=True) or self._issuers.get(head.lemma, ())
            if owners:
                yield from owners
                return
        start, end = phrase_span(head)
        text = passage.document.text[start:end]
        yield Actor(
            name=" ".join(text.split()), country=None, sectors=(), kind="source", text=text, start=start, end=end,
            basis="no actor of the dictionary",
        )  # fmt: skip

    def _remember(self, occasion: Sequence[Token], speakers: tuple[Actor, ...]) -> None:
        """Keep who issued a document: what *the statement* says later is theirs."""
        head = _head(occasion)
        if head is not None and is_document(head) and speakers:
            self._issuers[head.lemma] = speakers


def _are_many(said: Said) -> bool:
    return any(head.tag in _PLURAL for head in said.sources)


def _as_printed(passage: Passage, said: Said, actor: Actor) -> Actor:
    """Let the words of a speaker without an entry take in the name after his role: *a herder, Oumar Ba*."""
    for head in said.sources:
        name = head.child("appos")
        generic = actor.entry is None or actor.entry.startswith("agent.")
        if generic and actor.end == head.end and name is not None and name.i > head.i:
            return replace(actor, text=passage.document.text[actor.start : name.end], end=name.end)
    return actor


def _head(words: Sequence[Token]) -> Token | None:
    inside = {token.i for token in words}
    return next((token for token in words if token.head.i not in inside), None)


def _cue_words(passage: Passage, said: Said) -> Iterator[Evidence]:
    """Yield the cue with its speaker; of a quotation that goes on with another, that of the other."""
    if said.cue.pos != "PUNCT":
        tops = [said.cue, *(head for head in said.sources if head.i < said.cue.i + 8)]
        start, end = span_of(tops)
        start = min([start, *(phrase_span(head)[0] for head in said.sources if head.start < said.cue.start)])
        if all(end <= a or start >= b for a, b in said.content):
            yield passage.evidence(start, end)


def _status(said: Said) -> str:
    if said.silent or (said.cue.lemma != "deny" and is_negated(said.cue)):
        return "denied"
    if said.cue.pos != "VERB":
        return "happened"
    standing = assess(said.cue)
    if standing.negated and not said.direct:
        return "denied"
    return "planned" if standing.mood == "future" and said.cue.tag != "VBD" else "happened"


def _is_imagined(said: Said) -> bool:
    """Tell whether nothing was said: *could say that*, *to say so would be wrong*, *should tell them*."""
    if said.silent or said.cue.pos != "VERB" or said.direct:
        return False
    return assess(said.cue).mood in _IMAGINED


def _addressee(passage: Passage, cue: Token, speakers: Sequence[Actor]) -> Actor | None:
    """Return who is told: *told reporters*, *said to Xinhua*, *urged Chad to …*."""
    own = {(actor.name, actor.country) for actor in speakers}
    for child in cue.children:
        token: Token | None = child if child.dep in ("dobj", "dative") and child.pos != "ADP" else None
        if child.dep in ("dative", "prep") and child.lower in ("to", "on") and child.pos == "ADP":
            token = child.child("pobj")
        if token is None or token.lemma in word_lists()["occasion"] or token.pos not in ("NOUN", "PROPN", "PRON"):
            continue
        for actor in passage.actors(token):
            if (actor.name, actor.country) not in own:
                return actor
    return None


def _occasion(cue: Token) -> list[Token]:
    """Return the words of the setting: *in a letter to the council*, *speaking at a rally*."""
    holders = [cue, *(c for c in cue.children if c.dep == "advcl" and c.lemma in _SPEAKING)]
    holders += [below for c in cue.children if c.dep in ("dobj", "dative") for below in [c]]
    for holder in holders:
        for child in holder.children:
            if child.dep != "prep" or child.lower not in _AT:
                continue
            noun = child.child("pobj")
            if noun is not None and noun.lemma in word_lists()["occasion"]:
                return [token for token in noun.subtree() if not _opens_clause(token, noun)]
    return []


def _opens_clause(token: Token, noun: Token) -> bool:
    """Tell whether a word stands in a clause that hangs on the noun."""
    return any(step.dep in ("relcl", "acl") for step in (token, *token.ancestors()) if step.i > noun.i)


def _reporter(passage: Passage, said: Said) -> Attribution | None:
    """Return who reports that somebody said it: who cites him, or whose words hold the cue."""
    if said.rule == "statement.cite":
        subject = said.cue.child("nsubj") or said.cue.head.child("nsubj")
        if subject is not None and subject not in said.sources:
            start, end = phrase_span(subject)
            words = " ".join(passage.document.text[start:end].split())
            return Attribution(speaker=words, verb=said.cue.lemma)
    outer = next((one for one in passage.said(said.cue) if one is not said and one.source != said.source), None)
    return Attribution(speaker=outer.source, verb=outer.cue.lemma) if outer is not None and outer.source else None


def _confidence(said: Said, speakers: Sequence[Actor]) -> float:
    """Score the kind of evidence: a quotation with its cue highest, inferred speakers lower."""
    score = 0.95 if said.direct else 0.85
    score -= 0.15 * (said.follows is not None) + 0.1 * (not speakers)
    score -= 0.1 * any(actor.basis is not None and actor.kind != "source" for actor in speakers)
    return round(score, 2)
