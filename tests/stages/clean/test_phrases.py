"""The rules for furniture: each marks its example, none marks a line of an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import LexiconError
from dragoman.resources import Entry, read_yaml
from dragoman.stages.clean.phrases import FILE, OPTIONAL, REQUIRED, Rulebook, rulebook

ENTRIES = read_yaml(FILE, required=REQUIRED, optional=OPTIONAL)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.values["id"])
def test_a_rule_marks_its_example_and_no_rule_its_counter_example(entry: Entry) -> None:
    rule = rulebook().match(entry.values["example"])
    assert rule is not None
    assert rule.id == entry.values["id"]
    assert rulebook().match(entry.values["counter"]) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("  »Share this article on Facebook«", "share line"),
        ("FACEBOOK • TWITTER • WHATSAPP • PRINT", "share line"),
        ("4,310 views", "view counter"),
        ("Bu haber 214 kez okundu", "view counter"),
        ("Okunma sayısı : 88", "view counter"),
        ("Просмотров: 1204", "view counter"),
        ("14 yorum", "comment form"),
        ("Schreiben Sie einen Kommentar", "comment form"),
        ("Laisser un commentaire", "comment form"),
        ("Deja un comentario", "comment form"),
        ("Оставить комментарий", "comment form"),
        ("اترك تعليقاً", "comment form"),
        ("KAYNAK:Deniz Postası", "source line"),
        ("Wir verwenden Cookies, um Ihnen mehr zu zeigen.", "cookie notice"),
        ("© 2019 Gulf Weekly", "copyright line"),
        ("Tüm hakları saklıdır.", "copyright line"),
        ("Etiketler: Umman, Yemen", "tag list"),
        ("Lire aussi : La trêve tient", "related links"),
        ("Home | World | Politics", "navigation"),
        ("All NewsWorld (Foreign)", "navigation"),
        ("Photo: Omani News Bureau", "image caption"),
        ("3 min read", "view counter"),
        ("Updated 2 hours ago", "update stamp"),
    ],
)
def test_lines_of_many_pages_are_known(line: str, reason: str) -> None:
    rule = rulebook().match(line)
    assert rule is not None
    assert rule.reason == reason


@pytest.mark.parametrize(
    "line",
    [
        "Home minister visits Doha for talks on border police",
        "Share of oil in exports falls, ministry says",
        "Print media were closed down by decree in Sanaa on Sunday.",
        "Source close to the talks says truce will hold",
        "Comments containing threats were sent to the ministry on Friday.",
        "Copyright treaty signed by Oman and Qatar",
        "Read more closely, the decree bans all rallies.",
        "By Friday the rebels had left the port.",
        "Editing the constitution took the assembly three years.",
        "Powered by Russian air cover, the army took the town.",
        "Tags were fixed to the coffins of the victims.",
        "Views on the treaty differ",
        "Facebook, Twitter, WhatsApp and Telegram were blocked.",
        "Related attacks in Aden killed three soldiers.",
    ],
)
def test_lines_of_an_article_are_left_alone(line: str) -> None:
    assert rulebook().match(line) is None


def test_a_full_sentence_is_marked_only_by_rules_that_allow_it(tmp_path: Path) -> None:
    for allowed in ("true", "false"):
        file = _rules(tmp_path, f'lines: ["more news ..."]\n  sentences: {allowed}')
        found = Rulebook(file).match("More news of fighting came from the port on Sunday.")
        assert (found is not None) == (allowed == "true")


def test_a_line_in_two_rules_is_an_error_with_its_line(tmp_path: Path) -> None:
    file = _rules(tmp_path, 'lines: ["Print"]')
    file.write_text(file.read_text() + file.read_text().replace("id: one", "id: two"))
    with pytest.raises(LexiconError, match=r"rules\.yaml:6: .*belongs to one"):
        Rulebook(file)


@pytest.mark.parametrize("body", ["note: neither", "lines: [3]", "words: [3]", "lines: [a]\n  closes: door"])
def test_a_broken_rule_is_an_error(tmp_path: Path, body: str) -> None:
    with pytest.raises(LexiconError, match=r"rules\.yaml:1: "):
        Rulebook(_rules(tmp_path, body))


def _rules(folder: Path, body: str) -> Path:
    file = folder / "rules.yaml"
    file.write_text(f"- id: one\n  reason: test\n  example: x\n  counter: y\n  {body}\n")
    return file
