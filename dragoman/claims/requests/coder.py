"""The requests of one document: told, told again, and answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.claims.passage import Passage, clause, is_named
from dragoman.claims.requests.answers import Answer, answers
from dragoman.claims.requests.cases import Case, answers_to, asked_by
from dragoman.claims.requests.frames import Ask, asks, topic_of
from dragoman.claims.requests.lexicon import lists
from dragoman.claims.requests.slots import who
from dragoman.events.slots import logical_subject
from dragoman.events.status import assess
from dragoman.records import Actor, Document, Evidence, Request, content_id
from dragoman.syntax import Token

_NEAR = 3  # sentences after a request in which a bare reply is taken for its answer
_KEPT = 60  # requests of a document that a later sentence may take up
_LATER = 8  # sentences after a request in which the act itself is taken for its answer


@dataclass(slots=True)
class RequestCoder:
    """Codes the requests of one document."""

    _cases: list[Case] = field(default_factory=list)
    _document: Document | None = None
    _before: list[tuple[int, tuple[Actor, ...]]] = field(default_factory=list)
    """Who took part in the events of each sentence read."""

    def read(self, passage: Passage) -> None:
        """Take in one sentence."""
        self._document = passage.document
        if passage.silent:
            return
        before = self._cases[-_KEPT:]
        told = [(ask, self._told(passage, ask)) for ask in asks(passage, self._exchange(passage))]
        for answer in answers(passage):
            self._answered(passage, answer, told)
        self._done(passage, before)
        parties = tuple(actor for event in passage.events for actor in (*event.actors, *event.recipients))
        self._before.append((passage.sentence.index, parties))

    def records(self) -> tuple[Request, ...]:
        """Return the requests in the order of the text."""
        return tuple(_record(case, self._document) for case in self._cases if self._document is not None)

    def _exchange(self, passage: Passage) -> list[Actor]:
        """Return who took part in what the sentences just before tell."""
        near = (parties for index, parties in self._before[-_NEAR:] if passage.sentence.index - index <= _NEAR)
        return [actor for parties in near for actor in parties]

    def _told(self, passage: Passage, ask: Ask) -> Case:
        case = _case(passage, ask)
        known = next((old for old in reversed(self._cases[-_KEPT:]) if old.same_as(case)), None)
        if known is None:
            self._cases.append(case)
            return case
        known.take_in(case)
        return known

    def _answered(self, passage: Passage, answer: Answer, told: list[tuple[Ask, Case]]) -> None:
        case = self._meant(passage, answer, told)
        if case is None:
            case = _unasked(passage, answer)
            if case is None:
                return
            self._cases.append(case)
        elif answer.answer != "none":
            case.answer = answer.answer
            case.asked = case.asked or answer.by
        case.reason = case.reason or answer.reason
        case.add(_reply_words(passage, answer))

    def _meant(self, passage: Passage, answer: Answer, told: list[tuple[Ask, Case]]) -> Case | None:
        """Return the request that is answered."""
        here = next((case for ask, case in told if answer.noun is not None and ask.predicate is answer.noun), None)
        if here is not None:
            return here
        now = passage.sentence.index
        open_ = [case for case in reversed(self._cases[-_KEPT:]) if _can_answer(case, answer, now)]
        if answer.act is not None:
            topic = topic_of(clause(answer.act))
            same = (case for case in open_ if case.head == answer.act.lemma or len(topic & case.topic) >= 2)
            return next(same, None)
        if answer.noun is None or answer.noun.lemma in ("idea", "proposal", "suggestion", "plan"):
            return next((case for case in open_ if now - case.sentence <= _NEAR), None)
        return next(iter(open_), None)

    def _done(self, passage: Passage, cases: list[Case]) -> None:
        """Take the act itself, done or not to be done by those who were asked, for the answer."""
        now = passage.sentence.index
        waiting = [c for c in cases if c.answer == "none" and c.head and 0 < now - c.sentence <= _LATER]
        waiting = [case for case in waiting if not case.act.startswith(("not ", "refrain", "avoid"))]
        if not waiting or passage.sentence.zone != "body":
            return
        for verb in passage.sentence.tokens:
            for case in waiting:
                if verb.pos == "VERB" and verb.lemma == case.head and case.zone == "body":
                    self._did(passage, verb, case)

    def _did(self, passage: Passage, verb: Token, case: Case) -> None:
        by = [actor for token in logical_subject(verb) for actor in who(passage, token)]
        words = clause(verb)
        if not answers_to(case, by) or not topic_of([w for w in words if w is not verb]) & case.topic:
            return
        standing = assess(verb)
        if standing.mood == "future" and standing.negated:
            case.answer = "refused"
        elif standing.mood == "fact" and not standing.negated and verb.tag in ("VBD", "VBN"):
            case.answer = "granted"
        else:
            return
        case.add(passage.span(words))


def _case(passage: Passage, ask: Ask) -> Case:
    return Case(
        rule=ask.frame.id, sentence=passage.sentence.index, zone=passage.sentence.zone, askers=ask.askers,
        asked=ask.asked, act=passage.text(ask.words) if ask.words else "", head=ask.act.lemma if ask.act else "",
        topic=ask.topic, force=ask.frame.force, status=ask.status, answer="refused" if ask.refused else "none",
        date=passage.date(ask.predicate), place=passage.place(ask.predicate),
        attribution=passage.attribution(ask.predicate), confidence=0.9 if ask.askers and ask.asked else 0.7,
        evidence=[passage.evidence(ask.start, ask.end)],
    )  # fmt: skip


def _can_answer(case: Case, answer: Answer, now: int) -> bool:
    if case.answer not in ("none", answer.answer):
        return False
    if answer.to and not asked_by(case, answer.to):
        return False
    if not answer.by:
        return now - case.sentence <= 1
    return answers_to(case, answer.by) or (not case.asked and answer.noun is not None)


def _unasked(passage: Passage, answer: Answer) -> Case | None:
    """Return a request that is known by its refusal only."""
    act = answer.act
    if act is None or answer.answer != "refused" or not any(is_named(actor) for actor in answer.by):
        return None
    if act.lemma not in lists()["yielding"] or assess(answer.verb).mood != "fact":
        return None
    words = [w for w in clause(act, subject=False) if not (w.head is act and w.tag == "TO")]
    if any(word.lemma in lists()["informing"] for word in words if word.head is act or word.head.head is act):
        return None
    return Case(
        rule=answer.reply.id, sentence=passage.sentence.index, zone=passage.sentence.zone, askers=[],
        asked=list(answer.by), act=passage.text(words), head=act.lemma, topic=topic_of(words), force="ask",
        status="demanded", answer="refused", date=passage.date(answer.verb), place=passage.place(answer.verb),
        attribution=passage.attribution(answer.verb), confidence=0.7,
    )  # fmt: skip


def _reply_words(passage: Passage, answer: Answer) -> Evidence:
    return passage.span(clause(answer.verb))


def _record(case: Case, document: Document) -> Request:
    first = case.evidence[0]
    return Request(
        id=content_id("request", document.content_id, first.start, case.rule, case.act),
        askers=_distinct(case.askers), asked=_distinct(case.asked), act=case.act, force=case.force,
        answer=case.answer, reason=case.reason, date=case.date, place=case.place, status=case.status,
        attribution=case.attribution, evidence=tuple(sorted(case.evidence, key=lambda e: e.start)), rule=case.rule,
        confidence=case.confidence,
    )  # fmt: skip


def _distinct(actors: list[Actor]) -> tuple[Actor, ...]:
    return tuple({(actor.name, actor.country): actor for actor in actors}.values())
