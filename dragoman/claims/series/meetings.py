"""Meetings of a series, as one sentence tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.claims.passage import Passage
from dragoman.claims.series.counted import Count, count_of
from dragoman.claims.series.lexicon import Kind, kinds, words
from dragoman.claims.series.ordinals import above, bare, behind, beside
from dragoman.claims.series.ordinals import before as numbers_before
from dragoman.claims.series.parties import across_borders, parties_of, public
from dragoman.events.scene import dated
from dragoman.events.slots import carrier_of
from dragoman.records import Actor, EventDate, Member, Place, content_id
from dragoman.stages.base import TimeMention
from dragoman.syntax import Token
from dragoman.temporal.govern import time_of_noun

_NEAR = 9  # words from a meeting to the time right behind it
_SINCE = 12
_OFTEN = frozenset({"every", "each", "twice", "once"})
_EVENTS = frozenset({"CONSULT", "AGREE", "MOBILIZE", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that tells of one or more members of a series."""

    head: Token
    kind: Kind | None
    """Null where only a number stands: *the fifteenth*."""
    members: tuple[Member, ...]
    parties: tuple[Actor, ...]
    names: frozenset[str]
    """Proper names that tell one series from another: *the Astana talks*."""
    first: Token
    last: Token
    name: str
    sufficient: bool
    """True when the words show that it is a meeting between parties who are not of one state."""
    sentence: int
    vague: bool = False
    """True where only a pronoun says who meets: *its last round*."""
    lasting: bool = False
    """True where a word says that there is always a next one: *annual*, *joint committee*."""
    count: Count | None = None
    """Where only their number is told: *three meetings in the last week*."""


