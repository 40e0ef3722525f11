"""The grammar of the command line."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from reader import __version__

DEFAULT = -1
"""Stands for the word `default` in the place of a whole number."""
MOST_WHOLE = 10**18
"""Largest whole number, which SQLite can hold."""


class Command(NamedTuple):
    """A subcommand as its user meets it."""

    purpose: str
    """One line, in the imperative."""
    example: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    module: str
    """Where in `reader.cli` the function of the command's name is."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line, as all errors of the program are, and that knows options by full name."""

    def __init__(self, **settings: Any) -> None:
        # `first_word` would take the value of a shortened option for the command.
        super().__init__(**settings, allow_abbrev=False, formatter_class=HelpFormatter)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and leave with status 2."""
        from reader.cli.messages import complain

        complain(f"{message}; see `{self.prog} --help`")
        sys.exit(2)


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Formats help to the terminal's width."""

    def __init__(self, prog: str) -> None:
        # argparse would ask shutil, which takes as long to import as a list of articles takes to read.
        super().__init__(prog, width=_columns() - 2)


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Parse a command line: `command` is a command's name, or None to open the reader.

    Leaves by SystemExit after --help and --version, and with status 2 on wrong usage.
    """
    place = first_word(words)
    if place is None or words[place] not in COMMANDS:
        return build_opening_parser().parse_args(words, argparse.Namespace(command=None))
    command = words[place]
    # One parser and not a tree of eleven, which would take longer to build than a list of articles takes to print.
    rest = [*words[:place], *words[place + 1 :]]
    return build_command_parser(command).parse_args(rest, argparse.Namespace(command=command))


def first_word(words: Sequence[str]) -> int | None:
    """Find the first word that is neither an option nor an option's value."""
    place = 0
    while place < len(words) and words[place] != "--":
        if not words[place].startswith("-"):
            return place
        place += 2 if words[place] in ("--data-dir", "--config-dir") else 1
    return None


def build_opening_parser() -> Parser:
    """Build the parser of `newsreader [SOURCE...]`, whose help is that of the whole program."""
    commands = "\n".join(f"  {name:11} {command.purpose}" for name, command in COMMANDS.items())
    parser = Parser(
        prog="newsreader",
        usage="newsreader [SOURCE...]\n       newsreader COMMAND ...",
        description="Read news in the terminal. A SOURCE is the address of a feed or of a site that has one, a\n"
        "feed file, a text file or a folder of text files. Without a command the reader opens; sources\n"
        "that are new are added, and the first is selected.",
        epilog=f"commands:\n{commands}\n\nexample: newsreader ~/articles https://example.org/feed.xml\n\n"
        "`newsreader COMMAND --help` explains a command. A source that is called like one is given as ./add.",
    )
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="source to add and to show first")
    add_common_options(parser)
    parser.add_argument("--version", action="version", version=f"newsreader {__version__}", help="print the version")
    return parser


def build_command_parser(name: str) -> Parser:
    """Build the parser of a command, for the words before and after its name."""
    command = COMMANDS[name]
    parser = Parser(
        prog=f"newsreader {name}",
        description=f"{command.purpose[0].upper()}{command.purpose[1:]}.",
        epilog=f"example: {command.example}",
    )
    command.add_arguments(parser)
    add_common_options(parser)
    return parser


