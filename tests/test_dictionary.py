"""Finding actors and places by their names, and loading the files they stand in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.tokenizer import Tokenizer

from dragoman.dictionary import Dictionary, Match, load_dictionary
from dragoman.dictionary.build import Builder
from dragoman.dictionary.load import READERS, read_persons
from dragoman.dictionary.names import cut
from dragoman.errors import LexiconError
from dragoman.resources import LEXICON
from dragoman.syntax import Token

DICTIONARY = load_dictionary()


@cache
def cutter() -> Tokenizer:
    """Return the parser's own tokenizer."""
    tokenizer: Tokenizer = spacy.blank("en").tokenizer
    return tokenizer


def tokens_of(sentence: str, pos: str = "") -> list[Token]:
    """Return `sentence` cut as the parser cuts it, each word tagged `pos`."""
    return [Token(i, word.text, word.lower_, pos, "", "", word.idx) for i, word in enumerate(cutter()(sentence))]


def matches(sentence: str, dictionary: Dictionary = DICTIONARY) -> list[Match]:
    return dictionary.match(tokens_of(sentence))


def ids(sentence: str, dictionary: Dictionary = DICTIONARY) -> list[str]:
    return [match.entry.id for match in matches(sentence, dictionary)]


def read_alone(folder: Path, name: str) -> Dictionary:
    """Read the user's file `name` with nothing but the packaged countries: quick, for what is wrong in it."""
    builder = Builder()
    READERS["countries.tsv"](builder, LEXICON / "countries.tsv")
    READERS[name](builder, folder / name)
    read_persons(builder)
    return Dictionary(builder)


