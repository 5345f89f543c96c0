"""What makes a coding: asked before the parser is loaded, to leave out what is coded already."""

from __future__ import annotations

from pathlib import Path

from dragoman.learned.labels import load_labels
from dragoman.records import CoderVersion
from dragoman.resources import LEXICON, lexicon_hash
from dragoman.version import __version__


def coder_version(lexicon: Path | None = None) -> CoderVersion:
    """Return the version of Dragoman with hashes of its lexicons, those of the user too, and of its network."""
    hashes = [lexicon_hash(folder) for folder in (LEXICON, lexicon) if folder is not None]
    return CoderVersion(version=__version__, lexicon="+".join([*hashes, load_labels().digest]))
