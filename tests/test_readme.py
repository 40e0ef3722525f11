"""The README says what the program does, and these tests hold it to that."""

import argparse
import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from reader.cli.parser import COMMANDS, parse
from reader.library.config import RULES, check_config
from reader.model.config import Config
from reader.model.keys import check_keys, readme_table
from reader.tui.themes import NIGHT
from tests.conftest import ROOT
from tests.library.test_keeping import feed_of

README = (ROOT / "README.md").read_text(encoding="utf-8")

FIRST = """World

Old quay gets a crane

By A. Writer
20 November 2026 09:00 GMT

The old quay at Sandhaven gets a crane, and the dockers of Sandhaven are glad of the crane.

Related Articles

New crane arrives at Sandhaven quay
"""
SECOND = """World

New crane arrives at Sandhaven quay

By A. Writer
21 November 2026 09:00 GMT

A new crane has arrived at the quay of Sandhaven, where the dockers had waited for the crane since spring.
"""


def section(title: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", README, flags=re.MULTILINE | re.DOTALL)
    assert found is not None, f"no section {title}"
    return found[1]


def code_blocks(text: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def documented_keys(name: str) -> set[str]:
    """Give the keys in the table of the JSON object `name`."""
    text = section("Command line").split(f"**{name}**", 1)[1]
    rows = re.findall(r"^\|(.*?)\|", text.split("\n**", 1)[0], flags=re.MULTILINE)
    return {key for row in rows for key in re.findall(r"`(\w+)`", row)}


def flat(settings: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What keys the commands print with --json, over a folder of two articles that are related."""
    folder = tmp_path_factory.mktemp("folder")
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    data = str(tmp_path_factory.mktemp("data"))

    def run(*words: str) -> list[dict[str, Any]]:
        argv = [sys.executable, "-m", "reader", *words, "--json", "--data-dir", data]
        lines = subprocess.run(argv, capture_output=True, text=True, check=True).stdout.splitlines()
        return [json.loads(line) for line in lines]

    added = run("add", str(folder))
    (folder / "list.opml").write_text("<opml><outline xmlUrl='https://port.example/'/></opml>")
    imported = run("import", str(folder / "list.opml"))
    (folder / "old.xml").write_bytes(feed_of(2))
    run("add", str(folder / "old.xml"))
    (folder / "config.toml").write_text("[keep]\narticles = 1\n")
    pruned = run("prune", "--dry-run", "--config-dir", str(folder))
    articles = run("articles", "--content", "--feed", str(folder))
    return {
        "refresh": set(added[0]),
        "done": set(added[-1]),
        "prune": set(pruned[0]),
        "prune done": set(pruned[-1]),
        "import": set(imported[0]),
        "import done": set(imported[-1]),
        "feed": set(run("feeds")[0]),
        "article": set(articles[0]),
        "story": set(run("stories")[0]),
        "related": set(run("related", "--explain", *(str(article["id"]) for article in articles))[0]),
    }


def test_the_start_section_has_one_line_that_sets_up_and_opens_the_reader() -> None:
    assert code_blocks(section("Start")) == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/newsreader\n"
    ]


def test_the_test_section_has_one_line_that_sets_up_and_runs_every_check() -> None:
    (block,) = code_blocks(section("Test"))
    (line,) = block.splitlines()
    setup, install, *checks = line.split(" && ")
    assert setup == "python3 -m venv .venv"
    assert install == ".venv/bin/pip install -q -e '.[test]'"
    tools = ["ruff format --check", "ruff check", "mypy", "lint-imports", "pytest"]
    assert checks == [f".venv/bin/{tool}" for tool in tools]


def test_the_table_of_keys_is_the_program_s() -> None:
    table = README.split("<!-- keys -->\n", 1)[1].split("\n<!-- /keys -->", 1)[0]
    assert table == readme_table()


def test_every_command_is_documented_with_its_purpose_and_its_options() -> None:
    rows = dict(re.findall(r"^\| `newsreader (\w+)(.*)$", section("Command line"), flags=re.MULTILINE))
    assert set(rows) == set(COMMANDS)
    for name, command in COMMANDS.items():
        parser = argparse.ArgumentParser(add_help=False)
        command.add_arguments(parser)
        options = set(re.findall(r"\[(--?[\w-]+)", parser.format_usage())) - {"--json"}
        assert set(re.findall(r"\[(--?[\w-]+)", rows[name])) == options, name
        assert rows[name].endswith(f"| {command.purpose} |")


def test_every_command_line_in_the_readme_is_one() -> None:
    lines = [line for block in code_blocks(README) for line in block.splitlines() if line.startswith("newsreader")]
    assert len(lines) > 3
    for line in lines:
        parse(shlex.split(re.split(r" [|>] ", line)[0])[1:])


@pytest.mark.parametrize("name", ["feed", "article", "related", "story", "import", "prune"])
def test_every_key_of_the_json_objects_is_documented(name: str, printed: dict[str, set[str]]) -> None:
    assert documented_keys(name) == printed[name]


def test_every_key_of_a_refresh_is_documented(printed: dict[str, set[str]]) -> None:
    assert documented_keys("refresh") == printed["refresh"]
    last_line = re.search(r"^The last line has .*$", section("Command line"), flags=re.MULTILINE)
    assert last_line is not None
    assert set(re.findall(r"`(\w+)`", last_line[0])) - {"done"} == printed["done"]


def test_every_key_of_the_last_line_of_an_import_is_documented(printed: dict[str, set[str]]) -> None:
    last_line = re.search(r"^Its closing line has .*$", section("Command line"), flags=re.MULTILINE)
    assert last_line is not None
    assert set(re.findall(r"`(\w+)`", last_line[0])) - {"done"} == printed["import done"]


def test_every_key_of_the_last_line_of_prune_is_documented(printed: dict[str, set[str]]) -> None:
    last_line = re.search(r"^At the end comes a line with .*$", section("Command line"), flags=re.MULTILINE)
    assert last_line is not None
    assert set(re.findall(r"`(\w+)`", last_line[0])) - {"done"} == printed["prune done"]


def test_the_configuration_shown_is_complete_and_shows_the_defaults() -> None:
    (block,) = code_blocks(section("Configuration"))
    shown = tomllib.loads(block)
    keys = check_config(shown)[0].keys
    assert check_config(shown)[1] == []
    assert check_keys(keys) == (keys, [])
    del shown["keys"]
    defaults = dict(flat(asdict(Config()))) | {"theme": NIGHT.name}
    assert dict(flat(shown)) == {name: defaults[name] for name in RULES}


def test_every_file_the_readme_points_to_is_there() -> None:
    targets = re.findall(r"\]\(([\w./-]+)\)", README)
    assert len(targets) > 6
    assert [target for target in targets if not Path(ROOT, target).is_file()] == []
