"""The coder of commitments: sentence by sentence, then told-again ones put together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dragoman.claims.acts import condition_of, is_length, is_to_come, stands_in, unquoted
from dragoman.claims.commitments.binding import Bond, goes_on
from dragoman.claims.commitments.debtors import creditors_of, debtors_of
from dragoman.claims.commitments.frames import bonds
from dragoman.claims.commitments.lexicon import Rule, rules
from dragoman.claims.commitments.merge import Told, keys_of, merged
from dragoman.claims.commitments.standing import Finding, findings
from dragoman.claims.passage import Passage
from dragoman.claims.public import share
from dragoman.events.home import is_official
from dragoman.events.status import assess
from dragoman.records import Actor, Commitment, EventDate, Evidence, content_id
from dragoman.syntax import Token

_SURE = {"sign": 0.9, "pledge": 0.9, "agree": 0.9, "declare": 0.85, "intend": 0.8}
_LESS_SURE = 0.15
_HEIGHT = 4
_DOUBTING = frozenset(
    {
        "deny", "doubt", "dispute", "indication", "sign", "suggestion", "speculation", "rumour", "rumor", "evidence",
        "question", "idea", "threat", "hope", "cancellation", "lack", "absence", "fear", "prediction",
    }
)  # fmt: skip
_OWN_WORD = frozenset({"intend", "declare"})
_GUESSING = frozenset({"clearly", "apparently", "evidently", "seemingly", "presumably", "supposedly", "probably"})
_FAR = 40  # words between subject and act beyond which the evidence is the act alone


class CommitmentCoder:
    """Collects what the actors of one document bind themselves to."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._starts: set[int] = set()

    def read(self, passage: Passage) -> None:
        """Take in one sentence; sentences come in order."""
        if passage.silent or passage.sentence.tokens[-1].text == "?":
            return
        table = rules()
        for token in passage.sentence.tokens:
            for rule in (
                *table.get(token.lemma, ()),
                *(table.get(token.lower, ()) if token.lower != token.lemma else ()),
            ):
                self._bind(token, rule, passage)
        for finding in findings(passage):
            self._add(_finding_told(finding, passage), finding.word.start)

    def records(self) -> tuple[Commitment, ...]:
        """Return the commitments of the document, in the order of the text."""
        return merged(sorted(self._told, key=lambda told: told.record.evidence[0].start))

    def _bind(self, token: Token, rule: Rule, passage: Passage) -> None:
        for bond in bonds(token, rule):
            if bond.act.verb.start not in self._starts and _is_made(bond):
                told = _told(bond, passage)
                if told is not None:
                    self._add(told, bond.act.verb.start)

    def _add(self, told: Told | None, start: int) -> None:
        if told is not None:
            self._starts.add(start)
            self._told.append(told)


def _is_made(bond: Bond) -> bool:
    """Tell whether the promise itself is a fact, not asked for, thought of or refused."""
    if _is_doubted(bond.anchor):
        return False
    if bond.anchor.pos not in ("VERB", "AUX"):
        return True
    if bond.rule.frame == "headline":
        return True
    standing = assess(bond.anchor)
    if bond.rule.spoken or bond.rule.frame == "terms":
        return standing.mood in ("future", "conditional", "fact")
    return standing.mood == "fact" and not standing.negated


def _is_doubted(anchor: Token) -> bool:
    """Tell whether a promise is denied, guessed or looked for in vain: *sees no sign that they intend to*."""
    if any(child.lower in _GUESSING for child in anchor.children if child.dep == "advmod"):
        return True
    return any(above.lemma in _DOUBTING for above in islice(anchor.ancestors(), _HEIGHT))


