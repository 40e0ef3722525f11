"""`newsreader add`."""

import argparse
import asyncio
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from reader.cli.refresh import Telling
from reader.library.finding import find_feeds, recognise
from reader.library.library import Library
from reader.library.sources import add_source, drop_page, drop_unusable, named_source
from reader.model.discovery import Choice, Finding, Found, WebPage
from reader.model.errors import UsageError
from reader.model.feed import Feed
from reader.model.outcome import Failed, Held, RefreshReport
from reader.model.source import Source
from reader.text.credentials import with_credentials_of, without_credentials
from reader.text.safe import safe_line


def add(library: Library, args: argparse.Namespace) -> int:
    """Add sources and fetch them; one that can't be used fails alone."""
    words = list(_named(args.sources))
    if not words:
        raise UsageError("Standard input holds no source; write one on each line")
    if args.title and len(words) > 1:
        raise UsageError("--title is for one source; add the others by themselves")
    adding = _Adding(library, args, Telling(library, as_json=args.json))
    for word in words:
        adding.take_word(word)
    adding.fetch()
    adding.look_at_pages()
    adding.fetch()
    return adding.telling.finish()


def _named(words: Iterable[str]) -> Iterator[str]:
    """Give the sources, with those on standard input in the place of "-": there no other user can read them."""
    for word in words:
        if word == "-" and sys.stdin is not None:
            lines = sys.stdin.buffer.read().decode("utf-8", "surrogateescape").split("\n")
            yield from (line.rstrip("\r") for line in lines if line.strip())
        else:
            yield word


@dataclass(slots=True)
class _Adding:
    """Sources on their way to being feeds: those that turn out to be web pages are looked at for their feeds."""

    library: Library
    args: argparse.Namespace
    telling: Telling
    feeds: dict[int, Feed] = field(default_factory=dict)
    """What is to be fetched next."""
    pages: list[tuple[Feed, WebPage]] = field(default_factory=list)
    """What was a web page; its feed is no more."""
    looked: bool = False
    """Whether pages were looked at; a page that another one calls its feed is a failure."""

    def take_word(self, word: str) -> None:
        """Take in what the user named."""
        try:
            source = named_source(word)
        except UsageError as error:
            self._refuse(safe_line(without_credentials(word)), Failed(str(error)))
        else:
            finding = recognise(source)
            if finding is None:
                self._subscribe(source, self.args.folder)
            else:
                self._take(source, finding, self.args.folder)

    def fetch(self) -> None:
        """Fetch what was taken in."""
        feeds, self.feeds = list(self.feeds.values()), {}
        if feeds:
            self.telling.refresh(feeds, self._settle)

    def look_at_pages(self) -> None:
        """Look for the feeds of web pages."""
        pages, self.pages, self.looked = self.pages, [], True
        if pages:
            findings = asyncio.run(find_feeds(self.library, [(feed.source, page) for feed, page in pages]))
            for (feed, _), finding in zip(pages, findings, strict=True):
                self._take(feed.source, finding, self.args.folder or feed.folder)

    def _take(self, source: Source, finding: Finding, folder: str | None) -> None:
        chosen = self._choose(source, finding) if isinstance(finding, Choice) else finding
        match chosen:
            case Found(link):
                self._subscribe(named_source(with_credentials_of(source.location, link.address)), folder)
            case Failed():
                self._refuse(source.shown, chosen)

    def _choose(self, source: Source, choice: Choice) -> Finding:
        from reader.cli.choosing import ask, can_ask

        if self.args.json or not can_ask():
            return choice
        link = ask(source.shown, choice)
        return Found(link) if link else Failed("none of its feeds was chosen, so nothing was added")

    def _subscribe(self, source: Source, folder: str | None) -> None:
        feed = add_source(self.library, source, self.args.title, folder)
        self.feeds[feed.id] = feed

    def _refuse(self, name: str, failed: Failed) -> None:
        self.telling.refuse(RefreshReport(name, name, failed, 0.0))
        if isinstance(failed, Choice) and not self.args.json:
            from reader.cli.choosing import list_commands

            list_commands(failed, self.args)

    def _settle(self, report: RefreshReport) -> RefreshReport | None:
        """Drop a source that is of no use, and say of one that was added but could not be fetched what to do about it.

        A web page is kept for a look at it.
        """
        outcome, feed_id = report.outcome, report.feed_id
        if isinstance(outcome, Held):
            held = add_source(self.library, outcome.feed.source, self.args.title, self.args.folder)
            return replace(report, feed=held.title)
        if not isinstance(outcome, Failed) or feed_id is None:
            return report
        if isinstance(outcome, WebPage) and (feed := drop_page(self.library, feed_id)):
            if self.looked:
                return replace(report, feed_id=None)
            self.pages.append((feed, outcome))
            return None
        if not drop_unusable(self.library, [feed_id]):
            return replace(report, feed_id=None)
        advice = (
            f"; it was added all the same: `newsreader refresh {feed_id}` tries again, "
            f"`newsreader remove {feed_id}` takes it away"
        )
        return report if self.args.json else replace(report, outcome=Failed(outcome.reason + advice))
