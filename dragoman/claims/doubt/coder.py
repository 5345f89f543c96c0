"""The doubts about a document, from what it lacks and from what its sentences tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.claims.doubt import prose
from dragoman.claims.doubt.lexicon import signals
from dragoman.claims.doubt.offices import unheld
from dragoman.claims.doubt.sources import sources_in
from dragoman.claims.doubt.sums import wrong_share, wrong_sum
from dragoman.claims.passage import Passage
from dragoman.claims.series.meetings import too_many_before
from dragoman.claims.speech import Said
from dragoman.events.phrases import definite
from dragoman.records import Document, Doubt, Evidence, content_id
from dragoman.syntax import Token

_LEAST_SAID = 2  # attributions that make a source the only one
_FEW = 8  # sentences of a text so short that one attribution is enough


class Doubts:
    """Coder of the doubts about one document."""

    def __init__(self) -> None:
        self._document: Document | None = None
        self._found: list[Doubt] = []
        self._sentences = 0
        self._evaluative: list[Evidence] = []
        self._unnamed: dict[str, list[Evidence]] = {}
        self._named = False
        self._year: int | None = None
        self._said: dict[int, list[Said]] | None = None

    def read(self, passage: Passage) -> None:
        """Take in one sentence."""
        self._document = passage.document
        if passage.sentence.zone != "body":
            return
        self._sentences += 1
        if not passage.silent:
            self._read_prose(passage)
        self._read_sources(passage)
        self._read_figures(passage)
        self._year = next((int(t) for t in _years(passage)), self._year)
        for claimed in unheld(passage, self._year):
            detail = f"no {claimed.office} of {claimed.country} named {claimed.name} is known"
            self._add("office_holder", detail, [_between(passage, claimed.first, claimed.last)])

    def records(self) -> tuple[Doubt, ...]:
        """Return the doubts, those about the whole document first."""
        if self._document is None:
            return ()
        return (*self._about_page(self._document), *self._about_prose(), *self._about_sources(), *self._found)

    def _read_prose(self, passage: Passage) -> None:
        if prose.phrase_in(passage):
            tokens = passage.sentence.tokens
            self._evaluative.append(_between(passage, tokens[0], tokens[-1]))

    def _read_sources(self, passage: Passage) -> None:
        if self._said is None:
            self._said = {}
            for said in passage.speech.all:
                self._said.setdefault(said.sentence, []).append(said)
        for token, noun in sources_in(passage, self._said.get(passage.sentence.index, ())):
            if noun is None or (noun not in self._unnamed and definite(token)):
                self._named = True
            else:
                words = sorted(token.subtree(), key=lambda word: word.i)
                self._unnamed.setdefault(noun, []).append(_between(passage, words[0], token))

    def _read_figures(self, passage: Passage) -> None:
        for rule, check in (("sum", wrong_sum), ("share", wrong_share)):
            fault = check(passage.sentence.tokens)
            if fault is not None:
                self._add(rule, fault[2], [_between(passage, fault[0], fault[1])])
        miscounted = too_many_before(passage)
        if miscounted is not None:
            self._add("ordinal", miscounted[2], [_between(passage, miscounted[0], miscounted[1])])

    def _about_page(self, document: Document) -> Iterator[Doubt]:
        given = document.url is not None and not document.extracted  # by fields, and the page was not read
        if document.byline is None and document.agency is None and not given:
            yield self._doubt("no_byline", "nobody is named as author", ())
        if document.date is None:
            yield self._doubt("no_date", "the page does not say when it was published", ())
        if document.publisher is None and document.agency is None and document.url is None:
            yield self._doubt("no_outlet", "the page does not say who published it", ())

    def _about_prose(self) -> Iterator[Doubt]:
        count = len(self._evaluative)
        if count >= prose.LEAST and count >= prose.SHARE * self._sentences:
            detail = f"{count} of {self._sentences} sentences praise or blame in the outlet's own words"
            yield self._doubt("evaluative_prose", detail, self._evaluative)

    def _about_sources(self) -> Iterator[Doubt]:
        if self._named or len(self._unnamed) != 1:
            return
        ((noun, evidence),) = self._unnamed.items()
        if len(evidence) >= _LEAST_SAID or self._sentences <= _FEW:
            yield self._doubt("single_source", f"all that is attributed rests on an unnamed {noun}", evidence)

    def _add(self, rule: str, detail: str, evidence: Iterable[Evidence]) -> None:
        doubt = self._doubt(rule, detail, evidence)
        if all(other.detail != doubt.detail for other in self._found):
            self._found.append(doubt)

    def _doubt(self, rule: str, detail: str, evidence: Iterable[Evidence]) -> Doubt:
        kept = tuple(evidence)
        document = self._document.content_id if self._document is not None else ""
        identity = content_id("doubt", document, rule, kept[0].start if kept else 0, detail)
        return Doubt(id=identity, signal=signals()[rule], detail=detail, evidence=kept, rule=rule)


def _years(passage: Passage) -> Iterator[str]:
    """Yield the years of a sentence, the last first, by any expression that names a date."""
    for time in reversed(passage.times):
        if time.function == "on" and (time.start or "")[:4].isdecimal():
            yield (time.start or "")[:4]


def _between(passage: Passage, first: Token, last: Token) -> Evidence:
    return passage.evidence(first.start, last.end)
