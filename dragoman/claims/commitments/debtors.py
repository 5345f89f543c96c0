"""Who is bound: states, bodies, organisations, armed groups and those who speak for them."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.claims.commitments.binding import Bond
from dragoman.claims.passage import Passage
from dragoman.claims.public import is_public, open_groups, share
from dragoman.events.references import WE
from dragoman.events.voice import is_passive
from dragoman.records import Actor
from dragoman.syntax import Token

_BODIES = frozenset(
    {
        "force", "mission", "government", "ministry", "army", "country", "group", "party", "movement", "alliance",
        "organisation", "organization", "administration", "bloc", "union", "council", "military", "navy", "agency",
    }
)  # fmt: skip
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})


def debtors_of(bond: Bond, passage: Passage) -> tuple[Actor, ...]:
    """Return who is bound; empty when nobody known is."""
    if bond.rule.only and any(_is_a_people(head, passage) for head in bond.subjects):
        return ()
    outer = _named(bond.subjects, passage)
    if bond.rule.spoken:
        return _speaking(bond, outer, passage)
    if bond.own is None:
        joint = _joint(bond, passage) if outer else ()
        return _public((*outer, *joint))
    return _of_clause(bond, bond.own, outer, passage)


def _of_clause(bond: Bond, own: tuple[Token, ...], outer: tuple[Actor, ...], passage: Passage) -> tuple[Actor, ...]:
    """Return who is bound by a clause with subjects of its `own`: *promised that **it** would leave*."""
    inner = _public(_named(own, passage))
    themselves = all(token.lower in _PRONOUNS for token in own)
    if is_passive(bond.act.verb) and (inner or themselves) and not bond.negative:
        return ()  # *confirmed that he would be summoned*: it is done to him
    if themselves and outer and bond.rule.part == "noun":
        return _public(outer)  # *assurances from Togo that it would leave*
    if is_passive(bond.act.verb) and bond.negative:
        return _public(outer) if not themselves else ()  # *promised that no Afghan would be deported*
    if inner:
        return inner if not bond.subjects or share(inner, outer) else ()
    return _public(outer) if themselves or bond.rule.strength in ("pledge", "agree") else ()


def _named(heads: Iterable[Token], passage: Passage) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for head in heads:
        actors = passage.actors(head)
        if not actors and head.lower in WE:
            actors = passage.sources(head)[:1]
        found.extend((*actors, *open_groups(head, passage)))
    return tuple({(actor.name, actor.country): actor for actor in reversed(found)}.values())[::-1]


def _speaking(bond: Bond, subject: tuple[Actor, ...], passage: Passage) -> tuple[Actor, ...]:
    """Return the subject of *will* when one who speaks for it says so."""
    sources = passage.sources(bond.word)
    if sources and all(map(_is_mouth, sources)) and not is_passive(bond.act.verb):
        return _public(subject)
    if not any(is_public(source) for source in sources):
        return ()
    if is_passive(bond.act.verb):  # *No refugee will be deported, the ministry said*
        return _public(sources[:1])
    if not subject and any(_is_the_body(head) for head in bond.subjects):
        return _public(sources[:1])
    return _public(subject) if share(subject, sources) or _are_of_bodies((*subject, *sources)) else ()


def _is_mouth(source: Actor) -> bool:
    """Tell whether a source without name and country can only speak for somebody else: *a spokesman said*."""
    return source.country is None and "spokes" in source.text.lower()


def _are_of_bodies(actors: Iterable[Actor]) -> bool:
    """Tell whether all are of bodies of many states: NATO and its secretary general."""
    known = list(actors)
    return bool(known) and all("IGO" in actor.sectors for actor in known)


def _is_the_body(head: Token) -> bool:
    """Tell whether a description can mean whom the speaker speaks for: *the force*, *the ministry*."""
    bare = all(child.dep in ("det", "punct") for child in head.children)
    return head.lemma in _BODIES and bare and any(child.lower == "the" for child in head.children)


def _is_a_people(head: Token, passage: Passage) -> bool:
    """Tell whether a word names the people of a country: *the French want*."""
    mention = passage.scene.participants.mention(head)
    return mention is not None and mention.last == head.i and mention.form in ("demonym", "adjective")


def _joint(bond: Bond, passage: Passage) -> tuple[Actor, ...]:
    """Return with whom something is agreed: *agreed **with Russia** to*."""
    if bond.rule.strength != "agree":
        return ()
    partners = [
        low for child in (*bond.word.children, *bond.anchor.children) if child.dep == "prep" and child.lower == "with"
        for low in child.children if low.dep == "pobj"
    ]  # fmt: skip
    return _named(partners, passage)


def _public(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Keep those who can be bound; open groups only beside somebody known."""
    kept = [actor for actor in actors if is_public(actor) or actor.kind == "open_group"]
    return tuple(kept) if any(is_public(actor) for actor in kept) else ()


def creditors_of(bond: Bond, passage: Passage) -> tuple[Actor, ...]:
    """Return to whom the debtors are bound, as far as the sentence says."""
    return _public(_named(bond.creditors, passage))


def known_of(heads: Iterable[Token], passage: Passage) -> tuple[Actor, ...]:
    """Return those of public life whom `heads` name."""
    return _public(_named(heads, passage))


def creditors_of_token(heads: Iterable[Token], debtors: tuple[Actor, ...], passage: Passage) -> tuple[Actor, ...]:
    """Return those of public life whom `heads` name, without the debtors."""
    return tuple(actor for actor in known_of(heads, passage) if not share((actor,), debtors))
