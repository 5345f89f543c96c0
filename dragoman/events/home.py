"""Home: the country that a reader takes those to belong to who are named without one.

*Police*, *the opposition* or *lawmakers* are those of the country that the article is about.  That country must
lead all others by a clear margin; an article between several states has none.  A sentence that brings in another
state gives its generic people no country, unless that state is the other side of the act.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.dictionary import OFFICIAL, Dictionary
from dragoman.events.known import NAMING
from dragoman.records import Actor, Document
from dragoman.stages.base import Mention
from dragoman.syntax import Sentence, Token

_TITLE, _LEAD, _BODY = 3, 2, 1
_LEAD_LENGTH = 3  # sentences
_DATELINE = 2
_LEAST = 4  # votes: one sentence alone makes no home
_SHARE = 0.55
_SHARE_OF_PAIR = 0.7
_LEADS_BY = 2.2  # times the votes of the next
_REACH = 2  # sentences back that may have led to another country

_POLITICAL = frozenset({"OPP", "PTY"})
#: People of whom the article tells, at home only where something is done to them or by them on the spot.
_PEOPLE = frozenset({"CVL", "LAB", "EDU", "MED", "REB", "UNK", "CRM"})
#: Those who rise against their own state, wherever an act of theirs takes place.
_INSURGENTS = "agent.rebel"
_WHERE = frozenset({"in", "at", "near", "outside", "across"})
#: Bodies and parties whose names are those of many countries' bodies and parties.
_SHARED = frozenset(
    f"org.{name}"
    for name in (
        "us_congress", "us_senate", "us_house", "labour_party_uk", "conservative_party_uk", "democratic_party",
        "republican_party",
    )
)  # fmt: skip
#: Sectors that unions of states have of their own: *EU lawmakers*, *NATO forces*.
_OF_UNIONS = frozenset({"GOV", "LEG", "MIL"})
#: Sectors that armed groups across borders have of their own: *IS fighters*, *its health minister*.
_OF_BANDS = frozenset({"GOV", "MIL", "REB"})
_BETWEEN_STATES = frozenset({"IGO", "REF", "JRN"})
_HOMELY = OFFICIAL | _POLITICAL | _PEOPLE
#: Roles that are mostly held abroad, or whose holders come from anywhere.
_FROM_ANYWHERE = frozenset(
    f"agent.{role}"
    for role in (
        "heads_of_state_and_government", "western_official", "counterpart", "ambassador", "envoy", "diplomat", "consul",
        "attache", "charge_daffaires", "embassy", "consulate", "negotiator", "delegation", "delegate", "mediator",
        "country", "neighbouring_country", "ally", "mercenary", "coalition", "air_force", "tank", "navy", "settler",
        "hostage", "analyst", "artist", "defector", "group", "warring_party", "gunman", "terrorist", "jihadist",
        "suicide_bomber", "fighter", "mujahideen", "hostage_taker", "hacker", "organised_crime",
    )
)  # fmt: skip
_ARMED = frozenset(
    f"agent.{role}"
    for role in ("gunman", "terrorist", "suicide_bomber", "fighter", "hostage_taker", "organised_crime", "militant")
)
_OUTSIDERS = frozenset(
    {
        "foreign", "international", "western", "european", "arab", "african", "asian", "latin", "global", "world",
        "allied", "coalition", "multinational", "regional", "exiled", "migrant", "refugee", "nato", "eu", "un",
        "u.n.", "us", "u.s.", "nazi", "soviet", "ottoman", "crusader", "neighbouring", "neighboring", "visiting",
        "kurdish", "palestinian", "native", "colonial", "overseas", "expatriate", "other", "another",
        "adviser", "advisers", "advisor", "advisors", "sniper", "snipers", "traveller", "travellers", "traveler",
        "travelers", "tourist", "tourists", "nationals", "foreigner", "foreigners", "passengers", "jihadist",
        "islamic", "islamist",
    }
)  # fmt: skip
_FOREIGN_OFFICES = frozenset(
    f"agent.{role}" for role in ("foreign_minister", "deputy_foreign_minister", "foreign_secretary", "foreign_ministry")
)


@dataclass(frozen=True, slots=True)
class Home:
    """A country, and how it is known to be that of people named without one."""

    country: str
    basis: str


class Homes:
    """The home country of one document and, sentence by sentence, whether it holds there."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], mentions: Iterable[Mention], dictionary: Dictionary
    ) -> None:
        self._named: dict[int, set[str]] = {sentence.index: set() for sentence in sentences}
        self._spots: dict[int, set[str]] = {sentence.index: set() for sentence in sentences}
        self._things: dict[int, set[str]] = {sentence.index: set() for sentence in sentences}
        self._unions: set[int] = set()
        self._bands: set[int] = set()
        self._has_court_of_many = False
        self._sentence = -1
        by_index = {sentence.index: sentence for sentence in sentences}
        for mention in mentions:
            self._hear(mention, by_index[mention.sentence])
        self._everywhere = set[str]().union(*self._named.values())
        votes = self._votes(sentences) + _dateline(document, dictionary)
        if not any(sentence.zone == "title" for sentence in sentences):
            votes += _title(document, dictionary)
        self.country = _leader(votes)
        self.pair = _pair(votes)

    def enter(self, sentence: Sentence) -> None:
        """Make `sentence` the one that is asked about."""
        self._sentence = sentence.index

    def named(self) -> set[str]:
        """Return the countries that the sentence names."""
        return self._named.get(self._sentence, set())

    def only(self) -> str | None:
        """Return the only country that the sentence names, if it names it otherwise than as a place or by a thing's."""
        named = self.named()
        acting = named - self._spots.get(self._sentence, set()) - self._things.get(self._sentence, set())
        return next(iter(acting)) if len(named) == 1 and acting else None

    def alone(self, *, around: bool) -> str | None:
        """Return the home country where the sentence brings in nobody from outside, nor those `around` before it."""
        home = self.country or (next(iter(self._everywhere)) if len(self._everywhere) == 1 else None)
        if home is None or self._sentence in self._unions or self._sentence in self._bands:
            return None
        told = self.named() | self._before(self._named) if around else self.named()
        return home if told <= {home} else None

    def other(self, country: str) -> str | None:
        """Return the state beside `country` in a text on those two, where the passage brings in no third."""
        if self._sentence in self._unions or self._sentence in self._bands or not self.named() <= {country}:
            return None
        if country not in self.pair or not self._before(self._named) <= set(self.pair):
            return None
        return next(state for state in self.pair if state != country)

    def of(self, actor: Actor, others: Iterable[Actor]) -> Home | None:
        """Return the home of a generic actor in an act with `others`, or None when the text leaves it open."""
        if not is_generic(actor):
            return self._of_a_namesake(actor)
        if self._may_be_of_nobody(actor):
            return None
        if self.country is None:
            return None if is_resident(actor) else self._of_the_passage()
        return None if self._is_elsewhere(self.country, others) else Home(self.country, "country of the article")

    def _of_a_namesake(self, actor: Actor) -> Home | None:
        """*Congress* in an article about another country that never names the USA is that country's own."""
        if actor.entry not in _SHARED or self.country is None or actor.country in self._everywhere:
            return None
        return Home(self.country, "country of the article")

    def _may_be_of_nobody(self, actor: Actor) -> bool:
        """Tell whether an actor may be of a union of states or of an armed group that fights in several."""
        sectors = set(actor.sectors)
        if self._sentence in self._unions and not _OF_UNIONS.isdisjoint(sectors):
            return True
        if self._sentence in self._bands and not _OF_BANDS.isdisjoint(sectors):
            return True
        if self._has_court_of_many and "JUD" in sectors:
            return True
        return bool(self._bands) and actor.entry == "agent.militant"

    def _is_elsewhere(self, home: str, others: Iterable[Actor]) -> bool:
        """Tell whether the sentence, or where it says nothing the ones before it, brings in another state."""
        if named := self.named():
            return bool(named - {home} - {other.country for other in others})
        before = self._before(self._named)
        return bool(before) and home not in before

    def _of_the_passage(self) -> Home | None:
        """Return the only country of the sentences just before, told of as a place, where this one names none."""
        before = set() if self.named() else self._before(self._named)
        if len(before) != 1 or before != self._before(self._spots):
            return None
        return Home(next(iter(before)), "country of the passage")

    def _before(self, heard: Mapping[int, set[str]]) -> set[str]:
        return set[str]().union(*(heard.get(self._sentence - back, ()) for back in range(1, _REACH + 1)))

    def _hear(self, mention: Mention, sentence: Sentence) -> None:
        if mention.kind == "igo":
            self._unions.add(sentence.index)
            self._has_court_of_many |= "JUD" in mention.sectors
        if mention.kind == "armed_group" and mention.country is None:
            self._bands.add(sentence.index)
        if mention.country is None or mention.form not in NAMING:
            return
        if "JRN" in mention.sectors or mention.entry in _SHARED:
            return
        self._named[sentence.index].add(mention.country)
        last = sentence.tokens[mention.last]
        if last.dep == "pobj" and last.head.lower in _WHERE:
            self._spots[sentence.index].add(mention.country)
        if mention.form == "adjective" and last.dep == "amod" and last.head.dep in ("dobj", "pobj"):
            self._things[sentence.index].add(mention.country)

    def _votes(self, sentences: Sequence[Sentence]) -> Counter[str]:
        """Count the sentences that name each country; title and lead weigh more."""
        votes: Counter[str] = Counter()
        body = 0
        for sentence in sentences:
            weight = _TITLE
            if sentence.zone == "body":
                body += 1
                weight = _LEAD if body <= _LEAD_LENGTH else _BODY
            for country in self._named[sentence.index]:
                votes[country] += weight
        return votes