def _told(bond: Bond, passage: Passage) -> Told | None:
    debtors = debtors_of(bond, passage)
    if not debtors or _is_of_another(bond, debtors, passage):
        return None
    act, rule, document = bond.act, bond.rule, passage.document
    condition = condition_of(act.verb, bond.anchor, *_above(bond.anchor))
    due = _due(bond, passage)
    title = passage.sentence.zone != "body"
    record = Commitment(
        id=content_id("commitment", document.content_id, act.verb.start, rule.id),
        debtors=debtors,
        creditors=_others(creditors_of(bond, passage), debtors),
        act=unquoted(passage.text(act.words)),
        strength=rule.strength,
        negative=bond.negative,
        condition=passage.text(condition) if condition else None,
        due=due,
        place=passage.place(act.verb),
        date=_date(bond, passage, due),
        status="conditional" if condition else "ongoing" if _goes_on(bond) else "open",
        assessor=None,
        self_assessed=False,
        attribution=passage.attribution(bond.word),
        evidence=(_evidence(bond, passage),),
        rule=rule.id,
        confidence=_confidence(bond, debtors, title=title),
    )
    return Told(record, keys_of(act), act.verb.lemma, title)


def _is_of_another(bond: Bond, debtors: tuple[Actor, ...], passage: Passage) -> bool:
    """Tell whether one state's official says what another's will do: *Chad's minister declared that Mali will pay*."""
    if bond.rule.strength not in _OWN_WORD:
        return False
    speakers = [actor for actor in passage.sources(bond.act.verb) if actor.country is not None and is_official(actor)]
    abroad = [actor for actor in debtors if actor.country is not None]
    return bool(speakers) and bool(abroad) and not share(debtors, speakers)


def _above(verb: Token) -> Iterator[Token]:
    """Yield the verb of saying above, on which the parser may hang the condition."""
    if verb.dep == "ccomp" and verb.head.pos == "VERB":
        yield verb.head


def _goes_on(bond: Bond) -> bool:
    return not bond.negative and goes_on(bond.act.verb)


def _others(actors: tuple[Actor, ...], debtors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if not share((actor,), debtors))


def _due(bond: Bond, passage: Passage) -> EventDate | None:
    """Return the time within the act by or at which it is to be done."""
    due = next((d for verb in bond.act.chain if (d := passage.date(verb)) is not None), None)
    if due is None or is_length(due) or not stands_in(due, bond.act.words, passage):
        return None
    return due if is_to_come(due, passage) else None


def _date(bond: Bond, passage: Passage, due: EventDate | None) -> EventDate | None:
    if bond.rule.spoken:
        return None
    made = passage.date(bond.anchor)
    inside = due is not None and made is not None and made.text == due.text
    return None if inside else made


def _evidence(bond: Bond, passage: Passage) -> Evidence:
    """Return the words from who is bound to the end of the act; of a further act of a list, its own words."""
    further = bond.act.verb.dep == "conj" and bond.act.first.dep == "conj"
    if further:
        return passage.span(bond.act.words)
    starts = [token for head in bond.subjects for token in head.subtree()]
    before = [token for token in (bond.word, *starts) if 0 <= bond.act.first.i - token.i <= _FAR]
    return passage.span((*before, *bond.act.words))


def _confidence(bond: Bond, debtors: tuple[Actor, ...], *, title: bool) -> float:
    score = _SURE[bond.rule.strength]
    score -= _LESS_SURE * (bond.rule.spoken or bool(bond.rule.only))
    score -= 0.1 * any(actor.basis is not None for actor in debtors)
    return round(score - 0.05 * title, 2)


def _finding_told(finding: Finding, passage: Passage) -> Told | None:
    act, document = finding.act, passage.document
    assessor = finding.assessor
    record = Commitment(
        id=content_id("commitment", document.content_id, finding.word.start, finding.rule),
        debtors=finding.debtors,
        creditors=finding.creditors,
        act=unquoted(passage.text(act.words)),
        strength=finding.strength,
        negative=False,
        condition=None,
        due=None,
        place=None,
        date=None,
        status=finding.status,
        assessor=assessor,
        self_assessed=finding.self_assessed,
        attribution=passage.attribution(finding.word),
        evidence=(passage.span((*finding.words, *act.words)),),
        rule=finding.rule,
        confidence=0.8,
    )
    return Told(record, keys_of(act), act.verb.lemma, title=passage.sentence.zone != "body")
