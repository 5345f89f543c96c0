"""Slots: who stands where around a predicate, whatever the construction."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.events.things import QUANTITIES, loads, owners, suffered
from dragoman.events.voice import (
    DITRANSITIVE,
    OBJECT_CONTROL,
    agents_of,
    antecedent,
    goes_on_saying,
    has_own_subject,
    is_passive,
    logical_object,
    logical_subject,
    surface_subject,
)
from dragoman.syntax import Token

Filled = dict[str, list[Token]]
"""Slot name → head tokens that fill it."""

#: Prepositions that tell what is thought of an act, or what it is beside: no verb before them carries it.
_ASIDE = frozenset(
    {
        "as", "about", "before", "until", "despite", "amid", "amidst", "without", "unlike", "like", "because", "due",
        "besides", "except",
    }
)  # fmt: skip
#: Prepositions whose clause tells when or how an act was done, not what it was about: *quit after losing*.
_OCCASIONS = frozenset({"after", "before", "since", "while", "when", "without", "despite", "upon", "besides", "until"})
#: Verbs by which one who can decide lets know what is done.
_SAYING = frozenset({"say", "announce", "declare", "state", "confirm", "tell", "promise", "insist", "add", "decree"})
_MEDIA = frozenset({"phone", "telephone", "video", "link", "videolink", "hotline", "videoconference", "teleconference"})
_TIMES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "midnight", "dawn", "noon",
        "dusk", "night", "evening", "morning", "afternoon", "week", "month", "year", "today", "yesterday",
    }
)  # fmt: skip
#: Prepositions whose noun is the occasion of what the verb tells, and those that are so only of some verbs and nouns.
_DURING = frozenset({"during", "after", "following"})
_AT = frozenset({"at", "in", "on"})
_VISITS = frozenset({"visit", "trip", "tour", "arrival", "journey"})
#: Parts of an occasion: *on the **sidelines** of a summit*.
_STRETCHES = frozenset({"sideline", "margin", "end", "start", "beginning", "conclusion", "opening", "close"})
#: Verbs by which one takes part in what stands after *in*, *on* or *at*, rather than does something there.
_TAKING_PART = frozenset(
    {
        "be", "participate", "engage", "enter", "take", "involve", "arrive", "partake", "remain", "stay", "embark",
        "join", "sit", "lie", "stand", "result", "succeed", "fail", "persist", "believe", "assist", "help", "appear",
        "insist", "focus", "depend", "rely", "centre", "center", "aim", "look", "hint", "work", "agree", "concentrate",
        "interest",
    }
)  # fmt: skip
_NOT = frozenset({"not", "n't", "never", "neither"})
_CLAUSES = frozenset({"xcomp", "ccomp"})
#: Verbs whose subject has in mind, or goes on with, what the infinitive tells.
_AIMING = frozenset(
    {
        "aim", "attempt", "begin", "choose", "continue", "dare", "decide", "go", "intend", "keep", "like", "plan",
        "prefer", "seek", "start", "strive", "try", "want", "wish", "work",
    }
)  # fmt: skip
_OF_PURPOSE = frozenset({"advcl", "acl", "relcl", "xcomp"})


def slots_of(predicate: Token, part: str, *, carried: bool = True) -> Filled:
    """Return the filled slots of a predicate that is used as a `verb`, `noun` or `adj`.

    For a noun, `carried` tells whether the verb it stands with carries the act, so that the verb's subject and
    prepositions are the noun's: *held talks with Oman*, but not *cancelled talks with Oman*.
    """
    filled = _noun_slots(predicate, carried=carried) if part == "noun" else _SLOTS[part](predicate)
    return {name: tokens for name, tokens in filled.items() if tokens}


def spoken_slots(verb: Token) -> Filled:
    """Return the slots of *I say*, left unsaid before a quoted sentence with the main verb `verb`."""
    speaker = Token(-1, "I", "i", "PRON", "PRP", "nsubj", verb.start)
    filled = {"subj": [speaker], "clause": [verb]} | _told_by(verb, verb)
    _add_prepositions(filled, verb, of_clause="clause_")
    return {name: tokens for name, tokens in filled.items() if tokens}


def _verb_slots(verb: Token) -> Filled:
    filled: Filled = {"subj": logical_subject(verb), "obj": logical_object(verb)}
    filled["iobj"] = list(_receivers(verb, filled["obj"]))
    if verb.lemma in DITRANSITIVE and is_passive(verb):  # *The charity was given access*
        filled["iobj"] += filled["obj"]
        filled["obj"] = [*filled["obj"], *(child for child in verb.children if child.dep == "dobj")]
    filled["attr"] = [child for child in verb.children if child.dep in ("attr", "acomp", "oprd")]
    judgements = list(_small_clauses(verb))
    filled["attr"] += judgements
    filled["obj"] += [child for judged in judgements for child in judged.children if child.dep == "nsubj"]
    filled["attr_quality"] = _qualities(filled["attr"])
    filled["prt"] = [child for child in verb.children if child.dep == "prt"]
    others = [c for c in verb.children if c.dep in ("prt", "advmod", "attr", "acomp")]
    carriers = [verb, *_own_objects(verb), *others, *judgements]
    for carrier in (*carriers, *_between(verb)):
        _add_prepositions(filled, carrier)
    filled["unwilling"], filled["unable"] = list(_unwilling(verb)), list(_unable(verb))
    filled["purpose"] = list(_purposes(verb))
    filled["speaker"] = list(_speakers(verb))
    filled["judged"] = list(_judged(verb))
    filled["owner"], filled["load"] = list(owners(filled["subj"])), list(loads(filled["subj"]))
    filled["obj_owner"], filled["obj_was"] = list(owners(filled["obj"])), list(suffered(filled["obj"]))
    return filled | _clause_slots(verb)


def _receivers(verb: Token, given: list[Token]) -> Iterator[Token]:
    """Yield who is given something, whom the parser may take for part of it: *gave **monitors** access*."""
    own = [child for child in verb.children if child.dep == "dative" and child.pos != "ADP"]
    yield from own
    if verb.lemma in DITRANSITIVE and not own:
        yield from (word for thing in given for word in thing.children if (word.dep, word.tag) == ("compound", "NNS"))


def _between(word: Token) -> Iterator[Token]:
    """Yield the *phone* and *Monday* of *spoke by phone on Monday with Chad*: the parser may hang the partner there."""
    for child in word.children:
        if child.dep in ("prep", "agent"):
            yield from (below for below in child.children if below.lemma in _MEDIA or below.lemma in _TIMES)
        elif child.dep in ("npadvmod", "tmod") and child.lemma in _TIMES:
            yield child


def _clause_slots(verb: Token) -> Filled:
    """Return the slots that tell of the clauses below a verb."""
    filled: Filled = {"clause": list(_clauses(verb))}
    for clause in filled["clause"]:
        for name, tokens in _told_by(clause, verb).items():
            filled.setdefault(name, []).extend(tokens)
        _add_prepositions(filled, clause, of_clause="clause_")
    return filled


def _told_by(clause: Token, verb: Token) -> Filled:
    return {
        "clause_subj": _clause_subject(verb, clause),
        "clause_doer": logical_subject(clause),
        "clause_obj": _told_things(clause),
        "clause_deed": list(_deeds(clause)),
        "clause_attr": list(_complements(clause)),
        "clause_quality": _qualities(list(_complements(clause))),
        "clause_obj_quality": _qualities(_told_things(clause)),
        "clause_not": list(_negations(clause)),
        "clause_if": list(_conditions(clause)),
        "clause_or": list(_alternatives(clause)),
        "modal": list(_modals(clause)),
    }


def _negations(clause: Token) -> Iterator[Token]:
    """Yield the *not* of *was **not** free*, the *neither* of *was **neither** free nor fair*, the *no* of *no law*."""
    for word in (clause, *_complements(clause)):
        yield from (child for child in word.children if child.lower in _NOT)
    for thing in (*_complements(clause), *_told_things(clause)):
        yield from (child for child in thing.children if child.dep == "det" and child.lower == "no")


def _told_things(clause: Token) -> list[Token]:
    """Return what a clause is about besides its subject: its object, or what it says there would be."""
    existing = clause.child("attr") if clause.child("expl") is not None else None
    return [existing] if existing is not None else logical_object(clause)


def _deeds(clause: Token) -> Iterator[Token]:
    """Yield what a clause says is done: its verb, those joined to it, and what they aim at: *tried to **meddle***."""
    joined = (child for child in clause.children if child.dep == "conj" and not has_own_subject(child))
    for verb in (clause, *joined):
        yield verb
        if verb.lemma in _AIMING:
            yield from (child for child in verb.children if child.dep == "xcomp")


def _qualities(nouns: list[Token]) -> list[Token]:
    """Return the adjectives with which things are told: *an **unlawful** siege*, ***hostile** statements*."""
    return [child for noun in nouns for child in noun.children if child.dep == "amod"]


def _conditions(clause: Token) -> Iterator[Token]:
    """Yield the verb of *if X attacks*, *unless X withdraws*, *should X attack*."""
    for child in clause.children:
        if child.dep == "advcl" and any(word.lower in ("if", "unless", "should") for word in child.children):
            yield child


def _alternatives(clause: Token) -> Iterator[Token]:
    """Yield what is told to follow otherwise: *leave or **be killed***."""
    for child in clause.children:
        if child.dep == "conj" and any(word.dep == "cc" and word.lower == "or" for word in clause.children):
            yield child


def _small_clauses(verb: Token) -> Iterator[Token]:
    """Yield the judgement of *declared the vote **invalid***, *a **fraud***, which the parser may take for a clause."""
    for child in verb.children:
        judges = child.pos == "ADJ" or (child.pos in ("NOUN", "PROPN") and child.child("nsubj") is not None)
        if child.dep == "ccomp" and judges and child.child("cop", "mark", "aux") is None:
            yield child
        elif child.dep == "dobj":  # *made money **available** to Chad*, which the parser takes for one phrase
            yield from (word for word in child.children if word.dep == "amod" and word.i > child.i)


def _unwilling(verb: Token) -> Iterator[Token]:
    """Yield the *not* of *will not pay*, *would never pay* and *is not going to pay*."""
    willing = _is_willed(verb)
    if verb.dep == "xcomp" and verb.head.lower == "going":
        verb, willing = verb.head, True
    if willing:
        yield from (child for child in verb.children if child.dep == "neg" or child.lower == "never")


def _unable(verb: Token) -> Iterator[Token]:
    """Yield the *not* of *cannot accept* and of *could not accept*."""
    if any(aux.dep == "aux" and aux.lower in ("can", "ca", "could") for aux in verb.children):
        yield from (child for child in verb.children if child.dep == "neg" or child.lower == "never")


def _purposes(verb: Token) -> Iterator[Token]:
    """Yield what something is done for: *sent troops **to help***, the parser's guess at where it hangs aside."""
    for child in (verb, *_own_objects(verb)):
        yield from (below for below in child.children if below.dep in _OF_PURPOSE and below.is_infinitive())


