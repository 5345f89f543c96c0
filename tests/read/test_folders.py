"""Folders: the same order everywhere, only articles, no loops."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.read.folders import article_files, suffixes


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", (".txt", "")),
        ("a.b.HTML.GZ", (".html", ".gz")),
        ("a.jsonl.zst", (".jsonl", ".zst")),
        ("a.gz", ("", ".gz")),
        ("README", ("", "")),
        ("folder.txt/a", ("", "")),
    ],
)
def test_suffixes_tell_format_and_compression(name: str, expected: tuple[str, str]) -> None:
    assert suffixes(name) == expected


def _names(folder: Path) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path, error in article_files(str(folder)) if error is None]


def test_articles_come_sorted_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.html", "a.jsonl", "c.txt.gz", ".hidden.txt", ".git/x.txt", "photo.jpg", "B.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert _names(tmp_path) == ["B.TXT", "a.jsonl", "b/10.html", "b/2.txt", "c.txt.gz"]


def test_a_link_to_a_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = [(Path(path).name, error) for path, error in article_files(str(tmp_path))]
    assert [name for name, _ in found] == ["a.txt", "loop"]
    assert "link to a folder" in str(found[1][1])


def test_a_deep_folder_is_walked_to_its_end(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 500)
    deep.mkdir(parents=True)
    (deep / "a.txt").touch()
    assert len(_names(tmp_path)) == 1
