"""Names that mean several things: the words around decide, or nothing does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.dictionary import ActorEntry, Dictionary, Match
from dragoman.resolution.context import Context
from dragoman.resolution.names import PersonNames
from dragoman.resolution.words import words_of
from dragoman.resources import LEXICON, Entry, read_yaml, unique
from dragoman.syntax import Spelled
from dragoman.text import fold

_REQUIRED = frozenset(("id", "names", "meanings"))
_OPTIONAL = frozenset(("given", "note"))
_NONE = "-"
_FORMS = frozenset(("name", "capital", "place", "metonym", "adjective", "demonym"))


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a name means."""

    entry: ActorEntry
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Namesake:
    """A name with its meanings, the commonest first."""

    meanings: tuple[Meaning, ...]
    given: bool


class Namesakes:
    """The names of `namesakes.yaml` and the choice among their meanings."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._by_name: dict[str, Namesake] = {}
        for row in unique(read_yaml(LEXICON / "namesakes.yaml", required=_REQUIRED, optional=_OPTIONAL)):
            meanings = tuple(_meaning(row, raw, dictionary) for raw in row.values["meanings"])
            for name in row.values["names"]:
                self._by_name[fold(name)] = Namesake(meanings, bool(row.values.get("given", False)))

    def decide(
        self, words: Sequence[Spelled], matches: Sequence[Match], context: Context, names: PersonNames
    ) -> list[Match]:
        """Return `matches` with each ambiguous name given the meaning that the string and the text speak for."""
        lower = [word.lower for word in words]
        if self._by_name.keys().isdisjoint([word if word.isascii() else fold(word) for word in lower]):
            return [*matches]
        decided = [self._decided(words, match, context, names) for match in matches]
        decided.extend(self._unclaimed(words, matches, context))
        return sorted(decided, key=lambda match: match.first)

    def state(self, name: str, words: Sequence[Spelled]) -> str | None:
        """Return the state (ISO code) of the meaning of `name` that the cues in `words` speak for, if any do."""
        namesake = self._by_name.get(fold(name))
        if namesake is None:
            return None
        context = Context(folded=f" {' '.join(fold(word.text) for word in words)} ")
        best = namesake.meanings[_best(namesake, context)]
        return best.entry.country if context.count(best.cues) else None

    def _unclaimed(self, words: Sequence[Spelled], matches: Sequence[Match], context: Context) -> Iterator[Match]:
        """Yield names that the dictionaries leave alone but the text explains: *the South* of Korea."""
        for i, word in enumerate(words):
            namesake = self._by_name.get(word.lower) if word.text[0].isupper() else None
            if namesake is not None and not any(match.first <= i <= match.last for match in matches):
                chosen = namesake.meanings[_best(namesake, context)]
                if chosen.entry.id:
                    yield Match(i, i, chosen.entry, "name")

    def _decided(self, words: Sequence[Spelled], match: Match, context: Context, names: PersonNames) -> Match:
        if match.form not in _FORMS or match.first != match.last:
            return match
        namesake = self._by_name.get(fold(words[match.first].text))
        if namesake is None:
            return match
        if namesake.given and (
            _beside_given(words, match, names) or fold(words[match.first].text) in context.surnames_of_strangers
        ):
            chosen = next((m for m in namesake.meanings if m.entry.kind == "person"), None)
            if chosen is not None:
                return _meant(match, chosen, namesake)
        return _meant(match, namesake.meanings[_best(namesake, context)], namesake)


def _best(namesake: Namesake, context: Context) -> int:
    """Return which meaning the text speaks for: the one with most cues, the first when none has any."""
    votes = [context.count(meaning.cues) for meaning in namesake.meanings]
    return max(range(len(votes)), key=lambda k: (votes[k], -k))


def _meaning(row: Entry, raw: Any, dictionary: Dictionary) -> Meaning:
    if not isinstance(raw, dict) or "means" not in raw:
        raise row.error("each meaning needs a field means")
    cues = tuple(fold(" ".join(word.text for word in words_of(cue))) for cue in raw.get("cues", ()))
    if raw["means"] == _NONE:
        if raw.get("kind") not in ("place", "person", "thing"):
            raise row.error("a meaning without an entry needs a kind: place, person or thing")
        entry = ActorEntry(
            id="",
            name=raw["name"],
            country=raw.get("country"),
            sectors=(),
            kind=raw["kind"],
            note="not in the dictionary",
        )
        return Meaning(entry, cues)
    if raw["means"] not in dictionary.entries:
        raise row.error(f"unknown entry {raw['means']!r}")
    return Meaning(dictionary.entries[raw["means"]], cues)


def _meant(match: Match, chosen: Meaning, namesake: Namesake) -> Match:
    others: Iterable[ActorEntry] = [m.entry for m in namesake.meanings if m is not chosen]
    form = match.form if chosen.entry is match.entry else ("place" if chosen.entry.kind == "place" else "name")
    return match._replace(entry=chosen.entry, form=form, alternatives=tuple(others))


def _beside_given(words: Sequence[Spelled], match: Match, names: PersonNames) -> bool:
    """Tell whether a given name stands before: *Michael Jordan*."""
    if match.first == 0:
        return False
    before = words[match.first - 1]
    return before.text[0].isupper() and fold(before.text) in names.given
