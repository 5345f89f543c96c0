"""Participants: the actors that a noun phrase names.

A head noun is resolved through the dictionary mentions in its phrase: *Turkish and Belgian ministers* are two
governments, *Ihsan Ghani, chief of NACTA* an official of Pakistan, *US-backed Kurdish forces* no Americans.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dragoman.events.discourse import Discourse
from dragoman.events.slots import counted
from dragoman.records import Actor, Document
from dragoman.stages.base import Mention, TimeMention
from dragoman.syntax import Sentence, Token
from dragoman.text import fold

_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_BELONGING = frozenset({"of", "from", "in", "at", "for"})
_NESTED = frozenset(
    {"of", "on", "by", "from", "against", "to", "for", "with", "in", "between", "toward", "towards", "into", "over"}
)
_PLURALS = frozenset(
    {
        "side", "country", "nation", "party", "leader", "minister", "official", "government", "ally", "neighbour",
        "neighbor", "state", "president", "delegation", "capital", "man", "counterpart", "power",
    }
)  # fmt: skip
#: Words for what a name already says: *the APEC forum*, *the Hezbollah movement*.
_BODIES = frozenset(
    {
        "forum", "group", "organisation", "organization", "movement", "alliance", "bloc", "militia", "party",
        "agency", "council", "coalition", "leadership", "faction", "network", "cell", "regime", "administration",
        "front", "union", "leader", "side", "delegation", "member", "representative", "state", "community", "wing",
        "branch", "summit", "affiliate", "outfit", "base", "position", "camp", "target", "stronghold", "hideout",
    }
)  # fmt: skip
#: Sectors of a state's own: *the army* is somebody's, *the insurgents* are nobody's.
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_UNSTATED = ("UNK",)
_ORGANISED = frozenset({"igo", "organisation", "body", "armed_group"})
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her"})
_HE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "both", "themselves"})
_WE = frozenset({"we", "us", "our", "i", "my", "me"})
_NAMED = frozenset({"name", "metonym", "capital", "person", "demonym", "adjective", "place"})
_TRAIT = frozenset(
    {
        "backed",
        "led",
        "occupied",
        "born",
        "made",
        "based",
        "held",
        "controlled",
        "sponsored",
        "brokered",
        "funded",
        "style",
        "run",
    }
)


UNNAMED = "unnamed"
"""Name of an actor that the dictionary does not know and whose role the text does not state."""


class Participants:
    """Resolver of noun phrases in one document; sentences are taken in order."""

    def __init__(self, document: Document, mentions: Iterable[Mention], names: Mapping[str, str]) -> None:
        self._document = document
        self._names = names
        self.discourse = Discourse()
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)
        self._at: dict[int, Mention] = {}
        self._cache: dict[tuple[int, bool], list[Actor]] = {}
        self._sentence = -1
        self._timed: set[int] = set()
        self._tokens: list[Token] = []

    def enter(self, sentence: Sentence, times: Iterable[TimeMention] = ()) -> None:
        """Make `sentence` the one whose tokens are asked about; words of its `times` name nobody."""
        self._sentence = sentence.index
        self._tokens = sentence.tokens
        self._timed = {i for time in times for i in range(time.first, time.last + 1)}
        self._cache = {}
        self._at = {i: m for m in self._by_sentence.get(sentence.index, ()) for i in range(m.first, m.last + 1)}

    def mention(self, token: Token) -> Mention | None:
        """Return the dictionary mention that covers a token."""
        return self._at.get(token.i)

    def countries(self) -> list[str]:
        """Return the countries that the sentence names, each once."""
        return list(dict.fromkeys(m.country for m in self._at.values() if m.country and m.form in _NAMED))

    def state_of(self, token: Token) -> list[Actor]:
        """Return the state that a place belongs to."""
        mention = self.mention(token)
        if mention is None or mention.country is None:
            return []
        name = self._names.get(mention.country, mention.country)
        return [self._actor(token, name, mention.country, ("GOV",), "state", None)]

    def actors(self, token: Token, *, nested: bool = False) -> list[Actor]:
        """Return the actors a head token names, coordination included.

        With `nested`, a noun that is no actor stands for whoever is named inside its phrase
        (*restrictions on Palestinian workers*): right for whom an act is done to, not for who acts.
        """
        key = (token.i, nested)
        if key not in self._cache:
            self._cache[key] = []  # a phrase that refers to itself (*Turkey and its allies*) ends here
            found: list[Actor] = []
            for head in _coordinated(token):
                found.extend(self._one(head, nested=nested))
            self._cache[key] = _distinct(found)
        return self._cache[key]

    def _one(self, head: Token, *, nested: bool) -> list[Actor]:
        if head.i in self._timed:
            return []
        if head.pos == "PRON":
            return self._pronoun(head)
        mention = self.mention(head)
        if mention is not None and mention.form == "agent":
            return self._agent(head, mention)
        if mention is not None and mention.form in _NAMED and mention.form != "place":
            return self._named(head, mention)
        if (things := counted(head)) is not None:
            return self.actors(things)
        return self._proper(head) if head.pos == "PROPN" else self._common(head, nested=nested)

    def _common(self, head: Token, *, nested: bool) -> list[Actor]:
        """A common noun that is no role: a body, a description of states, or a thing that somebody owns."""
        if head.lemma in _BODIES and (named := self._body_of(head)):
            return named
        if head.lemma in _PLURALS and head.tag == "NNS":
            return self._plural(head)
        if head.lemma in ("country", "nation", "state") and _definite(head):
            holder = head.child("poss")
            return self._pronoun(holder) if holder is not None else self.discourse.state(self._sentence)
        return self._possessor(head, nested=nested)

    def _pronoun(self, head: Token) -> list[Actor]:
        word = head.lower
        if word in _WE:
            return self.discourse.we()
        if word not in _HE | _IT | _THEY:
            return []
        near = self._subject_above(head, person=word in _HE)
        if near:
            return near
        if word in _HE:
            return self.discourse.he(self._sentence)
        both = self.discourse.both(self._sentence) if word in _THEY else []
        return both or self.discourse.it(self._sentence)

    def _subject_above(self, pronoun: Token, *, person: bool) -> list[Actor]:
        """Return the subject of a clause above: *Japan said **it** had halted aid*."""
        for verb in pronoun.ancestors():
            for child in verb.children:
                if child.dep in ("nsubj", "nsubjpass") and child.pos != "PRON":
                    actors = [a for a in self.actors(child) if (a.kind in ("person", "office")) == person]
                    if actors:
                        return [replace(actor, basis=actor.basis or "pronoun") for actor in actors]
        return []

    def _named(self, head: Token, mention: Mention) -> list[Actor]:
        if mention.form == "person" and self._is_namesake(head, mention):
            return [self._unknown(head)]
        actor = self._meant(head, mention)
        if mention.form == "person" or mention.kind == "person":
            self.discourse.name_person(fold(head.text), actor)
        elif actor.country is None and actor.kind in ("organisation", "body"):
            owners = self._owners(head)
            if owners:
                actor = replace(actor, country=owners[0].country)
        return [actor]

    def _is_namesake(self, head: Token, mention: Mention) -> bool:
        """Tell whether another first name stands before a known surname: a spouse, a child, somebody else."""
        known = fold(mention.name)
        before = [
            fold(child.text).rstrip(".")
            for child in head.children
            if child.dep == "compound" and child.pos == "PROPN" and child.i not in self._at and child.i < mention.first
        ]
        first_names = [name for name in before if len(name) > 1]  # initials tell nobody apart
        return bool(first_names) and not any(name in known for name in first_names)

    def _agent(self, head: Token, mention: Mention) -> list[Actor]:
        bearer = self._bearer(head, mention)
        if bearer is not None:
            return bearer
        owners = self._owners(head) or self._belonging(head)
        if owners:
            return [self._held(head, mention, owner) for owner in owners]
        if held := self._held_by_pronoun(head, mention):
            return held
        if head.lemma in _PLURALS and head.tag == "NNS" and (both := self._plural(head)):
            return both
        if self._is_of_a_state_told(head, mention) and (state := self.discourse.state(self._sentence)):
            country = state[0].country
            name = self._names.get(country or "", state[0].name)
            meant = self._actor(head, name, country, mention.sectors, mention.kind, None)
            return [replace(meant, basis="definite description")]
        return [self._actor(head, _phrase(head), None, mention.sectors, mention.kind, mention.entry)]

    def _is_of_a_state_told(self, head: Token, mention: Mention) -> bool:
        """Tell whether *the army*, or *police* in a sentence that names no country, is that of a state told of."""
        if _OFFICIAL.isdisjoint(mention.sectors):
            return False
        bare_body = mention.kind == "body" and not any(c.dep == "det" for c in head.children)
        return _definite(head) or (bare_body and not self.countries())

    def _bearer(self, head: Token, mention: Mention) -> list[Actor] | None:
        """Return the person an office is named with: *President Obama*, *its leader, Ian Paisley*."""
        after = self._at.get(mention.last + 1)
        if after is not None and after.form == "person":
            return [self._meant(head, after)]
        if mention.kind in ("office", "agent") and head.tag in ("NN", "NNP"):
            for child in head.children:
                if child.dep == "appos" and child.pos == "PROPN" and child.i > head.i:
                    return self._apposed(head, mention, child)
        return None

    def _apposed(self, head: Token, role: Mention, name: Token) -> list[Actor] | None:
        known = self.mention(name)
        if known is not None:
            return self._named(name, known) if known.form == "person" else None
        owners = self._owners(head) or self._belonging(head)
        if not owners:
            return None
        actor = self._actor(head, _proper_name(name, self._at), owners[0].country, role.sectors, "person", None)
        self.discourse.name_person(fold(name.text), actor)
        return [actor]

    def _held_by_pronoun(self, head: Token, mention: Mention) -> list[Actor]:
        """*their navies* are the navies of those who were named: of each that has a country."""
        holder = head.child("poss")
        if holder is None or holder.pos != "PRON":
            return []
        return [
            replace(self._actor(head, owner.name, owner.country, mention.sectors, mention.kind, None), basis="pronoun")
            for owner in self._pronoun(holder)
            if owner.country is not None
        ]

    def _held(self, head: Token, mention: Mention, owner: Mention) -> Actor:
        """An agent of somebody: *Turkish police*, *PKK militants*, *NATO ministers*."""
        if owner.country is None or owner.kind in ("armed_group", "organisation", "igo"):
            return self._actor(
                head, owner.name, owner.country, owner.sectors or mention.sectors, owner.kind, owner.entry
            )
        name = self._names.get(owner.country, owner.name)
        if "GOV" not in mention.sectors:
            name = f"{name}: {self._words(mention)}"
        return self._actor(head, name, owner.country, mention.sectors, mention.kind, None)

    def _words(self, mention: Mention) -> str:
        return " ".join(token.lower for token in self._tokens[mention.first : mention.last + 1])

    def _proper(self, head: Token) -> list[Actor]:
        """A name the dictionary lacks: by its acronym, a person by title or apposition, or one named before."""
        acronym = self._acronym(head)
        if acronym is not None:
            return [acronym]
        known = self.discourse.person(fold(head.text))
        role, owners = self._office(head)
        if role is not None or owners:
            country = owners[0].country if owners else (known.country if known else None)
            sectors = role.sectors if role else _UNSTATED
            actor = self._actor(head, _proper_name(head, self._at), country, sectors, "person", None)
            self.discourse.name_person(fold(head.text), actor)
            return [actor]
        if known is not None:
            actor = self._actor(head, known.name, known.country, known.sectors, known.kind, known.entry)
            return [replace(actor, basis="same surname")]
        return [self._unknown(head)]

    def _acronym(self, head: Token) -> Actor | None:
        """*International Labor Office (ILO)* is what the dictionary knows as ILO."""
        for child in head.children:
            mention = self.mention(child) if child.dep == "appos" else None
            if mention is not None and mention.kind in _ORGANISED:
                return self._meant(head, mention)
        return None

    def _office(self, head: Token) -> tuple[Mention | None, list[Mention]]:
        """Return role noun and owners of a name, from its title or its apposition (*Ghani, chief of NACTA*)."""
        role, owners = self._role(head), self._owners(head)
        for child in head.children:
            mention = self.mention(child) if child.dep == "appos" else None
            if mention is not None and mention.form == "agent":
                return role or mention, owners or self._owners(child) or self._belonging(child)
        return role, owners

    def _role(self, head: Token) -> Mention | None:
        """Return the role noun before a name: *Foreign Minister* in *Turkish Foreign Minister Cavusoglu*."""
        for token in _premodifiers(head):
            mention = self.mention(token)
            if mention is not None and mention.form == "agent":
                return mention
        return None

    def _plural(self, head: Token) -> list[Actor]:
        owners = self._owners(head)
        if owners:
            return [self._actor(head, o.name, o.country, o.sectors or ("GOV",), o.kind, o.entry) for o in owners]
        if _definite(head) or any(c.lower in ("both", "two", "three") for c in head.children):
            return self.discourse.both(self._sentence)
        return []

    def _body_of(self, head: Token) -> list[Actor]:
        owners = [m for m in self._owners(head) if m.kind in _ORGANISED]
        return [self._meant(head, m) for m in owners]

    def _possessor(self, head: Token, *, nested: bool) -> list[Actor]:
        """Whom a thing belongs to: *Turkey's offer* stands for Turkey."""
        if not nested:
            mention = self._instrument_of(head)
            return self._agent(head, mention) if mention is not None else []
        owners = self._owners(head)
        if not owners:
            return self._inside(head)
        return [replace(self._meant(head, o), basis="named in the phrase") for o in owners]

    def _instrument_of(self, head: Token) -> Mention | None:
        """Return whose thing acts: the army in *army bulldozers*, the police in *police cars*."""
        for child in head.children:
            mention = self.mention(child) if child.dep == "compound" and child.i == head.i - 1 else None
            if mention is not None and mention.form == "agent" and mention.kind in ("body", "agent"):
                return mention
        return None

    def _inside(self, head: Token) -> list[Actor]:
        for child in head.children:
            if child.dep == "poss" and child.pos == "PRON":
                return self._pronoun(child)
            if child.dep == "prep" and child.lower in _NESTED:
                for below in child.children:
                    if below.dep == "pobj":
                        found = self.actors(below, nested=False) or self._possessor(below, nested=True)
                        if found:
                            return [replace(actor, basis="named in the phrase") for actor in found]
        return []

    def _owners(self, head: Token) -> list[Mention]:
        """Return the named mentions that modify a noun from the left: country adjectives, possessors, names."""
        owners: list[Mention] = []
        for token in _premodifiers(head):
            mention = self.mention(token)
            if mention is None or mention.form not in _NAMED or mention in owners or _is_trait(token):
                continue
            if mention.last < head.i or token.dep == "poss":
                owners.append(mention)
        return owners

    def _belonging(self, head: Token) -> list[Mention]:
        """Return the named mentions of an *of*, *from* or *in* phrase: *ministers of Iran and Iraq*."""
        found: list[Mention] = []
        for child in head.children:
            if child.dep == "prep" and child.lower in _BELONGING:
                for below in child.children:
                    for token in _coordinated(below):
                        mention = self.mention(token)
                        if mention is not None and mention.form in _NAMED:
                            found.append(mention)
                        else:
                            found.extend(self._owners(token))
        return found

    def _meant(self, head: Token, mention: Mention) -> Actor:
        """Return the dictionary's actor, named by the phrase of `head`."""
        return self._actor(head, mention.name, mention.country, mention.sectors, mention.kind, mention.entry)

    def _unknown(self, head: Token) -> Actor:
        """A name of no known office: the words stay in the quote, the record keeps no profile of a private person."""
        return replace(self._actor(head, UNNAMED, None, _UNSTATED, "person", None), basis="unknown name")

    def _actor(
        self, head: Token, name: str, country: str | None, sectors: tuple[str, ...], kind: str, entry: str | None
    ) -> Actor:
        start, end = _phrase_span(head)
        text = self._document.text[start:end]
        return Actor(
            name=name, country=country, sectors=sectors, kind=kind, text=text, start=start, end=end, entry=entry
        )


