"""The agreements of one document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.claims.agreements.around import accepting, agreeing, taken_up_by, titles, unsigning
from dragoman.claims.agreements.bundles import PAPERS, Bundle, meant
from dragoman.claims.agreements.content import condition_of, done_under, provided, relations_of, taken_up, terms_of
from dragoman.claims.agreements.deeds import Deed
from dragoman.claims.agreements.lexicon import Instrument
from dragoman.claims.agreements.mentions import Mention, mentions
from dragoman.claims.agreements.roles import ROLES, Roles, roles_of, status_of
from dragoman.claims.passage import Passage, clause, is_named
from dragoman.claims.public import key_of, keys_of
from dragoman.events.scene import dated
from dragoman.records import Actor, Agreement, Document, EventDate, Evidence, Relation, content_id
from dragoman.syntax import Token

_NAMING = frozenset({"on", "of", "for", "between", "with", "to", "over", "about", "against"})
#: Kinds that nobody makes alone.
_SHARED = frozenset({"joint statement", "memorandum", "process"})
_FEW = 3  # words; what is done under an agreement takes more
_LONGEST = 40  # words of a name
_BINDING = frozenset({"REB", "MIL", "OPP"})
_TAKING_UP = frozenset({"the", "both", "all", "these", "those", "two", "three"})
_SIDES = frozenset({"countries", "sides", "parties", "leaders", "states", "governments", "nations", "neighbours"})
_KEPT = 40  # agreements of a document that a later sentence may take up
_IT = Instrument(
    "it", frozenset({"it"}), "deal", frozenset(), frozenset(), strict=False, signed=False, proper=False, alone=False
)
"""What *it* stands for, of an agreement told before."""
_SOON = 2  # sentences after which guarantors, *it* and *under it* are taken for those of the last agreement


@dataclass(slots=True)
class AgreementCoder:
    """Codes the agreements of one document."""

    _bundles: list[Bundle] = field(default_factory=list)
    _document: Document | None = None
    _waiting: Roles = field(default_factory=Roles)
    """Guarantors and mediators whose agreement is yet to be named."""
    _agreed: tuple[int, list[Actor], list[str], tuple[Evidence, ...]] = (-9, [], [], ())
    """Who agreed to do what together, in which sentence, and its words."""

    def read(self, passage: Passage) -> None:
        """Take in one sentence."""
        self._document = passage.document
        if passage.silent:
            return
        found = list(mentions(passage))
        related = list(relations_of([mention.noun for mention in found]))
        apart = {other.i: one.i for _, one, other, _ in related if other is not None}
        told: list[tuple[Mention, Bundle | None]] = []
        for mention in found:
            not_this = next((bundle for m, bundle in told if m.noun.i == apart.get(mention.noun.i)), None)
            told.append((mention, self._told(passage, mention, not_this)))
        for mention, bundle in told:
            if bundle is not None:
                _add_content(passage, mention, bundle)
        _relate(passage, related, {mention.noun.i: bundle for mention, bundle in told if bundle is not None})
        self._agree(passage)
        here = next((bundle for _, bundle in told if bundle is not None), None) or self._latest(passage)
        if here is not None:
            self._add_around(passage, here, told=bool(found))
        else:
            self._waiting = titles(passage)

    def records(self) -> tuple[Agreement, ...]:
        """Return the agreements in the order of the text."""
        if self._document is None:
            return ()
        for bundle in self._bundles:
            for heir in bundle.heirs:
                if len(keys_of(heir.roles.parties)) < 2:
                    heir.roles.add("parties", bundle.roles.parties)
        kept = [bundle for bundle in self._bundles if _counts(bundle)]
        return tuple(_record(bundle, self._document) for bundle in sorted(kept, key=lambda b: b.evidence[0].start))

    def _told(self, passage: Passage, mention: Mention, not_this: Bundle | None) -> Bundle | None:
        roles = roles_of(passage, mention)
        roles.add("parties", _heading(passage, mention))
        now, zone = passage.sentence.index, passage.sentence.zone
        bundle = meant([b for b in self._bundles[-_KEPT:] if b is not not_this], mention, roles, now, zone)
        statuses = [_status(mention, deed) for deed in mention.deeds]
        if "denied" in statuses and not roles.parties:
            roles.add("parties", _denying(passage, mention))
        if bundle is None:
            if not mention.is_real() or _is_bare(mention, roles):
                return None
            if set(statuses) <= {"thought"} and len(keys_of(roles.parties)) < 2 and not mention.named:
                return None
            bundle = _new(passage, mention)
            self._bundles.append(bundle)
            if bundle.kind not in PAPERS:
                bundle.roles.take_in(self._waiting)
                self._waiting = Roles()
        _take_in(passage, mention, roles, bundle, statuses)
        return bundle

    def _agree(self, passage: Passage) -> None:
        """Give a communiqué as parties and terms those who agree in a sentence beside it, and to what."""
        actors, acts, verb = agreeing(passage)
        now = passage.sentence.index
        if acts and verb is not None:
            terms = [passage.text(_act_words(act)) for head in acts for act in _joined(head)]
            self._agreed = (now, actors, terms, (passage.span(clause(verb)),))
        said, parties, terms, words = self._agreed
        near = [b for b in self._bundles[-_KEPT:] if now - b.last <= 1 and now - said <= 1 and _may_be_agreed(b)]
        if not parties or not near:
            return
        bundle = max(near, key=lambda bundle: bundle.last)
        bundle.roles.add("parties", parties)
        bundle.made = True
        bundle.terms.extend(term for term in terms if term not in bundle.terms)
        for evidence in words:
            bundle.add(evidence)
        self._agreed = (-9, [], [], ())

    def _latest(self, passage: Passage) -> Bundle | None:
        """Return the agreement that the sentences just before told of."""
        near = [b for b in self._bundles[-_KEPT:] if 0 < passage.sentence.index - b.last <= _SOON]
        return max(near, key=lambda bundle: bundle.last, default=None)

    def _add_around(self, passage: Passage, bundle: Bundle, *, told: bool) -> None:
        extra = titles(passage)
        extra.add("non_signatories", unsigning(passage))
        if extra.all():
            bundle.roles.take_in(extra)
            bundle.add(passage.evidence(passage.sentence.start, passage.sentence.end))
        _go_on(passage, bundle)
        if told:
            bundle.condition = bundle.condition or condition_of(passage)
        elif (verb := taken_up(passage)) is not None:
            bundle.terms.extend(provided(passage, verb))
            bundle.add(passage.span(clause(verb)))


def _is_bare(mention: Mention, roles: Roles) -> bool:
    """Tell whether a word that means much else stands without parties and without being made."""
    made = any(deed.act.makes for deed in mention.deeds)
    return mention.instrument.strict and not (made or mention.named or roles.all())


def _denying(passage: Passage, mention: Mention) -> list[Actor]:
    """Return the state that says of an agreement that there is none: *no such pact exists, the minister said*."""
    if not any(deed.act.id in ("exist", "exist-itself") for deed in mention.deeds):
        return []
    return [actor for actor in passage.sources(mention.noun)[:1] if actor.country is not None]


def _status(mention: Mention, deed: Deed) -> str:
    status = status_of(deed) or "thought"
    return "planned" if mention.is_proposed() and status not in ("denied", "ended") else status


def _go_on(passage: Passage, bundle: Bundle) -> None:
    """Add what a sentence tells of an agreement by *it*, or by those who accept what was proposed."""
    for pronoun, deeds in taken_up_by(passage):
        mention = Mention(pronoun, _IT, frozenset(), False, False, True, [], deeds)
        statuses = [status_of(deed) or "thought" for deed in deeds]
        if "ended" in statuses or not set(statuses) <= {"thought"}:
            bundle.roles.take_in(roles_of(passage, mention))
            bundle.statuses.update(statuses)
            bundle.add(passage.span(clause(deeds[0].word)))
    if len(keys_of(bundle.roles.parties)) < 2:
        actors, verbs = accepting(passage)
        bundle.roles.add("parties", actors)
        bundle.made = bundle.made or len(actors) > 1
        for verb in verbs:
            bundle.add(passage.span(clause(verb)))


def _may_be_agreed(bundle: Bundle) -> bool:
    """Tell whether those who agreed in a sentence beside may be its parties: of a paper, or of *the deal*."""
    return bundle.kind in PAPERS or (bundle.known and not bundle.named and not bundle.roles.parties)


def _is_plural(mention: Mention) -> bool:
    """Tell whether agreements are spoken of at large: *trade agreements*, not *the Minsk agreements*."""
    return mention.noun.tag == "NNS" and not mention.definite and mention.instrument.kind != "ceasefire"


def _is_known(mention: Mention) -> bool:
    """Tell whether a mention speaks of an agreement as known: *the deal*, *Iran deal* in a heading."""
    return mention.definite or (bool(mention.owners) and mention.noun.child("det") is None)


def _joined(act: Token) -> list[Token]:
    return [act, *(c for c in act.children if c.dep == "conj" and c.pos == "VERB" and c.child("nsubj") is None)]


def _act_words(act: Token) -> list[Token]:
    return [word for word in clause(act, subject=False) if not (word.head is act and word.tag == "TO")]


def _heading(passage: Passage, mention: Mention) -> list[Actor]:
    """Return the states that the heading of a joint text names: *Joint Communiqué on the Visit of …*."""
    if mention.instrument.kind not in ("communique", "joint statement") or mention.noun.dep != "ROOT":
        return []
    participants = passage.scene.participants
    found = []
    for token in passage.sentence.tokens:
        known = participants.mention(token)
        if known is not None and known.last == token.i and known.form in ("name", "adjective") and known.country:
            found.extend(participants.alone(token))
    return found


def _new(passage: Passage, mention: Mention) -> Bundle:
    sentence = passage.sentence
    return Bundle(
        rule=mention.instrument.id, kind=mention.instrument.kind, name=_name(passage, mention),
        words=set(mention.words), named=mention.named, known=_is_known(mention),
        plural=_is_plural(mention), strict=mention.instrument.strict, proper=mention.proper,
        signed=mention.instrument.signed, alone=mention.instrument.alone,
        last=sentence.index, zone=sentence.zone, attribution=passage.attribution(mention.noun),
    )  # fmt: skip


def _take_in(passage: Passage, mention: Mention, roles: Roles, bundle: Bundle, statuses: list[str]) -> None:
    bundle.statuses.update(statuses)
    if any(child.lower == "no" for child in mention.noun.children):  # *there is no treaty between them*
        bundle.statuses = bundle.statuses - {"happened"} | {"denied"}
    strict = bundle.strict
    bundle.made = bundle.made or any(_makes(d, s, strict) for d, s in zip(mention.deeds, statuses, strict=True))
    bundle.made = bundle.made or (bool(mention.deeds) and len(keys_of(mention.owners)) > 1)
    if mention.is_proposed() and not {"denied", "ended"} & set(statuses):
        bundle.statuses.add("planned")
    bundle.proper = bundle.proper or mention.proper
    bundle.roles.take_in(roles)
    bundle.last = passage.sentence.index
    _specify(passage, mention, bundle)
    _date_and_place(passage, mention, bundle)
    if bundle.zone != "body" and passage.sentence.zone == "body":
        bundle.zone = "body"
    if mention.named and not bundle.named:
        bundle.name, bundle.named = _name(passage, mention), True
    bundle.words |= mention.words
    bundle.add(_evidence(passage, mention))


def _date_and_place(passage: Passage, mention: Mention, bundle: Bundle) -> None:
    for deed in mention.deeds:
        if deed.act.makes and deed.act.status == "happened" and deed.word.pos == "VERB":
            bundle.date = bundle.date or passage.date(deed.word)
            bundle.place = bundle.place or passage.place(deed.word)
    bundle.date = bundle.date or _date_of_noun(passage, mention)
    bundle.place = bundle.place or passage.place(mention.noun)
    if bundle.place is not None:
        bundle.words.update(bundle.place.name.lower().split()[:2])


def _specify(passage: Passage, mention: Mention, bundle: Bundle) -> None:
    """Take over a more telling kind: a treaty rather than a deal, an agreement rather than its process."""
    kind = mention.instrument.kind
    if bundle.kind == "process" and kind != "process":
        bundle.name = _name(passage, mention)
    elif bundle.kind != "deal" or kind in ("deal", "process"):
        return
    bundle.kind, bundle.rule = kind, mention.instrument.id


def _makes(deed: Deed, status: str, strict: bool) -> bool:
    """Tell whether a deed brings an agreement about or ends it, so that one party is enough."""
    return status not in ("thought", "planned") and (deed.act.makes or (not strict and status in ("denied", "ended")))


def _date_of_noun(passage: Passage, mention: Mention) -> EventDate | None:
    made = any(deed.act.makes and deed.act.status == "happened" for deed in mention.deeds)
    if not made:
        return None
    inside = passage.time_in(mention.noun.subtree())
    return passage.date(mention.noun) or (dated(inside) if inside is not None and inside.function == "on" else None)


def _relate(
    passage: Passage, related: list[tuple[str, Token, Token | None, Token]], bundles: dict[int, Bundle]
) -> None:
    """Keep how agreements of a sentence stand to each other; one without parties has those of the other."""
    for kind, one, other, words in related:
        bundle = bundles.get(one.i)
        if bundle is None:
            continue
        bundle.relations.append(Relation(kind=kind, other=passage.text(_phrase(words))))
        older = bundles.get(other.i) if other is not None else None
        if older is not None and older is not bundle:
            bundle.heirs.append(older)
            if kind == "replaces":
                older.statuses.add("ended")


def _add_content(passage: Passage, mention: Mention, bundle: Bundle) -> None:
    for term in terms_of(passage, mention.noun):
        if term not in bundle.terms:
            bundle.terms.append(term)
    under = done_under(passage, mention.noun)
    if under is not None:
        kept = bundle.implementation if under[1] else bundle.terms
        kept.append(under[0])
        bundle.made = bundle.made or under[1]


def _phrase(noun: Token) -> list[Token]:
    """Return the words of a noun without clauses: what stands before it, and its phrases with prepositions."""
    kept = [noun]
    for child in noun.children:
        if child.i > noun.i and not (child.dep == "prep" and child.lower in _NAMING):
            continue
        kept.extend(word for word in child.subtree())
    return sorted(kept, key=lambda token: token.i)[:_LONGEST]


def _name(passage: Passage, mention: Mention) -> str:
    return passage.text(_phrase(mention.noun))


def _evidence(passage: Passage, mention: Mention) -> Evidence:
    words = [w for deed in mention.deeds[:1] if deed.word.pos in ("VERB", "AUX") for w in clause(deed.word)]
    return passage.span([*words, *_phrase(mention.noun)])


def _counts(bundle: Bundle) -> bool:
    """Tell whether what was told makes a record: a proper name, or a known actor and something done or two parties."""
    known = [actor for actor in bundle.roles.all() if is_named(actor)]
    if bundle.proper:
        return True
    if bundle.signed and not bundle.roles.signatories:
        return False
    if not known:
        return bundle.named and any(len(text.split()) > _FEW for text in bundle.implementation)
    if bundle.alone:
        return bool(bundle.statuses - {"thought"})
    return _is_made(bundle, len(keys_of(known)))


def _is_made(bundle: Bundle, known: int) -> bool:
    parties = len(keys_of(filter(_is_public, bundle.roles.parties)))
    if max(parties, known) < 2 and (bundle.plural or bundle.kind in _SHARED):
        return False
    return bundle.made or (parties > 1 and (not bundle.strict or bundle.kind in PAPERS))


def _record(bundle: Bundle, document: Document) -> Agreement:
    actors = {role: _distinct(filter(_is_public, getattr(bundle.roles, role))) for role in ROLES}
    refused = keys_of(actors["non_signatories"]) - keys_of(actors["signatories"])
    actors["non_signatories"] = tuple(a for a in actors["non_signatories"] if key_of(a) in refused)
    brokers = keys_of((*actors["mediators"], *actors["guarantors"])) - keys_of(actors["signatories"])
    actors["parties"] = tuple(a for a in actors["parties"] if key_of(a) not in brokers | refused)
    actors["parties"] = _without_groups(actors["parties"])
    evidence = tuple(sorted(bundle.evidence, key=lambda e: e.start))
    return Agreement(
        id=content_id("agreement", document.content_id, evidence[0].start, bundle.rule, bundle.name),
        name=bundle.name, kind=bundle.kind, parties=actors["parties"], guarantors=actors["guarantors"],
        mediators=actors["mediators"], signatories=actors["signatories"],
        non_signatories=actors["non_signatories"], terms=tuple(bundle.terms), condition=bundle.condition,
        implementation=tuple(bundle.implementation), relations=tuple(bundle.relations), date=bundle.date,
        place=bundle.place, status=bundle.status(), attribution=bundle.attribution, evidence=evidence, rule=bundle.rule,
        confidence=0.9 if bundle.made and len(actors["parties"]) > 1 else 0.7,
    )  # fmt: skip


def _without_groups(parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Leave out *the three countries* and *both sides* where two are named: they are meant by it."""
    named = [actor for actor in parties if not _is_taken_up(actor)]
    return tuple(named) if len(named) > 1 else parties


def _is_taken_up(actor: Actor) -> bool:
    first = actor.text.lower().partition(" ")[0]
    return actor.kind == "open_group" and (first in _TAKING_UP or actor.text.lower() in _SIDES)


def _is_public(actor: Actor) -> bool:
    """Tell whether an actor can be bound: no crowd, no company, nobody without a name or a country."""
    if is_named(actor) or actor.kind == "open_group":
        return True
    return actor.kind in ("agent", "body") and not _BINDING.isdisjoint(actor.sectors)


def _distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return `actors` once each; a state stands for its officials."""
    found: dict[str, Actor] = {}
    for actor in actors:
        key = key_of(actor)
        if key not in found or (actor.kind == "state" and found[key].kind != "state"):
            found[key] = actor
    return tuple(found.values())