def is_generic(actor: Actor) -> bool:
    """Tell whether an actor is a role or a body without a country that every country has its own of."""
    if actor.country is not None or not _BETWEEN_STATES.isdisjoint(actor.sectors):
        return False
    if _HOMELY.isdisjoint(actor.sectors):
        return False
    if actor.entry is None:
        return actor.kind == "person" and not (OFFICIAL | _POLITICAL).isdisjoint(actor.sectors)
    return actor.entry.startswith("agent.") and actor.entry not in _FROM_ANYWHERE and not _is_outsider(actor)


def is_armed(actor: Actor) -> bool:
    """Tell whether an actor is armed men told by their role alone, whom nothing makes strangers: *gunmen*."""
    return actor.country is None and actor.entry in _ARMED and not _is_outsider(actor)


def may_be_of_anywhere(entry: str | None) -> bool:
    """Tell whether a role is mostly held abroad, or by people from anywhere."""
    return entry in _FROM_ANYWHERE


def is_local(actor: Actor) -> bool:
    """Tell whether an actor is generic and of the country of the spot; soldiers and suspects may be far from home."""
    far = (actor.kind == "open_group" and "MIL" in actor.sectors) or actor.entry == "agent.suspect"
    return is_generic(actor) and not far


def is_official(actor: Actor) -> bool:
    """Tell whether an actor is of the state itself: government, forces, courts, parliament."""
    return not OFFICIAL.isdisjoint(actor.sectors)


