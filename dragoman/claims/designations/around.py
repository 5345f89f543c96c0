"""Listings whose parts stand around their word in no fixed order: who is meant is told by what the sentence names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.claims.designations.labels import Label, Roll
from dragoman.claims.designations.lexicon import Frame, words
from dragoman.claims.designations.parties import authorities, distinct, group_before, is_group, key, named_between, whom
from dragoman.claims.designations.standing import status_of
from dragoman.claims.designations.telling import REACH, Told, Words, ends, is_bare
from dragoman.events.phrases import coordinated
from dragoman.events.slots import carrier_of
from dragoman.events.voice import is_passive, logical_object, logical_subject
from dragoman.records import Actor
from dragoman.syntax import Token

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "conj"})
_HEIGHT = 5
_AFAR = 20  # words between a word of listing and who it is about
_THEY = frozenset({"it", "they", "them"})
_NAMED = frozenset({"state", "igo"})
_PLACES = frozenset({"in", "under", "for", "to", "by", "within", "according"})


class Around(Words):
    """Reads words of listing that the frames do not fit, where a sentence leaves one reading."""

    def _inferred(self, frame: Frame, word: Token) -> Told | None:
        """Return what a word of listing tells by the groups and authorities that stand around it."""
        verbal = word.pos in ("VERB", "AUX")
        if verbal == (frame.use == "noun") or word.pos not in ("VERB", "AUX", "NOUN", "PROPN"):
            return None
        label, roll = self._beside_word(word)
        if not self._is_of_matter(frame, word, label, roll):
            return None
        status = status_of(word, noun=not verbal)
        if status is None:
            return None
        listed = self._meant(frame, word, label, roll)
        if not listed:
            return None
        roll = roll if frame.use != "ban" else None
        marks = [mark.head for mark in (label, roll) if mark is not None]
        told = Told(
            frame, word, (), listed, _act(frame, word, status), status,
            ends([word, *marks, *self._last_words(listed)]), roll=roll, sure=False,
        )  # fmt: skip
        listers = self._authors_around(word, told)
        return replace(told, listers=listers) if listers else None

    def _beside_word(self, word: Token) -> tuple[Label | None, Roll | None]:
        """Return the label and the marked list within reach behind a word of listing."""
        behind = range(word.i + 1, word.i + 1 + REACH)
        label = next((found for found in self._labels if found.head.i in behind), None)
        roll = next((found for found in self._rolls if found.marked and found.head.i in behind), None)
        return label, roll

    def _is_of_matter(self, frame: Frame, word: Token, label: Label | None, roll: Roll | None) -> bool:
        """Tell whether a word surely tells of a listing: by itself, or by the label or list it has."""
        if word.lemma in words("certain") or word.lower in words("certain"):
            return True
        if frame.use in ("enter", "stand"):
            return roll is not None and self._is_entered(frame, word, roll)
        if frame.use == "noun" and any(c.lower in words("labels") for c in word.children if c.i < word.i):
            return True
        if frame.use == "label":
            return label is not None and self._hangs(label.head, word)
        if frame.use == "ban":
            return self._are_told_of(list(self._objects_of(word)))
        return frame.use == "noun" and (label is not None or roll is not None)

    def _is_entered(self, frame: Frame, verb: Token, roll: Roll) -> bool:
        """Tell whether a list is the one that a verb enters somebody on, or takes somebody off."""
        between = self._tokens[verb.i + 1 : roll.head.i]
        if not self._hangs(roll.head, verb) or any(token.pos == "VERB" for token in between):
            return False
        ways = words("off") if frame.action == "delist" else words("onto")
        nearest = next((token for token in reversed(between) if token.lower in words("off") | words("onto")), None)
        return nearest is not None and nearest.lower in ways

    def _hangs(self, low: Token, word: Token) -> bool:
        return word in low.ancestors()

    # --- who is listed

    def _meant(self, frame: Frame, word: Token, label: Label | None, roll: Roll | None) -> tuple[Actor, ...]:
        """Return the groups a word is about: its own object, then those around it in its clause."""
        states = (label is not None and label.sponsor) or (roll is not None and roll.states)
        objects = list(self._objects_of(word))
        if objects and not all(self._may_stand_for_group(token) for token in objects):
            return ()
        group = label is None or label.head.lemma in words("groups")
        found = whom(self._passage, objects, states=states, group=group)
        if not found and self._are_told_of(objects):
            return self._earlier[-1].listed
        if found or frame.use == "enter":
            return found
        above = self._meant_above(word, states=states)
        return above if above is not None else self._nearest(word) or self._named_before(objects)

    def _meant_above(self, word: Token, *, states: bool) -> tuple[Actor, ...] | None:
        """Return the groups that the nouns above a word name; nobody where they describe a group not known."""
        for head in self._heads_above(word):
            if found := whom(self._passage, [head], states=states):
                return found
            if any(self._passage.scene.participants.mention(child) is not None for child in head.children):
                return ()
        return None

    def _are_told_of(self, objects: Sequence[Token]) -> bool:
        """Tell whether *it* or *them* means those of whom a listing was just told."""
        return bool(objects and self._earlier) and all(token.lower in _THEY for token in objects)

    def _objects_of(self, word: Token) -> Iterator[Token]:
        """Yield what a verb or noun has as its object."""
        if word.pos in ("VERB", "AUX"):
            yield from logical_object(word)
            return
        for child in word.children:
            if child.dep == "prep" and child.lower in ("of", "on", "against", "for", "from"):
                yield from (low for low in child.children if low.dep == "pobj")

    def _may_stand_for_group(self, token: Token) -> bool:
        kinds = words("groups") | words("organised") | words("parts")
        return token.pos in ("PROPN", "PRON", "DET", "NUM") or token.lemma in kinds or token.text[0].isupper()

    def _heads_above(self, word: Token) -> Iterator[Token]:
        """Yield the nouns on which the clause of a word hangs."""
        token = word
        for _ in range(_HEIGHT):
            if token.dep not in _CLAUSES or token.head is token:
                return
            token = token.head
            if token.pos in ("NOUN", "PROPN"):
                yield token

    def _nearest(self, word: Token) -> tuple[Actor, ...]:
        """Return the known group nearest to a word, before it rather than behind it, with those joined to it."""
        before = self._tokens[max(0, word.i - _AFAR) : word.i]
        for token in (*reversed(before), *self._tokens[word.i + 1 : word.i + _AFAR]):
            mention = self._passage.scene.participants.mention(token)
            if mention is not None and mention.kind == "armed_group" and mention.form == "name":
                top = self._top(mention.first, mention.last)
                while top.dep == "conj" and top.head.pos == "PROPN":
                    top = top.head
                groups = named_between(self._passage, list(coordinated(top)))
                return groups or tuple(a for a in self._passage.scene.participants.alone(top) if is_group(a))
        return ()

    def _named_before(self, objects: Sequence[Token]) -> tuple[Actor, ...]:
        """Return the one group that the sentences before name: *the movement*, *it*."""
        return group_before(self._passage) if objects else ()

    def _top(self, first: int, last: int) -> Token:
        """Return the word of a stretch that the others hang on."""
        inside = range(first, last + 1)
        return next((t for t in self._tokens[first : last + 1] if t.head.i not in inside), self._tokens[last])

    # --- who lists

    def _authors_around(self, word: Token, told: Told) -> tuple[Actor, ...]:
        """Return who lists: whose list it is, who does it, where it holds, else the one authority there is."""
        if told.roll is not None and (keepers := self._keepers(told.roll)):
            return keepers
        taken = {key(actor) for actor in told.listed}
        for heads in self._candidates(word):
            named = authorities(self._passage, heads, soft=told.frame.soft)
            found = [actor for actor in named if key(actor) not in taken]
            if found:
                return tuple(found)
        held = told.frame.soft and not is_passive(word)  # somebody's view: of whom, the words would say
        done = word.pos in ("VERB", "AUX") and is_passive(word) and self._doers(word, None)  # by nobody who may list
        if self._earlier and self._is_one_told_of(word):
            return self._earlier[-1].listers
        if told.status == "demanded" or held or done:
            return ()
        return self._only_authority(told.listed) or self._at_home(word)

    def _is_one_told_of(self, word: Token) -> bool:
        """Tell whether *it* or *the government* does it: whoever listed somebody just before."""
        verbal = word.pos in ("VERB", "AUX") and not is_passive(word)
        heads = self._subjects(word) if verbal else []
        mentions = [self._passage.scene.participants.mention(head) for head in heads]
        return bool(heads) and all(
            head.lower in _THEY or (mention is not None and mention.form == "agent" and "GOV" in mention.sectors)
            for head, mention in zip(heads, mentions, strict=True)
        )

    def _candidates(self, word: Token) -> Iterator[list[Token]]:
        """Yield groups of words that may name who lists, the surest first."""
        verbal = word.pos in ("VERB", "AUX")
        carrier = None if verbal else carrier_of(word)
        if verbal:
            yield self._doers(word, None) if is_passive(word) else self._subjects(word)
        else:
            yield [child for child in word.children if child.dep == "poss"]
            yield [low for c in word.children if c.lower == "by" for low in c.children if low.dep == "pobj"]
        if carrier is not None:
            yield logical_subject(carrier)
        if word.dep == "relcl" and word.head.lemma in words("acts"):
            yield [word.head]
        yield list(self._phrases(word))

    def _phrases(self, word: Token) -> Iterator[Token]:
        """Yield the states in phrases that a word has behind it: *in Germany and in Indonesia*, *under Kenyan law*."""
        for token in self._tokens[word.i + 1 : word.i + 1 + _AFAR]:
            if token.pos == "VERB" and token.head is not word:
                return
            if token.pos == "ADP" and token.lower in _PLACES and word in (*token.ancestors(), self._named_by(token)):
                yield from (self._state_in(child) for child in token.children if child.dep == "pobj")

    def _named_by(self, preposition: Token) -> Token | None:
        """Return the last verb before *by*: the parser may hang *by* on something else."""
        if preposition.lower != "by":
            return None
        return next((t for t in reversed(self._tokens[: preposition.i]) if t.pos == "VERB"), None)

    def _only_authority(self, listed: Sequence[Actor]) -> tuple[Actor, ...]:
        """Return the one state or union that a sentence names outside the names of the listed, if it is one."""
        spans = [(actor.start, actor.end) for actor in listed]
        found: list[Actor] = []
        for token in self._tokens:
            mention = self._passage.scene.participants.mention(token)
            if mention is None or mention.kind not in (*_NAMED, "body") or mention.form == "agent":
                continue
            if any(start <= token.start < end for start, end in spans) or self._describes(token, spans):
                continue
            if mention.form == "adjective" and not self._acts_for(token.head):
                continue
            found.extend(authorities(self._passage, [token]))
        several = distinct(found)
        return several if len({key(actor) for actor in several}) == 1 else ()

    def _acts_for(self, noun: Token) -> bool:
        """Tell whether a noun after an adjective of nation is a body, an official or a law: *a Russian court*."""
        mention = self._passage.scene.participants.mention(noun)
        official = mention is not None and mention.form == "agent" and mention.kind in ("body", "office", "open_group")
        return official or noun.lemma in words("bodies") | words("acts") | words("lists") | words("eyes")

    def _at_home(self, word: Token) -> tuple[Actor, ...]:
        """Return the state that an article is about, where a group is banned and nobody says by whom."""
        if not is_passive(word) or word.dep == "amod":
            return ()
        generic = Actor(
            name="government", country=None, sectors=("GOV",), kind="body", entry="agent.government",
            text=word.text, start=word.start, end=word.end,
        )  # fmt: skip
        home = self._passage.scene.homes.of(generic, ())
        return (replace(generic, country=home.country, basis=home.basis),) if home is not None else ()

    def _describes(self, token: Token, spans: Sequence[tuple[int, int]]) -> bool:
        """Tell whether a word says whose group it is: *Colombia's FARC*, *the Somali group*."""
        head = token.head
        named = any(start <= head.start < end for start, end in spans)
        before = token.i < head.i and token.dep in ("poss", "amod", "compound", "nmod")
        return before and (named or head.lemma in words("groups") | words("organised"))

    def _last_words(self, listed: Iterable[Actor]) -> list[Token]:
        stops = {actor.end for actor in listed}
        return [token for token in self._tokens if token.end in stops]


def _act(frame: Frame, word: Token, status: str) -> str:
    """Return whether a word tells of an act of listing, its end, or how things stand."""
    if frame.action == "list" and word.pos in ("NOUN", "PROPN"):
        carrier = carrier_of(word)
        return "delist" if carrier is not None and carrier.lemma in words("undo") else "list"
    if frame.action == "list" and status == "happened" and word.tag in ("VBZ", "VBP"):
        return "state"
    if frame.use in ("ban", "label") and frame.action == "list" and status == "happened" and is_bare(word):
        return "state"
    return "list" if frame.action == "state" and status in ("demanded", "planned") else frame.action