class SentenceReader:
    """Finds the meetings of series in one sentence."""

    def __init__(self, passage: Passage, *, talking: bool, before: frozenset[str], abroad: bool) -> None:
        self._passage = passage
        self._tokens: Sequence[Token] = passage.sentence.tokens
        self._talking = talking
        """True where the sentences before spoke of talks, so that *three rounds* are rounds of them."""
        self._before = before
        """States and groups that the sentences before name."""
        self._abroad = abroad
        """True where the talks spoken of were talks between states."""
        self._claimed: set[str] = set()
        """Times that belong to an earlier member: *after the ones held in 2008*."""

    def mentions(self, *, numbers: bool = True) -> Iterator[Mention]:
        """Yield what the sentence tells, in order; bare numbers only where a series may go on."""
        named = list(self._named())
        found = [*named, *(self._numbers() if numbers or named else ())]
        yield from sorted(found, key=lambda mention: mention.head.i)

    # --- nouns

    def _named(self) -> Iterator[Mention]:
        table = kinds()
        done: set[int] = set()
        for token in self._tokens:
            kind = table.get(token.lemma)
            if kind is None or token.i in done:
                continue
            if token.pos == "VERB" and kind.id == "meet.v":
                found = self._met(kind, token)
            elif token.pos in ("VERB", "ADV", "ADP"):  # *rounds four and five*, *since round twelve*
                found = self._noun(kind, token) if kind.id == "round.n" and behind(self._tokens, token) else None
            else:
                found = self._noun(kind, token) if token.pos in ("NOUN", "PROPN") and kind.id != "meet.v" else None
            if found is not None:
                self._talking = self._talking or kind.of
                done.update(t.i for t in self._tokens[found.first.i : found.last.i + 1] if t.pos != "VERB")
                yield found

    def _noun(self, kind: Kind, noun: Token) -> Mention | None:
        previous = self._tokens[noun.i - 1].lower if noun.i else ""
        if previous in kind.never or (kind.before and previous not in kind.before):
            return None
        talks = list(self._talk_of(noun))
        if kind.of and not talks and not (self._talking and (kind.family == "meeting" or kind.id == "edition.n")):
            return None
        numbers = self._numbers_of(noun)
        if numbers or self._is_repeated(kind, noun):
            return self._mention(kind, noun, [noun, *talks], numbers)
        return self._counted(kind, noun, talks)

    def _numbers_of(self, noun: Token) -> list[int]:
        """Return the numbers in a row of a meeting: before it, right behind it, between commas beside it."""
        found = numbers_before(self._tokens, noun) or behind(self._tokens, noun)
        found = found or beside(self._tokens, noun) or above(self._tokens, noun)
        first = any(child.lower in words("first") for child in noun.children if child.i < noun.i)
        return found or ([1] if first else [])

    def _talk_of(self, noun: Token) -> Iterator[Token]:
        """Yield the noun of talking that a round is of, behind it or before it."""
        counts = (
            low for child in noun.children if child.dep == "nummod" and child.i > noun.i for low in child.children
        )
        for child in (*noun.children, *counts):
            if child.dep == "prep" and child.lower in ("of", "in"):
                yield from (t for t in child.children if t.lemma in words("talking"))
            elif child.dep in ("compound", "nmod") and child.lemma in words("talking"):
                yield child
        if behind(self._tokens, noun):  # *Round 4 of their border talks*: the parser may hang it elsewhere
            after = self._tokens[noun.i + 2 : noun.i + 7]
            if after and after[0].lower == "of":
                yield from (t for t in after if t.lemma in words("talking") and t.pos == "NOUN")

    def _is_repeated(self, kind: Kind, noun: Token) -> bool:
        """Tell whether words make a noun one of several, or a body that meets time and again."""
        near = [
            child for child in noun.children if child.i < noun.i and child.dep in ("amod", "compound", "nmod", "det")
        ]
        lowers = {child.lower for child in near}
        if kind.family == "body":
            return not lowers.isdisjoint(words("joint"))
        if not lowers.isdisjoint(words("repeated")):
            return True
        if kind.of or noun.lemma == "session":
            counted = noun.tag == "NNS" and any(child.dep == "nummod" for child in noun.children)
            return counted or not lowers.isdisjoint(words("repeated_round"))
        verb = self._verb(noun) or carrier_of(noun)
        return (verb is not None and _is_frequent(verb)) or bool(beside(self._tokens, noun))

    def _met(self, kind: Kind, verb: Token) -> Mention | None:
        """*met for the third time*."""
        for child in verb.children:
            if child.dep != "prep" or child.lower != "for":
                continue
            for time in child.children:
                if time.lemma == "time" and (numbers := numbers_before(self._tokens, time)):
                    return self._mention(kind, verb, [verb, time], numbers)
        if _is_frequent(verb) and _is_general(verb):
            return self._mention(kind, verb, [verb], [])
        return self._counted(kind, verb, [])

    def _counted(self, kind: Kind, head: Token, talks: list[Token]) -> Mention | None:
        """*three meetings took place in the last week*, *met twice this year, in Lima in May and in Quito in June*."""
        count = count_of(self._tokens, head, self._passage.times) if kind.family == "meeting" else None
        if count is None:
            return None
        had = head.head if head.dep == "dobj" and head.head.lemma == "have" else None
        verb = self._verb(head) or had or next((t for t in self._tokens[head.i :] if _carries(t)), None)
        heads = [head, *talks]
        parties = parties_of(self._passage, head, talks, verb)
        first, name_end = self._stretch(heads)
        listed, end = self._listed(max(head.i, count.period.last) + 1)
        return Mention(
            head, kind, tuple(listed), parties, frozenset(self._names(heads)), first, end or name_end,
            self._name(head, name_end), across_borders(self._passage, head, heads, parties, around=0),
            self._passage.sentence.index, lasting=True, count=count,
        )  # fmt: skip

    def _mention(self, kind: Kind, head: Token, heads: list[Token], numbers: list[int]) -> Mention:
        verb = self._verb(head)
        earlier, end = self._earlier(heads, numbers)
        told = self._members(heads, verb, numbers) if numbers or kind.family != "body" else []
        parties = parties_of(self._passage, head, heads[1:], verb)
        event, place, date = self._event(head, [*heads, *([verb] if verb is not None else [])])
        if told:
            told[-1] = replace(
                told[-1], event=told[-1].event or event, place=told[-1].place or place, date=told[-1].date or date
            )
        start, name_end = self._stretch(heads)
        sufficient = across_borders(self._passage, head, heads, parties, around=self._around(kind, heads))
        first, last = self._reach(start, end or name_end, verb, told)
        return Mention(
            head, kind, (*earlier, *told), parties, frozenset(self._names(heads)), first, last,
            self._name(head, name_end), sufficient or self._is_of_them(kind, heads), self._passage.sentence.index,
            vague=not numbers and any(child.tag == "PRP$" for child in head.children),
            lasting=kind.family == "body" or self._is_lasting(head),
        )  # fmt: skip

    def _is_lasting(self, head: Token) -> bool:
        verb = carrier_of(head)
        near = [*head.children, *(verb.children if verb is not None else ())]
        frequent = (verb is not None and _is_frequent(verb)) or (head.pos == "VERB" and _is_frequent(head))
        return frequent or any(child.lower in words("lasting") for child in near)

    def _around(self, kind: Kind, heads: list[Token]) -> int:
        """Return how many states and groups a meeting may be of that does not name them itself."""
        here = public(self._passage)
        own = {child.lower for token in heads for child in token.children}
        back = not own.isdisjoint(words("back")) or ("the" in own and kind.id != "meeting.n")
        if kind.id == "meeting.n" and not back:
            return len(here | self._before) if beside(self._tokens, heads[0]) else 0
        return len(here | self._before) if back or kind.of else len(here)

    def _is_of_them(self, kind: Kind, heads: list[Token]) -> bool:
        """*three rounds*: of the talks between states that were spoken of before."""
        return kind.of and len(heads) == 1 and self._abroad

    def _members(self, heads: list[Token], verb: Token | None, numbers: list[int]) -> list[Member]:
        if numbers == [1] and self._is_first_since(heads[-1]):
            numbers = []
        date, place = self._date(heads, verb), self._place(heads, verb)
        if len(numbers) > 1:
            return [Member(ordinal=number, date=None, place=None, event=None) for number in numbers]
        return [Member(ordinal=numbers[0] if numbers else None, date=date, place=place, event=None)]

    def _is_first_since(self, head: Token) -> bool:
        """*the first talks since 2014*: that is no number of a series."""
        after = self._tokens[head.i + 1 : head.i + _SINCE]
        spans = (t for t in after if t.lower in ("for", "in") and any(c.lemma in words("spans") for c in t.children))
        return any(token.lower == "since" for token in after) or any(
            child.child("nummod") is not None or child.lower in ("decades", "years")
            for span in spans
            for child in span.children
        )

    # --- bare numbers

    def _numbers(self) -> Iterator[Mention]:
        for token, number in bare(self._tokens):
            verb = self._verb(token)
            member = Member(
                ordinal=number, date=self._date([token], verb), place=self._place([token], verb), event=None
            )
            yield Mention(
                token, None, (member,), (), frozenset(), *self._clause(token), "", sufficient=False,
                sentence=self._passage.sentence.index,
            )  # fmt: skip

    # --- when and where

    def _verb(self, head: Token) -> Token | None:
        """Return the verb whose time and place are those of the meeting, its subject, object or *for the meeting*."""
        if head.pos == "VERB":
            return head
        above = head.head
        if above.pos == "ADP" and head.dep == "pobj":
            above = above.head
        return above if above.pos in ("VERB", "AUX") and above.lemma in words("carrying") else None

    def _date(self, heads: list[Token], verb: Token | None) -> EventDate | None:
        time = self._time_behind(heads) or next((t for h in heads if (t := time_of_noun(h, self._passage.times))), None)
        date = dated(time) if time is not None else self._passage.date(verb) if verb is not None else None
        if date is None or date.text in self._claimed or not self._is_point(date):
            return None
        self._claimed.add(date.text)
        return date

    def _is_point(self, date: EventDate) -> bool:
        return any(time.text == date.text and time.function == "on" for time in self._passage.times)

    def _time_behind(self, heads: list[Token]) -> TimeMention | None:
        """Return the time that stands right behind a meeting: *a fifth session in Lima in January 2021*."""
        last = max(token.i for token in heads)
        for time in self._passage.times:
            if not 0 < time.first - last <= _NEAR or time.function != "on" or time.text in self._claimed:
                continue
            between = self._tokens[last + 1 : time.first]
            if not any(
                t.text in (";", ",") or t.lower in ("after", "following", "and", "since")
                or (t.pos == "VERB" and t.lemma not in words("carrying"))
                for t in between
            ):  # fmt: skip
                return time
        return None

    def _place(self, heads: list[Token], verb: Token | None) -> Place | None:
        for token in heads:
            if (place := self._passage.place(token)) is not None and place.precision != "country":
                return place
        if verb is None:
            return None
        if verb.lemma in words("hosting"):
            for child in verb.children:
                if child.dep == "nsubj" and (place := self._passage.place_named(child)) is not None:
                    return place
        return self._passage.place(verb)

    def _event(self, head: Token, tokens: list[Token]) -> tuple[str | None, Place | None, EventDate | None]:
        """Return the event coded from the words of the meeting, with its place and date."""
        content = self._passage.document.content_id
        for token in tokens:
            for event in self._passage.events:
                if event.id == content_id("event", content, event.type, token.start, event.rule):
                    return event.id, event.place, event.date
        alone = [event for event in self._passage.events if event.type in _EVENTS]
        if len(alone) == 1 and alone[0].type == "CONSULT" and len(alone[0].evidence) > 1 and self._is_told_again(head):
            return alone[0].id, alone[0].place, alone[0].date
        return None, None, None

    def _is_told_again(self, head: Token) -> bool:
        """*This was the third meeting*: told of before."""
        return head.dep == "attr" or any(child.lower == "this" for child in head.children)

    def _earlier(self, heads: list[Token], numbers: list[int]) -> tuple[list[Member], Token | None]:
        """Return the members told after *after*, and the last word of them.

        They are numbered only when as many are told as come before the meeting itself.
        """
        last = max(token.i for token in heads)
        opener = next((t for t in self._tokens[last + 1 :] if t.lower in ("after", "following")), None)
        if opener is None or not numbers:
            return [], None
        found, last_word = self._listed(opener.i + 1)
        return _numbered(found, min(numbers)), last_word

    def _listed(self, start: int) -> tuple[list[Member], Token | None]:
        """Return the meetings told one after the other by place and time, and the last word of them."""
        found: list[Member] = []
        opener = max(0, start - 1)
        for time in self._passage.times:
            if time.first < start or time.function != "on":
                continue
            between = self._tokens[start : time.first]
            place = self._place_in(between)
            if _breaks_off(between) or (place is None and not _are_called(self._tokens[opener : time.first])):
                break
            found.append(Member(ordinal=None, date=dated(time), place=place, event=None))
            self._claimed.add(time.text)
            start = time.last + 1
        return found, self._tokens[start - 1] if found else None

    def _place_in(self, between: Iterable[Token]) -> Place | None:
        found = None
        for token in between:
            if token.pos == "PROPN":
                found = self._passage.place_named(token) or found
        return found

    # --- words

    def _clause(self, token: Token) -> tuple[Token, Token]:
        """Return the first and last word between the stops around a word."""
        stops = [t.i for t in self._tokens if t.pos == "PUNCT" and t.tag not in ("HYPH", "``", "''")]
        first = max((i + 1 for i in stops if i < token.i), default=0)
        last = min((i - 1 for i in stops if i > token.i), default=len(self._tokens) - 1)
        return self._tokens[max(first, token.i - _NEAR)], self._tokens[min(last, token.i + _SINCE)]

    def _reach(self, first: Token, last: Token, verb: Token | None, told: list[Member]) -> tuple[Token, Token]:
        """Return the first and last word of a meeting with those that tell when it is."""
        texts = {member.date.text for member in told if member.date is not None}
        times = [time for time in self._passage.times if time.text in texts]
        spots = [first.i, last.i, *(i for time in times for i in (time.first, time.last))]
        if verb is not None and times:
            spots.append(verb.i)
        return self._tokens[min(spots)], self._tokens[max(spots)]

    def _stretch(self, heads: list[Token]) -> tuple[Token, Token]:
        head = heads[0]
        before_it = [
            child for child in head.children if child.i < head.i and child.dep != "nsubj" and head.pos != "VERB"
        ]
        first = min([head, *(low for child in before_it for low in child.subtree())], key=lambda t: t.i)
        if head.pos == "VERB":
            return first, heads[-1]
        last = max(heads, key=lambda t: t.i)
        for token in heads:
            for child in token.children:
                if child.dep == "prep" and child.lower in ("of", "between", "with", "on", "at", "in", "for"):
                    end = max(child.subtree(), key=lambda t: t.i)
                    last = end if last.i < end.i < head.i + 16 else last
        return first, last

    def _name(self, head: Token, last: Token) -> str:
        """Return the words that name a series, without article and number."""
        if head.pos == "VERB":
            return ""
        own = [c for c in head.children if c.i < head.i and c.dep in ("amod", "compound", "nmod", "poss")]
        kept = [
            c
            for c in own
            if c.pos in ("PROPN", "ADJ", "NOUN") and not numbers_before(self._tokens, _after(self._tokens, c))
        ]
        first = min([head, *(low for c in kept if c.dep != "poss" for low in c.subtree())], key=lambda t: t.i)
        end = next((t.i for t in self._tokens[head.i : last.i + 1] if t.text in (",", ";", "(")), last.i + 1)
        return self._passage.text(self._tokens[first.i : end])

    def _names(self, heads: Iterable[Token]) -> Iterator[str]:
        for head in heads:
            for child in head.children:
                if child.dep in ("compound", "nmod") and child.pos == "PROPN":
                    yield child.lower