def write(folder: Path, name: str, *lines: str) -> Path:
    """Write a dictionary file of the user's own and return its folder."""
    (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


PLACES = "name\tnames\tcountry\tlat\tlon\tprecision\tnote"
AGENTS = "phrases\tplural\tsectors\tkind\tnote"
OFFICIALS = "name\tnames\tcountry\toffice\tsector\tfrom\tto\tnote"


class TestMatch:
    """The search in a sentence."""

    def test_the_longest_name_wins(self) -> None:
        assert ids("Guinea-Bissau asked Equatorial Guinea and Guinea") == ["state.GNB", "state.GNQ", "state.GIN"]

    def test_a_name_gives_way_to_a_longer_one_that_begins_in_it(self) -> None:
        assert "org.gcc" in ids("Leaders of the Gulf Cooperation Council met.")
        assert "agent.border_guard" in ids("The Kenyan coast guard fired.")

    def test_names_are_found_left_to_right_without_overlap(self) -> None:
        found = matches("Turkish President Recep Tayyip Erdoğan met Sergei Lavrov in Sochi")
        assert [match.form for match in found] == ["adjective", "agent", "person", "person", "place"]
        assert [(match.first, match.last) for match in found] == [(0, 0), (1, 1), (2, 4), (6, 7), (9, 9)]

    @pytest.mark.parametrize(
        "sentence",
        ["they told us about it", "a roast turkey for dinner", "who is there", "the polish on the table", "an amnesty"],
    )
    def test_common_words_are_not_names(self, sentence: str) -> None:
        assert [match for match in matches(sentence) if match.form != "agent"] == []

    @pytest.mark.parametrize(
        ("sentence", "entry"),
        [
            ("the US objected", "state.USA"),
            ("Turkey objected", "state.TUR"),
            ("TURKEY OBJECTS", "state.TUR"),
            ("the WHO objected", "org.who"),
            ("IS claimed it", "armed.isil"),
        ],
    )
    def test_capital_letters_make_the_name(self, sentence: str, entry: str) -> None:
        assert ids(sentence) == [entry]

    def test_an_acronym_that_is_a_word_is_not_read_in_a_headline_all_in_capitals(self) -> None:
        assert ids("WHO IS NEXT AFTER YEMEN") == ["state.YEM"]

    @pytest.mark.parametrize("spelling", ["al-Qaeda", "Al Qaeda", "al Qaida", "Al-Qa’ida", "AL-QAEDA"])
    def test_hyphens_apostrophes_and_particles_may_vary(self, spelling: str) -> None:
        assert ids(f"Fighters of {spelling} fled")[1:] == ["armed.al_qaeda"]

    @pytest.mark.parametrize(
        "name", ["ISIL", "ISIS", "IS", "Islamic State", "Daesh", "Islamic State of Iraq and the Levant"]
    )
    def test_one_group_has_one_entry_under_all_its_names(self, name: str) -> None:
        assert ids(f"He named {name} first") == ["armed.isil"]

    def test_the_pkk_and_the_pyd_stay_apart(self) -> None:
        assert ids("Ankara fights PKK/PYD in Syria") == ["state.TUR", "armed.pkk", "armed.pyd", "state.SYR"]

    def test_a_possessive_ending_is_no_part_of_the_name(self) -> None:
        (match,) = matches("Turkey’s stance")
        assert (match.first, match.last, match.entry.country) == (0, 0, "TUR")

    def test_an_abbreviation_with_full_stops_is_found_inside_a_compound(self) -> None:
        assert matches("a U.S.-backed plan")[0].form == "adjective"

    @pytest.mark.parametrize("sentence", ["anti-government slogans", "pro-Russian slogans", "non-NATO states"])
    def test_the_word_after_anti_pro_or_non_does_not_act(self, sentence: str) -> None:
        assert ids(sentence) == []

    def test_protesters_against_a_government_are_protesters(self) -> None:
        assert ids("anti-government protesters marched") == ["agent.protester"]

    def test_a_weak_claim_says_so_and_names_its_rivals(self) -> None:
        (match,) = matches("Bush refused")
        assert match.ambiguous
        assert {match.entry.id, *(rival.id for rival in match.alternatives)} == {
            "person.george_h_w_bush",
            "person.george_w_bush",
        }

    def test_a_capital_stands_for_its_state_and_a_building_for_its_government(self) -> None:
        found = matches("Ankara told the Kremlin")
        assert [(match.form, match.entry.country) for match in found] == [("capital", "TUR"), ("metonym", "RUS")]

    @pytest.mark.parametrize("word", ["Saudi", "Israeli", "Turkish", "French", "Soviet"])
    def test_a_country_before_a_noun_is_an_adjective(self, word: str) -> None:
        assert matches(f"{word} envoys")[0].form == "adjective"

    def test_nothing_is_found_in_an_empty_sentence(self) -> None:
        assert DICTIONARY.match([]) == []


class TestRoleNouns:
    """Words for those who act without a name."""

    def test_the_longest_phrase_wins_and_capitals_do_not_matter(self) -> None:
        assert ids("The Deputy Foreign Minister left") == ["agent.deputy_foreign_minister"]

    @pytest.mark.parametrize(
        ("word", "plural"),
        [
            ("soldier", False),
            ("soldiers", True),
            ("gunmen", True),
            ("envoy", False),
            ("police", True),
            ("allies", True),
        ],
    )
    def test_number_is_told(self, word: str, plural: bool) -> None:
        (match,) = matches(word)
        assert (match.form, match.plural) == ("agent", plural)

    def test_a_word_tagged_as_no_noun_is_no_role(self) -> None:
        assert DICTIONARY.match(tokens_of("general", pos="ADJ")) == []
        assert DICTIONARY.match(tokens_of("general", pos="NOUN"))[0].entry.sectors == ("MIL",)


class TestLookup:
    """Entries, countries, places and surnames by key."""

    @pytest.mark.parametrize(
        ("name", "country", "precision"),
        [("Istanbul", "TUR", "city"), ("ISTANBUL", "TUR", "city"), ("Ankara", "TUR", "city"),
         ("Türkiye", "TUR", "country"),
         ("the Gaza Strip", "PSE", "region"), ("Sharm el Sheikh", "EGY", "city"), ("Sahel", None, "region")],
    )  # fmt: skip
    def test_a_place_is_found_by_any_of_its_names(self, name: str, country: str | None, precision: str) -> None:
        place = DICTIONARY.place(name)
        assert place is not None
        assert (place.country, place.precision) == (country, precision)

    def test_an_unknown_place_is_none(self) -> None:
        assert DICTIONARY.place("Nowhereville") is None

    def test_a_country_carries_its_codes(self) -> None:
        turkey = DICTIONARY.countries["TUR"]
        assert (turkey.cow, turkey.gwno, turkey.fips) == (640, 640, "TU")
        assert turkey.capital is not None
        assert turkey.capital.name == "Ankara"

    def test_a_former_state_is_coded_to_its_successor_under_its_own_name(self) -> None:
        (match,) = matches("Soviet leaders")[:1]
        assert (match.entry.name, match.entry.country) == ("Soviet Union", "RUS")

    def test_offices_are_told_by_date(self) -> None:
        erdogan = DICTIONARY.entries["person.recep_tayyip_erdogan"]
        assert [t.office for t in erdogan.offices("2010-05-01")] == ["prime minister"]
        assert [t.office for t in erdogan.offices("2016")] == ["president"]
        assert [t.office for t in erdogan.offices("1995")] == ["mayor of Istanbul"]
        assert erdogan.offices("1990") == ()
        assert len(erdogan.offices()) == 3

    def test_a_date_less_precise_than_the_term_does_not_exclude_it(self) -> None:
        reagan = DICTIONARY.entries["person.ronald_reagan"]
        assert reagan.offices("1981") == reagan.offices("1989") == reagan.tenures

    def test_the_head_of_an_organisation_serves_no_state(self) -> None:
        annan = DICTIONARY.entries["person.kofi_annan"]
        assert (annan.country, annan.organisation, annan.sectors) == (None, "org.un", ("IGO",))

    def test_surnames_give_candidates(self) -> None:
        assert "person.george_shultz" in [person.id for person in DICTIONARY.by_surname("SHULTZ")]
        assert DICTIONARY.by_surname("Nobodyson") == ()


class TestOwnFiles:
    """Entries of the user's own."""

    def test_they_are_added(self, tmp_path: Path) -> None:
        folder = write(tmp_path, "places.tsv", PLACES, "Farvale\tOld Farvale\tNOR\t60.1\t5.2\tcity\t")
        own = load_dictionary(folder)
        assert ids("talks in Old Farvale", own) == ["place.farvale"]
        assert ids("talks in Geneva", own) == ["place.geneva"]

    def test_they_replace_an_entry_of_the_same_id(self, tmp_path: Path) -> None:
        folder = write(tmp_path, "places.tsv", PLACES, "Geneva\t\tUSA\t41.9\t-88.3\tcity\t")
        place = load_dictionary(folder).place("Geneva")
        assert place is not None
        assert place.country == "USA"

    def test_they_win_words_that_others_claim(self, tmp_path: Path) -> None:
        lines = ["- id: org.own", "  name: Own Group", "  kind: organisation", "  country: NOR", "  sectors: [BUS]"]
        folder = write(tmp_path, "organisations.yaml", *lines, "  names: [NATO]")
        (match,) = matches("NATO agreed", load_dictionary(folder))
        assert (match.entry.id, [rival.id for rival in match.alternatives]) == ("org.own", ["org.nato"])

    def test_the_packaged_dictionary_is_not_touched(self, tmp_path: Path) -> None:
        load_dictionary(write(tmp_path, "places.tsv", PLACES, "Farvale\t\tNOR\t60.1\t5.2\tcity\t"))
        assert load_dictionary().place("Farvale") is None

    def test_a_folder_without_a_dictionary_file_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(LexiconError, match=r"holds none of countries\.tsv"):
            load_dictionary(tmp_path)

    @pytest.mark.parametrize(
        ("file", "line", "complaint"),
        [
            ("places.tsv", "Farvale\t\tQQQ\t60.1\t5.2\tcity\t", "unknown country 'QQQ'"),
            ("places.tsv", "Farvale\t\tNOR\tnorth\t5.2\tcity\t", "lat must be a number"),
            ("places.tsv", "Farvale\t\tNOR\t95\t5.2\tcity\t", "degrees on the globe"),
            ("places.tsv", "Farvale\t\tNOR\t60.1\t5.2\tvillage\t", "precision must be city or region"),
            ("places.tsv", "Farvale\t?\tNOR\t60.1\t5.2\tcity\t", "empty name"),
            ("places.tsv", "Farvale\tNOR\t60.1", "3 cells where 7 are needed"),
            ("agents.tsv", "beekeeper\ts\tBEE\topen_group\t", "unknown sector 'BEE'"),
            ("agents.tsv", "beekeeper\ts\tLAB\tswarm\t", "unknown kind 'swarm'"),
            ("agents.tsv", "Beekeeper\ts\tLAB\tagent\t", "must be in lower case"),
            ("agents.tsv", "\ts\tLAB\tagent\t", "phrases are missing"),
            ("officials.tsv", "Ann Roe\t\tNOR\tpremier\tGOV\tlately\t\t", "from must be YYYY"),
            (
                "officials.tsv",
                "Ann Roe\t\tNOR\tpremier\tGOV\t1999-05\t1998\t",
                "ends (1998) before it begins (1999-05)",
            ),
            ("officials.tsv", "Ann Roe\t\torg.none\tpremier\tGOV\t\t\t", "unknown organisation 'org.none'"),
        ],
    )
    def test_what_is_wrong_is_named_with_file_and_line(
        self, tmp_path: Path, file: str, line: str, complaint: str
    ) -> None:
        header = {"places.tsv": PLACES, "agents.tsv": AGENTS, "officials.tsv": OFFICIALS}[file]
        with pytest.raises(LexiconError) as caught:
            read_alone(write(tmp_path, file, "# own", header, line), file)
        assert complaint in str(caught.value)
        assert f"{file}:3:" in str(caught.value)

    def test_two_entries_may_not_claim_the_same_words_with_equal_right(self, tmp_path: Path) -> None:
        rows = ["Farvale\tTwin\tNOR\t60.1\t5.2\tcity\t", "Nearvale\tTwin\tNOR\t61.0\t5.0\tcity\t"]
        with pytest.raises(LexiconError, match=r"'Twin' is claimed by 'place\.farvale' already"):
            read_alone(write(tmp_path, "places.tsv", PLACES, *rows), "places.tsv")

    def test_a_claim_marked_weak_is_allowed(self, tmp_path: Path) -> None:
        rows = ["Farvale\tTwin?\tNOR\t60.1\t5.2\tcity\t", "Nearvale\tTwin\tNOR\t61.0\t5.0\tcity\t"]
        own = read_alone(write(tmp_path, "places.tsv", PLACES, *rows), "places.tsv")
        (match,) = matches("seen in Twin", own)
        assert (match.entry.id, match.ambiguous) == ("place.nearvale", False)

    def test_an_id_may_not_be_given_twice(self, tmp_path: Path) -> None:
        row = "Farvale\t\tNOR\t60.1\t5.2\tcity\t"
        with pytest.raises(LexiconError, match="is given twice"):
            read_alone(write(tmp_path, "places.tsv", PLACES, row, row), "places.tsv")

    def test_a_name_that_yaml_takes_for_a_number_is_refused(self, tmp_path: Path) -> None:
        lines = ["- id: org.own", "  name: 17", "  kind: organisation", "  country: null", "  sectors: [BUS]"]
        with pytest.raises(LexiconError, match="quote a word that YAML takes for another value"):
            read_alone(write(tmp_path, "organisations.yaml", *lines), "organisations.yaml")

    def test_sectors_must_be_a_list(self, tmp_path: Path) -> None:
        lines = ["- id: org.own", "  name: Own", "  kind: organisation", "  country: null", "  sectors: BUS"]
        with pytest.raises(LexiconError, match="sectors must be a list of texts"):
            read_alone(write(tmp_path, "organisations.yaml", *lines), "organisations.yaml")


@pytest.mark.parametrize(
    "name",
    [
        "Côte d'Ivoire",
        "DHKP-C",
        "PKK/PYD",
        "Washington, D.C.",
        "al-Aqsa Martyrs' Brigades",
        "P5+1",
        "Turkey's",
        "N'Djamena",
    ],
)
def test_names_are_cut_as_the_parser_cuts_them(name: str) -> None:
    assert cut(name) == tuple(token.text for token in cutter()(name))


def test_a_longer_name_behind_an_article_wins() -> None:
    assert ids("ministers of the Gulf Cooperation Council") == ["agent.minister", "org.gcc"]
    assert "org.gcc" not in ids("ships in the Gulf")