def _is_willed(verb: Token) -> bool:
    return any(aux.dep == "aux" and aux.lower in ("will", "wo", "would") for aux in verb.children)


def _speakers(verb: Token) -> Iterator[Token]:
    """Yield who lets know that it is done: *the law will be withdrawn, **she** said*."""
    if verb.dep == "ccomp" and verb.head.lemma in _SAYING:
        yield from logical_subject(verb.head)
    for cue in verb.children:
        if cue.dep in ("ccomp", "parataxis") and cue.lemma in _SAYING and cue.i > verb.i:
            yield from (child for child in cue.children if child.dep == "nsubj")


def _judged(verb: Token) -> Iterator[Token]:
    """Yield what was spoken of before a demand: *said **her words** were a lie and demanded an apology*."""
    if goes_on_saying(verb):
        yield from surface_subject(verb.head)


def _modals(clause: Token) -> Iterator[Token]:
    """Yield what tells that the subject must: *must withdraw*, and the *need* of *needs to withdraw*."""
    auxiliaries = [aux for aux in clause.children if aux.dep == "aux" and aux.tag == "MD"]
    below = clause.child("xcomp")
    periphrastic = clause.lemma in ("need", "have") and below is not None and below.is_infinitive()
    yield from [clause] if periphrastic and not auxiliaries else auxiliaries


