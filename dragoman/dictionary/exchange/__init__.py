"""Importing a user's dictionary: entries of other forms become entries of our own, in a lexicon folder.

Reading order: `offered` (what a file offers), `lines` (its lines), one reader a form (`own`, `followthemoney`,
`cameo`), `check` (what is kept, what is left out, and why), `write` (the folder), `importing` (all of it in order).
"""

from dragoman.dictionary.exchange.importing import FORMS, Report, import_file

__all__ = ["FORMS", "Report", "import_file"]
