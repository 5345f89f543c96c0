"""Names as CAMEO files write them, in capitals: how they are printed, and which are those of a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache

from dragoman.text import fold


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words that a person's name does not have.
_NO_PERSON = _words("""
    academy action administration agency air airlines alliance anti arm armed army assembly association authority bank
    base battalion board border brigade brigades bureau cabinet camp cartel cell center centre chamber chief church
    city club coalition college column command commando commandos commission committee communist community company
    confederation conference congress cooperation corp corporation corps council country court crisis crown defence
    defense democratic department development directorate district division economic embassy emergency enterprise
    faction families federal federation fighters fighting film force forces forum foundation free freedom front fund
    gang general global government group groups guard guards guerrilla guerrillas hospital house human inc independent
    industries initiative institute institution insurgents intelligence international island islands jihad judiciary
    junta justice labor labour laboratories laboratory leadership league legion legislature liberation limited
    ltd martyrs media militants military militia militias minister ministers ministry mission movement mujahideen
    mujahidin municipal national nations navy network news office officer officers official officials operation order
    organisation organization palace parliament party patrol peace people peoples people's plc police political
    popular power press province radio rebel rebels red refugees regiment region regime relief republic republican
    research resistance revolution revolutionary rights royal school secret secretariat security senate service
    services settlers sea separatists social socialist societies society soldiers solidarity south north east west
    special spokesman spokeswoman squad star state states station student students supreme syndicate system systems
    team technologies television trade tribe tribunal troops trust union unions unit united university volunteers war
    water wing women workers world worldwide young youth
    battalions abroad and for from of the with against
    """)
# Words before a person's name.
_TITLES = _words("king queen prince princess sheikh shaikh sheik emir sultan ayatollah mullah imam pope dr gen")
_SMALL = _words("of the and for in on to at by as or from with against de du da dos das di la le les y et und")
_PARTICLES = _words("de du da dos das di la le y und van der von bin ibn bint al el")
# Written like acronyms in files of capitals, but none.
_COMMON = _words("INC LTD CORP CO AND FOR ALL NEW OLD RED SEA WAR AID ICE ART OIL GAS")
_KEPT = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?")
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
_MOST_WORDS = 12
_GROUPS = frozenset(("state", "body", "organisation", "armed_group", "igo", "open_group", "place"))
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_VOWELS = frozenset("AEIOUYaeiouy")
_HYPHENATED_SECOND_SMALL = frozenset(("KOR", "PRK", "TWN", "CHN"))


class Wording:
    """What the packaged dictionary knows of names: given names, acronyms, role nouns, and whom a name means."""

    def __init__(
        self, given: Iterable[str], kind_of: Callable[[str], str], leading_roles: Callable[[str], int]
    ) -> None:
        self._given = frozenset(fold(name) for name in given)
        self._kind_of = cache(kind_of)
        self._leading_roles = leading_roles

    def variants(self, names: Iterable[str]) -> list[str]:
        """Return the names with spaces for underscores; an acronym in brackets becomes a name of its own."""
        found: dict[str, None] = {}
        for name in names:
            plain = " ".join(name.replace("_", " ").split())
            names_of = [plain] if "(" not in plain else _without_brackets(plain)
            found.update(dict.fromkeys(each for each in names_of if _WORD.search(each)))
        return list(found)

    def could_be_person(self, name: str, *, dated: bool = False) -> bool:
        """Tell whether `name` has several words, none of them such as only bodies have.

        Where an office is `dated`, one word is enough, and a given name at the beginning outweighs such words.
        """
        words = fold(name).split()
        if not words or len(words) > _MOST_WORDS or any(letter.isdigit() for letter in name):
            return False
        if dated and words[0] in self._given and len(words) > 1:
            return True
        return (dated or len(words) > 1) and all(word.strip(".,") not in _NO_PERSON for word in words)

    def begins_with_given_name(self, name: str) -> bool:
        """Tell whether `name` begins as persons' names of the packaged dictionary do, or with the title of one."""
        first = next(iter(fold(name).split()), "")
        return self.could_be_person(name) and len(first) > 2 and (first in self._given or first in _TITLES)

    def is_group(self, name: str) -> bool:
        """Tell whether the packaged dictionary knows `name` as that of a group, a body or a state."""
        return self._kind_of(name.title()) in _GROUPS

    def is_person(self, name: str) -> bool:
        """Tell whether the packaged dictionary knows `name` as that of a person."""
        return self._kind_of(name.title()) == "person"

    def personal(self, name: str, country: str | None) -> str:
        """Return a person's name with capitals where they belong."""
        words = name.split()
        if _shouted(name):
            words = [_titled(word, _PARTICLES if i else ()) for i, word in enumerate(words)]
        if country in _HYPHENATED_SECOND_SMALL:
            words = [_second_small(word) for word in words]
        return " ".join(words)

    def untitled(self, name: str) -> str:
        """Return `name` without the offices before it, as long as two words are left."""
        words = name.split()
        roles = self._leading_roles(name)
        return " ".join(words[roles:]) if roles and len(words) - roles > 1 else name

    def general(self, names: Iterable[str]) -> list[str]:
        """Return the names of a body or place with capitals where they belong; acronyms keep theirs."""
        listed = list(names)
        initials = {_initials(name) for name in listed} | {_initials(name, _SMALL) for name in listed}
        return [self._general(name, initials) for name in listed]

    def _general(self, name: str, initials: set[str]) -> str:
        if not _shouted(name) or name in initials:
            return name
        words = name.split()
        return " ".join(
            word if self._is_acronym(word) else _titled(word, _SMALL if i else ()) for i, word in enumerate(words)
        )

    def _is_acronym(self, word: str) -> bool:
        if not 1 < len(word) < 6 or not word.isalpha() or word in _COMMON:
            return False
        return _VOWELS.isdisjoint(word) or (self._kind_of(word) != "" and self._kind_of(word.title()) == "")


def _without_brackets(name: str) -> list[str]:
    bare = " ".join(_BRACKET.sub(" ", name).split()).strip("()")
    return [bare, *(word for word in _BRACKET.findall(name) if word.isalpha() and word.isupper() and len(word) < 7)]


def _initials(name: str, without: Collection[str] = ()) -> str:
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words if word.lower() not in without) if len(words) > 1 else ""


def _titled(word: str, small: Collection[str]) -> str:
    if _KEPT.fullmatch(word):
        return word
    lower = word.lower()
    return lower if lower in small else "-".join(_capitalised(part) for part in lower.split("-"))


def _capitalised(part: str) -> str:
    """Return `part` with a capital first letter, and one after O', D' or N'."""
    if part[1:2] == "'" and len(part) > 3:
        return part[:2].upper() + part[2:3].upper() + part[3:]
    for i, letter in enumerate(part):
        if letter.isalpha():
            return part[:i] + letter.upper() + part[i + 1 :]
    return part


def _second_small(word: str) -> str:
    first, dash, second = word.partition("-")
    return f"{first}{dash}{second.lower()}"


def _shouted(name: str) -> bool:
    return name == name.upper() and name != name.lower()
