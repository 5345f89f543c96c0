"""`kill -9` at any moment: five kills here, thirty with `python tools/kill_test.py`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parent.parent.parent / "tools" / "kill_test.py"


def test_nothing_is_lost_and_nothing_is_half_there_after_a_kill() -> None:
    command = [sys.executable, SCRIPT, "--kills", "5", "--documents", "32"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].endswith(": nothing lost")
