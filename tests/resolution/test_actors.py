"""Who is meant: persons, offices, roles, groups and names, with and without a date or a text around."""

from __future__ import annotations

import pytest

from tests.parsing import resolver


@pytest.mark.parametrize(
    ("text", "date", "entry"),
    [
        ("Russian Defense Minister Sergey Shoygu", "2018-12-31", "person.sergei_shoigu"),
        ("Mevlut Cavusoglu", "2018-12-31", "person.mevlut_cavusoglu"),
        ("Turkey's foreign minister, Mevlüt Çavuşoğlu", "2018-12-31", "person.mevlut_cavusoglu"),
        ("former Turkish president Abdullah Gul", "2016-05-01", "person.abdullah_gul"),
        ("Turkish Interior Minister Soylu", "2018-02-01", "person.suleyman_soylu"),
        ("Ihsan Ghani, chief of NACTA", "2017-02-01", "person.ihsan_ghani"),
    ],
)
def test_a_person_is_known_by_name_spelling_or_office(text: str, date: str, entry: str) -> None:
    told = resolver().resolve(text, date=date)
    assert (told.kind, told.id) == ("person", entry)
    assert told.reasons


@pytest.mark.parametrize(
    ("text", "date", "entry"),
    [
        ("the Turkish foreign minister", "2018-12-31", "person.mevlut_cavusoglu"),
        ("Turkey's foreign minister", "2008-05-01", "person.ali_babacan"),
        ("the NATO chief", "2016-01-01", "person.jens_stoltenberg"),
        ("the secretary-general of the United Nations", "2010-01-01", "person.ban_ki_moon"),
        ("the U.S. secretary of state", "2014-09-12", "person.john_kerry"),
        ("the Russian president", "2010-01-01", "person.dmitry_medvedev"),
    ],
)
def test_an_office_tells_its_holder_when_the_date_is_known(text: str, date: str, entry: str) -> None:
    told = resolver().resolve(text, date=date)
    assert told.id == entry
    assert "inferred from the office and the date" in told.reasons
    assert told.score < 0.9


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("the Turkish foreign minister", None),
        ("a Turkish minister", "2018-12-31"),
        ("Turkish foreign ministers", "2018-12-31"),
        ("the former Turkish foreign minister", "2018-12-31"),
        ("the deputy Turkish foreign minister", "2018-12-31"),
        ("the Turkish mayor", "2018-12-31"),
    ],
)
def test_an_office_without_date_or_in_general_tells_nobody(text: str, date: str | None) -> None:
    told = resolver().resolve(text, date=date)
    assert told.id is None
    assert told.country == "TUR"


@pytest.mark.parametrize(
    ("text", "date", "entry"),
    [
        ("the governor of Texas", "2018-05-01", "person.greg_abbott"),
        ("the US ambassador to Turkey", "2010-03-05", "person.james_jeffrey"),
        ("the UN special envoy for Yemen", "2016-04-15", "person.ismail_ould_cheikh_ahmed"),
        ("the chair of the African Union Commission", "2014-12-01", "person.nkosazana_dlamini_zuma"),
        ("Kenya's deputy president", "2023-10-17", "person.rigathi_gachagua"),
        ("the EU's trade commissioner", "2018-03-03", "person.cecilia_malmstrom"),
    ],
)
def test_a_post_of_several_is_told_by_all_its_words(text: str, date: str, entry: str) -> None:
    assert resolver().resolve(text, date=date).id == entry


def test_the_counterpart_of_an_office_holds_it_elsewhere() -> None:
    told = resolver().resolve("the US secretary of state's Russian counterpart", date="2019-10-21")
    assert told.id == "person.sergei_lavrov"


def test_who_is_elected_does_not_hold_the_office_yet() -> None:
    assert resolver().resolve("Guatemala's president-elect", date="2023-11-16").id is None


@pytest.mark.parametrize("text", ["Ethiopian-born Israelis", "Russian-speaking Israelis"])
def test_people_told_by_their_origin_are_civilians_of_their_state(text: str) -> None:
    told = resolver().resolve(text)
    assert (told.country, told.sectors) == ("ISR", ("CVL",))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Benjamin Netanjahu", "person.benjamin_netanyahu"),
        ("Teresa May", "person.theresa_may"),
        ("Joao Cravinho", "person.joao_gomes_cravinho"),
        ("John Smith", None),
        ("Paul Walker", None),
        ("Mohamed Ali", None),
        ("Liu Jie", None),
    ],
)
def test_a_name_nearly_alike_is_a_spelling_only_where_names_are_spelt_in_several_ways(
    text: str, entry: str | None
) -> None:
    assert resolver().resolve(text).id == entry