def add_common_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command has."""
    for option, what in (("--data-dir", "the database"), ("--config-dir", "the config file")):
        parser.add_argument(option, type=Path, metavar="DIR", help=f"where {what} is kept")


def _add(parser: argparse.ArgumentParser) -> None:
    what = "address of a feed or a site, feed file, text file or folder; - for one on each line of standard input"
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help=what)
    parser.add_argument("--folder", metavar="NAME", help="folder of the feed list to put them in")
    parser.add_argument("--title", metavar="TEXT", help="title of your own, for one source")
    _add_json(parser)


def _remove(parser: argparse.ArgumentParser) -> None:
    _add_feeds(parser, nargs="+")


def _edit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("feed", metavar="FEED", help="a feed's id, source or title")
    parser.add_argument("--title", metavar="TEXT", help="title of your own; '' for the source's")
    parser.add_argument("--folder", metavar="NAME", help="folder to move it to; '' for none")
    pausing = parser.add_mutually_exclusive_group()
    pausing.add_argument("--pause", action="store_true", help="refresh it only when it is named")
    pausing.add_argument("--resume", action="store_true", help="refresh it with the others again")
    parser.add_argument(
        "--interval", type=_minutes, metavar="MINUTES", help="ask that seldom, whatever its server wishes; or default"
    )
    parser.add_argument("--keep", type=_articles_kept, metavar="N", help="so many of its newest stay; or default")
    parser.add_argument("--address", metavar="URL", help="where it is on the web now; what was read stays read")
    _add_json(parser)


def _find(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("feed", metavar="FEED", help="a feed's id, source or title")
    _add_json(parser)


def _refresh(parser: argparse.ArgumentParser) -> None:
    _add_feeds(parser, nargs="*")
    parser.add_argument("--due", action="store_true", help="only those whose time has come, for a timer")
    parser.add_argument("--no-wait", action="store_true", help="leave if another refresh is running")
    _add_json(parser)


def _feeds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--failing", action="store_true", help="only those that fail: why, since when, next try")
    _add_json(parser)


def _articles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--feed", metavar="FEED", help="only of this feed: its id, source or title")
    parser.add_argument("--unread", action="store_true", help="only unread articles")
    parser.add_argument("--bookmarked", action="store_true", help="only bookmarked articles")
    _add_limit(parser)
    parser.add_argument("--content", action="store_true", help="with the whole text (html and text in --json)")
    _add_json(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", type=_article_id, metavar="ARTICLE", help="an article's id")
    _add_json(parser)


def _related(parser: argparse.ArgumentParser) -> None:
    _add_articles(parser)
    parser.add_argument("-n", dest="limit", type=_positive, default=10, metavar="N", help="most for each (10)")
    parser.add_argument("--explain", action="store_true", help="tell which terms make the likeness, and how much")
    _add_json(parser)


def _stories(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--top", action="store_true", help="those with the most and the freshest sources first")
    parser.add_argument("-n", "--limit", type=_limit, default=50, metavar="N", help="at most N, 0 for all (50)")
    _add_json(parser)


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS", help="words that all occur, or a '\"quoted phrase\"'")
    _add_limit(parser)
    _add_json(parser)


def _bookmark(parser: argparse.ArgumentParser) -> None:
    _add_articles(parser)
    parser.add_argument("--remove", action="store_true", help="remove the bookmarks instead")
    _add_json(parser)


def _read(parser: argparse.ArgumentParser) -> None:
    _add_articles(parser)
    parser.add_argument("--undo", action="store_true", help="mark them unread instead")
    _add_json(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="list of feeds in OPML; - for standard input")
    parser.add_argument(
        "--from", dest="origin", choices=("newsboat",), help="take feeds, articles and marks from another reader"
    )
    parser.add_argument("--urls", type=Path, metavar="FILE", help="newsboat's urls file, if it is not in its place")
    parser.add_argument("--cache", type=Path, metavar="FILE", help="newsboat's cache.db, if it is not in its place")
    _add_json(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="file to write; standard output without")
    parser.add_argument("--with-passwords", action="store_true", help="keep user names and passwords in addresses")


def _prune(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="only tell what would go")
    _add_json(parser)


def _reindex(_: argparse.ArgumentParser) -> None:
    """Add nothing: it takes no argument."""


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell to complete in")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON Lines")


def _add_limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=_limit, default=50, metavar="N", help="at most N, 0 for all (50)")


def _add_feeds(parser: argparse.ArgumentParser, nargs: str) -> None:
    parser.add_argument("feeds", nargs=nargs, metavar="FEED", help="a feed's id, source or title")


def _add_articles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("articles", nargs="+", type=_article_id, metavar="ARTICLE", help="an article's id")


def _columns() -> int:
    try:
        return os.get_terminal_size().columns or 80
    except OSError:
        return 80


def _article_id(word: str) -> int:
    return _whole_number(word, 1, "is not the id of an article; `newsreader articles` lists them")


def _positive(word: str) -> int:
    return _whole_number(word, 1, "is not a whole number above 0")


def _limit(word: str) -> int:
    return _whole_number(word, 0, "is not a whole number; 0 is for all")


def _minutes(word: str) -> int:
    from reader.model.feed import MOST_MINUTES

    return _number_or_default(word, 1, MOST_MINUTES, " of minutes")


def _articles_kept(word: str) -> int:
    from reader.model.feed import MOST_KEPT

    return _number_or_default(word, 0, MOST_KEPT)


def _number_or_default(word: str, least: int, most: int, of_what: str = "") -> int:
    complaint = f"is not a whole number{of_what} from {least} to {most}, and not the word default"
    return DEFAULT if word == "default" else _whole_number(word, least, complaint, most)


def _whole_number(word: str, least: int, complaint: str, most: int = MOST_WHOLE) -> int:
    if word.isdecimal() and len(word) <= len(str(MOST_WHOLE)) and least <= int(word) <= most:
        return int(word)
    raise argparse.ArgumentTypeError(f"{word} {complaint}")


COMMANDS = {
    "add": Command(
        "add sources and fetch them", "newsreader add --folder World https://example.org/feed.xml", _add, "add"
    ),
    "remove": Command("remove feeds; bookmarked articles stay", 'newsreader remove "Port Post"', _remove, "remove"),
    "refresh": Command("fetch what is new, of all feeds or of some", "newsreader refresh", _refresh, "refresh"),
    "edit": Command(
        "rename, move or pause a feed, or set how it is refreshed and kept",
        "newsreader edit 3 --title Port --folder Sea --interval 60",
        _edit,
        "edit",
    ),
    "find": Command("look on its site where a feed that fails is now", "newsreader find 3", _find, "find"),
    "feeds": Command("list the feeds", "newsreader feeds", _feeds, "feeds"),
    "articles": Command(
        "list articles, newest first", "newsreader articles --unread --limit 20", _articles, "articles"
    ),
    "show": Command("print an article", "newsreader show 12", _show, "show"),
    "related": Command("list the articles related to others", "newsreader related 12 -n 5", _related, "related"),
    "stories": Command(
        "list stories, the articles on one event, newest first", "newsreader stories --top -n 10", _stories, "stories"
    ),
    "search": Command(
        "find articles by their words, best first", "newsreader search harbour strike", _search, "articles"
    ),
    "bookmark": Command("bookmark articles", "newsreader bookmark 12 15", _bookmark, "marks"),
    "read": Command("mark articles read", "newsreader read 12 --undo", _read, "marks"),
    "import": Command(
        "add the feeds of a list, or move from newsboat", "newsreader import feeds.opml", _import, "importing"
    ),
    "export": Command("write the feeds as a list in OPML", "newsreader export feeds.opml", _export, "exporting"),
    "prune": Command("delete articles that are too old to be kept", "newsreader prune --dry-run", _prune, "prune"),
    "reindex": Command("make all articles findable anew", "newsreader reindex", _reindex, "reindex"),
    "completion": Command(
        "print the completion script of a shell", "newsreader completion bash", _completion, "completion"
    ),
}
