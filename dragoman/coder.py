"""The coder: a document in, a coding out.  No database, no network, deterministic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from dragoman.dictionary import Dictionary, load_dictionary
from dragoman.events.scene import Setting
from dragoman.events.senses import SenseLexicon, load_senses
from dragoman.learned.network import Network
from dragoman.pipeline import Pipeline
from dragoman.provenance import coder_version
from dragoman.records import CoderVersion, Coding, Document, Failure
from dragoman.resolution.actors import ActorResolver
from dragoman.stages.actors import Actors
from dragoman.stages.base import Draft, Stage
from dragoman.stages.claims import Claims
from dragoman.stages.clean import Clean
from dragoman.stages.dating import Dating
from dragoman.stages.events import Events, Explanation
from dragoman.stages.members import Members
from dragoman.stages.parse import Parse
from dragoman.stages.readings import Readings
from dragoman.stages.times import Times


def default_stages(dictionary: Dictionary, senses: SenseLexicon, network: Network | None) -> Sequence[Stage]:
    """Return the stages of the coder in order: the map of what happens to a document.

    Without a `network` the senses decide alone.
    """
    resolver = ActorResolver(dictionary)
    setting = Setting(resolver)
    return (
        Clean(),  # furniture, title, dates, language → blocks
        Parse(),  # blocks → sentences
        Actors(resolver),  # names of actors and places → mentions
        Times(),  # time expressions → times
        Dating(resolver),  # when an undated document was written, what gainsays a date → document
        Readings(network, senses),  # what the network makes of each word → readings
        Events(senses, setting),  # acts → events
        Claims(setting),  # what people say, count, promise, ask, sign, list and expect → claims
        Members(),  # meetings told only as members of a series → events
    )


class Coder:
    """Codes documents.  Building one loads the lexicons and, with the first document, the parser.

    `lexicon` names a folder with further senses (`predicates/*.yaml`, `classes/*.yaml`) and actors.  Raises
    LexiconError, with file and line, when a lexicon breaks its schema.
    """

    def __init__(self, *, lexicon: Path | None = None) -> None:
        self._extra = lexicon
        actors = lexicon if lexicon is not None and _holds_actors(lexicon) else None
        self._pipeline = Pipeline(default_stages(load_dictionary(actors), load_senses(lexicon), Network()))

    @cached_property
    def version(self) -> CoderVersion:
        """What makes the codings."""
        return coder_version(self._extra)

    def code(self, document: Document) -> Coding:
        """Return the coding of one document.  Raises StageError when a stage fails on it."""
        return self._coding(self._pipeline(document))

    def explain(self, document: Document) -> list[Explanation]:
        """Return for each sentence what fired, what nearly did and why it lost.  Raises StageError."""
        draft = self._pipeline(document)
        (events,) = (stage for stage in self._pipeline.stages if isinstance(stage, Events))
        return list(events.explain(draft))

    def stream(self, items: Iterable[Document | Failure]) -> Iterator[Coding | Failure]:
        """Code documents in order, some at a time; one that fails comes out as a Failure in its place."""
        for result in self._pipeline.stream(items):
            yield self._coding(result) if isinstance(result, Draft) else result

    def _coding(self, draft: Draft) -> Coding:
        return Coding(document=draft.document, events=draft.events, claims=draft.claims, coder=self.version)


def _holds_actors(folder: Path) -> bool:
    return any(path.suffix in (".tsv", ".yaml") for path in folder.iterdir() if path.is_file())