def test_only_the_words_beside_a_surname_are_given_names() -> None:
    assert resolver().resolve("The Sudanese commander Hemedti").id == "person.mohamed_hamdan_dagalo"
    assert resolver().resolve("Visiting Iranian minister Zarif").id == "person.mohammad_javad_zarif"


def test_a_role_noun_may_be_the_surname_of_one_named_in_full() -> None:
    around = resolver().context("Australian Foreign Minister Julie Bishop left.")
    assert resolver().resolve("Bishop", context=around).id == "person.julie_bishop"
    assert resolver().resolve("the bishop", context=around).id != "person.julie_bishop"
    assert resolver().resolve("Bishop").id != "person.julie_bishop"


def test_a_general_word_for_an_office_tells_the_highest_one() -> None:
    told = resolver().resolve("Bosnian Serb leader Milorad Dodik", date="2021-10-12")
    assert told.sectors[0] == "GOV"


def test_a_state_after_an_office_may_be_its_field() -> None:
    told = resolver().resolve("the high representative in Bosnia", date="2023-07-01")
    assert told.id == "person.christian_schmidt"


def test_a_name_with_an_article_is_no_persons() -> None:
    assert resolver().resolve("the Grand Zambatta").kind == "organisation"


def test_what_one_state_leads_is_not_of_the_state_where_it_is() -> None:
    around = "The Kenyan-led mission landed in Port-au-Prince."
    assert resolver().resolve("The Kenyan-led mission", context=resolver().context(around)).country is None


def test_the_head_of_a_part_of_a_state_is_not_the_head_of_the_state() -> None:
    told = resolver().resolve("the premier of Tasmania", date="1990-04-22")
    assert (told.id, told.country) == (None, "AUS")


@pytest.mark.parametrize(
    ("text", "country"),
    [("the Treasury secretary", "USA"), ("the House speaker", "USA"), ("the taoiseach", "IRL")],
)
def test_an_office_that_few_states_have_tells_its_state(text: str, country: str) -> None:
    assert resolver().resolve(text).country == country


def test_an_envoy_of_a_union_serves_no_state_and_one_sent_to_it_does() -> None:
    sent_by = resolver().resolve("AU envoy Olusegun Obasanjo", date="2021-11-07")
    assert (sent_by.country, sent_by.sectors[0]) == (None, "IGO")
    sent_to = resolver().resolve("Turkey's envoy to the UN")
    assert (sent_to.country, sent_to.sectors[0]) == ("TUR", "GOV")


def test_a_name_runs_through_its_prepositions() -> None:
    told = resolver().resolve("the Brigade of the Martyrs of Wadi Saghir")
    assert (told.kind, told.sectors) == ("armed_group", ("REB",))


def test_a_people_of_one_state_may_live_in_another() -> None:
    told = resolver().resolve("Kenyan Somalis")
    assert (told.country, told.sectors) == ("KEN", ("CVL",))


@pytest.mark.parametrize(
    ("text", "country"),
    [("Mexico's Senate", "MEX"), ("the Philippine Senate", "PHL"), ("the Senate", "USA"), ("the US Senate", "USA")],
)
def test_a_body_is_of_the_state_that_stands_before_its_name(text: str, country: str) -> None:
    assert resolver().resolve(text).country == country


@pytest.mark.parametrize(
    ("text", "country"), [("Colombian businessman Alex Saab", "COL"), ("US prosecutor Alexander Chin", "USA")]
)
def test_the_name_of_a_firm_or_people_may_be_a_surname(text: str, country: str) -> None:
    told = resolver().resolve(text)
    assert (told.id, told.country) == (None, country)


def test_on_a_day_known_only_to_the_year_both_holders_are_candidates() -> None:
    told = resolver().resolve("the Turkish foreign minister", date="2014")
    assert told.id is None
    assert {"Ahmet Davutoğlu", "Mevlüt Çavuşoğlu"} <= {other.name for other in told.candidates}


