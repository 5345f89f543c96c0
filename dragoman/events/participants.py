"""Participants: the actors that a noun phrase names.

A head noun is resolved through the dictionary mentions in its phrase: *Turkish and Belgian ministers* are two
governments, *Ihsan Ghani, chief of NACTA* an official of Pakistan, *US-backed Kurdish forces* no Americans.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from dragoman.dictionary import ORGANISED
from dragoman.events.bearers import Bearers
from dragoman.events.holders import Holders, is_not_now
from dragoman.events.known import NAMING, UNNAMED
from dragoman.events.phrases import (
    MEETINGS,
    coordinated,
    hyphenated,
    is_place,
    is_spot,
    is_trait,
    names_instrument,
    number_of,
    phrase,
    phrase_span,
    place_names,
    posted,
    premodifiers,
    proper_name,
)
from dragoman.events.plurals import is_joint_text, stands_for_several, whose
from dragoman.events.references import References
from dragoman.events.things import counted
from dragoman.events.unowned import OTHERS, Unowned
from dragoman.records import Actor, Document
from dragoman.resolution.names import titles
from dragoman.stages.base import Mention, TimeMention
from dragoman.syntax import Sentence, Token
from dragoman.text import fold

_BELONGING = frozenset({"of", "from", "in", "at", "for"})
_NESTED = frozenset(
    {"of", "on", "by", "from", "against", "to", "for", "with", "in", "between", "toward", "towards", "into", "over"}
)
#: Words for what a name already says: *the APEC forum*, *the Hezbollah movement*.
_BODIES = frozenset(
    {
        "forum", "group", "organisation", "organization", "movement", "alliance", "bloc", "militia", "party", "agency",
        "council", "coalition", "leadership", "faction", "network", "cell", "regime", "administration", "front",
        "union", "leader", "side", "delegation", "member", "representative", "state", "community", "wing", "branch",
        "board", "secretariat", "mission", "convoy", "summit", "affiliate", "outfit", "base", "position", "camp",
        "target", "stronghold", "hideout",
    }
)  # fmt: skip
#: Words before a name that are a post, no first name: *FBI Director Roe*.
_POSTS = frozenset(
    {
        "administrator", "chair", "chairman", "chairwoman", "chief", "commissioner", "congressman", "congresswoman",
        "coordinator", "counsel", "counselor", "counsellor", "director", "governor", "head", "leader", "manager",
        "president", "secretary", "spokesman", "spokesperson", "spokeswoman", "treasurer", "whip",
    }
)  # fmt: skip
#: Words before the name of a state that tell what it is.
_EPITHETS = frozenset(
    {"ally", "country", "foe", "giant", "member", "nation", "neighbor", "neighbour", "power", "rival"}
)
_UNSTATED = ("UNK",)


class Participants:
    """Resolver of noun phrases in one document; sentences are taken in order."""

    def __init__(
        self,
        document: Document,
        mentions: Iterable[Mention],
        names: Mapping[str, str],
        sentences: Sequence[Sentence] = (),
        holders: Holders | None = None,
        bearers: Bearers | None = None,
    ) -> None:
        self._document = document
        self._names = names
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)
        self._at: dict[int, Mention] = {}
        self._cache: dict[tuple[int, bool], list[Actor]] = {}
        self._singly: dict[int, list[Actor]] = {}
        self.sentence = -1
        self._timed: set[int] = set()
        self._times: tuple[TimeMention, ...] = ()
        self._holders = holders
        self.tokens: list[Token] = []
        self._places = place_names(sentences)
        self._references = References(self, document, names, sentences)
        self.discourse = self._references.discourse
        self._unowned = Unowned(self, self._references, names, bearers)

    @property
    def holders(self) -> Holders | None:
        """Who knows the holders of offices."""
        return self._holders

    def enter(self, sentence: Sentence, times: Iterable[TimeMention] = ()) -> None:
        """Make `sentence` the one whose tokens are asked about; words of its `times` name nobody."""
        self.sentence = sentence.index
        self.tokens = sentence.tokens
        self._times = tuple(times)
        self._timed = {i for time in self._times for i in range(time.first, time.last + 1)}
        self._cache, self._singly = {}, {}
        self._at = {i: m for m in self._by_sentence.get(sentence.index, ()) for i in range(m.first, m.last + 1)}

    def remember(self) -> None:
        """Tell the discourse who and what was named in the sentence."""
        self._references.remember()

    def is_quoted_from_elsewhere(self, token: Token) -> bool:
        """Tell whether a word is quoted, and its speaker is named in another sentence."""
        return self._references.is_quoted_from_elsewhere(token)

    def mention(self, token: Token) -> Mention | None:
        """Return the dictionary mention that covers a token."""
        return self._at.get(token.i)

    def countries(self) -> list[str]:
        """Return the countries that the sentence names, each once."""
        return list(dict.fromkeys(m.country for m in self._at.values() if m.country and m.form in NAMING))

    def state_of(self, token: Token) -> list[Actor]:
        """Return the state that a place belongs to."""
        mention = self.mention(token)
        return [self.state(token, mention.country)] if mention is not None and mention.country else []

    def state(self, token: Token, country: str) -> Actor:
        """Return the state with an ISO 3166 code as the actor that a phrase names."""
        return self.named(token, self.country_name(country), country, ("GOV",), "state", None)

    def country_name(self, country: str) -> str:
        """Return the name of the country with an ISO 3166 code."""
        return self._names.get(country, country)

    def actors(self, token: Token, *, nested: bool = False) -> list[Actor]:
        """Return the actors a head token names, coordination included.

        With `nested`, a noun that is no actor stands for whoever is named inside its phrase
        (*restrictions on Palestinian workers*): right for whom an act is done to, not for who acts.
        """
        key = (token.i, nested)
        if key not in self._cache:
            self._cache[key] = []  # a phrase that refers to itself (*Turkey and its allies*) ends here
            found: list[Actor] = []
            for head in coordinated(token):
                found.extend(self._one(head, nested=nested))
            once = {(actor.name, actor.country): actor for actor in reversed(found)}
            self._cache[key] = list(once.values())[::-1]
        return self._cache[key]

    def alone(self, token: Token) -> list[Actor]:
        """Return the actors a head token names without those joined to it."""
        if token.i not in self._singly:
            self._singly[token.i] = []  # as above
            self._singly[token.i] = self._one(token, nested=False)
        return self._singly[token.i]

    def is_time(self, token: Token) -> bool:
        """Tell whether a word belongs to a time expression."""
        return token.i in self._timed

    def _one(self, head: Token, *, nested: bool) -> list[Actor]:
        if head.i in self._timed or names_instrument(head):
            return []
        if head.pos == "PRON":
            return self._references.pronoun(head)
        if (state := self._state_after(head)) is not None:
            return self._named(self.tokens[state.last], state)
        mention = self.mention(head)
        if mention is not None and mention.form == "agent":
            return self._agent(head, mention)
        if mention is not None and mention.form in NAMING and mention.form != "place":
            return self._named(head, mention)
        if (things := counted(head)) is not None:
            return self.actors(things)
        is_name = head.pos == "PROPN" and not stands_for_several(head)
        return self._proper(head) if is_name else self._common(head, nested=nested)

    def _state_after(self, head: Token) -> Mention | None:
        """Return the state that a word for one stands before, as a title does: *NATO **member** Turkey*."""
        state = self._at.get(head.i + 1) if head.lemma in _EPITHETS and head.tag == "NN" else None
        named = state is not None and state.kind == "state" and state.form == "name" and state.first == head.i + 1
        return state if named and self.tokens[head.i + 1].dep != "poss" else None

    def _common(self, head: Token, *, nested: bool) -> list[Actor]:
        """A common noun that is no role: a body, a description of states, or a thing that somebody owns."""
        if head.lemma in _BODIES and (named := self._body_of(head)):
            return named
        if stands_for_several(head):
            return self._plural(head)
        if is_joint_text(head) and not self.owners(head):
            return self.discourse.both(self._references.here(head), self.sentence)
        if described := self._references.described(head):
            return described
        if head.lemma == "capital" and head.dep == "nsubj":
            return [self._held(head, owner, owner) for owner in self.owners(head) if owner.country is not None]
        return self._possessor(head, nested=nested)

    @contextmanager
    def looking_at(self, sentence: Sentence) -> Iterator[None]:
        """Ask about the tokens of another sentence for a while."""
        kept = (self.sentence, self.tokens, self._timed, self._cache, self._singly, self._at)
        if sentence.index != self.sentence:
            self.enter(sentence)
        try:
            yield
        finally:
            self.sentence, self.tokens, self._timed, self._cache, self._singly, self._at = kept

    def role_words(self, head: Token) -> tuple[str, ...]:
        """Return the words of the office that a phrase gives: *foreign minister* of *Foreign Minister Lavrov*."""
        mention = self.mention(head)
        if mention is None or mention.form != "agent":
            before = self._at.get(mention.first - 1) if mention is not None else None
            titled = before is not None and before.form == "agent"
            mention = before if titled else self._office(head)[0]
        if mention is None:
            return ()
        return tuple(token.lemma.lower() for token in self.tokens[mention.first : mention.last + 1])

    def _named(self, head: Token, mention: Mention) -> list[Actor]:
        if mention.form == "person" and self._is_namesake(head, mention):
            return [self._unknown(head)]
        if mention.kind == "state" and self._is_firm(head, mention):
            return [self.named(head, phrase(head), None, ("BUS",), "organisation", None)]
        if (owner := self._other_owner(head, mention)) is not None:
            return [self._held(head, mention, owner)]
        actor = self._of_its_owner(head, self._meant(head, mention))
        if mention.form == "person" or mention.kind == "person":
            actor = self._as_told_before(head, actor)
            self.discourse.name_person(fold(head.text), actor)
        return [actor]

    def _is_firm(self, head: Token, mention: Mention) -> bool:
        """Tell whether a state's name ends that of a firm that begins with an acronym: *KPMG Germany*."""
        before = [child for child in head.children if child.dep == "compound" and child.i < mention.first]
        unknown = [child.text for child in before if child.pos == "PROPN" and self.mention(child) is None]
        return not head.text.isupper() and any(len(word) > 2 and word.isupper() for word in unknown)

    def _other_owner(self, head: Token, mention: Mention) -> Mention | None:
        """Return the state that a body of another state's name is of: *Mexico's Senate* is not the American one."""
        named = mention.kind == "body" and mention.form == "name"
        states = [o for o in self.owners(head) if o.kind == "state" and 0 < mention.first - o.last < 3] if named else []
        return states[0] if states and states[0].country != mention.country else None

    def _as_told_before(self, head: Token, actor: Actor) -> Actor:
        """Give a person known without a country the one he was named with: *Dutch Prime Minister X … X said*."""
        told = self.discourse.person(fold(head.text)) if actor.country is None else None
        same = told is not None and told.name == actor.name
        return replace(actor, country=told.country) if told is not None and same else actor

    def _of_its_owner(self, head: Token, actor: Actor) -> Actor:
        """Give a known name without a country of its own that of the word before it: *Dutch Prime Minister X*."""
        if actor.country is not None or actor.kind not in ("organisation", "body", "person"):
            return actor
        owners = self.owners(head)
        return replace(actor, country=owners[0].country) if owners else actor

    def _is_namesake(self, head: Token, mention: Mention) -> bool:
        """Tell whether another first name stands before a known surname: a spouse, a child, somebody else."""
        known = fold(mention.name)
        if mention.last > mention.first and known.startswith(fold(self.tokens[mention.first].text)):
            return False  # the first name is told: *Director Jane Roe*
        before = [
            fold(child.text).rstrip(".")
            for child in head.children
            if child.dep == "compound" and child.pos == "PROPN" and child.i not in self._at and child.i < mention.first
        ]
        told = titles().keys() | _POSTS
        first_names = [name for name in before if len(name) > 1 and name.isalpha() and name not in told]  # no initials
        return bool(first_names) and not any(name in known for name in first_names)

    def _agent(self, head: Token, mention: Mention) -> list[Actor]:
        bearer = self._bearer(head, mention)
        if bearer is not None:
            return bearer
        owners = self.owners(head) or self._belonging(head)
        if owners:
            incumbent = self._incumbent(head, mention, owners[0]) if len(owners) == 1 else None
            return [incumbent] if incumbent else [self._held(head, mention, owner) for owner in owners]
        if held := self._held_by_pronoun(head, mention):
            return held
        if stands_for_several(head) and (both := self._plural(head)):
            return both
        if described := self._references.described(head):
            return described
        if (told := self._unowned.meant(head, mention)) is not None:
            return [told]
        return [self.named(head, phrase(head), None, mention.sectors, mention.kind, mention.entry)]

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
        owners = self.owners(head) or self._belonging(head)
        if not owners:
            return None
        actor = self.named(head, proper_name(name, self._at), owners[0].country, role.sectors, "person", None)
        self.discourse.name_person(fold(name.text), actor)
        return [actor]

    def _held_by_pronoun(self, head: Token, mention: Mention) -> list[Actor]:
        """*their navies* are the navies of those who were named: of each that has a country."""
        holder = head.child("poss")
        if holder is None or head.lemma in OTHERS:
            return []
        owners = self._references.pronoun(holder) if holder.pos == "PRON" else self._references.described(holder)
        return [
            replace(self.named(head, owner.name, owner.country, mention.sectors, mention.kind, None), basis=owner.basis)
            for owner in owners
            if owner.country is not None
        ]

    def _held(self, head: Token, mention: Mention, owner: Mention) -> Actor:
        """An agent of somebody: *Turkish police*, *PKK militants*, *NATO ministers*."""
        if owner.country is None or owner.kind in ("armed_group", "organisation", "igo"):
            return self.named(
                head, owner.name, owner.country, owner.sectors or mention.sectors, owner.kind, owner.entry
            )
        name = self._names.get(owner.country, owner.name)
        if "GOV" not in mention.sectors:
            name = f"{name}: {self._words(mention)}"
        return self.named(head, name, owner.country, mention.sectors, mention.kind, None)

    def _incumbent(self, head: Token, mention: Mention, owner: Mention) -> Actor | None:
        """*the Turkish foreign minister* is who held the office at the date of the text, else one whom it names."""
        words = [token.lower for token in self.tokens[mention.first : mention.last + 1]]
        found = (
            self._holders.of(head, words, owner, self._times) if self._holders and mention.kind == "office" else None
        )
        if found is None:
            is_one = owner.kind == "state" and owner.country is not None and not is_not_now(head)
            return self._unowned.bearer(head, mention, owner.country) if is_one else None
        entry, basis = found
        return replace(self.named(head, entry.name, owner.country, mention.sectors, "person", entry.id), basis=basis)

    def _words(self, mention: Mention) -> str:
        return " ".join(token.lower for token in self.tokens[mention.first : mention.last + 1])

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
            name = proper_name(head, self._at)
            words = self._words(role).split() if role else []
            entry = self._holders.named(name, words, owners[0]) if self._holders and role and owners else None
            name, known_id = (entry.name, entry.id) if entry is not None else (name, None)
            actor = self.named(head, name, country, sectors, "person", known_id)
            self.discourse.name_person(fold(head.text), actor)
            return [actor]
        if known is not None:
            actor = self.named(head, known.name, known.country, known.sectors, known.kind, known.entry)
            return [replace(actor, basis="same surname")]
        if is_place(head) or fold(head.text) in self._places:
            return []
        region = self.mention(head)
        return [self._meant(head, region) if region is not None else self._unknown(head)]

    def _acronym(self, head: Token) -> Actor | None:
        """*International Labor Office (ILO)* is what the dictionary knows as ILO."""
        for child in head.children:
            mention = self.mention(child) if child.dep == "appos" else None
            if mention is not None and mention.kind in ORGANISED:
                return self._meant(head, mention)
        return None

    def _office(self, head: Token) -> tuple[Mention | None, list[Mention]]:
        """Return role noun and owners of a name, from its title or its apposition (*Ghani, chief of NACTA*)."""
        if (envoy := posted(head)) is not None:
            return self.mention(envoy), self.owners(envoy)
        role, owners = self._role(head), self.owners(head)
        for child in head.children:
            mention = self.mention(child) if child.dep == "appos" else None
            if mention is not None and mention.form == "agent":
                return role or mention, owners or self.owners(child) or self._belonging(child)
        return role, owners

    def _role(self, head: Token) -> Mention | None:
        """Return the role noun before a name: *Foreign Minister* in *Turkish Foreign Minister Cavusoglu*."""
        mentions = (self.mention(token) for token in premodifiers(head))
        return next((m for m in mentions if m is not None and m.form == "agent"), None)

    def _plural(self, head: Token) -> list[Actor]:
        owners = self.owners(head)
        if owners:
            return [self.named(head, o.name, o.country, o.sectors or ("GOV",), o.kind, o.entry) for o in owners]
        if (described := whose(head)) is None:
            return []
        return self.discourse.both(self._references.here(head), self.sentence, number_of(described))

    def _body_of(self, head: Token) -> list[Actor]:
        owners = [m for m in self.owners(head) if m.kind in ORGANISED]
        return [self._meant(head, m) for m in owners]

    def _possessor(self, head: Token, *, nested: bool) -> list[Actor]:
        """Whom a thing belongs to: *Turkey's offer* stands for Turkey."""
        if not nested:
            mention = self._instrument_of(head)
            return self._agent(head, mention) if mention is not None else []
        owners = [owner for owner in self.owners(head) if not self._only_names(owner, head)]
        if not owners:
            return self._inside(head)
        return [replace(self._meant(head, o), basis="named in the phrase") for o in owners]

    def _only_names(self, town: Mention, head: Token) -> bool:
        """Tell whether a town only gives an agreement its name: *the Minsk deal*."""
        return head.lemma in MEETINGS and is_spot(self.tokens[town.last], town)

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
                return self._references.pronoun(child)
            if child.dep == "poss" and (owners := self._references.described(child)):
                return owners
            if child.dep == "prep" and child.lower in _NESTED:
                for below in child.children:
                    if below.dep == "pobj":
                        found = self.actors(below, nested=False) or self._possessor(below, nested=True)
                        if found:
                            return [replace(actor, basis="named in the phrase") for actor in found]
        return []

    def owners(self, head: Token) -> list[Mention]:
        """Return the named mentions that modify a noun from the left: country adjectives, possessors, names."""
        owners: list[Mention] = []
        for token in premodifiers(head):
            mention = self.mention(token)
            if mention is None or mention.form not in NAMING or mention in owners or is_trait(token):
                continue
            if mention.last < head.i or token.dep == "poss":
                owners.append(mention)
        return owners

    def _belonging(self, head: Token) -> list[Mention]:
        """Return the named mentions of an *of*, *from* or *in* phrase: *ministers of Iran and Iraq*."""
        phrases = [child for child in head.children if child.dep == "prep" and child.lower in _BELONGING]
        nouns = [token for phrase in phrases for below in phrase.children for token in coordinated(below)]
        return [mention for noun in nouns for mention in self._belonging_to(noun)]

    def _belonging_to(self, noun: Token) -> list[Mention]:
        """Return whom a noun after *of* names, itself or behind a further *of*: *of Foreign Affairs of Chad*."""
        further = [low for child in noun.children if child.lower == "of" for low in child.children]
        named = [m for low in (noun, *further) if (m := self.mention(low)) is not None and m.form in NAMING]
        return named[:1] if self.mention(noun) in named else self.owners(noun) or named

    def _meant(self, head: Token, mention: Mention) -> Actor:
        """Return the dictionary's actor, named by the phrase of `head`; no hyphenated name is cut."""
        actor = self.named(head, mention.name, mention.country, mention.sectors, mention.kind, mention.entry)
        return replace(actor, **hyphenated(head, self.tokens[mention.first : mention.last + 1], self._document.text))

    def _unknown(self, head: Token) -> Actor:
        """A name of no known office: the words stay in the quote, the record keeps no profile of a private person."""
        return replace(self.named(head, UNNAMED, None, _UNSTATED, "person", None), basis="unknown name")

    def named(
        self, head: Token, name: str, country: str | None, sectors: tuple[str, ...], kind: str, entry: str | None
    ) -> Actor:
        """Return the actor that the phrase of `head` stands for, at its words."""
        start, end = phrase_span(head)
        text = self._document.text[start:end]
        return Actor(
            name=name, country=country, sectors=sectors, kind=kind, text=text, start=start, end=end, entry=entry
        )
