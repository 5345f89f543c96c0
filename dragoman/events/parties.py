"""Parties: who acts and to whom it is done, from the slots that a sense names.

What the slots leave open is inferred only where the sentence itself gives the answer, and the inference is
named in the actor's `basis`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.events.choose import Candidate, there
from dragoman.events.concerned import Concerned
from dragoman.events.domestic import Domestic
from dragoman.events.enough import are_public, enough
from dragoman.events.home import Home, is_local, is_official, is_resident
from dragoman.events.known import UNNAMED, besides, is_known, is_settled, once
from dragoman.events.opposite import Opposite
from dragoman.events.outcome import Outcome
from dragoman.events.partners import partners
from dragoman.events.phrases import is_spot, phrase
from dragoman.events.propose import is_proposed
from dragoman.events.reciprocal import joined
from dragoman.events.scene import Scene
from dragoman.events.senses import SenseLexicon, Slots
from dragoman.events.slots import slots_of
from dragoman.events.things import counted
from dragoman.events.venue import Venue
from dragoman.ontology import SPEECH_ACTS
from dragoman.records import Actor, Place
from dragoman.syntax import Token

#: Acts done somewhere to somebody: an unnamed side is of the country where they took place.
LOCAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONCEDE"})
#: Acts that are done to the place where they are done, if to nobody else.
_FORCE = frozenset({"ASSAULT", "COERCE"})
#: Numbers that stand for those who march: *thousands*.
_CROWDS = frozenset({"thousand", "hundred", "dozen", "score", "ten", "million"})
#: What may be nobody's deed where nobody is named with it.
_ACCIDENTS = frozenset({"blast", "explosion", "fire"})
#: Acts of force that have two sides, the other of which stands after *with*.
_FIGHTS = frozenset(
    {
        "battle", "clash", "combat", "confrontation", "encounter", "fight", "fighting", "firefight", "gunbattle",
        "gunfight", "shootout", "skirmish",
    }
)  # fmt: skip
_OPERATIONS = _FIGHTS | {"operation", "sweep", "manhunt", "offensive", "shelling", "bombing", "crackdown", "strike"}
#: Acts whose recipient is whom they address or are aimed at: what they are about is not done to it.
_ADDRESSED = frozenset({"REQUEST", "ACCUSE", "CONSULT", "PROTEST"})
#: Acts that firms, schools, hospitals and the media do among themselves all day; their strikes and gifts are public.
_DEALINGS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REQUEST", "ACCUSE", "REJECT", "SANCTION"})
#: Acts that authorities do to the people of their own country, unless another is named.
_DOMESTIC = frozenset({"COERCE", "CONCEDE"})
#: Acts that are done to foreigners.
_REMOVAL = frozenset({"deport", "expel", "extradite", "repatriate", "deportation", "expulsion", "extradition"})
#: Slots of the content of a speech act that name whom it concerns, in order of preference.
_CONCERNED = ("iobj", "obj", "to", "against", "for", "with", "on", "from", "in")
#: Verbs whose object is mostly what belongs to those who act: *threatened to send troops*, *pledged to join forces*.
_MOVING = frozenset(
    {"send", "deploy", "dispatch", "join", "mobilise", "mobilize", "withdraw", "pull", "use", "station"}
)
_OBJECT = Slots(("obj",))
_SIDES = ("recipient", "actor")
_SEEN = Slots(("recipient",))
"""The slot that the network fills, whatever the frame of the sense."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Both sides of an act."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    visit: bool = False
    """True when a meeting in the country of one side makes the other the visitor."""


def is_private(parties: Parties, type_: str) -> bool:
    """Tell whether nobody of public life takes part: only private persons, or firms, schools and the like.

    A protest is public, whoever protests.
    """
    everybody = (*parties.actors, *parties.recipients)
    if all(_is_private_person(actor) for actor in everybody):
        return True
    if not parties.actors or type_ == "PROTEST":  # "two journalists were killed"
        return False
    if type_ in _DEALINGS:
        return all(_is_of_trade(actor) or _is_private_person(actor) or _is_nobody(actor) for actor in everybody)
    return any(all(actor.sectors[:1] == (sector,) for actor in everybody) for sector in ("BUS", "JRN"))


