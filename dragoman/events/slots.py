"""Slots: who stands where around a predicate, whatever the construction.

A verb's logical subject and object are the same in *X attacked Y*, *Y was attacked by X*, *X, which attacked
Y*, *Y, attacked by X*, *X is accused of attacking Y* and *X met Z and attacked Y*.  Labels are those of
the ClearNLP dependency scheme that spaCy's English models use.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.events.things import QUANTITIES, loads, owners
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
#: What somebody speaks through, and the verbs by which it is given out.
_DOCUMENTS = frozenset(
    {
        "communique", "communiqué", "declaration", "decree", "document", "letter", "memo", "memorandum", "message",
        "motion", "note", "petition", "report", "resolution", "ruling", "statement",
    }
)  # fmt: skip
_ISSUES = frozenset(
    {
        "adopt", "approve", "deliver", "draft", "file", "issue", "pass", "present", "publish", "release", "send",
        "sign", "submit", "table", "write",
    }
)  # fmt: skip
#: Verbs of which a passive keeps an object: *refugees granted asylum*.
_DITRANSITIVE = frozenset(
    {
        "give", "grant", "award", "offer", "show", "pay", "deny", "send", "tell", "ask", "teach", "fine", "call",
        "name", "elect", "make", "appoint", "promise", "allow", "refuse", "hand", "charge", "guarantee", "owe",
        "forbid", "consider", "deem", "dub", "declare", "allot", "assign", "issue", "spare", "permit",
    }
)  # fmt: skip
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = ("nsubj", "csubj")
#: Verbs by which one who can decide lets know what is done.
_SAYING = frozenset({"say", "announce", "declare", "state", "confirm", "tell", "promise", "insist", "add", "decree"})
_MEDIA = frozenset({"phone", "telephone", "video", "link", "videolink", "hotline", "videoconference", "teleconference"})
_NOT = frozenset({"not", "n't", "never"})
_CLAUSES = frozenset({"xcomp", "ccomp"})
_OF_PURPOSE = frozenset({"advcl", "acl", "relcl", "xcomp"})
#: Verbs whose object is the subject of the clause that follows: *urged Israel to withdraw*.
_OBJECT_CONTROL = frozenset(
    {
        "ask", "urge", "tell", "order", "force", "allow", "permit", "press", "persuade", "convince", "invite", "warn",
        "call", "request", "pressure", "instruct", "command", "compel", "encourage", "accuse", "suspect", "blame",
        "prevent", "stop", "ban", "bar", "block", "help", "enable", "require", "advise", "remind", "expect", "want",
        "push", "lobby", "beg", "implore", "summon", "authorize", "authorise", "let", "make", "see", "condemn",
        "criticize", "criticise", "convict", "charge", "indict", "praise", "thank", "commend", "arrest", "detain",
        "lead", "prompt", "cause", "spur", "oblige", "direct", "task",
    }
)  # fmt: skip


def slots_of(predicate: Token, part: str, *, carried: bool = True) -> Filled:
    """Return the filled slots of a predicate that is used as a `verb`, `noun` or `adj`.

    For a noun, `carried` tells whether the verb it stands with carries the act, so that the verb's subject and
    prepositions are the noun's: *held talks with Oman*, but not *cancelled talks with Oman*.
    """
    filled = _noun_slots(predicate, carried=carried) if part == "noun" else _SLOTS[part](predicate)
    return {name: tokens for name, tokens in filled.items() if tokens}


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is passive: *was attacked*, or *attacked* after the noun it describes."""
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.dep == "conj" and verb.tag == "VBN" and not _own_subject(verb) and is_passive(verb.head):
        return not any(child.dep in ("aux", "dobj") for child in verb.children)
    return verb.tag == "VBN" and verb.dep in ("acl", "advcl", "amod") and not (_has_aux(verb) or _is_past(verb))


def _is_past(verb: Token) -> bool:
    """Tell whether the tagger took a past tense for a participle: *two bombings killed 48 people* alone."""
    return verb.dep == "acl" and verb.child("dobj") is not None and verb.lemma not in _DITRANSITIVE


def _has_aux(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lemma == "have" for child in verb.children)


def _own_subject(verb: Token) -> bool:
    return any(child.dep in ("nsubj", "nsubjpass", "csubj", "expl") for child in verb.children)


