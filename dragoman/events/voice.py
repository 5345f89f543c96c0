"""Voice: who does it and to whom it is done, whatever the construction.

A verb's logical subject and object are the same in *X attacked Y*, *Y was attacked by X*, *X, which attacked
Y*, *Y, attacked by X*, *X is accused of attacking Y* and *X met Z and attacked Y*.  Labels are those of
the ClearNLP dependency scheme that spaCy's English models use.
"""

from __future__ import annotations

from dragoman.syntax import Token

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
DITRANSITIVE = frozenset(
    {
        "give", "grant", "award", "offer", "show", "pay", "deny", "send", "tell", "ask", "teach", "fine", "call",
        "name", "elect", "make", "appoint", "promise", "allow", "refuse", "hand", "charge", "guarantee", "owe",
        "forbid", "consider", "deem", "dub", "declare", "allot", "assign", "issue", "spare", "permit",
    }
)  # fmt: skip
_SAYING = frozenset({"say", "declare", "insist", "argue", "claim", "add", "state", "stress"})
#: What is mostly said by who spoke before, not done by whom he spoke of.
_DEMANDING = frozenset(
    {
        "accuse", "appeal", "blame", "call", "condemn", "criticise", "criticize", "demand", "denounce", "urge", "warn",
    }
)  # fmt: skip
#: Words by which one is told apart who did something: *the **first** country to leave*.
_RANKS = frozenset({"first", "last", "latest", "only", "sole", "second", "third", "fourth", "fifth"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_SUBJECTS = ("nsubj", "csubj")
#: Verbs whose object is the subject of the clause that follows: *urged Israel to withdraw*.
OBJECT_CONTROL = frozenset(
    {
        "ask", "urge", "tell", "order", "force", "allow", "permit", "press", "persuade", "convince", "invite", "warn",
        "call", "request", "pressure", "instruct", "command", "compel", "encourage", "accuse", "suspect", "blame",
        "prevent", "stop", "ban", "bar", "block", "help", "enable", "require", "advise", "remind", "expect", "want",
        "push", "lobby", "beg", "implore", "summon", "authorize", "authorise", "let", "make", "see", "condemn",
        "criticize", "criticise", "convict", "charge", "indict", "praise", "thank", "commend", "arrest", "detain",
        "lead", "prompt", "cause", "spur", "oblige", "direct", "task", "like", "wish", "need", "prefer",
    }
)  # fmt: skip


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is passive: *was attacked*, or *attacked* after the noun it describes."""
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.dep == "conj" and verb.tag == "VBN" and not has_own_subject(verb) and is_passive(verb.head):
        return not any(child.dep in ("aux", "dobj") for child in verb.children)
    return verb.tag == "VBN" and verb.dep in ("acl", "advcl", "amod") and not (_has_aux(verb) or _is_past(verb))


def _is_past(verb: Token) -> bool:
    """Tell whether the tagger took a past tense for a participle: *two bombings killed 48 people* alone."""
    return verb.dep == "acl" and verb.child("dobj") is not None and verb.lemma not in DITRANSITIVE


def _has_aux(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lemma == "have" for child in verb.children)


def has_own_subject(verb: Token) -> bool:
    """Tell whether a subject stands with the verb itself."""
    return any(child.dep in ("nsubj", "nsubjpass", "csubj", "expl") for child in verb.children)


def logical_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Return who does it, following relative clauses, participles, coordination and control."""
    if is_passive(verb):
        return agents_of(verb)
    own = [child for child in verb.children if child.dep in _SUBJECTS]
    if own:
        return [author for token in own for author in _authors(antecedent(verb, _told_of(token)), depth)]
    if depth > 4 or verb.child("expl") is not None:  # *There were talks, she said*
        return []
    return _inherited_subject(verb, depth)


def _told_of(subject: Token) -> Token:
    """*The agency operating in Iraq said*: the parser may take the participle for the subject."""
    own = subject.child("nsubj") if subject.tag == "VBG" else None
    return own if own is not None else subject


def ranked(clause: Token) -> Token | None:
    """Return the *country* of *Oman was the first country **to leave***: whoever is called so did it."""
    if clause.dep not in ("relcl", "acl", "xcomp", "advcl") or not clause.is_infinitive():
        return None
    noun = clause.head if clause.dep in ("relcl", "acl") else clause.head.child("attr")
    if noun is not None and noun.dep == "pobj" and noun.head.lower == "of":  # *one of the first countries to leave*
        noun = noun.head.head
    called = noun is not None and (noun.dep == "appos" or (noun.dep == "attr" and noun.head.lemma in ("be", "become")))
    return noun if noun is not None and called and _is_ranked(noun) else None


def _is_ranked(noun: Token) -> bool:
    below = (low for of in noun.children if of.lower == "of" for low in of.children if low.dep == "pobj")
    return any(
        word.lower in _RANKS or any(child.dep == "amod" and child.lower in _RANKS for child in word.children)
        for word in (noun, *below)
    )


def _inherited_subject(verb: Token, depth: int) -> list[Token]:
    if (noun := ranked(verb)) is not None:
        return [noun.head] if noun.dep == "appos" else surface_subject(noun.head, depth + 1)
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
        return _subject_above(verb, depth)
    return []


def _subject_above(verb: Token, depth: int) -> list[Token]:
    """Return who does what a clause tells that takes its subject from the word above."""
    head = verb.head
    if head.pos == "ADJ" and head.dep == "acomp":  # *was quick to leave*
        return surface_subject(head.head, depth + 1)
    if head.pos not in ("VERB", "AUX"):
        return _holder(head)
    if (told := _gone_on_with(verb)) is not None:
        return surface_subject(told, depth + 1)
    return _controller(head, depth) if verb.dep in ("xcomp", "ccomp", "oprd") else surface_subject(head, depth + 1)


def _authors(noun: Token, depth: int) -> list[Token]:
    """Return who speaks through a document: *a **UN** report*, *Chad issued a note accusing*."""
    if noun.lemma not in _DOCUMENTS or depth > 4:
        return [noun]
    named = [*agents_of(noun), *(child for child in noun.children if child.dep in ("poss", "compound", "amod", "nmod"))]
    proper = [token for token in named if token.text[0].isupper() or token.dep == "poss"] or agents_of(noun)
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


def goes_on_saying(verb: Token) -> bool:
    """Tell whether a verb of speech goes on from the saying: *said it was a lie and **demanded** more*."""
    content = verb.head
    said = content.head
    if verb.dep != "conj" or content.dep != "ccomp" or content.lemma != "be" or said.i > content.i:
        return False
    return verb.lemma in _DEMANDING and said.lemma in _SAYING and verb.tag == said.tag and verb.child("aux") is None


def _gone_on_with(verb: Token) -> Token | None:
    """Return the verb that a verb goes on from, where the parser joins it to another."""
    return verb.head.head if goes_on_saying(verb) else _content_gone_on_with(verb)


def _holder(noun: Token) -> list[Token]:
    """The one who holds a plan, vow or decision to act: *France's decision to withdraw*."""
    return [child for child in noun.children if child.dep == "poss"]


def _controller(verb: Token, depth: int) -> list[Token]:
    if verb.lemma in OBJECT_CONTROL:
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
        passive = [antecedent(verb, child) for child in verb.children if child.dep == "nsubjpass"]
        if passive:
            return passive
        if verb.dep in ("acl", "amod", "relcl"):
            return [verb.head]
        above = verb.head.head if verb.dep == "pcomp" else verb.head  # *sank after being hit*
        if depth < 4 and verb.dep in ("conj", "advcl", "xcomp", "pcomp") and above.pos in ("VERB", "AUX"):
            return surface_subject(above, depth + 1)
        return []
    own = _direct_objects(verb) or _object_of_particle(verb)
    if own:
        return [antecedent(verb, token) for token in own]
    if verb.dep == "relcl" and _is_object_relative(verb):
        return [verb.head]
    return _shared_object(verb)


def _direct_objects(verb: Token) -> list[Token]:
    """Return the objects that stand with a verb: *a week*, too, of *gave Chad a week*."""
    own = [child for child in verb.children if child.dep in ("dobj", "obj")]
    if own or verb.child("dative") is None:
        return own
    return [child for child in verb.children if child.dep == "npadvmod"]


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
        if other.dep == "conj" and other.pos == "VERB" and not has_own_subject(other):
            return [child for child in other.children if child.dep == "dobj"]
    return []


def agents_of(verb: Token) -> list[Token]:
    """Return those after *by*."""
    return [
        below
        for child in verb.children
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by")
        for below in child.children
        if below.dep == "pobj"
    ]


def antecedent(governor: Token, token: Token) -> Token:
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