def _complements(clause: Token) -> Iterator[Token]:
    """Yield what a clause says its subject is: *unacceptable*, *behind* the attack, to *blame*."""
    if clause.lemma == "be":
        yield from (child for child in clause.children if child.dep in ("attr", "acomp", "oprd"))
        yield from (child for child in clause.children if child.dep == "prep" and child.lower in ("behind", "out"))
        yield from (child for child in clause.children if child.dep == "xcomp" and child.lemma == "blame")


def _clause_subject(predicate: Token, clause: Token) -> list[Token]:
    """The clause's own subject, or the object that controls it; never the one who speaks."""
    if has_own_subject(clause):
        return _due_to_act(clause) or surface_subject(clause)
    return logical_object(predicate) if predicate.lemma in OBJECT_CONTROL else []


def _due_to_act(clause: Token) -> list[Token]:
    """Return who has to act by *it is time for **the junta** to go*."""
    judged = clause.child("attr", "acomp") if clause.lemma == "be" else None
    if judged is None or not any(child.lower == "it" for child in clause.children):
        return []
    acts = (child for word in (clause, judged) for child in word.children if child.is_infinitive())
    return [child for act in acts for child in act.children if child.dep == "nsubj"]


def _adjective_slots(adjective: Token) -> Filled:
    """*France is ready to send troops*: the subject stands with the copula."""
    filled = _verb_slots(adjective)
    if adjective.pos == "VERB":  # *is opposed to*
        filled["subj"], filled["obj"] = surface_subject(adjective), []
        return filled
    copula = adjective.head
    if adjective.dep in ("acomp", "oprd", "attr", "xcomp", "conj") and copula.pos in ("AUX", "VERB", "ADJ"):
        while copula.pos == "ADJ" and copula.head is not copula:
            copula = copula.head
        filled["subj"] = logical_subject(copula) or logical_object(copula)
        _add_prepositions(filled, copula)
        if not filled["clause"]:
            filled["clause"] = [clause for clause in _clauses(copula) if clause is not adjective]
    elif adjective.dep == "amod":
        filled["subj"] = [adjective.head]
    return filled


