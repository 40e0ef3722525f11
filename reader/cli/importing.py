"""`newsreader import`."""

import argparse
import sys
from pathlib import Path
from typing import Any

from reader.cli.json_lines import print_json
from reader.cli.messages import complain
from reader.library.importing import MOST_BYTES, ImportReport, import_opml, read_list
from reader.library.library import Library
from reader.model.errors import UsageError
from reader.model.feed import Feed
from reader.text.safe import safe_line


def import_(library: Library, args: argparse.Namespace) -> int:
    """Add the feeds of a list, without fetching them."""
    name = "standard input" if args.file == "-" else safe_line(args.file, most=200)
    report = import_opml(library, _body(args.file), name)
    problems = [f"{name}: {problem}" for problem in report.problems]
    if args.json:
        _print_objects(report, problems)
    else:
        _print_lines(report, problems)
    return 1 if report.refused or problems else 0


def _body(file: str) -> bytes:
    if file != "-":
        return read_list(Path(file))
    body = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
    if len(body) > MOST_BYTES:
        raise UsageError(f"standard input: this is larger than {MOST_BYTES // 2**20} MB; split it")
    return body


def _print_objects(report: ImportReport, problems: list[str]) -> None:
    for feed in report.new:
        print_json(_feed_object("new", feed))
    for feed in report.known:
        print_json(_feed_object("known", feed))
    for refused in report.refused:
        print_json(
            {"outcome": "refused", "feed_id": None, "feed": refused.name, "source": None, "error": refused.reason}
        )
    print_json(
        {
            "outcome": "done",
            "new": len(report.new),
            "known": len(report.known),
            "refused": len(report.refused),
            "problems": problems,
        }
    )


def _feed_object(outcome: str, feed: Feed) -> dict[str, Any]:
    return {"outcome": outcome, "feed_id": feed.id, "feed": feed.title, "source": feed.source.shown, "error": None}


def _print_lines(report: ImportReport, problems: list[str]) -> None:
    for problem in problems:
        complain(problem)
    for refused in report.refused:
        complain(f"{refused.name}: refused, {refused.reason}")
    print(f"{len(report.new)} new, {len(report.known)} known, {len(report.refused)} refused")
    if report.new:
        print("`newsreader refresh` fetches the new ones.")