def _carries(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.lemma in words("carrying")


def _is_frequent(verb: Token) -> bool:
    """Tell whether words beside a verb say that it happens time and again: *annually*, *every year*, *twice a year*."""
    for child in verb.children:
        if child.lower in words("adverbs"):
            return True
        if child.dep in ("npadvmod", "dobj", "advmod"):
            near = [child, *child.children]
            often = not _OFTEN.isdisjoint(low.lower for low in near)
            if often and any(low.lemma in words("spans") for low in near):
                return True
    return False


def _is_general(verb: Token) -> bool:
    """Tell whether a verb in the present tells what is usual: *they meet twice a year*."""
    return verb.tag in ("VBP", "VBZ") or any(child.tag in ("VBP", "VBZ") for child in verb.children)


def _after(tokens: Sequence[Token], token: Token) -> Token:
    return tokens[min(token.i + 1, len(tokens) - 1)]


def _breaks_off(tokens: Iterable[Token]) -> bool:
    """Tell whether another clause begins among `tokens`."""
    return any((t.pos == "VERB" and t.tag != "VBN") or t.text == ";" for t in tokens)


def _are_called(tokens: Iterable[Token]) -> bool:
    """Tell whether earlier members are called what they are: *after the ones held*."""
    return any(token.lower in words("members") for token in tokens)


def _numbered(found: list[Member], number: int) -> list[Member]:
    if len(found) != number - 1:
        return found
    ordered = sorted(found, key=lambda member: member.date.start or "" if member.date is not None else "")
    return [replace(member, ordinal=i) for i, member in enumerate(ordered, 1)]


def too_many_before(passage: Passage) -> tuple[Token, Token, str] | None:
    """Return first and last word and the fault where more meetings are told of before one than its number allows."""
    lowers = {token.lower for token in passage.sentence.tokens}
    if lowers.isdisjoint(("after", "following")) or sum(time.function == "on" for time in passage.times) < 2:
        return None
    reader = SentenceReader(passage, talking=False, before=frozenset(), abroad=False)
    for mention in reader.mentions():
        number = next((m.ordinal for m in reversed(mention.members) if m.ordinal is not None), None)
        earlier = sum(member.ordinal is None for member in mention.members)
        if number is not None and mention.kind is not None and earlier > number - 1:
            fault = f"number {number}, but {earlier} are told of before it"
            return mention.first, mention.last, fault
    return None