def is_known(actor: Actor) -> bool:
    """Tell whether an actor is told apart from others: it has a country or a dictionary entry of its own."""
    return actor.country is not None or (actor.entry is not None and actor.kind != "agent")


def _distinct(actors: list[Actor]) -> list[Actor]:
    seen: dict[tuple[str, str | None], Actor] = {}
    for actor in actors:
        seen.setdefault((actor.name, actor.country), actor)
    return list(seen.values())


def _coordinated(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.pos in ("NOUN", "PROPN", "ADJ", "PRON") and (child.dep == "conj" or _is_listed(child)):
            yield from _coordinated(child)


def _is_listed(token: Token) -> bool:
    """The parser takes the second name of a long list for an apposition: *Chad, Niger, Mali and Togo*."""
    return token.dep == "appos" and any(child.dep == "conj" for child in token.children)


def _premodifiers(head: Token) -> Iterator[Token]:
    """Yield the words that modify a noun from the left, nested and coordinated ones included."""
    for child in head.children:
        if child.dep in _MODIFIERS and child.pos not in ("VERB", "NUM") and child.i < head.i:
            for token in _coordinated(child):
                yield token
                yield from _premodifiers(token)


def _is_trait(token: Token) -> bool:
    head = token.head
    if head.lower in _TRAIT:
        return True
    return any(t.lower in _TRAIT and t.i - token.i in (1, 2) and t.i < head.i for t in head.children)


def _definite(head: Token) -> bool:
    return any(child.dep in ("det", "poss") and child.lower in _DEFINITE for child in head.children)


def _phrase_span(head: Token) -> tuple[int, int]:
    left = list(_premodifiers(head)) + [c for c in head.children if c.dep in ("det", "nummod") and c.i < head.i]
    return min([head.start, *(t.start for t in left)]), head.end


def _phrase(head: Token) -> str:
    words = sorted({head, *_premodifiers(head)}, key=lambda token: token.i)
    return " ".join(word.text for word in words)


def _proper_name(head: Token, taken: Mapping[int, Mention]) -> str:
    """Return the name without title and country: *Ihsan Ghani*."""
    words = [c for c in head.children if c.dep in ("compound", "flat") and c.pos == "PROPN" and c.i not in taken]
    return " ".join(t.text for t in sorted([*words, head], key=lambda token: token.i))