def logical_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Return who does it, following relative clauses, participles, coordination and control."""
    if is_passive(verb):
        return _agents(verb)
    own = [child for child in verb.children if child.dep in _SUBJECTS]
    if own:
        return [author for token in own for author in _authors(_antecedent(verb, _told_of(token)), depth)]
    if depth > 4 or verb.child("expl") is not None:  # *There were talks, she said*
        return []
    return _inherited_subject(verb, depth)


def _told_of(subject: Token) -> Token:
    """*The agency operating in Iraq said*: the parser may take the participle for the subject."""
    own = subject.child("nsubj") if subject.tag == "VBG" else None
    return own if own is not None else subject


def _inherited_subject(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep in ("acl", "amod"):
        return _authors(head, depth) if verb.tag == "VBG" or _is_past(verb) else []
    if verb.dep == "relcl":
        return _authors(head, depth)
    if verb.dep in ("prep", "pcomp") or head.pos == "ADP":
        above = head.head if head.pos == "ADP" else head
        return _controller(above, depth) if above.pos in ("VERB", "AUX") else _holder(above)
    if verb.dep == "attr" and verb.tag == "VBG":  # *Qatar is mediating*, taken for *is a mediating*
        return surface_subject(head, depth + 1)
    if verb.dep in ("conj", "xcomp", "ccomp", "advcl", "parataxis", "dep", "oprd", "appos"):
        if head.pos not in ("VERB", "AUX"):
            return _holder(head)
        if (content := _content_gone_on_with(verb)) is not None:
            return surface_subject(content, depth + 1)
        return _controller(head, depth) if verb.dep in ("xcomp", "ccomp", "oprd") else surface_subject(head, depth + 1)
    return []


def _authors(noun: Token, depth: int) -> list[Token]:
    """Return who speaks through a document: *a **UN** report*, *Chad issued a note accusing*."""
    if noun.lemma not in _DOCUMENTS or depth > 4:
        return [noun]
    named = [*_agents(noun), *(child for child in noun.children if child.dep in ("poss", "compound", "amod", "nmod"))]
    proper = [token for token in named if token.text[0].isupper() or token.dep == "poss"] or _agents(noun)
    if not proper and noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in _ISSUES:
        proper = logical_subject(noun.head, depth + 1)
    return proper or [noun]


def _content_gone_on_with(verb: Token) -> Token | None:
    """Return what was said before a cue if the verb goes on with it: *X is ready, he said, and has left*."""
    cue, aux = verb.head, verb.child("aux")
    content = cue.head if cue.dep == "parataxis" else cue.child("ccomp")
    if verb.dep != "conj" or cue.tag != "VBD" or aux is None or aux.tag not in ("VBZ", "VBP"):
        return None
    return content if content is not None and content.i < cue.i else None


def _holder(noun: Token) -> list[Token]:
    """The one who holds a plan, vow or decision to act: *France's decision to withdraw*."""
    return [child for child in noun.children if child.dep == "poss"]