def _own_objects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep in ("dobj", "nsubjpass", "dative")]


def _noun_slots(noun: Token, *, carried: bool) -> Filled:
    before = [c for c in noun.children if c.dep in ("poss", "compound", "amod", "nmod")]
    before = [word for child in before for word in (child, *_hyphened(child))]
    filled = _noun_prepositions(noun)
    filled["subj"] = [*filled.pop("by", []), *before]
    filled["clause"] = [child for child in noun.children if child.dep in ("acl", "relcl", "ccomp", "xcomp", "advcl")]
    filled["no"] = [child for child in noun.children if child.dep == "det" and child.lower == "no"]
    if (verb := _occasion_of(noun)) is not None:
        filled["occasion"] = surface_subject(verb)
    carrier = carrier_of(noun)
    if carrier is not None:
        _add_carrier(filled, noun, carrier, carried=carried)
    filled["clause_subj"] = [subject for clause in filled["clause"] for subject in _clause_subject(noun, clause)]
    filled["clause_not"] = [word for clause in filled["clause"] for word in _negations(clause)]
    return filled


def _noun_prepositions(noun: Token) -> Filled:
    """Return the objects of a noun's prepositions; of *the visit of the king to Chad* where it led, too."""
    filled: Filled = {}
    for word in (noun, *_between(noun)):
        _add_prepositions(filled, word)
    if noun.lemma in _VISITS and "to" not in filled:
        for visitor in filled.get("of", ()):
            _add_prepositions(filled, visitor)
    return filled


def _hyphened(name: Token) -> Iterator[Token]:
    """Yield the other country of *Turkish-Russian* talks, of the *China-Switzerland* talks."""
    for child in name.children:
        paired = child.dep in ("appos", "amod", "nmod", "compound") and child.pos in ("PROPN", "ADJ")
        strokes = (t for t in (*name.children, *child.children) if t.text == "-" and 2 * t.i == child.i + name.i)
        names = child.text[0].isupper() and name.text[0].isupper()
        if paired and names and abs(child.i - name.i) == 2 and any(strokes):
            yield child


def _occasion_of(noun: Token) -> Token | None:
    """Return the verb that tells what was done at a meeting or visit: *at talks with Oman he **said***."""
    before = noun.head
    if before.lower == "of" and before.head.lemma in _STRETCHES and before.head.dep == "pobj":
        noun, before = before.head, before.head.head
    if noun.dep != "pobj" or before.lower not in _DURING | _AT or before.head.pos != "VERB":
        return None
    verb = before.head
    return None if before.lower in _AT and verb.lemma in _TAKING_PART else verb


def _add_carrier(filled: Filled, noun: Token, carrier: Token, *, carried: bool) -> None:
    """Add what stands with the verb that a noun is object or subject of, its own parties only if it carries the act."""
    filled["light"] = [carrier]
    filled["no"] += [child for child in carrier.children if child.dep == "neg"]
    filled["unwilling"] = filled["no"] if _is_willed(carrier) else []
    filled["speaker"] = list(_speakers(carrier))
    if carried:
        filled["subj"] = [*_carrier_subject(noun, carrier), *filled["subj"]]
        filled["clause"] = filled["clause"] or list(_clauses(carrier))
        for word in (carrier, *_between(carrier)):
            _add_prepositions(filled, word)


