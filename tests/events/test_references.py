"""Pronouns and descriptions stand for the likeliest of those named before, or for nobody."""

from __future__ import annotations

import pytest

from tests.events.test_participants import countries, resolve


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Bolivian Minister Jon Doe met Peru's envoy. He left.", "He", ["BOL"]),
        ("Ghana attacked Togo. It withdrew.", "It", ["GHA"]),
        ("Spain urged Peru to end its blockade.", "its", ["PER"]),
        ("The talks failed. It was the third visit.", "It", []),
        ("Japan protested. The report was published. It accused China.", "It", []),
        ("Chad and Niger signed. They rejoiced.", "They", ["TCD", "NER"]),
        ("Peru protested. Jane Roe was arrested. She appealed.", "She", []),
        ("Peru attacked it.", "it", []),
        ("Gunmen fled. Chadian police said they had arrested two men.", "they", ["TCD"]),
        ("Israeli forces entered. Residents said they had arrested six men.", "they", ["ISR"]),
        ("Iranian troops left. Syria says their missiles hit a jet.", "their", ["SYR"]),
        ("Boris Johnson was praised by Angela Merkel after she won.", "she", ["DEU"]),
    ],
)
def test_a_pronoun_takes_the_likeliest_antecedent_or_none(text: str, word: str, expected: list[str]) -> None:
    assert countries(resolve(text, word)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru's president accused the country of spying.", ["CHL"]),
        ("Peru's president thanked the country.", ["CHL"]),
        ("Peru's president left the country.", ["PER"]),
        ("Bolivia's president accused the country of spying.", ["PER"]),
    ],
)
def test_what_is_done_to_others_is_not_done_to_ones_own_country(sentence: str, expected: list[str]) -> None:
    assert countries(resolve(f"Chile met Peru. {sentence}", "country")) == expected


def test_a_reporter_does_not_bring_in_the_government_of_his_country() -> None:
    text = "Chile protested. Al Jazeera's Jon Doe, reporting from Lima, spoke. Rain fell on the country."
    assert countries(resolve(text, "country")) == ["CHL"]


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    assert resolve('Bolivian Minister Jon Doe left. "He lied," Doe said.', "He") == []


@pytest.mark.parametrize(
    "text",
    [
        '"We will leave," the Chilean minister said.',
        'The Chilean minister said: "We will leave."',
        '"Talks failed. We will leave," the Chilean minister said.',
        '"Talks failed," the Chilean minister said. "We will leave."',
    ],
)
def test_we_in_a_quotation_is_its_speaker(text: str) -> None:
    (actor,) = resolve(text, "We")
    assert (actor.country, actor.basis) == ("CHL", "speaker of the quotation")


def test_we_outside_quotations_is_who_issued_the_text() -> None:
    assert resolve("Chile spoke. We condemn this.", "We") == []
    (actor,) = resolve("We condemn this.", "We", publisher="Ministry of Foreign Affairs of Norway")
    assert (actor.country, actor.basis) == ("NOR", "issuer")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Hamas fired rockets. Israel replied. The group withdrew.", "group", ["PSE"]),
        ("Saudi Arabia met Egypt. The kingdom agreed.", "kingdom", ["SAU"]),
        ("Japan met Germany. The island nation agreed.", "nation", ["JPN"]),
        ("Kenya spoke. The neighbouring country agreed.", "country", [None]),
        ("Kenya closed its border with Somalia and blamed that country.", "country", ["SOM"]),
        ("China will be next. The Chilean minister will visit the country.", "country", ["CHN"]),
    ],
)
def test_a_description_fits_what_it_describes(text: str, word: str, expected: list[str | None]) -> None:
    assert countries(resolve(text, word)) == expected


def test_two_sides_are_two() -> None:
    text = "Japan met Russia. Japan and Russia discussed Syria, Iraq and Iran. The two sides agreed."
    assert countries(resolve(text, "sides")) == ["JPN", "RUS"]


def test_the_parties_to_something_are_not_those_named_before() -> None:
    assert countries(resolve("Japan and Russia spoke. The parties to the conflict met.", "parties")) == [None]


def test_an_apposition_is_heard_as_whom_it_describes() -> None:
    (actor,) = resolve("Peruvian Minister Ana Roe, the former general, spoke. She left.", "She")
    assert actor.country == "PER"


def test_a_body_is_taken_up_by_a_word_of_its_name() -> None:
    text = "The African Union met. Chad left. Mali left. Peru left. Togo left. Then the union wept."
    assert [actor.name for actor in resolve(text, "union")] == ["African Union"]
    assert [actor.entry for actor in resolve("Chad left. Then the union wept.", "union")] == ["agent.union"]
