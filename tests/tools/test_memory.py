"""How much memory programs have, told apart from what the process has that starts them."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tools.memory import NOW, PROCESSES, LargestProgram, begin_again, kibibytes

pytestmark = pytest.mark.skipif(not PROCESSES.exists(), reason="only Linux tells")
LARGE = 150 << 20
"""Bytes."""


def most_while(program: str) -> int:
    """The most while a program runs that says when it is ready and then waits."""
    with LargestProgram() as largest:
        command = [sys.executable, "-c", f"{program}; print(flush=True); input()"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            most = largest.since_last_time()
            process.communicate(b"\n")
        largest.since_last_time()
        assert largest.since_last_time() == 0
    return most


def test_a_program_is_not_as_large_as_who_starts_it() -> None:
    large = bytearray(LARGE)

    assert 0 < most_while("pass") < LARGE >> 10
    assert most_while(f"x = b'x' * {LARGE}") > LARGE >> 10
    assert kibibytes() > len(large) >> 10


def test_the_most_begins_anew() -> None:
    large: bytearray | None = bytearray(LARGE)
    before = kibibytes()
    large = None
    begin_again()

    assert large is None
    assert kibibytes() < before
    assert kibibytes() >= kibibytes(NOW)


def test_who_is_gone_has_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()

    assert kibibytes(process=str(process.pid)) == 0
    assert kibibytes(process=str(os.getpid())) > 0
