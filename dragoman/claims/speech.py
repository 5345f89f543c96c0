"""Speech: which stretches of a document are whose words, before it is asked who that is.

The cues of each sentence are joined with the quotations of the text: content that stands between quotation marks is
the whole quotation, over as many sentences as it has; a quotation interrupted by its cue, or gone on with after it, is
one speech; a quotation in a paragraph of its own goes on with the speech before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.claims.cues import Told, told
from dragoman.events.participants import Participants
from dragoman.events.quotations import quoted_stretches
from dragoman.records import Actor, Document
from dragoman.syntax import Sentence, Token

Stretch = tuple[int, int]

_MOSTLY = 0.75  # of the words of a content in quotation marks make it direct speech
_NEAR = 60  # characters between a cue without content and the quotation it belongs to
_ON = 600  # characters after which a quotation of its own no longer goes on with the last
_LEAST_WORDS = 4  # of a quotation that speaks for itself
_OUTER = "\u201c\u201d\u201e\"'\u2018\u2019 \t\n\u00a0,.;:\u2013\u2014-\u2026"
_LINES = 3  # lines that open with a name and a colon make a transcript
_INTRODUCED = re.compile(
    r"^[^\S\n]*(?P<name>[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,4})(?: \([^()\n]{1,40}\))?:"
    r"[^\S\n]+(?P<words>\S[^\n]*?)[^\S\n]*$",
    re.MULTILINE,
)
_LETTERS = re.compile(r"\w")
#: What an editor puts in brackets among a speaker's words: *We (Turkey) have*, no letter of a word as in *[T]he*.
_INSERTION = re.compile(r"(?<!\S)[(\[][^()\[\]\n]{2,60}[)\]](?![\w])")
_RELATIVE = frozenset({"which", "that", "who", "whom", "it", "this"})
_ASIDE = frozenset({"relcl", "punct", "acl"})


@dataclass(eq=False, slots=True)
class Said:
    """One attribution: a cue, who is its source, and the stretches of text that are its content."""

    cue: Token
    sentence: int
    """Number of the sentence of the cue."""
    sources: tuple[Token, ...]
    """Heads of who speaks, in that sentence."""
    source: str
    """The words that name the source; empty when nobody is named."""
    content: list[Stretch]
    """Start and end of each stretch, in code points of the document's text, quotation marks left out."""
    direct: bool
    quoted: list[Stretch]
    """The quotations within an indirect content."""
    rule: str
    silent: bool = False
    """True when the content is what was not spoken of."""
    follows: Said | None = None
    """The speech that a quotation without a cue goes on with."""
    actors: tuple[Actor, ...] | None = field(default=None, repr=False)
    """Who that is, once it was asked."""