def _is_private_person(actor: Actor) -> bool:
    return actor.kind == "person" and actor.entry is None and actor.sectors[:1] in (("UNK",), ("CVL",))


def _is_of_trade(actor: Actor) -> bool:
    """Tell whether somebody is a firm, a medium, a school or a hospital, or of one, and not the state's."""
    return actor.sectors[:1] in (("BUS",), ("JRN",), ("EDU",), ("MED",)) and "GOV" not in actor.sectors


def _is_nobody(actor: Actor) -> bool:
    """Tell whether nothing is known of somebody: neither country, nor field."""
    return actor.country is None and actor.entry is None and actor.sectors[:1] in ((), ("UNK",))


class PartyFinder:
    """Finds the parties of the acts of one sentence."""

    def __init__(self, scene: Scene, lexicon: SenseLexicon) -> None:
        self._participants = scene.participants
        self._lexicon = lexicon
        self._homes = scene.homes
        self._concerned = Concerned(scene)
        self._domestic = Domestic(scene.participants, scene.homes)
        self._opposite = Opposite(scene.participants, scene.homes)

    def find(self, candidate: Candidate, coded: Outcome, venue: Venue | None) -> Parties | None:
        """Return the parties, or None when too little is known of them to make an event."""
        actors, recipients = self._named(candidate, coded)
        if coded.type == "PROTEST":
            actors = actors or self._crowd(candidate, venue)
        actors, recipients = self._placed(candidate, coded, venue, actors, recipients)
        if not enough(candidate, self._participants, actors, recipients):
            return None
        if is_proposed(candidate) and not are_public(actors or recipients):
            return None
        recipients = self._opposite.recipients(candidate, coded, actors, recipients)
        if not _removes(candidate):
            actors, recipients = self._domestic.sides(candidate, coded, actors, recipients)
        return _hosted(coded.type, actors, recipients, venue.place if venue else None)

    def _named(self, candidate: Candidate, coded: Outcome) -> tuple[list[Actor], list[Actor]]:
        """Return both sides as the sentence names them."""
        if self._is_of_a_crowd(candidate):
            candidate = replace(candidate, filled={**candidate.filled, "actor": []})
        actors = self._pick(candidate, candidate.sense.actor, nested=False) or self._authors(candidate)
        if not actors and coded.type in _FORCE:
            actors = self._opponents(candidate)
        actors, recipients = self._with_recipients(candidate, actors)
        if not actors:
            actors = self._seen_to_act(candidate, recipients)
        if candidate.sense.mutual:
            actors = [_other_than(actor, recipients) for actor in actors]
        recipients = besides(recipients, actors)
        if candidate.sense.type == "CONSULT" and len(once(actors)) + len(recipients) < 2:
            actors += partners(candidate, self._participants, (*actors, *recipients))
        return joined(candidate, coded, actors, recipients)

    def _seen_to_act(self, candidate: Candidate, recipients: list[Actor]) -> list[Actor]:
        """Return whom the network alone takes for the author, unless it is done to them."""
        return besides(self._known(candidate.filled.get("actor", ())), recipients)

    def _is_of_a_crowd(self, candidate: Candidate) -> bool:
        """Tell whether a protest speaks, so that nobody farther off does: *rallies calling for an election*."""
        speaks = is_proposed(candidate) and candidate.token.pos == "VERB"
        return speaks and any(self._tells_of_protest(t) for t in candidate.filled.get("subj", ()))

    def _tells_of_protest(self, noun: Token) -> bool:
        return any(sense.type == "PROTEST" for sense in self._lexicon.find("noun", noun.lemma))

    def _crowd(self, candidate: Candidate, venue: Venue | None) -> list[Actor]:
        """Return those who protest where only place and number are told: ***Thousands** marched in Oslo*."""
        counts = [t for t in candidate.filled.get("subj", ()) if t.lemma in _CROWDS or t.pos == "NUM"]
        crowd = [
            self._participants.named(token, phrase(token), None, ("OPP",), "open_group", "agent.protester")
            for token in counts
            if counted(token) is None
        ]
        if venue is not None:
            crowd = _settled(crowd, venue.place)
        return [actor for actor in self._at_home(crowd, [], people=True) if actor.country is not None]

    def _placed(
        self, candidate: Candidate, coded: Outcome, venue: Venue | None, actors: list[Actor], recipients: list[Actor]
    ) -> tuple[list[Actor], list[Actor]]:
        """Give those who are named without a country one, where place, article or sentence say which."""
        if venue is not None:
            actors, recipients = self._of_the_place(candidate, coded, venue, actors, recipients)
        local = coded.type in LOCAL
        actors, recipients = (
            self._at_home(actors, recipients, people=local),
            self._at_home(recipients, actors, people=local and not _removes(candidate)),
        )
        if not (candidate.sense.mutual and any(actor.country for actor in actors)):
            actors = [self._of_the_only_country(actor, recipients) for actor in actors]  # not whom *he* met
        if coded.type in _DOMESTIC and not _removes(candidate):
            recipients = _of_the_authors_country(actors, recipients)
        joint = candidate.sense.mutual and len(actors) > 1
        known = any(map(is_known, (*actors, *recipients)))
        if not known:
            return self._of_nobody_known(candidate, coded, venue, actors, recipients)
        if not (joint or coded.type in _ADDRESSED or any(map(is_settled, recipients))):
            recipients = self._concerning(candidate, coded, venue, actors, recipients)
        return actors, recipients

    def _of_nobody_known(
        self, candidate: Candidate, coded: Outcome, venue: Venue | None, actors: list[Actor], recipients: list[Actor]
    ) -> tuple[list[Actor], list[Actor]]:
        """Make the place where something was done the side that goes without a name."""
        if coded.type in _FORCE and not (recipients or _may_be_an_accident(candidate)):
            return actors, self._state_at(venue)
        if coded.type in ("PROTEST", "RETREAT") and not actors:
            return self._state_at(venue), recipients
        return actors, recipients

    def _concerning(
        self, candidate: Candidate, coded: Outcome, venue: Venue | None, actors: list[Actor], recipients: list[Actor]
    ) -> list[Actor]:
        """Return whom an act concerns that is done to nobody known: who is named in what it is about, or the place."""
        housed = [self._concerned.housed(actor) for actor in recipients]
        if any(map(is_settled, housed)):
            return housed
        if struck := self._struck(candidate):
            return [replace(actor, country=struck.country, basis="place of the act") for actor in recipients] or [
                struck
            ]
        if coded.type in _FORCE and recipients:
            return recipients  # soldiers and strangers may be far from home
        own = {actor.country for actor in actors} if coded.type not in LOCAL else set()
        named = [actor for actor in self._concerned.by(candidate) if actor.country not in own]
        if not named and coded.type in _FORCE:
            named = self._state_at(venue)
        return named or recipients

    def _state_at(self, venue: Venue | None) -> list[Actor]:
        """Return the state in which an act took place, if that is known."""
        if venue is None or venue.place.country is None:
            return []
        return [replace(self._participants.state(venue.token, venue.place.country), basis="place of the act")]

    def _of_the_place(
        self, candidate: Candidate, coded: Outcome, venue: Venue, actors: list[Actor], recipients: list[Actor]
    ) -> tuple[list[Actor], list[Actor]]:
        """Give the unnamed sides of a local act the country where it took place."""
        if coded.type in LOCAL:
            actors = _settled(actors, venue.place)
            recipients = recipients if _removes(candidate) else _settled(recipients, venue.place)
        if not actors and self._is_of_authorities(candidate, coded, recipients):
            actors = self._authorities(venue)
        return actors, recipients

    def _is_of_authorities(self, candidate: Candidate, coded: Outcome, recipients: list[Actor]) -> bool:
        """Tell whether only a state's authorities do such an act: arrests, and operations that kill armed men."""
        if coded.type == "COERCE":
            return not candidate.filled.get("subj")
        armed = all("REB" in actor.sectors for actor in recipients) and bool(recipients)
        return coded.type == "ASSAULT" and armed and any(t.lemma == "operation" for t in self._occasions(candidate))

    def _at_home(self, side: list[Actor], opposite: list[Actor], *, people: bool) -> list[Actor]:
        """Give those of one side who are named without a country the one that the article is about."""
        settled = []
        for actor in side:
            others = [other for other in (*side, *opposite) if other is not actor]
            home = self._homes.of(actor, others) if people or not is_resident(actor) else None
            settled.append(actor if home is None or _is_of_another(actor, home, others) else _housed(actor, home))
        return settled

    def _authorities(self, venue: Venue) -> list[Actor]:
        """Who arrested, searched or banned when nobody is named: the state of the place."""
        return [
            replace(actor, basis="place of the act")
            for actor in self._participants.actors(venue.token) or self._participants.state_of(venue.token)
            if actor.country == venue.place.country
        ]

    def _with_recipients(self, candidate: Candidate, actors: list[Actor]) -> tuple[list[Actor], list[Actor]]:
        sense = candidate.sense
        recipients = self._pick(candidate, sense.recipient, nested=True)
        scenes = [actor for actor in actors if self._is_scene(candidate, actor)]
        if scenes:
            actors = [actor for actor in actors if actor not in scenes]
            recipients = recipients or [replace(actor, basis="place of the act") for actor in scenes]
        if sense.mutual:
            return actors, recipients or self._partners(candidate, actors)
        if any(map(is_known, besides(recipients, actors))):
            return actors, recipients
        return actors, besides(self._implied(candidate, actors), actors) or recipients

    def _partners(self, candidate: Candidate, actors: list[Actor]) -> list[Actor]:
        """Return with whom somebody met who stands alone in the slots of the sense, where the network sees it."""
        if len(actors) != 1:
            return []
        seen = self._known(word for side in _SIDES for word in candidate.filled.get(side, ()))
        return [actor for actor in seen if actor.country != actors[0].country]

    def _implied(self, candidate: Candidate, actors: list[Actor]) -> list[Actor]:
        """Return the known recipients that the named slots leave unsaid, from what the sentence says besides."""
        found = self._victims(candidate)
        if not found and candidate.sense.recipient.names:
            found = [actor for actor in self._pick(candidate, _OBJECT, nested=True) if is_known(actor)]
        if not found and candidate.sense.type in SPEECH_ACTS:
            found = self._addressed(candidate, actors)
        if not found and candidate.sense.recipient.names:
            found = [actor for actor in self._pick(candidate, _SEEN, nested=True) if is_known(actor)]
        return found

    def _pick(self, candidate: Candidate, slots: Slots, *, nested: bool) -> list[Actor]:
        """Return the actors in `slots`: of the first that holds any, or of all."""
        found: list[Actor] = []
        for name in slots.names:
            for token in candidate.filled.get(name, ()):
                if nested or name == "actor":
                    found.extend(self._participants.actors(token, nested=True))
                else:
                    found.extend(there(name, token, self._participants))
            if found and not slots.every:
                break
        if any(is_known(actor) for actor in found):
            found = [actor for actor in found if actor.name != UNNAMED]
        return once(found)

    def _is_scene(self, candidate: Candidate, actor: Actor) -> bool:
        """A town before an attack is where it took place, not who did it: *the Paris attacks*."""
        if candidate.sense.part != "noun" or candidate.sense.type != "ASSAULT":
            return False
        return any(token.start == actor.start and self._is_spot(token) for token in candidate.filled.get("subj", ()))

    def _victims(self, candidate: Candidate) -> list[Actor]:
        """When an act does the deed (*an attack on the consulate wounded two*), it says whom it was aimed at."""
        for token in self._deeds(candidate):
            filled = slots_of(token, "noun", carried=False)
            for name in ("on", "against", "of"):
                if found := self._known(filled.get(name, ()), nested=True):
                    return found
            scenes = [actor for where in filled.get("in", ()) for actor in there("in", where, self._participants)]
            if found := [replace(actor, basis="place of the act") for actor in scenes if is_known(actor)]:
                return found
        return []

    def _deeds(self, candidate: Candidate) -> list[Token]:
        """Return the subjects that are acts of the same type themselves, or the means of an attack (*an IRA bomb*)."""
        return [
            token
            for token in candidate.filled.get("subj", ())
            if token.pos == "NOUN"
            and (
                any(sense.type == candidate.sense.type for sense in self._lexicon.find("noun", token.lemma))
                or (candidate.sense.type == "ASSAULT" and candidate.sense.wants("subj", token.lemma))
            )
        ]

    def _authors(self, candidate: Candidate) -> list[Actor]:
        """When an act does the deed (*an Israeli air strike killed nine*), its author is the author."""
        for token in self._deeds(candidate):
            filled = slots_of(token, "noun", carried=False)
            doers = [t for name in ("between", "subj") for t in filled.get(name, ()) if not self._is_spot(t)]
            if found := self._known(doers):
                return found
        return []

    def _opponents(self, candidate: Candidate) -> list[Actor]:
        """Return who did what happened *in an Israeli air strike*, *in a raid by the army*, *in clashes with Chad*."""
        for token in self._occasions(candidate):
            filled = slots_of(token, "noun", carried=False)
            doers = [word for word in filled.get("subj", ()) if not self._is_spot(word)]
            against = filled.get("with", ()) if token.lemma in _FIGHTS else ()
            for words in (doers, against):
                found = [actor for word in words for actor in self._participants.actors(word)]
                if any(actor.name != UNNAMED for actor in found):
                    return _forces_of(found)
        return []

    def _struck(self, candidate: Candidate) -> Actor | None:
        """Return the only state or place that the act of force was aimed at: *killed in an air strike on Gaza*."""
        found = [
            actor
            for token in self._occasions(candidate)
            for name in ("on", "against", "of")
            for word in slots_of(token, "noun", carried=False).get(name, ())
            for actor in self._concerned.in_phrase(word)
        ]
        return found[0] if len({actor.country for actor in found}) == 1 else None

    def _occasions(self, candidate: Candidate) -> Iterator[Token]:
        """Yield the acts of force in which something was done: *killed in a raid*, *arrested during an operation*."""
        for name in ("in", "during", "by", "after"):
            for token in candidate.filled.get(name, ()):
                words = {token.lemma, token.lower}  # *in shelling* is tagged as a verb
                if words & _OPERATIONS or any(s.type in _FORCE for w in words for s in self._lexicon.find("noun", w)):
                    yield token

    def _is_spot(self, token: Token) -> bool:
        return is_spot(token, self._participants.mention(token))

    def _addressed(self, candidate: Candidate, actors: list[Actor]) -> list[Actor]:
        """Whom the content of a speech act concerns: *threatened to attack Israel*, *promised aid for Mali*.

        Where speakers tell what they do themselves it is somebody else: *said it would sign a deal with Mali*.
        """
        if judged := self._known(candidate.filled.get("judged", ()), nested=True):
            return judged
        found = self._known(candidate.filled.get("clause_subj", ()))
        if besides(found, actors):
            return found
        for clause in candidate.filled.get("clause", ()):
            filled = slots_of(clause, "verb")
            for name in _CONCERNED:
                if name == "obj" and clause.lemma in _MOVING:
                    continue
                found = self._known(filled.get(name, ()), nested=True)
                if besides(found, actors):
                    return found
        return []

    def _known(self, tokens: Iterable[Token], *, nested: bool = False) -> list[Actor]:
        found = (a for token in tokens for a in self._participants.actors(token, nested=nested) if is_known(a))
        return once(found)

    def _of_the_only_country(self, actor: Actor, others: list[Actor]) -> Actor:
        """An office-holder of no stated country is of the only one that the sentence names, unless he acts on that."""
        if actor.country is not None or actor.kind not in ("person", "office", "body") or not is_official(actor):
            return actor
        if actor.kind == "person" and actor.entry is not None:
            return actor  # known, and of no country: *Secretary General Thorbjorn Jagland*
        country = self._homes.only()
        if country is None or self._homes.country not in (None, country):
            return actor
        if any(other.kind == "state" and other.country == country for other in others):
            return actor
        return replace(actor, country=country, basis="only country of the sentence")