def is_resident(actor: Actor) -> bool:
    """Tell whether an actor is of the people, of whom only those at the spot are surely of the country."""
    if actor.entry == _INSURGENTS:
        return False
    return not _PEOPLE.isdisjoint(actor.sectors) and (OFFICIAL | _POLITICAL).isdisjoint(actor.sectors)


def _is_outsider(actor: Actor) -> bool:
    words = set(actor.text.lower().replace("-", " ").split())
    if actor.entry in _FOREIGN_OFFICES:
        words.discard("foreign")
    return not _OUTSIDERS.isdisjoint(words) or (actor.entry == "agent.leader" and "leaders" in words)


def _leader(votes: Counter[str]) -> str | None:
    """Return the country that leads the others by a clear margin."""
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _LEAST or ranked[0][1] < _SHARE * votes.total():
        return None
    if len(ranked) > 1 and ranked[0][1] < _LEADS_BY * ranked[1][1]:
        return None
    return ranked[0][0]


def _pair(votes: Counter[str]) -> tuple[str, ...]:
    """Return the two countries between which a text stands, the rest of the world being told of in passing."""
    ranked = votes.most_common(2)
    if len(ranked) < 2 or ranked[1][1] < _LEAST or ranked[0][1] >= _LEADS_BY * ranked[1][1]:
        return ()
    return tuple(country for country, _ in ranked) if _both(ranked) >= _SHARE_OF_PAIR * votes.total() else ()


def _both(ranked: Sequence[tuple[str, int]]) -> int:
    return sum(count for _, count in ranked)


def _title(document: Document, dictionary: Dictionary) -> Counter[str]:
    """Return the votes of a title that came beside the text."""
    words = re.finditer(r"\w+|[^\w\s]", document.title or "")
    tokens = [Token(i, word[0], word[0].lower(), "", "", "", word.start()) for i, word in enumerate(words)]
    entries = [match.entry for match in dictionary.match(tokens) if match.form in NAMING]
    return Counter({e.country: _TITLE for e in entries if e.country and "JRN" not in e.sectors and e.id not in _SHARED})


def _dateline(document: Document, dictionary: Dictionary) -> Counter[str]:
    """Return the vote of the place that the report was sent from."""
    for part in (document.dateline or "").split(",")[::-1]:
        place = dictionary.place(part.strip().title())
        if place is not None and place.country is not None:
            return Counter({place.country: _DATELINE})
    return Counter()
