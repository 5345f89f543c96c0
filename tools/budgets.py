"""Size and complexity budgets of the package, and its import layers.  Exit code 1 when one is broken.

Budgets: functions median ≤ 8 lines, 95th percentile ≤ 40, none > 80 (docstrings not counted); McCabe none > 15;
files ≤ 500 lines; no module imports one that stands above it, and none imports the package root.
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent / "dragoman"
MAX_FILE, MAX_FUNCTION, P95_FUNCTION, MEDIAN_FUNCTION, MAX_BRANCHES = 500, 80, 40, 8, 15

#: Rooms from the ground up.  A module may import from its own room and from lower ones.
LAYERS = (
    ("version", "errors", "syntax", "ontology", "settings"),
    ("text", "records", "resources"),
    ("learned",),
    ("provenance",),
    ("stages.base",),
    ("dictionary", "temporal"),
    ("resolution",),
    ("events", "read"),
    ("claims",),
    ("stages", "store", "formats", "brief"),
    ("pipeline",),
    ("coder",),
    ("batch", "evaluate"),
    ("cli",),
)
_BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.comprehension, ast.BoolOp, ast.match_case)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function without its docstring."""
    total = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        total -= (first.end_lineno or 0) - first.lineno + 1
    return total


def branches(function: ast.AST) -> int:
    """Return McCabe's number as counted from the syntax tree."""
    return 1 + sum(isinstance(node, _BRANCHES) for node in ast.walk(function))


def room(module: str) -> int | None:
    """Return the layer of a module name without the package prefix; None for the package root."""
    best: tuple[int, int] | None = None
    for level, names in enumerate(LAYERS):
        for name in names:
            if (module == name or module.startswith(name + ".")) and (best is None or len(name) > best[0]):
                best = (len(name), level)
    return best[1] if best else None


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and module of every import of the package, without the package prefix."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "dragoman":
            yield node.lineno, node.module.removeprefix("dragoman").lstrip(".")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "dragoman":
                    yield node.lineno, alias.name.removeprefix("dragoman").lstrip(".")


def layer_problems(path: Path, tree: ast.AST) -> Iterator[str]:
    """Yield each import that runs against the layers."""
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    if module in ("__init__", "__main__"):
        return
    own = room(module)
    if own is None:
        yield f"{path}: {module} stands in no layer: add it to LAYERS"
        return
    for line, target in imports(tree):
        level = room(target)
        if level is None:
            yield f"{path}:{line}: imports the package root"
        elif level > own or (module.startswith("stages.") and _other_stage(module, target)):
            yield f"{path}:{line}: {module} imports {target}, which stands above or beside it"


def _other_stage(module: str, target: str) -> bool:
    if not target.startswith("stages.") or target == "stages.base":
        return False
    return module.split(".")[1] != target.split(".")[1]


def size_problems(path: Path, tree: ast.AST, lines: int) -> Iterator[str]:
    """Yield each file, function or branch count over its budget."""
    if lines > MAX_FILE:
        yield f"{path}: {lines} lines (at most {MAX_FILE})"
    for function in functions(tree):
        if length(function) > MAX_FUNCTION:
            yield f"{path}:{function.lineno}: {function.name} has {length(function)} lines (at most {MAX_FUNCTION})"
        if branches(function) > MAX_BRANCHES:
            found = branches(function)
            yield f"{path}:{function.lineno}: {function.name} has complexity {found} (at most {MAX_BRANCHES})"


def main() -> int:
    """Check all budgets and print what is broken, then the figures."""
    problems: list[str] = []
    lengths: list[int] = []
    for path in sorted(ROOT.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        lengths.extend(length(function) for function in functions(tree))
        problems.extend(size_problems(path, tree, source.count("\n")))
        problems.extend(layer_problems(path, tree))
    median, p95 = statistics.median(lengths), statistics.quantiles(lengths, n=20)[-1]
    if median > MEDIAN_FUNCTION:
        problems.append(f"median function length {median} (at most {MEDIAN_FUNCTION})")
    if p95 > P95_FUNCTION:
        problems.append(f"95th percentile of function length {p95} (at most {P95_FUNCTION})")
    print("\n".join(problems) or "budgets hold", file=sys.stderr if problems else sys.stdout)
    print(f"{len(lengths)} functions: median {median:g}, 95th percentile {p95:g}, longest {max(lengths)} lines")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
