"""The worker is killed at its steps: nothing is lost, no letter goes twice (see `bench.kills`)."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.sqlite  # the run has a database of its own
def test_ten_kills() -> None:
    command = [sys.executable, "-m", "bench.kills", "--kills", "10", "--no-report"]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    assert "| lost | 0 |" in outcome.stdout
    assert "| letters sent twice, or other faults | 0 |" in outcome.stdout
    assert "| messages at stake | 80 |" in outcome.stdout