@pytest.mark.parametrize(
    ("text", "kind", "country", "sector"),
    [
        ("two American aid groups", "open_group", "USA", "NGO"),
        ("Iraqi Kurdish fighters", "open_group", "IRQ", "REB"),
        ("PKK militants", "open_group", "TUR", "REB"),
        ("members of the Turkish parliament", "open_group", "TUR", "LEG"),
        ("the Nigerian army", "body", "NGA", "MIL"),
        ("the mayor of Kabul", "office", "AFG", "GOV"),
        ("Turkish businessman Ali Veli", "agent", "TUR", "BUS"),
        ("the Lakeland Liberation Front", "armed_group", None, "REB"),
        ("Jordanian environment agency", "body", "JOR", "GOV"),
    ],
)
def test_roles_and_groups_have_country_and_sector(text: str, kind: str, country: str | None, sector: str) -> None:
    told = resolver().resolve(text)
    assert (told.kind, told.country, told.sectors[0]) == (kind, country, sector)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("the Kremlin", "state.RUS"),
        ("Ankara", "state.TUR"),
        ("Türkiye", "state.TUR"),
        ("Daesh", "armed.isil"),
        ("MSF", "org.msf"),
        ("the Turkish government", "state.TUR"),
    ],
)
def test_states_and_organisations_by_any_of_their_names(text: str, entry: str) -> None:
    assert resolver().resolve(text).id == entry


def test_a_trait_is_not_the_country() -> None:
    told = resolver().resolve("US-backed Kurdish forces")
    assert told.country != "USA"


def test_a_trait_of_home_is_the_country() -> None:
    assert resolver().resolve("the Beijing-based lender").country == "CHN"


def test_armed_forces_are_no_trait() -> None:
    assert resolver().resolve("the Kenyan armed forces").country == "KEN"


@pytest.mark.parametrize("text", ["a Franco-German patrol", "Sino-Russian forces"])
def test_the_first_part_of_a_compound_is_a_state(text: str) -> None:
    told = resolver().resolve(text)
    assert told.country is None
    assert "several states" in " ".join(told.reasons)


def test_several_states_are_no_single_country() -> None:
    told = resolver().resolve("Turkish and Greek ministers")
    assert told.country is None
    assert any("TUR, GRC" in reason for reason in told.reasons)


def test_a_private_person_gets_no_record_of_their_own() -> None:
    told = resolver().resolve("Turkish shopkeeper Kerem Toprak")
    assert told.name == "Turkish shopkeeper"
    assert told.id is None


def test_the_office_holder_of_another_state_is_not_meant() -> None:
    told = resolver().resolve("Danish Foreign Minister Lavrov", date="2018-01-01")
    assert told.id != "person.sergei_lavrov"
    assert told.country == "DNK"


def test_an_unlisted_minister_stands_beside_the_holder_of_that_time() -> None:
    told = resolver().resolve("Turkish Foreign Minister Orhan Denizli", date="2018-05-01")
    assert (told.name, told.id) == ("Orhan Denizli", None)
    assert [other.id for other in told.candidates] == ["person.mevlut_cavusoglu"]


@pytest.mark.parametrize(
    ("text", "around", "entry"),
    [
        ("Georgia", "Atlanta voted early, and Georgia went to the Democrats.", None),
        ("Georgia", "Tbilisi and Moscow quarrelled as Georgia closed the border with Abkhazia.", "state.GEO"),
        ("Brussels", "Brussels told the member states of the bloc to wait.", "org.eu"),
        (
            "Brussels",
            "The Belgian cabinet met after the raid in Molenbeek, and Brussels promised an inquiry.",
            "state.BEL",
        ),
        ("Holbrooke", "Richard Holbrooke flew to Pristina. Holbrooke met both sides.", "person.richard_holbrooke"),
        ("NSGT", "The International Atomic Energy Agency (NSGT) sent a team. NSGT said so.", "org.iaea"),
    ],
)
def test_the_text_around_decides(text: str, around: str, entry: str | None) -> None:
    assert resolver().resolve(text, context=resolver().context(around)).id == entry


def test_what_the_text_says_after_a_name_counts() -> None:
    around = resolver().context("Maya Okello, a Ugandan nurse, was hurt in the crush.")
    told = resolver().resolve("Maya Okello", context=around)
    assert (told.country, told.sectors[0]) == ("UGA", "MED")


def test_people_without_a_state_are_those_of_the_only_state_of_the_text() -> None:
    around = resolver().context("Riot police cleared the square in Nairobi after a night of unrest in Kenya.")
    told = resolver().resolve("riot police", context=around)
    assert told.country == "KEN"
    assert any("the text tells of KEN" in reason for reason in told.reasons)


@pytest.mark.parametrize(
    "text", ["", "  ", "...", "\u200f\u202e", "A" * 5000, "ب" * 300, "Петров Иван", "\x00\x01", "[[[["]
)
def test_hostile_strings_are_answered(text: str) -> None:
    told = resolver().resolve(text, date="2018-01-01")
    assert told.id is None
    assert told.reasons
