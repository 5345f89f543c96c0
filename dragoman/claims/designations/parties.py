"""Who lists, and who is listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.claims.designations.lexicon import words
from dragoman.claims.passage import Passage
from dragoman.events.known import is_known
from dragoman.events.phrases import coordinated
from dragoman.events.voice import logical_subject
from dragoman.records import Actor
from dragoman.syntax import Token
from dragoman.text import fold

_LISTERS = frozenset({"state", "igo", "body", "office", "organisation", "person", "agent"})
_OFFICIAL = frozenset({"GOV", "JUD", "LEG", "MIL", "COP", "SPY", "IGO"})
_GROUPS = frozenset({"armed_group", "organisation"})
_NO_GROUP = frozenset({"JRN", "EDU", "MED", "BUS"})
_UNION_WORDS = ("EU ", "European Union ")
_UNION_BODIES = frozenset({"org.european_commission", "org.european_council", "org.european_parliament", "org.ecj"})
_OF_STATE = frozenset({"GOV", "JUD", "LEG"})
_BACK = 2  # sentences
_REACH = 6  # words between a group and its examples


def authorities(passage: Passage, heads: Iterable[Token], *, soft: bool = False) -> tuple[Actor, ...]:
    """Return those of `heads` who may list somebody; persons not, where the word is `soft`."""
    found = [_union_of(actor) for head in heads for actor in _acting(passage, head)]
    return distinct(actor for actor in found if _is_authority(actor, soft=soft))


def _union_of(actor: Actor) -> Actor:
    """Return the European Union for its bodies and ministers, whose lists are the Union's; others as they are."""
    of_union = actor.kind == "open_group" and "IGO" in actor.sectors and actor.text.startswith(_UNION_WORDS)
    if actor.entry not in _UNION_BODIES and not of_union:
        return actor
    return replace(actor, name="European Union", entry="org.eu", kind="igo", sectors=("IGO",))


def _acting(passage: Passage, head: Token) -> Iterator[Actor]:
    """Yield who acts in the name of a head word: *we* for the speaker, *Kenya's High Court* for Kenya."""
    if head.lemma in words("instruments"):
        return
    if head.lemma in words("acts"):
        for owner in _givers(head):
            yield from passage.actors(owner) or passage.actors(owner, nested=True)
        return
    found = passage.parties(head) if head.lower in ("i", "we") else passage.actors(head)
    yield from _of_state(passage, head, found or passage.actors(head, nested=True))


