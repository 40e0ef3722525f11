import argparse
from pathlib import Path

import pytest

from reader.cli.parser import COMMANDS, build_command_parser, first_word, parse


def refuse(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as leaving:
        parse(words)
    assert leaving.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    [line] = told.err.splitlines()
    return line


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ([], None),
        (["articles"], 0),
        (["--data-dir", "add", "articles"], 2),
        (["--data-dir=add", "--json", "articles"], 2),
        (["--config-dir", "x", "--data-dir", "y", "./add"], 4),
        (["--data-dir"], None),
        (["--", "articles"], None),
    ],
)
def test_the_first_word_is_no_option_and_no_value_of_one(words: list[str], place: int | None) -> None:
    assert first_word(words) == place


@pytest.mark.parametrize(
    "words", [["--data", "x", "feeds"], ["articles", "--unr"], ["--conf=x"], ["edit", "1", "--pau"]]
)
def test_an_option_is_known_by_its_full_name_only(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert "unrecognized arguments: --" in refuse(capsys, *words)


def test_words_that_start_with_no_command_are_sources_to_open() -> None:
    args = parse(["https://example.org/feed.xml", "articles"])

    assert args.command is None
    assert args.sources == ["https://example.org/feed.xml", "articles"]


def test_a_source_that_is_called_like_a_command_can_be_opened() -> None:
    assert parse(["./add"]).sources == ["./add"]


@pytest.mark.parametrize("words", [["--data-dir", "x", "feeds"], ["feeds", "--data-dir", "x"], ["--data-dir", "x"]])
def test_directories_are_named_before_or_after_the_command(words: list[str]) -> None:
    args = parse(words)

    assert args.data_dir == Path("x")
    assert args.config_dir is None


def test_a_directory_named_last_counts() -> None:
    assert parse(["--data-dir", "x", "feeds", "--data-dir", "y"]).data_dir == Path("y")


def test_articles_has_the_options_of_the_manual() -> None:
    args = parse(["articles", "--feed", "7", "--unread", "--bookmarked", "--limit", "0", "--content", "--json"])

    wanted = argparse.Namespace(
        command="articles",
        feed="7",
        unread=True,
        bookmarked=True,
        limit=0,
        content=True,
        json=True,
        data_dir=None,
        config_dir=None,
    )
    assert args == wanted
    assert parse(["articles"]).limit == 50


def test_related_takes_many_articles_and_a_number() -> None:
    args = parse(["related", "3", "4", "-n", "50", "--json"])

    assert (args.articles, args.limit, args.json) == ([3, 4], 50, True)


@pytest.mark.parametrize(
    "words",
    [
        ["add"],
        ["remove"],
        ["show"],
        ["show", "x"],
        ["show", "0"],
        ["show", "1", "2"],
        ["show", "9" * 30],
        ["related", "1", "-n", "0"],
        ["articles", "--limit", "-1"],
        ["articles", "--limit", "many"],
        ["articles", "--colour"],
        ["completion", "tcsh"],
        ["--colour"],
        ["bookmark", "²"],
    ],
)
def test_wrong_usage_is_one_line_and_status_2(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    line = refuse(capsys, *words)

    assert line.startswith("newsreader: ")
    assert "--help`" in line


def test_a_complaint_about_usage_is_terminal_safe(capsys: pytest.CaptureFixture[str]) -> None:
    assert refuse(capsys, "articles", "--x\x1b[31m\x9b\u202e").isprintable()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_one_example(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse([command, "--help"])

    assert leaving.value.code == 0
    assert capsys.readouterr().out.count(f"example: newsreader {command}") == 1


def test_the_help_names_every_command_and_how_to_open(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])

    help_text = capsys.readouterr().out
    assert "newsreader [SOURCE...]" in help_text
    assert all(f"\n  {command} " in help_text for command in COMMANDS)


def test_help_keeps_the_capitals_of_names() -> None:
    assert "Write the feeds as a list in OPML." in build_command_parser("export").format_help()
