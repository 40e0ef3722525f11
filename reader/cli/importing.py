"""`newsreader import`."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli.json_lines import print_json
from reader.cli.messages import complain
from reader.library.importing import MOST_BYTES, ImportReport, import_opml, read_list
from reader.library.library import Library
from reader.model.errors import UsageError
from reader.model.feed import Feed
from reader.text.credentials import without_credentials
from reader.text.safe import safe_line

if TYPE_CHECKING:
    from reader.library.newsboat import Tell


def import_(library: Library, args: argparse.Namespace) -> int:
    """Add the feeds of a list or of another reader, without fetching them."""
    report = _from_newsboat(library, args) if args.origin else _from_list(library, args)
    if args.json:
        _print_objects(report)
    else:
        _print_lines(report, with_articles=bool(args.origin))
    return 1 if report.refused or report.problems else 0


def _from_list(library: Library, args: argparse.Namespace) -> ImportReport:
    if args.file is None:
        raise UsageError("Name the file to import, or the reader to move from: --from newsboat")
    if args.urls or args.cache:
        raise UsageError("--urls and --cache go with --from newsboat; add that, or leave them out")
    name = "standard input" if args.file == "-" else safe_line(without_credentials(args.file), most=200)
    if args.file.lower().startswith(("http://", "https://")):
        raise UsageError(f"{name}: save this list to a file first, and import that")
    report = import_opml(library, _body(args.file), name)
    report.problems = [f"{name}: {problem}" for problem in report.problems]
    return report


def _from_newsboat(library: Library, args: argparse.Namespace) -> ImportReport:
    from reader.library.newsboat import find_places, import_newsboat

    if args.file is not None:
        raise UsageError("--from newsboat finds newsboat's files itself; name others by --urls and --cache")
    places = find_places(args.urls, args.cache)
    with _progress(args.json) as tell:
        return import_newsboat(library, places, tell)


def _body(file: str) -> bytes:
    if file != "-":
        return read_list(Path(file))
    body = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
    if len(body) > MOST_BYTES:
        raise UsageError(f"standard input: this is larger than {MOST_BYTES // 2**20} MB; split it")
    return body


@contextmanager
def _progress(as_json: bool) -> "Iterator[Tell]":
    """Give what tells how far it is: to a program, by a bar on a terminal, else not at all."""
    if as_json:
        yield lambda done, total: print_json({"outcome": "moving", "done": done, "feeds": total}, flush=True)
        return
    if not sys.stdout.isatty():
        yield lambda done, total: None
        return
    from reader.cli.progress import counting_bars

    with counting_bars() as bars:
        task = bars.add_task("Importing", total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)


def _print_objects(report: ImportReport) -> None:
    for outcome, feeds in (("new", report.new), ("known", report.known)):
        for feed in feeds:
            print_json(_object(outcome, feed.title, feed))
    for refused in report.refused:
        print_json(_object("refused", refused.name, error=refused.reason))
    print_json(
        {
            "outcome": "done",
            "new": len(report.new),
            "known": len(report.known),
            "refused": len(report.refused),
            "articles": report.articles,
            "read": report.read,
            "bookmarked": report.bookmarked,
            "problems": report.problems,
            "notes": report.notes,
        }
    )


def _object(outcome: str, name: str, feed: Feed | None = None, error: str | None = None) -> dict[str, Any]:
    return {
        "outcome": outcome,
        "feed_id": feed.id if feed else None,
        "feed": name,
        "source": feed.source.shown if feed else None,
        "error": error,
    }


def _print_lines(report: ImportReport, *, with_articles: bool) -> None:
    for sentence in (*report.problems, *report.notes):
        complain(sentence)
    for refused in report.refused:
        complain(f"{refused.name}: refused, {refused.reason}")
    print(f"Feeds: {len(report.new)} new, {len(report.known)} known, {len(report.refused)} refused")
    if with_articles:
        print(f"Articles: {report.articles} new, {report.read} read, {report.bookmarked} bookmarked")
    if report.new:
        print("`newsreader refresh` fetches the new feeds.")
