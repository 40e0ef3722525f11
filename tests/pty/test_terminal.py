import os
import signal
import sys
import time

import pytest

from tests.pty.terminal import Terminal


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_what_the_program_writes_is_on_the_screen_and_kept_as_bytes() -> None:
    with Terminal(python("print('\\x1b[3;5Hhere')"), columns=20, rows=5) as terminal:
        terminal.wait_for("here")
        assert terminal.screen() == ["", "", "    here", "", ""]
        assert b"\x1b[3;5Hhere" in terminal.raw


def test_what_is_typed_reaches_the_program() -> None:
    with Terminal(python("print(input('name? ')[::-1])")) as terminal:
        terminal.wait_for(r"name\?")
        terminal.send("dockers\n")
        terminal.wait_for("srekcod")


def test_a_wide_character_takes_two_cells() -> None:
    with Terminal(python("print('港\\x1b[1;4H|')"), columns=10, rows=2) as terminal:
        terminal.wait_for(r"港 \|")


def test_the_program_is_told_of_its_size_and_of_a_new_one() -> None:
    code = """
import os, signal
signal.signal(signal.SIGWINCH, lambda *_: print(os.get_terminal_size()))
print(os.get_terminal_size(), flush=True)
while True: signal.pause()
"""
    with Terminal(python(code), columns=70, rows=20) as terminal:
        terminal.wait_for("columns=70, lines=20")
        terminal.resize(90, 30)
        terminal.wait_for("columns=90, lines=30")
        assert len(terminal.screen()) == 30


def test_the_environment_is_on_top_of_ours() -> None:
    with Terminal(python("import os; print(os.environ['TERM'], os.environ['HARBOUR'])"), env={"HARBOUR": "open"}) as t:
        t.wait_for("xterm-256color open")


def test_the_exit_status_is_the_program_s() -> None:
    with Terminal(python("print('bye'); raise SystemExit(3)")) as terminal:
        assert terminal.wait_exit() == 3
        assert terminal.screen()[0] == "bye"
        assert terminal.usage is not None
        assert terminal.usage.ru_utime + terminal.usage.ru_stime > 0


def test_a_program_that_is_not_there_ends_with_127() -> None:
    with Terminal(["/nowhere/at-all"]) as terminal:
        assert terminal.wait_exit() == 127


def test_killing_leaves_the_program_no_last_word() -> None:
    code = "import signal; signal.signal(signal.SIGTERM, print); print('up', flush=True); signal.pause()"
    with Terminal(python(code)) as terminal:
        terminal.wait_for("up")
        terminal.kill()
        assert terminal.status == -signal.SIGKILL


def test_waiting_in_vain_says_what_the_screen_shows() -> None:
    with Terminal(python("print('only this', flush=True); input()")) as terminal:
        terminal.wait_for("only this")
        with pytest.raises(TimeoutError, match=r"(?s)'something else'.*only this"):
            terminal.wait_for("something else", timeout=0.1)


def test_closing_ends_a_program_that_floods_the_terminal_and_ignores_signals() -> None:
    code = """
import signal
for number in (signal.SIGTERM, signal.SIGHUP): signal.signal(number, signal.SIG_IGN)
print('up', flush=True)
while True: print('water ' * 1000)
"""
    terminal = Terminal(python(code))
    with terminal:
        terminal.wait_for("water")
    assert terminal.status == -signal.SIGKILL
    with pytest.raises(ProcessLookupError):
        os.kill(terminal.pid, 0)


def test_times_are_those_of_the_bytes_and_not_of_looking_at_them() -> None:
    with Terminal(python("print('early', flush=True); input(); print('late')")) as terminal:
        early = terminal.wait_for("early")
        typed = terminal.send("\n")
        terminal.settle(0.2)
        looked = time.perf_counter()
        assert terminal.started_at < early < typed < terminal.wait_for("late") < looked