def _other_than(actor: Actor, others: list[Actor]) -> Actor:
    """Whom only the other side of an act would place is of no known country: *the minister met Japanese officials*."""
    if besides([actor], others) or actor.basis != "definite description":
        return actor
    return replace(actor, name=actor.text, country=None, entry=None, basis=None)


def _forces_of(actors: list[Actor]) -> list[Actor]:
    """Make one of a country and its forces that stand before the same noun: *an Afghan army operation*."""
    states = [actor for actor in actors if actor.kind == "state"]
    forces = [actor for actor in actors if actor.country is None]
    if len(states) == 1 and len(states) + len(forces) == len(actors) and forces:
        return [replace(force, country=states[0].country) for force in forces]
    return actors


def _is_of_another(actor: Actor, home: Home, others: list[Actor]) -> bool:
    """What a state does to *the government*, it does to another state's."""
    return is_official(actor) and any(other.kind == "state" and other.country == home.country for other in others)


def _housed(actor: Actor, home: Home) -> Actor:
    if actor.country is not None:  # it bears the name of another country's body
        actor = replace(actor, name=actor.text, entry=None)
    return replace(actor, country=home.country, basis=home.basis)


def _may_be_an_accident(candidate: Candidate) -> bool:
    words = (candidate.token, *candidate.filled.get("subj", ()))
    return any(token.lemma in _ACCIDENTS for token in words)


