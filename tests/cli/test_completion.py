import shutil
import subprocess

import pytest

from reader.cli.parser import COMMANDS
from tests.cli.conftest import Run


def complete_in_bash(script: str, *words: str) -> list[str]:
    """Complete the last of some words as bash would."""
    quoted = " ".join(f"'{word}'" for word in words)
    ask = f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _newsreader; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(["bash", "-c", f"{script}\n{ask}"], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_commands_and_options(run: Run) -> None:
    script = run("completion", "bash").out

    assert complete_in_bash(script, "newsreader", "re") == ["remove", "refresh", "related", "read", "reindex"]
    assert complete_in_bash(script, "newsreader", "articles", "--un") == ["--unread"]
    assert complete_in_bash(script, "newsreader", "--data-dir", "x", "read", "--u") == ["--undo"]
    assert complete_in_bash(script, "newsreader", "completion", "")[:3] == ["bash", "zsh", "fish"]
    assert complete_in_bash(script, "newsreader", "import", "--from", "new") == ["newsboat"]
    assert complete_in_bash(script, "newsreader", "add", "/some/path") == []


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    "words", ["add", "import", "export", "--data-dir", "add --folder", "articles --limit", "articles --feed"]
)
def test_bash_offers_no_option_where_a_file_or_a_value_belongs(run: Run, words: str) -> None:
    assert complete_in_bash(run("completion", "bash").out, "newsreader", *words.split(), "") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_proper_for_its_shell(run: Run, shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"needs {shell}")
    script = run("completion", shell).out

    done = subprocess.run([shell, "-n"], input=script, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_knows_every_command(run: Run, shell: str) -> None:
    answer = run("completion", shell)

    assert answer.status == 0
    assert all(command in answer.out for command in COMMANDS)
    assert answer.out.endswith("\n")


def test_an_unknown_shell_is_wrong_usage(run: Run) -> None:
    answer = run("completion", "tcsh")

    assert answer.status == 2
    assert "bash" in answer.err
