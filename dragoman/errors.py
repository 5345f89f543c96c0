"""Every error a user of Dragoman can meet.

    DragomanError
    ├── SettingError          an environment variable cannot be used
    ├── InputError            a source cannot be read
    │   ├── MissingInputError
    │   ├── EmptyInputError
    │   ├── UndecodableError
    │   ├── MalformedInputError
    │   │   ├── PageError
    │   │   ├── GoldError
    │   │   ├── NoDictionaryError
    │   │   └── DamagedError
    │   ├── TooLargeError
    │   │   └── TooLongError
    │   ├── MissingExtraError
    │   └── NotAFileError
    ├── OutputError           a file or stream cannot be written
    ├── FilterError           a question to the record cannot be understood
    ├── LexiconError          a lexicon file breaks its schema (names file and line)
    ├── PipelineError         the stages do not fit together
    ├── StageError            a stage failed on one document
    ├── WorkerError           a process that coded is gone
    └── RecordError           the record file cannot be used
        ├── NotARecordError
        ├── NewerRecordError
        ├── DamagedRecordError
        ├── ReadOnlyRecordError
        ├── BusyRecordError
        ├── DiskFullError
        ├── UnknownActorError
        └── UnknownIdError
            └── AmbiguousIdError

A class carries what is the same for all its instances: its docstring says what happened, `hint` what to do
next, `exit_code` what the command line ends with: 2 when it was given something it cannot use, 1 when
something failed on the way.  The message names the thing; message and hint make one line.
"""

from __future__ import annotations

from typing import ClassVar


class DragomanError(Exception):
    """Something Dragoman can explain went wrong."""

    hint: ClassVar[str] = "run the command again with --help to see what it accepts"
    exit_code: ClassVar[int] = 1

    @property
    def message(self) -> str:
        """What happened, naming the thing, without the hint."""
        return super().__str__()

    def __str__(self) -> str:
        """Return message and hint on one line."""
        said = f"{self.message}: {self.hint}" if self.message else self.hint
        return " ".join(said.splitlines())


class SettingError(DragomanError):
    """An environment variable holds a value that cannot be used."""

    hint = "set it to a whole number above zero, or unset it to get the default"
    exit_code = 2


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


class PageError(MalformedInputError):
    """An HTML page from which no article can be taken."""

    hint = "save the article's text as .txt and give that instead"


class GoldError(MalformedInputError):
    """A row of labelled sentences or articles that cannot be used."""

    hint = "correct the row named; the forms that can be read stand in docs/tutorial.md under Evaluate"


class NoDictionaryError(MalformedInputError):
    """A file that was to be imported holds no dictionary in a known form."""

    hint = "give a dictionary of our own form, FollowTheMoney lines or a CAMEO actor file; --kind says which it is"


class DamagedError(MalformedInputError):
    """Compressed data that breaks off or does not decompress."""

    hint = "compress or download the file again"


class TooLargeError(InputError):
    """The source is larger, after decompression, than the limit."""

    hint = "split the file, or raise DRAGOMAN_MAX_BYTES"


class TooLongError(TooLargeError):
    """The text of one document is longer than the limit."""

    hint = "split the document, or raise DRAGOMAN_MAX_CHARS"


class MissingExtraError(InputError):
    """Reading this needs a package that is not installed."""

    hint = "install it with: pip install 'dragoman[zstd]'"


class NotAFileError(InputError):
    """A pipe, device or socket where a file is expected, or a link to a folder inside a folder."""

    hint = "give it as an argument of its own, or pipe its content into '-'"


class OutputError(DragomanError):
    """A file or stream cannot be written."""

    hint = "check the folder, its permissions and the room on the disk, or name another file"


class FilterError(DragomanError):
    """A question to the record cannot be understood."""

    hint = "correct that option; --help shows what each one takes"
    exit_code = 2


class LexiconError(DragomanError):
    """A lexicon file breaks its schema."""

    hint = "correct the entry at the line named; the head of the file explains its fields"
    exit_code = 2

    def __init__(self, file: str, line: int, problem: str) -> None:
        self.file, self.line, self.problem = file, line, problem
        super().__init__(file, line, problem)  # all three: the error is pickled on its way from another process

    @property
    def message(self) -> str:
        """File, line and problem."""
        return f"{self.file}:{self.line}: {self.problem}"


class PipelineError(DragomanError):
    """The stages do not fit together."""

    hint = "put a stage that assigns what is missing before the one that requires it"
    exit_code = 2


class StageError(DragomanError):
    """A stage failed on one document."""

    hint = "leave this document out and report it; other documents are not affected"

    def __init__(self, stage: str, document: str, cause: BaseException) -> None:
        self.stage, self.document, self.cause = stage, document, cause
        super().__init__(stage, document, cause)

    @property
    def message(self) -> str:
        """Document, stage and the error within it."""
        return f"{self.document}: stage {self.stage} failed with {type(self.cause).__name__}: {self.cause}"


class WorkerError(DragomanError):
    """A process that coded is gone, most often because the memory ran out."""

    hint = "run the same command again with fewer processes (-j 1)"


class RecordError(DragomanError):
    """The record file cannot be used."""

    hint = "name another file with --record"


class NotARecordError(RecordError):
    """The file exists but holds no Dragoman record."""

    hint = "name a record made by `dragoman add`, or a new file, with --record"


class NewerRecordError(RecordError):
    """The record was written by a newer Dragoman."""

    hint = "upgrade with `pip install --upgrade dragoman`"


class DamagedRecordError(RecordError):
    """The record's file is damaged, or the disk under it fails."""

    hint = "restore the file from a copy, or add the documents to a new one with --record"


class ReadOnlyRecordError(RecordError):
    """The record or its folder may not be written."""

    hint = "make the folder writable, or name a file elsewhere with --record"


class BusyRecordError(RecordError):
    """Another program has held the record for too long."""

    hint = "let the other program finish, then run the same command again: it continues where it stopped"


class DiskFullError(RecordError):
    """The disk has no room left; documents stored so far are kept."""

    hint = "free some space and run the same command again: it continues where it stopped"


class UnknownActorError(RecordError):
    """Nobody of this name takes part in anything the record holds."""

    hint = "list who is there with `dragoman actors`"


class UnknownIdError(RecordError):
    """No event, claim or document has this id."""

    hint = "list ids with `dragoman events`, `dragoman documents` or a list of claims such as `dragoman figures`"


class AmbiguousIdError(UnknownIdError):
    """More than one id begins so."""

    hint = "give more digits of the id"