def _removes(candidate: Candidate) -> bool:
    """Tell whether an act sends people to the country they came from."""
    return not _REMOVAL.isdisjoint({candidate.token.lemma, candidate.anchor.lemma})


def _settled(actors: list[Actor], place: Place) -> list[Actor]:
    """Give generic actors of a local act the country where it took place."""
    return [
        replace(actor, country=place.country, basis="place of the act")
        if place.country is not None and actor.entry is not None and is_local(actor)
        else actor
        for actor in actors
    ]


def _of_the_authors_country(actors: list[Actor], recipients: list[Actor]) -> list[Actor]:
    """Give generic people whom one state's authorities deal with that state's country."""
    countries = {actor.country for actor in actors if actor.country}
    if len(countries) != 1:
        return recipients
    return [
        replace(actor, country=next(iter(countries)), basis="country of the author")
        if is_local(actor) and actor.kind in ("agent", "open_group")
        else actor
        for actor in recipients
    ]


def _hosted(type_: str, actors: list[Actor], recipients: list[Actor], place: Place | None) -> Parties:
    """A meeting in the country of one of the parties is a visit to it by the others (PLOVER: visitor is actor)."""
    if type_ == "CONSULT" and not recipients and place is not None and place.country is not None:
        hosts = [actor for actor in actors if actor.country == place.country]
        guests = [actor for actor in actors if actor.country != place.country]
        if hosts and guests:
            return Parties(tuple(guests), tuple(hosts), visit=True)
    return Parties(tuple(actors), tuple(recipients))
