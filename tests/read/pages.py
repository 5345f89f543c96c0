"""Pages and texts the reader tests share."""

from __future__ import annotations

SENTENCES = (
    "The foreign ministers of Norway and Morocco met in Rabat on Tuesday to discuss fisheries and border security.",
    "Both sides agreed to send experts to a joint committee that will sit twice a year, their offices said.",
    "Norway promised to pay for the training of forty coast guards, and Morocco asked for two patrol boats.",
    "A spokesperson for the Moroccan navy said that the boats were needed before the winter storms begin.",
)
ARTICLE = "".join(f"<p>{sentence}</p>\n" for sentence in SENTENCES)


def page(body: str = ARTICLE, head: str = "", *, closed: bool = True) -> str:
    """Return a whole page around `body`, cut off before its closing tags unless `closed`."""
    start = f"<!DOCTYPE html><html><head><title>Boats for Rabat</title>{head}</head><body><article>"
    return f"{start}<h1>Boats for Rabat</h1>{body}" + ("</article></body></html>" if closed else "")
