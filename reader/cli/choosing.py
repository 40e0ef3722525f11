"""Which of several feeds is meant: asked in a terminal, listed elsewhere."""

import argparse
import shlex
import sys

from reader.cli.messages import say
from reader.model.discovery import Choice, FeedLink
from reader.text.safe import safe_line

MOST_TITLE = 60
"""Characters of a title that are shown."""


def can_ask() -> bool:
    """Tell whether somebody is there to answer; what is asked goes to stderr, so that stdout may be a pipe."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(source: str, choice: Choice) -> FeedLink | None:
    """Ask which feed of a source is meant; None for none of them."""
    from rich.cells import cell_len

    links = choice.links
    names = [_described(link) for link in links]
    widest = max(map(cell_len, names))
    say(f"{source} has {len(links)} feeds:\n")
    for number, (name, link) in enumerate(zip(names, links, strict=True), start=1):
        say(f"{number:>4}  {name}{' ' * (widest - cell_len(name))}  {link.address}\n")
    while True:
        say(f"Add which one? 1-{len(links)}, Enter for 1, 0 for none: ")
        answer = sys.stdin.readline()
        word = answer.strip()
        if not answer or word in ("0", "q", "n"):
            return None
        if not word:
            return links[0]
        if word.isdecimal() and len(word) < 4 and 0 < int(word) <= len(links):
            return links[int(word) - 1]


def list_commands(choice: Choice, args: argparse.Namespace) -> None:
    """Print for each feed the command that adds it, as `args` would have it.

    What a feed is called stands on another line: somebody copies the command into a shell.
    """
    options = [("--folder", args.folder), ("--title", args.title)]
    options += [("--data-dir", args.data_dir), ("--config-dir", args.config_dir)]
    given = [word for name, value in options if value for word in (name, str(value))]
    for link in choice.links:
        say(f"  {_described(link)}\n      {shlex.join(['newsreader', 'add', *given, link.address])}\n")


def _described(link: FeedLink) -> str:
    title = safe_line(link.title or "no title", MOST_TITLE)
    return f"{title} ({link.kind})" if link.kind else title
