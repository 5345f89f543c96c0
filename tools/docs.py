"""Write the generated reference pages, or with --check fail when they are out of date."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
RECORDS = [ROOT / "dragoman" / "records" / f"{name}.py" for name in ("base", "document", "event", "claims", "coding")]
PAGE = ROOT / "docs" / "record.md"

HEAD = """# Field reference of the record

Generated from `dragoman/records/` by `make docs`; change it there.  These are the objects of the Python API,
the fields of `dragoman code --format jsonl`, and what the store keeps.  Fields are added, never renamed.
Offsets count Unicode code points of the document's text; the end is exclusive.
"""


def record_classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    """Yield the record classes in the order of the file."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node


def fields(path: Path, record: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    """Yield name, type and meaning of each field; the meaning is the string below the field."""
    for node, below in zip(record.body, [*record.body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            meaning = ""
            if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                meaning = " ".join(str(below.value.value).split())
            if not meaning:
                raise SystemExit(f"{path}:{node.lineno}: field {record.name}.{node.target.id} has no docstring")
            yield node.target.id, ast.unparse(node.annotation), meaning


def page() -> str:
    """Return the reference page."""
    parts = [HEAD]
    for path, record in [(p, r) for p in RECORDS for r in record_classes(ast.parse(p.read_text(encoding="utf-8")))]:
        rows = [
            f"| `{name}` | `{kind.replace('|', chr(92) + '|')}` | {text} |" for name, kind, text in fields(path, record)
        ]
        parts.append(
            f"\n## {record.name}\n\n{ast.get_docstring(record)}\n\n| field | type | meaning |\n| --- | --- | --- |"
        )
        parts.append("\n".join(rows))
    return "\n".join(parts) + "\n"


def main() -> int:
    """Write or check the page."""
    made = page()
    if "--check" in sys.argv:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != made:
            print(f"{PAGE.relative_to(ROOT)} is out of date: run `make docs`", file=sys.stderr)
            return 1
        print("generated pages are up to date")
        return 0
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
