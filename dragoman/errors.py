"""Every error a user of Dragoman can meet.

    DragomanError
    ├── InputError            a source cannot be read
    │   ├── MissingInputError
    │   ├── EmptyInputError
    │   ├── UndecodableError
    │   ├── MalformedInputError
    │   └── TooLargeError
    ├── LexiconError          a lexicon file breaks its schema (names file and line)
    ├── PipelineError         the stages do not fit together
    ├── StageError            a stage failed on one document
    └── RecordError           the record file cannot be used
        ├── NotARecordError
        ├── NewerRecordError
        ├── ReadOnlyRecordError
        ├── DiskFullError
        └── UnknownIdError

A class carries what is the same for all its instances: `hint` (what to do next) and `exit_code`.
The message names the thing.  The command line prints both on one line.
"""

from __future__ import annotations

from typing import ClassVar


class DragomanError(Exception):
    """Something Dragoman can explain went wrong."""

    hint: ClassVar[str] = "run the command again with --help to see what it accepts"
    exit_code: ClassVar[int] = 1

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message}: {self.hint}" if message else self.hint


class InputError(DragomanError):
    """A source cannot be read."""

    hint = "check the path and the file type (.txt, .html, .jsonl, or these as .gz or .zst)"
    exit_code = 2


class MissingInputError(InputError):
    """The path does not exist or may not be opened."""

    hint = "check the spelling of the path and that you may read it"


class EmptyInputError(InputError):
    """There is nothing to code: an empty file, or a folder without articles."""

    hint = "give a file with text, or a folder that holds .txt, .html or .jsonl files"


class UndecodableError(InputError):
    """The bytes are not text in any encoding that could be detected."""

    hint = "convert the file to UTF-8 text first"


class MalformedInputError(InputError):
    """The bytes are text, but not in the form the file name promises."""

    hint = "each line must be one JSON object with at least a text field"


class TooLargeError(InputError):
    """The source is larger, after decompression, than the limit."""

    hint = "split the file, or raise DRAGOMAN_MAX_BYTES"


class LexiconError(DragomanError):
    """A lexicon file breaks its schema."""

    hint = "correct the entry at the line named; the head of the file explains its fields"
    exit_code = 2

    def __init__(self, file: str, line: int, problem: str) -> None:
        self.file, self.line, self.problem = file, line, problem
        super().__init__(f"{file}:{line}: {problem}")


class PipelineError(DragomanError):
    """The stages do not fit together."""

    hint = "put a stage that assigns what is missing before the one that requires it"
    exit_code = 2


class StageError(DragomanError):
    """A stage failed on one document."""

    hint = "the document is in the quarantine file; the other documents are not affected"

    def __init__(self, stage: str, document: str, cause: BaseException) -> None:
        self.stage, self.document, self.cause = stage, document, cause
        super().__init__(f"{document}: stage {stage} failed with {type(cause).__name__}: {cause}")


class RecordError(DragomanError):
    """The record file cannot be used."""

    hint = "name another file with --record"


class NotARecordError(RecordError):
    """The file exists but holds no Dragoman record."""

    hint = "name a record made by `dragoman add`, or a new file, with --record"


class NewerRecordError(RecordError):
    """The record was written by a newer Dragoman."""

    hint = "upgrade with `pip install --upgrade dragoman`"


class ReadOnlyRecordError(RecordError):
    """The record or its folder may not be written."""

    hint = "make the folder writable, or name a file elsewhere with --record"


class DiskFullError(RecordError):
    """The disk has no room left; documents stored so far are kept."""

    hint = "free some space and run the same command again: it continues where it stopped"


class UnknownIdError(RecordError):
    """No event or document has this id."""

    hint = "list ids with `dragoman events` or `dragoman documents`"