def _controller(verb: Token, depth: int) -> list[Token]:
    if verb.lemma in _OBJECT_CONTROL:
        objects = logical_object(verb)
        if objects:
            return objects
    return surface_subject(verb, depth + 1)


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Return the grammatical subject: for a passive, whom it is done to."""
    if is_passive(verb):
        return logical_object(verb, depth)
    return logical_subject(verb, depth)


def logical_object(verb: Token, depth: int = 0) -> list[Token]:
    """Return whom or what it is done to."""
    if is_passive(verb):
        passive = [_antecedent(verb, child) for child in verb.children if child.dep == "nsubjpass"]
        if passive:
            return passive
        if verb.dep in ("acl", "amod", "relcl"):
            return [verb.head]
        above = verb.head.head if verb.dep == "pcomp" else verb.head  # *sank after being hit*
        if depth < 4 and verb.dep in ("conj", "advcl", "xcomp", "pcomp") and above.pos in ("VERB", "AUX"):
            return surface_subject(above, depth + 1)
        return []
    own = [child for child in verb.children if child.dep in ("dobj", "obj")] or _object_of_particle(verb)
    if own:
        return [_antecedent(verb, token) for token in own]
    if verb.dep == "relcl" and _is_object_relative(verb):
        return [verb.head]
    return _shared_object(verb)


def _object_of_particle(verb: Token) -> list[Token]:
    """*sealed off the area*: the parser may hang the object on the particle."""
    return [
        below
        for child in verb.children
        if child.dep in ("prt", "prep") and child.lower in ("off", "out", "up", "down")
        for below in child.children
        if below.dep in ("pobj", "dobj")
    ]


def _is_object_relative(clause: Token) -> bool:
    """*the town that rebels took*, not *the town where rebels met*."""
    if any(child.tag == "WRB" for child in clause.children):
        return False
    return any(child.dep in _SUBJECTS and child.lower not in _RELATIVES for child in clause.children)


def _shared_object(verb: Token) -> list[Token]:
    """*arrested and deported five men*: the object stands with the last verb."""
    if any(child.dep in ("prep", "prt") for child in verb.children):
        return []  # *met with Chad and pressed it*: the first verb has what it needs
    for other in verb.children:
        if other.dep == "conj" and other.pos == "VERB" and not _own_subject(other):
            return [child for child in other.children if child.dep == "dobj"]
    return []


def _agents(verb: Token) -> list[Token]:
    return [
        below
        for child in verb.children
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by")
        for below in child.children
        if below.dep == "pobj"
    ]


def _antecedent(governor: Token, token: Token) -> Token:
    """A relative pronoun stands for the noun its clause describes."""
    if token.lower in _RELATIVES and token.pos == "PRON":
        for clause in (governor, *governor.ancestors()):
            if clause.dep == "relcl":
                return _described(clause.head)
    return token


def _described(noun: Token) -> Token:
    """Return what a relative clause describes: both of *46 Turks and three Iraqis who were freed*."""
    first = noun.head
    joined = noun.dep == "conj" and {noun.tag, first.tag} <= {"NNS", "NNPS"}
    return first if joined and noun.child("nummod") and first.child("nummod") else noun


def _verb_slots(verb: Token) -> Filled:
    filled: Filled = {"subj": logical_subject(verb), "obj": logical_object(verb)}
    filled["iobj"] = [child for child in verb.children if child.dep == "dative" and child.pos != "ADP"]
    if verb.lemma in _DITRANSITIVE and is_passive(verb):  # *The charity was given access*
        filled["iobj"] += filled["obj"]
        filled["obj"] = [*filled["obj"], *(child for child in verb.children if child.dep == "dobj")]
    filled["attr"] = [child for child in verb.children if child.dep in ("attr", "acomp", "oprd")]
    judgements = list(_small_clauses(verb))
    filled["attr"] += judgements
    filled["obj"] += [child for judged in judgements for child in judged.children if child.dep == "nsubj"]
    filled["prt"] = [child for child in verb.children if child.dep == "prt"]
    others = [c for c in verb.children if c.dep in ("prt", "advmod", "attr", "acomp")]
    carriers = [verb, *_own_objects(verb), *others, *judgements]
    for carrier in (*carriers, *_media(verb)):
        _add_prepositions(filled, carrier)
    filled["unwilling"] = list(_unwilling(verb))
    filled["purpose"] = list(_purposes(verb))
    filled["speaker"] = list(_speakers(verb))
    filled["owner"], filled["load"] = list(owners(filled["subj"])), list(loads(filled["subj"]))
    filled["obj_owner"] = list(owners(filled["obj"]))
    return filled | _clause_slots(verb)


def _media(verb: Token) -> Iterator[Token]:
    """Yield the *phone* of *spoke by phone with Chad*, before which the parser may hang the partner."""
    for child in verb.children:
        if child.dep in ("prep", "agent") and child.lower in ("by", "over", "via"):
            yield from (below for below in child.children if below.lemma in _MEDIA)


def _clause_slots(verb: Token) -> Filled:
    """Return the slots that tell of the clauses below a verb."""
    clauses = list(_clauses(verb))
    return {
        "clause": clauses,
        "clause_subj": [subject for clause in clauses for subject in _clause_subject(verb, clause)],
        "clause_obj": [thing for clause in clauses for thing in clause.children if thing.dep == "dobj"],
        "clause_attr": [complement for clause in clauses for complement in _complements(clause)],
        "clause_not": [word for clause in clauses for word in clause.children if word.lower in _NOT],
        "modal": [modal for clause in clauses for modal in _modals(clause)],
    }


def _small_clauses(verb: Token) -> Iterator[Token]:
    """Yield the judgement of *declared the vote **invalid***, *a **fraud***, which the parser may take for a clause."""
    for child in verb.children:
        judges = child.pos == "ADJ" or (child.pos == "NOUN" and child.child("nsubj") is not None)
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
    if _own_subject(clause):
        return surface_subject(clause)
    return logical_object(predicate) if predicate.lemma in _OBJECT_CONTROL else []


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
    filled: Filled = {"subj": before}
    _add_prepositions(filled, noun)
    filled["subj"] = [*filled.pop("by", []), *before]
    filled["clause"] = [child for child in noun.children if child.dep in ("acl", "relcl", "ccomp", "xcomp", "advcl")]
    filled["no"] = [child for child in noun.children if child.dep == "det" and child.lower == "no"]
    carrier = carrier_of(noun)
    if carrier is not None:
        filled["light"] = [carrier]
        filled["no"] += [child for child in carrier.children if child.dep == "neg"]
        filled["unwilling"] = filled["no"] if _is_willed(carrier) else []
        filled["speaker"] = list(_speakers(carrier))
    if carrier is not None and carried:
        filled["subj"] = [*_carrier_subject(noun, carrier), *filled["subj"]]
        filled["clause"] = filled["clause"] or list(_clauses(carrier))
        _add_prepositions(filled, carrier)
    filled["clause_subj"] = [subject for clause in filled["clause"] for subject in _clause_subject(noun, clause)]
    return filled


def carrier_of(noun: Token) -> Token | None:
    """Return the verb a noun is object or subject of: *hold* in *held talks*, *talks were held*, *talks held in*."""
    noun = _top_of_phrase(noun)
    if noun.dep in ("dobj", "nsubjpass", "nsubj", "attr") and noun.head.pos in ("VERB", "AUX"):
        return noun.head
    if noun.dep == "pobj" and noun.head.dep in ("prep", "agent") and _is_carrying(noun.head):
        return noun.head.head
    for child in noun.children:
        if child.dep == "acl" and child.tag == "VBN":
            return child
    return None


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
        return [*_agents(carrier), *logical_object(carrier)]
    return [token for token in logical_subject(carrier) if token is not noun]


def _add_prepositions(filled: Filled, carrier: Token) -> None:
    for child in carrier.children:
        if child.dep in ("prep", "dative", "agent", "prt") or child.pos == "ADP":
            objects = list(_prepositional(child))
            if objects:
                filled.setdefault(child.lower, []).extend(objects)
            for front in objects:
                if child.lower == "in" and front.lemma == "front":  # of the ministry
                    filled.setdefault("outside", []).extend(_of(front))


def _of(noun: Token) -> list[Token]:
    return [below for child in noun.children if child.lower == "of" for below in _prepositional(child)]


def _prepositional(preposition: Token) -> Iterator[Token]:
    for below in preposition.children:
        if below.dep in ("pobj", "pcomp") or (below.pos == "ADJ" and preposition.lower == "as"):
            yield _antecedent(preposition, below)  # *with whom the king met*
        elif below.dep == "prep":  # out of, from inside
            yield from _prepositional(below)


def _clauses(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep in _CLAUSES and child.pos in ("VERB", "AUX"):
            yield child
        elif child.dep in ("prep", "agent") and child.lower not in _OCCASIONS:
            yield from (below for below in child.children if below.dep == "pcomp" and below.pos in ("VERB", "AUX"))
        elif child.dep in ("dobj", "acomp", "attr"):
            yield from (below for below in child.children if _is_content(below))
        elif child.dep == "advcl" and verb.lemma in _OBJECT_CONTROL:
            yield child


def _is_content(clause: Token) -> bool:
    """*has plans **to leave***, *allowed flights **to resume***, which the parser may take for a relative clause."""
    return clause.pos == "VERB" and (
        clause.dep in ("acl", "xcomp") or (clause.dep == "relcl" and clause.is_infinitive())
    )


_SLOTS = {"verb": _verb_slots, "adj": _adjective_slots}