def carrier_of(noun: Token) -> Token | None:
    """Return the verb a noun is object or subject of: *hold* in *held talks*, *talks were held*, *talks held in*."""
    top = _top_of_phrase(noun)
    if top.dep in ("dobj", "nsubjpass", "nsubj", "attr") and top.head.pos in ("VERB", "AUX"):
        return top.head
    if top.dep == "pobj" and top.head.dep in ("prep", "agent") and _is_carrying(top.head):
        return top.head.head
    for child in top.children:
        if child.dep == "acl" and child.tag == "VBN":
            return child
    return _occasion_of(noun)


def _is_carrying(preposition: Token) -> bool:
    """Tell whether a verb may carry the act behind a preposition: *entered into talks*, never *spoke about talks*."""
    verb = preposition.head
    if verb.pos == "AUX":
        return verb.lemma == "be" and preposition.lower in ("in", "on") and verb.child("attr", "acomp") is None
    return verb.pos == "VERB" and preposition.lower not in _ASIDE


def _top_of_phrase(noun: Token) -> Token:
    """Climb out of coordination and counting: *talks* of *a round of talks*, *drills* of *patrols and drills*."""
    while True:
        above = noun.head
        if noun.dep == "conj" and above.pos in ("NOUN", "PROPN"):
            noun = above
        elif noun.dep == "pobj" and above.lower == "of" and above.head.lemma in QUANTITIES:
            noun = above.head
        else:
            return noun


def _carrier_subject(noun: Token, carrier: Token) -> list[Token]:
    top = _top_of_phrase(noun)
    if top.dep == "nsubj" and top.head is carrier:
        return []
    if top.dep == "pobj" and is_passive(carrier):  # *has been engaged in operations*
        return [*agents_of(carrier), *logical_object(carrier)]
    return [token for token in logical_subject(carrier) if token is not noun]


def _add_prepositions(filled: Filled, carrier: Token, of_clause: str = "") -> None:
    for child in carrier.children:
        if child.dep in ("prep", "dative", "agent", "prt") or child.pos == "ADP":
            objects = list(_prepositional(child))
            if objects:
                filled.setdefault(of_clause + child.lower, []).extend(objects)
            for front in objects:
                if child.lower == "in" and front.lemma == "front":  # of the ministry
                    filled.setdefault(of_clause + "outside", []).extend(_of(front))


def _of(noun: Token) -> list[Token]:
    return [below for child in noun.children if child.lower == "of" for below in _prepositional(child)]


def _prepositional(preposition: Token) -> Iterator[Token]:
    for below in preposition.children:
        if below.dep in ("pobj", "pcomp") or (below.pos == "ADJ" and preposition.lower == "as"):
            yield antecedent(preposition, below)  # *with whom the king met*
        elif below.dep == "prep":  # out of, from inside
            yield from _prepositional(below)


def _clauses(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep in _CLAUSES and child.pos in ("VERB", "AUX"):
            yield child
        elif child.dep in ("prep", "agent") and child.lower not in _OCCASIONS:
            yield from (below for below in child.children if below.dep == "pcomp" and below.pos in ("VERB", "AUX"))
            yield from (told for below in child.children if below.dep == "pobj" for told in _that_clauses(below))
        elif child.dep in ("dobj", "acomp", "attr"):
            yield from (below for below in child.children if _is_content(below))
        elif child.dep == "advcl" and verb.lemma in OBJECT_CONTROL:
            yield child


def _that_clauses(noun: Token) -> Iterator[Token]:
    """Yield what a claim or a promise says: *stood by his claim that Chad **spied***."""
    for child in noun.children:
        if child.dep == "acl" and any(word.dep == "mark" and word.lower == "that" for word in child.children):
            yield child


def _is_content(clause: Token) -> bool:
    """*has plans **to leave***, *allowed flights **to resume***, which the parser may take for a relative clause."""
    return clause.pos == "VERB" and (
        clause.dep in ("acl", "xcomp") or (clause.dep == "relcl" and clause.is_infinitive())
    )


_SLOTS = {"verb": _verb_slots, "adj": _adjective_slots}
