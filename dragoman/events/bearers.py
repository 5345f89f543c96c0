"""Bearers: the persons whom a document names, asked for by an office that each is known to have held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.dictionary import ActorEntry, Tenure
from dragoman.events.holders import NOT_NOW
from dragoman.resolution.offices import Offices
from dragoman.stages.base import Mention
from dragoman.syntax import Sentence, Token
from dragoman.text import fold

_REACH = 3  # sentences back of which the last-named of several holders counts
_TITLE = 4  # words before a name that may say that an office is held no longer
#: Words that make another office of one: *the president* is no vice president.
LESSER = frozenset(
    ("former", "vice", "deputy", "ex", "assistant", "ousted", "deposed", "elect", "under", "prime")
)  # fmt: skip
#: Offices told by their last word alone, of which each government has many.
_MANY = frozenset(("minister", "secretary"))
_LINKS = frozenset(("of", "for", "to", "in"))


def head_of(words: Sequence[str]) -> str:
    """Return the word that an office turns on: *secretary* of *secretary of state*."""
    link = next((i for i, word in enumerate(words) if word in _LINKS), len(words))
    return words[max(link - 1, 0)]


def fits(office: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether `words` may stand for an office: *the minister* for a *foreign minister*, for no deputy of his."""
    if not office or head_of(office) != head_of(words) or not set(words) <= set(office):
        return False
    return LESSER.isdisjoint(set(office) - set(words))


def _title(role: Mention | None, name: Mention) -> Mention | None:
    """Return a role that stands right before a name, or no farther than its field: *Minister for Health Jane Roe*."""
    near = role is not None and role.sentence == name.sentence and 0 < name.first - role.last <= _TITLE
    return role if near else None


@dataclass(slots=True)
class _Bearer:
    entry: ActorEntry
    named: list[int] = field(default_factory=list)
    """Numbers of the sentences that name the person."""
    titles: list[tuple[str, ...]] = field(default_factory=list)
    """Words of the offices that stand before the name."""
    is_former: bool = False


class Bearers:
    """The office-holders among the persons of one document."""

    def __init__(
        self,
        entries: Mapping[str, ActorEntry],
        offices: Offices,
        mentions: Sequence[Mention],
        sentences: Iterable[Sentence],
        date: str | None,
    ) -> None:
        self._offices = offices
        self._date = date
        self._bearers: dict[str, _Bearer] = {}
        self._countries = {mention.country for mention in mentions if mention.country}
        tokens = {sentence.index: sentence.tokens for sentence in sentences}
        before: Mention | None = None
        for mention in mentions:
            entry = entries.get(mention.entry or "") if mention.form == "person" else None
            if entry is not None and entry.tenures:
                self._hear(entry, mention, _title(before, mention), tokens[mention.sentence])
            before = mention if mention.form == "agent" else before

    def _hear(self, entry: ActorEntry, mention: Mention, role: Mention | None, tokens: Sequence[Token]) -> None:
        bearer = self._bearers.setdefault(entry.id, _Bearer(entry))
        bearer.named.append(mention.sentence)
        first = role.first if role is not None else mention.first
        before = [token.lower for token in tokens[max(0, first - _TITLE) : mention.first]]
        bearer.is_former |= not NOT_NOW.isdisjoint(before)
        if role is not None:
            bearer.titles.append(tuple(token.lemma.lower() for token in tokens[role.first : role.last + 1]))

    def holder(self, words: tuple[str, ...], country: str | None, sentence: int) -> ActorEntry | None:
        """Return the only person of the text who held the office of `words`, in lower case, of a state or of any.

        Of several that one is meant who alone was named shortly before `sentence`; nobody where that is open.
        """
        found = [one for one in self._bearers.values() if self._is_in_office(one, words, country)]
        if len(found) > 1:
            found = [one for one in found if any(0 <= sentence - at <= _REACH for at in one.named)]
        return found[0].entry if len(found) == 1 else None

    def may_be_of(self, words: Sequence[str], country: str) -> bool:
        """Tell whether a state may have an office of that name: Tunisia has no *chancellor*."""
        named = self._offices.find(words)
        return named is None or named.of(country) is not None

    def home(self, words: Sequence[str]) -> str | None:
        """Return the state that alone has such an office, of several the one that the text names."""
        named = self._offices.find(words)
        return named.home(self._countries) if named is not None else None

    def _is_in_office(self, bearer: _Bearer, words: tuple[str, ...], country: str | None) -> bool:
        if bearer.is_former or (country is not None and bearer.entry.country not in (None, country)):
            return False
        if self._date is None and bearer.titles and not any(self._is_called(title, words) for title in bearer.titles):
            return False
        return any(
            self._is_it(tenure, words)
            for tenure in bearer.entry.tenures
            if (country is None or tenure.country == country) and (self._date is None or tenure.covers(self._date))
        )

    def _is_it(self, tenure: Tenure, words: tuple[str, ...]) -> bool:
        """Tell whether a term was in the office of `words`."""
        named = self._offices.find(words)
        office = named.of(tenure.country) if named is not None else None
        if office is not None:
            return self._offices.same(tenure, office)
        return words[-1] in _MANY and fits(tuple(fold(tenure.office).split()), words)

    def _is_called(self, title: tuple[str, ...], words: tuple[str, ...]) -> bool:
        """Tell whether a title names the office of `words`, by the same or by other words."""
        if fits(title, words):
            return True
        one, other = self._offices.find(title), self._offices.find(words)
        return one is not None and other is not None and not set(one.offices).isdisjoint(other.offices)
