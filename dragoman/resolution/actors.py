"""The resolver of actors: a string, perhaps a date and the text around it, to who is meant and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache, partial

from dragoman.dictionary import Dictionary
from dragoman.resolution import groups, persons
from dragoman.resolution.asked import Asked, Means
from dragoman.resolution.context import Context
from dragoman.resolution.incumbents import Incumbents
from dragoman.resolution.names import PersonNames
from dragoman.resolution.namesakes import Namesakes
from dragoman.resolution.offices import Offices
from dragoman.resolution.phrase import Part, parts_of
from dragoman.resolution.places import PlaceResolver
from dragoman.resolution.posts import Posts
from dragoman.resolution.results import Resolution
from dragoman.resolution.unknown import shape_through
from dragoman.resolution.words import LONGEST, Word, words_of, words_of_text

_EMPTY = Context()
#: Below this score the text around is asked who the string's bearer is.
_SURE = 0.6
_HOMELESS = frozenset(("person", "agent", "open_group", "office", "body", "organisation", "armed_group", "unknown"))
_FROM_CONTEXT = 0.05
#: What one state leads has members of others: *the Kenyan-led mission*.
_LED = re.compile(r"-led\b")
_ACRONYM = 5
#: Bare strings of which the answers are kept: the same names come again and again.
_REMEMBERED = 65_536


class ActorResolver:
    """Resolves strings to actors.  Safe to share between threads: nothing changes after it is made."""

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary
        self.names = PersonNames(dictionary)
        self.incumbents = Incumbents(Offices(dictionary), self.names)
        self.namesakes = Namesakes(dictionary)
        self.places = PlaceResolver(dictionary, namesakes=self.namesakes)
        self._means = Means(dictionary, self.names, self.incumbents, Posts(dictionary))
        self._bare = lru_cache(_REMEMBERED)(partial(self._around, around=_EMPTY))

    def context(self, text: str) -> Context:
        """Return what `text` says about the names in it: full names, acronyms, appositions, states."""
        words = words_of_text(text)
        context = Context.of([(words, self.dictionary.match(words))], self.names)
        here = Counter(context.here) + Counter(self.places.countries_of(words))
        return replace(context, text=text, here=here)

    def resolve(self, text: str, *, date: str | None = None, context: Context | None = None) -> Resolution:
        """Return who `text` (a noun phrase as printed) means.

        `date` is the day of the text (ISO 8601, any precision): without one an office tells of no holder.
        What neither the string nor its context tells stays null.  Of a long string the first LONGEST characters
        are read.
        """
        if context is None:
            return self._bare(text, date)
        return self._around(text, date, context)

    def _around(self, text: str, date: str | None, around: Context) -> Resolution:
        told = self._resolve(text, date, around)
        if told.score < _SURE and text.islower():
            told = self._written_small(text, date, around, told)
        if told.score < _SURE and (apposed := around.apposition(text)):
            longer = self._resolve(f"{text}, {apposed}", date, around)
            if longer.score > told.score:
                told = longer._replace(reasons=(*longer.reasons, f"the text says {apposed!r}"))
        return _at_home(told, around)

    def _written_small(self, text: str, date: str | None, around: Context, told: Resolution) -> Resolution:
        """Read a string without any capital letter as if names had theirs: *vladimir putin*."""
        larger = self._resolve(" ".join(map(self._capitals, text.split())), date, around)
        if larger.score <= told.score:
            return told
        return larger._replace(
            score=round(larger.score - _FROM_CONTEXT, 2), reasons=(*larger.reasons, "no capital letters")
        )

    def _capitals(self, word: str) -> str:
        """Return a word as a name would have it: *us* as *US*, *putin* as *Putin*."""
        acronym = self.dictionary.match([Word(word.upper())]) if len(word) <= _ACRONYM else []
        return word.upper() if any(match.form != "agent" for match in acronym) else word.capitalize()

    def _resolve(self, text: str, date: str | None, around: Context) -> Resolution:
        words = words_of(text)
        lower = [word.lower for word in words]
        matches = self.namesakes.decide(words, self.dictionary.match(words), around, self.names)
        parts = parts_of(words, lower, around.known(words, matches))
        if not parts:
            return Resolution(name=text.strip()[:LONGEST], kind="unknown", reasons=("no words to read",))
        return _read(Asked(self._means, text[:LONGEST], words, lower, parts, date, around))


def _read(asked: Asked) -> Resolution:
    """Choose how to read the string: as a person, a role, a name, or a noun with what stands before it."""
    main = asked.parts[0]
    for part in asked.parts:
        if part.head is not None and part.head.form == "person":
            return persons.known(asked, part, part.head)
    if (shape := shape_through(main)) is not None:
        return groups.unlisted(asked, main, shape)
    if main.head is not None and persons.is_surname(asked, main, main.head):
        return persons.named(asked, main, None)
    named, role = _name_and_role(asked.parts)
    if named is not None and (named.before or role is not None or named is main):
        return persons.named(asked, named, role)
    if main.head is None:
        return groups.noun(asked, main)
    return groups.role(asked, main, main.head) if main.head.form == "agent" else groups.entity(asked, main, main.head)


def _name_and_role(parts: Iterable[Part]) -> tuple[Part | None, Part | None]:
    """Return the first part with an unknown name, and the first that a role noun heads."""
    named = role = None
    for part in parts:
        if named is None and part.name:
            named = part
        if role is None and part.head is not None and part.head.form == "agent":
            role = part
    return named, role


def _at_home(told: Resolution, around: Context) -> Resolution:
    """Give people of no stated country that of the text, when it tells of one only."""
    if told.country is not None or told.id is not None or told.kind not in _HOMELESS or told.sectors[:1] == ("IGO",):
        return told
    if _LED.search(told.name) or any(reason.startswith(groups.SEVERAL_STATES) for reason in told.reasons):
        return told
    country = around.country()
    if country is None or not told.sectors:
        return told
    reason = f"the text tells of {country}"
    return told._replace(
        country=country, score=round(max(0.1, told.score - _FROM_CONTEXT), 2), reasons=(*told.reasons, reason)
    )