class Speech:
    """The attributions of one document."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self._sentences = {sentence.index: sentence for sentence in sentences}
        self.all = _Finder(document.text, sentences).found()
        self._by_sentence: dict[int, list[Said]] = {}
        for said in self.all:
            self._by_sentence.setdefault(said.sentence, []).append(said)
        spans = [(start, end, i) for i, said in enumerate(self.all) for start, end in said.content]
        self._spans = sorted(spans)
        self._longest = max((end - start for start, end, _ in spans), default=0)

    def of(self, sentence: Sentence) -> list[Said]:
        """Return the attributions whose cue stands in `sentence`."""
        return self._by_sentence.get(sentence.index, [])

    def around(self, token: Token) -> tuple[Said, ...]:
        """Return the attributions in whose content `token` stands, nearest first."""
        last = bisect_right(self._spans, (token.start, 1 << 60, 0))
        holding = []
        for start, end, i in reversed(self._spans[:last]):
            if token.start - start > self._longest:
                break
            if token.start < end:
                holding.append((end - start, i))
        return tuple(self.all[i] for _, i in sorted(holding))

    def speakers(self, said: Said, participants: Participants) -> tuple[Actor, ...]:
        """Return who speaks, as the words before `said` tell; nobody for a source that is no actor."""
        if said.actors is None:
            said.actors = ()  # a speaker who is named by his own words
            if said.follows is not None:
                said.actors = self.speakers(said.follows, participants)
            else:
                with participants.looking_at(self._sentences[said.sentence]):
                    said.actors = tuple(actor for head in said.sources for actor in participants.actors(head))
        return said.actors


class _Finder:
    """One search of a document."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._quotations = [stretch for stretch in quoted_stretches(text) if _LETTERS.search(text, *stretch)]
        self._starts = [start for start, _ in self._quotations]
        self._taken: set[Stretch] = set()

    def found(self) -> list[Said]:
        """Return the attributions in the order of their words."""
        cues = [(sentence, cue) for sentence in self._sentences for cue in self._cues(sentence)]
        said = [found for sentence, cue in cues if cue.content and (found := self._with_content(sentence, cue))]
        said += [found for sentence, cue in cues if not cue.content and (found := self._beside(sentence, cue))]
        said.sort(key=lambda one: one.content[0])
        said += list(self._left_over(said))
        said += list(self._introduced(said))
        return sorted(said, key=lambda one: (one.content[0][0], -one.content[-1][1], one.cue.i))

    def _cues(self, sentence: Sentence) -> Iterator[Told]:
        found = [cue for token in sentence.tokens if (cue := told(token)) is not None]
        cited = {token.i for cue in found if cue.rule == "statement.cite" for token in cue.content}
        for cue in found:
            if cue.rule != "statement.cite" and cue.content and {token.i for token in cue.content} == cited:
                continue  # *cited officials in a report that said …*: the officials speak, not the report
            if not self._breaks_out(cue):
                yield cue

    def _breaks_out(self, cue: Told) -> bool:
        """Tell whether a cue stands in a quotation and its content goes on outside: a title, or a wrong parse."""
        around = [q for q in self._between(cue.cue.start, cue.cue.end) if q[0] <= cue.cue.start < q[1]]
        return any(token.start >= around[0][1] for token in cue.content if token.pos != "PUNCT") if around else False

    def _with_content(self, sentence: Sentence, cue: Told) -> Said | None:
        opened = bool(cue.content) and cue.content[0].lower == "that" and cue.content[0].pos == "SCONJ"
        words = cue.content[1:] if opened else cue.content
        spans = list(self._runs(words, sentence))
        if not spans:
            return None
        inside = [q for q in self._over(spans) if not q[0] <= cue.cue.start < q[1]]
        length = sum(end - start for start, end in spans)
        covered = sum(max(0, min(end, q[1]) - max(start, q[0])) for start, end in spans for q in inside)
        said = any(token.pos in ("VERB", "AUX", "INTJ") for token in words)
        if inside and covered >= _MOSTLY * length and said and self._may_be_whole(cue, spans[0], inside[0]):
            whole = sorted({*inside, *self._interrupted(sentence, cue)})
            self._taken.update(whole)
            return self._said(sentence, cue, whole, direct=True)
        spans = [self._widened(span, inside) for span in spans]
        self._taken.update(inside)
        return self._said(sentence, cue, spans, direct=False, quoted=inside)

    def _may_be_whole(self, cue: Told, span: Stretch, quotation: Stretch) -> bool:
        """Tell whether a content that stands in quotation marks is nothing but the quotation."""
        return not cue.silent and not self._opens_before(span, quotation)

    def _opens_before(self, span: Stretch, quotation: Stretch) -> bool:
        """Tell whether a content begins with words of its own before the quotation: *the plan “is dead”*."""
        return len(self._text[span[0] : quotation[0] - 1].split()) > 1

    def _interrupted(self, sentence: Sentence, cue: Told) -> Iterator[Stretch]:
        """Yield the quotation with which a speech goes on after its cue, or in which it began before it."""
        for quotation in self._between(sentence.start, sentence.end):
            if quotation[0] > cue.cue.end:
                if self._text[self._last_before(quotation[0] - 1)] in ",:;":
                    yield quotation
                return

    def _widened(self, span: Stretch, inside: Sequence[Stretch]) -> Stretch:
        """Let a content end where the quotation ends in which it ends."""
        end = max([span[1], *(q[1] for q in inside if q[0] < span[1] < q[1])])
        return span[0], end

    def _said(
        self, sentence: Sentence, cue: Told, content: Iterable[Stretch], *, direct: bool, quoted: Sequence[Stretch] = ()
    ) -> Said:
        trimmed = [self._closed(self._trimmed(span, direct=direct), quoted) for span in content]
        if direct:
            trimmed = [part for span in trimmed for part in self._spoken(span)]
        return Said(
            cue.cue, sentence.index, cue.sources, self._source(cue.sources), trimmed, direct,
            [part for span in quoted for part in self._spoken(span)], cue.rule, silent=cue.silent,
        )  # fmt: skip

    def _spoken(self, quotation: Stretch) -> list[Stretch]:
        """Return the stretches of a quotation that are the speaker's words, without what an editor put in brackets."""
        start, found = quotation[0], []
        for hit in _INSERTION.finditer(self._text, *quotation):
            found.append((start, hit.start()))
            start = hit.end()
        parts = [self._trimmed(part, direct=True) for part in (*found, (start, quotation[1]))]
        return [part for part in parts if _LETTERS.search(self._text, *part)] or [quotation]

    def _closed(self, span: Stretch, quoted: Sequence[Stretch]) -> Stretch:
        """Take in the mark that closes a quotation with which a content ends."""
        for start, end in quoted:
            if span[0] < start and span[1] <= end and span[1] >= end - 2:
                return span[0], end + 1
        return span

    def _source(self, heads: Sequence[Token]) -> str:
        if not heads:
            return ""
        words = [token for token in heads[0].subtree() if token.dep not in _ASIDE and token.i <= heads[0].i]
        return " ".join(self._text[min(token.start for token in words) : heads[0].end].split())

    def _trimmed(self, span: Stretch, *, direct: bool) -> Stretch:
        """Leave out blanks; of indirect content also the commas, stops and marks at its ends."""
        words = self._text[span[0] : span[1]]
        strip = None if direct else _OUTER
        start = span[0] + len(words) - len(words.lstrip(strip))
        return start, max(start + 1, span[1] - (len(words) - len(words.rstrip(strip))))

    def _runs(self, tokens: Sequence[Token], sentence: Sentence) -> Iterator[Stretch]:
        """Yield the stretches of unbroken words."""
        numbers = {token.i for token in tokens}
        run: list[Token] = []
        for token in sentence.tokens:
            if token.i in numbers:
                run.append(token)
            elif run and token.pos != "PUNCT":
                yield from self._run(run)
                run = []
        yield from self._run(run)

    def _run(self, run: Sequence[Token]) -> Iterator[Stretch]:
        words = [token for token in run if token.pos != "PUNCT"]
        if len(words) > 1 or (words and words[0].lower not in _RELATIVE):
            yield run[0].start, run[-1].end

    def _over(self, spans: Sequence[Stretch]) -> list[Stretch]:
        """Return the quotations that share words with one of `spans`, in order."""
        return [
            q for q in self._between(spans[0][0], spans[-1][1])
            if any(max(q[0], start) < min(q[1], end) for start, end in spans)
        ]  # fmt: skip

    def _between(self, start: int, end: int) -> list[Stretch]:
        """Return the quotations that reach into `start` to `end`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return [q for q in self._quotations[first : bisect_right(self._starts, end)] if q[1] > start]

    def _beside(self, sentence: Sentence, cue: Told) -> Said | None:
        """Join a cue without content of its own to the quotation that stands next to it."""
        if self._is_quoted(cue.cue.start):
            return None
        before = [q for q in self._between(sentence.start - _NEAR, cue.cue.start) if q[1] <= cue.cue.start]
        after = [q for q in self._between(cue.cue.end, sentence.end + _NEAR) if q[0] >= cue.cue.end]
        ahead, behind = after[0] if after else None, before[-1] if before else None
        found = [q for q in (behind, ahead) if q is not None and q not in self._taken and self._touches(q, cue)]
        if not found:
            return None
        self._taken.update(found)
        return self._said(sentence, cue, found, direct=True)

    def _is_quoted(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._between(at, at + 1))

    def _touches(self, quotation: Stretch, cue: Told) -> bool:
        """Tell whether only the cue, its speaker and their phrases stand between a quotation and the cue."""
        if quotation[1] <= cue.cue.start:
            gap = self._text[quotation[1] : cue.cue.start]
            ends = self._text[quotation[1] - 1 : quotation[1] + 1]
            return "\n" not in gap and len(gap) <= _NEAR and any(mark in ends for mark in ",.!?…")
        gap = self._text[cue.cue.end : quotation[0] - 1]
        return (
            len(gap) <= 2 * _NEAR
            and gap.rstrip().endswith((",", ":"))
            and ("\n" not in gap or gap.rstrip().endswith(":"))
        )

    def _left_over(self, said: Sequence[Said]) -> Iterator[Said]:
        """Give the quotations that no cue has taken to the speech they go on with, or to who stands before a colon."""
        for quotation in self._quotations:
            if quotation in self._taken or len(self._text[quotation[0] : quotation[1]].split()) < _LEAST_WORDS:
                continue
            if not self._stands_alone(quotation):
                continue
            last = self._last(said, quotation[0])
            if last is not None and not last.silent:
                if "\n" in self._text[max(last.content[-1][1], last.cue.end) : quotation[0]]:
                    yield self._going_on(last, quotation)
                else:
                    last.content.extend(self._spoken(quotation))
                self._taken.add(quotation)

    def _introduced(self, said: Sequence[Said]) -> Iterator[Said]:
        """Yield what stands behind a name and a colon: in transcripts, in headlines, and before a quotation."""
        lines = list(_INTRODUCED.finditer(self._text))
        is_transcript = len(lines) >= _LINES
        taken = {start for one in said for start, _ in one.content}
        for line in lines:
            start, end = line.span("words")
            sentence = self._sentence_at(line.end("name"))
            if sentence is None or not taken.isdisjoint(range(start, start + 2)):
                continue
            inside = [q for q in self._between(start, end) if q[0] - start <= 1 and q[1] >= end - 2]
            if is_transcript or inside or (sentence.zone == "title" and line["name"] not in ("Q", "A")):
                yield self._behind_colon(sentence, line, inside)

    def _sentence_at(self, at: int) -> Sentence | None:
        number = bisect_right(self._sentences, at, key=lambda sentence: sentence.start) - 1
        return self._sentences[number] if number >= 0 and at < self._sentences[number].end else None

    def _behind_colon(self, sentence: Sentence, line: re.Match[str], inside: Sequence[Stretch]) -> Said:
        colon = next((t for t in sentence.tokens if t.start >= line.end("name")), sentence.tokens[-1])
        named = [t for t in sentence.tokens if line.start("name") <= t.start < line.end("name") and t.pos != "PUNCT"]
        sources = tuple(named[-1:]) if line["name"] not in ("Q", "A") else ()
        content = list(inside) or [line.span("words")]
        return Said(
            colon, sentence.index, sources, line["name"] if sources else "", content, bool(inside), [],
            "statement.colon",
        )  # fmt: skip

    def _going_on(self, last: Said, quotation: Stretch) -> Said:
        first = last.follows or last
        return Said(
            last.cue, last.sentence, last.sources, last.source, self._spoken(quotation), True, [], "statement.quote",
            follows=first,
        )  # fmt: skip

    def _last(self, said: Sequence[Said], at: int) -> Said | None:
        """Return the direct speech that ended last before `at`, not long ago."""
        ended = [one for one in said if one.direct and one.content[-1][1] < at]
        last = max(ended, key=lambda one: one.content[-1][1], default=None)
        return last if last is not None and at - max(last.content[-1][1], last.cue.end) <= _ON else None

    def _last_before(self, at: int) -> int:
        """Return where the last character before `at` stands that is no blank; -1 when there is none."""
        at -= 1
        while at >= 0 and self._text[at].isspace():
            at -= 1
        return at

    def _stands_alone(self, quotation: Stretch) -> bool:
        """Tell whether a quotation begins and ends as a sentence does."""
        before = self._last_before(quotation[0] - 1)
        last = self._text[quotation[0] : quotation[1]].rstrip()[-1:]
        after = self._text[quotation[1] + 1 : quotation[1] + 3].lstrip()
        opens = self._text[before] in '.!?\u2026:\u201d"\u2019' or "\n" in self._text[before + 1 : quotation[0]]
        return (before < 0 or opens) and (last in ".!?…" or not after or after[0] == ".")