def _of_state(passage: Passage, head: Token, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return actors, or the state of a body that they do not name: *Kenya's High Court*, *the cabinet in Islamabad*."""
    if head.lemma in words("bodies") and not any(_is_authority(actor, soft=False) for actor in found):
        owners = [c for c in head.children if c.i < head.i and c.dep in ("poss", "amod", "compound", "nmod")]
        found = tuple(actor for owner in owners for actor in passage.actors(owner) if actor.kind == "state")
    if any(actor.country is None and actor.kind in ("body", "office") for actor in found):
        found = tuple(_seated(passage, head)) or found
    return found


def _seated(passage: Passage, head: Token) -> Iterator[Actor]:
    """Yield the state in whose capital a body sits: *the cabinet in Islamabad*."""
    for preposition in head.children:
        if preposition.lower == "in" and preposition.dep == "prep":
            yield from (actor for low in preposition.children for actor in passage.actors(low) if actor.kind == "state")


def _givers(act: Token) -> Iterator[Token]:
    """Yield who gives an order or law: *a ruling of the court*, *a Russian decree*, *passed a bill*."""
    for child in act.children:
        if child.dep in ("poss", "amod", "compound", "nmod") and child.pos in ("NOUN", "PROPN", "ADJ", "PRON"):
            yield child
        elif child.dep in ("prep", "agent") and child.lower in ("of", "by", "from"):
            yield from child.children
    if act.dep in ("dobj", "nsubjpass"):
        yield from logical_subject(act.head)


def _is_authority(actor: Actor, *, soft: bool) -> bool:
    if actor.kind not in _LISTERS or (soft and actor.kind in ("person", "agent")):
        return False
    role = actor.entry is None or actor.entry.startswith("agent.")
    if actor.country is None and (actor.kind not in ("igo", "organisation", "body") or role):
        return False
    return not _OFFICIAL.isdisjoint(actor.sectors) or (actor.kind == "state" and not actor.sectors)


def whom(passage: Passage, heads: Iterable[Token], *, states: bool = False, group: bool = False) -> tuple[Actor, ...]:
    """Return the groups, and with `states` the states, that `heads` name, themselves or by what stands beside them.

    With `group` the text says of them that they are one, so that a name no dictionary has is taken for one, too.
    """
    found: list[Actor] = []
    for head in heads:
        for token in (*_meant(head), *_before(passage, head)):
            found.extend(_groups(passage, token, states=states, group=group))
            if found:
                break
    return distinct(found)


def _meant(head: Token) -> Iterator[Token]:
    """Yield a noun, then what it may stand for: *Hamas, a group*, *the group Hamas*, *Hamas is a group*."""
    yield head
    yield from _owners(head)
    if head.pos != "NOUN" or (head.lemma not in words("groups") and head.lemma not in words("organised")):
        return
    if head.dep == "appos":
        yield head.head
    yield from (child for child in head.children if child.dep == "appos" and _is_name(child))
    yield from (child for child in head.children if child.dep in ("compound", "nmod") and child.pos == "PROPN")
    if head.dep in ("attr", "oprd"):
        yield from (child for child in head.head.children if child.dep in ("nsubj", "nsubjpass"))


def _owners(head: Token) -> Iterator[Token]:
    """Yield whose part or whole a noun is: *the whole of the movement*, *the movement's military arm*."""
    if head.lemma in words("wholes"):
        yield from (low for child in head.children if child.lower == "of" for low in child.children)
    if head.lemma in words("parts"):
        yield from (child for child in head.children if child.dep in ("poss", "compound"))


def _before(passage: Passage, head: Token) -> Iterator[Token]:
    """Yield the name before the comma that a description follows: *X (XX), a group*."""
    tokens = passage.sentence.tokens
    if head.lemma not in words("groups") or head.i < 3 or tokens[head.i - 2].text != "," or head.child("det") is None:
        return
    name = next((token for token in reversed(tokens[max(0, head.i - 6) : head.i - 2]) if token.pos == "PROPN"), None)
    if name is not None:
        yield name


def _groups(passage: Passage, token: Token, *, states: bool, group: bool) -> Iterator[Actor]:
    for head in coordinated(token):
        if head.pos == "NOUN" and not _may_name(passage, head):
            continue
        known = passage.scene.participants.alone(head)
        listed = [actor for actor in known if is_group(actor) or (states and actor.kind == "state")]
        listed = listed or [actor for name in _inner_names(passage, head) for actor in name]
        if listed:
            yield from listed
        elif _is_name(head) and not _is_place(passage, head) and not any(_is_told_apart(actor) for actor in known):
            yield from _unlisted(passage, head, group=group)


def _inner_names(passage: Passage, head: Token) -> Iterator[list[Actor]]:
    """Yield the armed groups whose names stand before a name that no dictionary has: *X Deutschland*."""
    if not _is_name(head) or passage.scene.participants.mention(head) is not None:
        return
    for child in head.children:
        mention = passage.scene.participants.mention(child)
        before = child.i < head.i and child.dep in ("compound", "nmod")
        if before and mention is not None and (mention.kind, mention.form) == ("armed_group", "name"):
            yield passage.scene.participants.alone(child)


def _is_place(passage: Passage, head: Token) -> bool:
    """Tell whether a name is that of a place or state, alone."""
    mention = passage.scene.participants.mention(head)
    return mention is not None and mention.kind in ("place", "state")


def _may_name(passage: Passage, noun: Token) -> bool:
    """Tell whether a common noun may mean a group: *the movement*, *PKK fighters*, not *a PKK financier*."""
    mention = passage.scene.participants.mention(noun)
    named = mention is not None and mention.form != "agent"
    kinds = words("groups") | words("organised") | words("parts") | {"country", "state", "nation", "government"}
    return named or _is_name(noun) or noun.lemma in kinds


def _is_told_apart(actor: Actor) -> bool:
    """Tell whether a name means somebody other than a group that no dictionary has: *Party* alone is a role noun."""
    if actor.kind == "place":
        return False
    return actor.kind != "person" and is_known(actor) if actor.entry is None else not actor.entry.startswith("agent.")


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" or (token.pos == "NOUN" and token.i > 0 and token.text[0].isupper())


def is_group(actor: Actor) -> bool:
    """Tell whether an actor may be listed: a group or party, or a leader of one that the dictionary knows."""
    if actor.kind in _GROUPS:
        return _NO_GROUP.isdisjoint(actor.sectors)
    if actor.kind == "body":
        return actor.entry is not None and actor.entry.startswith("org.") and _OF_STATE.isdisjoint(actor.sectors)
    return actor.kind == "person" and actor.entry is not None and "REB" in actor.sectors


def _unlisted(passage: Passage, head: Token, *, group: bool) -> Iterator[Actor]:
    """A name that no dictionary has, if its own words or those beside it make it the name of an organisation."""
    named = [child for child in head.children if child.dep in ("compound", "amod") and child.pos == "PROPN"]
    around = [head, *named, *(child for child in head.children if child.dep in ("compound", "amod"))]
    if head.dep == "appos":
        around.append(head.head)
    organised = words("organised") | words("groups")
    if not group and not any(token.lower in organised or token.lemma in organised for token in around):
        return
    start = min([head.start, *(low.start for token in named if token.i < head.i for low in token.subtree())])
    of = (c for c in head.children if c.lower in ("of", "for") and c.i == head.i + 1)
    end = next((low.end for c in of for low in c.children if low.pos == "PROPN"), head.end)
    text = passage.document.text[start:end]
    yield Actor(
        name=text, country=None, sectors=("UNK",), kind="organisation", text=text, start=start, end=end,
        basis="name of an organisation",
    )  # fmt: skip


def named_between(passage: Passage, tokens: Sequence[Token]) -> tuple[Actor, ...]:
    """Return the groups that the words of a stretch name."""
    return distinct(
        actor
        for token in tokens
        if token.pos == "PROPN" and _is_head(passage, token)
        for actor in passage.scene.participants.alone(token)
        if is_group(actor)
    )


def group_before(passage: Passage) -> tuple[Actor, ...]:
    """Return the armed group or organisation that the nearest of the sentences before names, when it is one."""
    number = passage.sentence.index
    mentions = [m for m in passage.draft.mentions if number - _BACK <= m.sentence < number and m.form == "name"]
    groups = [m for m in mentions if m.kind in _GROUPS and _NO_GROUP.isdisjoint(m.sectors)]
    nearest = [m for m in groups if m.sentence == max(other.sentence for other in groups)]
    if len({m.name for m in nearest}) != 1:
        return ()
    one = nearest[0]
    spoken = passage.draft.sentences[one.sentence].tokens
    start, end = spoken[one.first].start, spoken[one.last].end
    actor = Actor(
        name=one.name, country=one.country, sectors=one.sectors, kind=one.kind, entry=one.entry,
        text=passage.document.text[start:end], start=start, end=end, basis="named before",
    )  # fmt: skip
    return (actor,)


def _is_head(passage: Passage, token: Token) -> bool:
    mention = passage.scene.participants.mention(token)
    return mention is not None and token.head.i not in range(mention.first, mention.last + 1)


def examples(passage: Passage, after: int) -> tuple[Actor, ...]:
    """Return the groups after *such as*, *including* or *like* within a few words behind token `after`."""
    tokens = passage.sentence.tokens
    for token in tokens[after + 1 : after + 1 + _REACH]:
        such = token.lower == "as" and token.i > 0 and tokens[token.i - 1].lower == "such"
        if such or (token.lower in words("exemplar") and token.pos in ("ADP", "VERB", "SCONJ")):
            heads = [child for child in token.children if child.dep in ("pobj", "dobj")]
            if token.i + 1 < len(tokens) and tokens[token.i + 1].lower in ("them", "which", "whom"):
                return named_between(passage, tokens[token.i + 2 :])
            return whom(passage, heads)
    return ()


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return `actors`, each once."""
    return tuple({key(actor): actor for actor in reversed(list(actors))}.values())[::-1]


def key(actor: Actor | None) -> str:
    """Return what tells an actor apart: the state for those who act for one, else the name."""
    if actor is None:
        return ""
    return actor.country if actor.country and not is_group(actor) else fold(actor.name)
