"""The requests of one document: told, told again, and answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.claims.passage import Passage, clause, is_named
from dragoman.claims.public import share
from dragoman.claims.requests.answers import Answer, answers, argues
from dragoman.claims.requests.cases import Case, answers_to, asked_by, may_be_asked, speaks_for
from dragoman.claims.requests.deeds import in_deed, left_out
from dragoman.claims.requests.fates import befallen, handled, received, sign_of
from dragoman.claims.requests.frames import Ask, asks
from dragoman.claims.requests.lexicon import lists
from dragoman.claims.requests.slots import who
from dragoman.claims.requests.wording import topic_of
from dragoman.events.status import assess
from dragoman.events.voice import logical_subject
from dragoman.records import Actor, Document, Evidence, Request, content_id
from dragoman.syntax import Token

_REFUSED = "answer.refuse-act"  # the rule by which a refusal alone tells of a request
_NEAR = 3  # sentences after a request in which a bare reply is taken for its answer
_OWN = frozenset({"benefit", "learn", "profit", "draw"})  # acts of the one who asks
_KEPT = 60  # requests of a document that a later sentence may take up
_SOON = 2  # sentences after a request in which a phrase alone tells what became of it
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
        told = [(ask, self._told(passage, ask)) for ask in asks(passage, self._exchange(passage))]
        replies = list(answers(passage, phrases=self._awaits(passage)))
        for answer in replies:
            self._answered(passage, answer, told)
        self._done(passage, told)
        if not told and not replies:
            self._argued(passage)
        parties = tuple(actor for event in passage.events for actor in (*event.actors, *event.recipients))
        self._before.append((passage.sentence.index, parties))

    def _awaits(self, passage: Passage) -> bool:
        """Tell whether a request told near by, or taken up by its noun, waits for a reply."""
        if any(passage.sentence.index - case.last <= _NEAR for case in self._cases[-_KEPT:]):
            return True
        nouns = lists()["request_nouns"]
        return bool(self._cases) and any(token.lemma in nouns for token in passage.sentence.tokens)

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
            for other in self._with(case) if answer.act is None else [case]:
                self._part(other, answer.by)
                other.answer = answer.answer
                other.asked = other.asked or answer.by
        case.reason = case.reason or answer.reason
        case.add(_reply_words(passage, answer))

    def _part(self, case: Case, by: list[Actor]) -> None:
        """Set apart the request to those who did not answer, where others did."""
        rest = case.part_from(by)
        if rest is not None:
            self._cases.insert(self._cases.index(case) + 1, rest)

    def _with(self, case: Case) -> list[Case]:
        """Return a request with those that its words join to it: they are answered together."""
        return [
            other
            for other in self._cases[-_KEPT:]
            if other is case
            or (other.sentence == case.sentence and other.rule == case.rule and other.answer == "none"
                and other.askers == case.askers and other.asked == case.asked)
        ]  # fmt: skip

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
            return next((case for case in open_ if now - case.last <= _NEAR), None)
        return next(iter(open_), None)

    def _done(self, passage: Passage, told: list[tuple[Ask, Case]]) -> None:
        """Take what those who were asked did for the answer."""
        now = passage.sentence.index
        waiting = [c for c in self._cases[-_KEPT:] if c.head and c.zone == "body" and now - c.last <= _LATER]
        if not waiting or passage.sentence.zone != "body":
            return
        self._signed(passage, waiting)
        within = {word.i for ask, _ in told for word in (ask.predicate, *ask.words)}
        for verb in passage.sentence.tokens:
            if verb.pos not in ("VERB", "AUX") or verb.i in within or _is_helper(verb):
                continue
            for case in waiting:
                if case.answer == "none" and (case.sentence < now or _is_past(verb, case, told)):
                    self._did(passage, verb, case, latest=case is waiting[-1])

    def _signed(self, passage: Passage, waiting: list[Case]) -> None:
        """Take a phrase that tells what became of the act for the answer."""
        soon = (c for c in waiting if c.answer == "none" and 0 < passage.sentence.index - c.last <= _SOON)
        for case in soon:
            if (found := sign_of(passage, case)) is not None:
                case.answer = found[0]
                case.add(passage.span(clause(found[1])))

    def _argued(self, passage: Passage) -> None:
        """Take words of those who were asked, right behind the request, for a refusal: one who consents says so."""
        now = passage.sentence.index
        open_ = [c for c in self._cases[-_KEPT:] if c.answer == "none" and c.last == now - 1 and c.zone == "body"]
        for said in passage.speech.of(passage.sentence) if open_ else ():
            for case in open_:
                if argues(passage, said, case):
                    case.answer = "refused"
                    case.add(passage.span(clause(said.cue)))

    def _did(self, passage: Passage, verb: Token, case: Case, *, latest: bool) -> None:
        if case.head in _OWN:
            return
        distance = passage.sentence.index - case.last
        doers = logical_subject(verb)
        by = [actor for token in doers for actor in who(passage, token)]
        answer = None
        if answers_to(case, by, doers) or (distance <= _NEAR and may_be_asked(case, by)):
            answer = (left_out(verb, distance) if latest else None) or in_deed(verb, case, distance)
            answer = answer or handled(verb, case)
        elif not by:
            answer = befallen(verb, case, distance)
        elif share(by, case.askers):
            answer = received(verb, case)
        if answer is not None:
            self._part(case, by)
            case.answer = answer
            case.add(passage.span(clause(verb)))


def _is_helper(verb: Token) -> bool:
    return verb.dep in ("aux", "auxpass") and verb.child("nsubj") is None


def _is_past(verb: Token, case: Case, told: list[tuple[Ask, Case]]) -> bool:
    """Tell whether a verb comes after the request that its own sentence tells."""
    return all(verb.start > ask.end for ask, other in told if other is case)


def _case(passage: Passage, ask: Ask) -> Case:
    return Case(
        rule=ask.frame.id, sentence=passage.sentence.index, zone=passage.sentence.zone, askers=ask.askers,
        asked=ask.asked, act=passage.text(ask.words) if ask.words else "", head=ask.act.lemma if ask.act else "",
        topic=ask.topic, force=ask.frame.force, status=ask.status, answer=ask.answer,
        thing=ask.act is not None and ask.act.pos in ("NOUN", "PROPN"),
        nouns=frozenset(w.lemma.lower() for w in ask.words if w.pos in ("NOUN", "PROPN")),
        date=passage.date(ask.predicate), place=passage.place(ask.predicate),
        attribution=passage.attribution(ask.predicate), confidence=0.9 if ask.askers and ask.asked else 0.7,
        evidence=[passage.evidence(ask.start, ask.end)], last=passage.sentence.index,
    )  # fmt: skip


def _can_answer(case: Case, answer: Answer, now: int) -> bool:
    if case.answer not in ("none", answer.answer):
        return False
    if answer.to and not asked_by(case, answer.to):
        return False
    if not answer.by:
        return now - case.last <= 1 and (not answer.reply.spoken or answers_to(case, [], answer.words))
    if answers_to(case, answer.by, answer.words) or (now - case.last <= _NEAR and may_be_asked(case, answer.by)):
        return True
    if answer.reply.spoken and now - case.last == 1 and speaks_for(case, answer.by):
        return True
    return not case.asked and answer.noun is not None


def _unasked(passage: Passage, answer: Answer) -> Case | None:
    """Return a request that is known by its refusal only."""
    act = answer.act
    if (
        act is None
        or answer.reply.id != _REFUSED
        or answer.answer != "refused"
        or not any(is_named(actor) for actor in answer.by)
    ):
        return None
    if act.lemma not in lists()["yielding"] or assess(answer.verb).mood != "fact":
        return None
    if any(child.lower == "no" for word in answer.words for child in word.children):
        return None  # *no king has refused to sign*
    words = [w for w in clause(act, subject=False) if not (w.head is act and w.tag == "TO")]
    if any(word.lemma in lists()["informing"] for word in words if word.head is act or word.head.head is act):
        return None
    return Case(
        rule=answer.reply.id, sentence=passage.sentence.index, zone=passage.sentence.zone,
        askers=_wanting(passage, words, answer.by),
        asked=list(answer.by), act=passage.text(words), head=act.lemma, topic=topic_of(words), force="ask",
        status="demanded", answer="refused", last=passage.sentence.index,
        date=passage.date(answer.verb), place=passage.place(answer.verb),
        attribution=passage.attribution(answer.verb), confidence=0.7,
    )  # fmt: skip


def _wanting(passage: Passage, words: list[Token], by: list[Actor]) -> list[Actor]:
    """Return who wants what is refused, where the refusal says so: *the sanctions that the EU would like to see*."""
    verbs = (word for word in words if word.dep in ("relcl", "advcl") and word.lemma in lists()["wanting"])
    found = [actor for verb in verbs for token in logical_subject(verb) for actor in who(passage, token)]
    return [actor for actor in found if actor not in by]


def _reply_words(passage: Passage, answer: Answer) -> Evidence:
    return passage.span(clause(answer.verb))


def _record(case: Case, document: Document) -> Request:
    first = case.evidence[0]
    return Request(
        id=content_id("request", document.content_id, first.start, case.rule, case.act, *[case.part] * bool(case.part)),
        askers=_distinct(case.askers), asked=_distinct(case.asked), act=case.act, force=case.force,
        answer=case.answer, reason=case.reason, date=case.date, place=case.place, status=case.status,
        attribution=case.attribution, evidence=tuple(sorted(case.evidence, key=lambda e: e.start)), rule=case.rule,
        confidence=case.confidence,
    )  # fmt: skip


def _distinct(actors: list[Actor]) -> tuple[Actor, ...]:
    return tuple({(actor.name, actor.country): actor for actor in actors}.values())
