"""Take the pictures that the README shows: `.venv/bin/python screenshots/make.py`.

Runs the real program over an invented library and over the bundled guide, and writes an SVG of each picture; with
Chromium on PATH also a PNG.
"""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import NamedTuple

from made_news import BROKEN, FOLDERS, NEWS, Made

from reader.library.guide import ensure_guide
from reader.library.library import Library, open_library
from reader.library.marking import set_bookmarked, set_read
from reader.library.reading import article_ids
from reader.library.refreshing import refresh
from reader.library.sources import add_source, named_source
from reader.model.filters import ArticleFilter
from reader.tui.app import NewsApp
from reader.tui.screens.main import MainScreen

HERE = Path(__file__).resolve().parent
FONT = '"DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace'


class Picture(NamedTuple):
    """One picture and how to get there."""

    name: str
    columns: int
    rows: int
    keys: str
    """Keys to press, separated by spaces."""
    theme: str = "newsreader-dark"
    guide: bool = False
    """Over the bundled guide instead of the invented library."""


PICTURES = [
    Picture("main", 120, 36, ""),
    Picture("reading", 120, 36, "enter ctrl+d"),
    Picture("narrow", 80, 24, "enter"),
    Picture("light", 120, 36, "", "newsreader-light"),
    Picture("help", 120, 36, "question_mark"),
    Picture("search", 120, 36, "slash K e l d e r h a v e n enter"),
    Picture("first-run", 120, 36, "", guide=True),
]


def write_feed(path: Path, title: str, articles: list[Made]) -> None:
    """Write some invented articles as an RSS file."""
    now = datetime.now(UTC)
    site = f"https://{title.lower().replace(' ', '-')}.example"
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{site}/{number}</link>"
        f"<author>{escape(one.author)}</author><pubDate>{format_datetime(now - timedelta(hours=one.hours))}</pubDate>"
        f"<description>{escape(one.html)}</description></item>"
        for number, one in enumerate(articles)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
    path.write_text(f"{head}<title>{escape(title)}</title>{items}</channel></rss>", encoding="utf-8")


def fill(library: Library, folder: Path) -> None:
    """Fill a library with the invented news: some read, one bookmarked, and a feed that fails."""
    feeds = []
    for title, shelf in FOLDERS.items():
        path = folder / f"{title}.xml"
        write_feed(path, title, [one for one in NEWS if one.feed == title])
        feeds.append(add_source(library, named_source(str(path)), folder=shelf))
    broken = folder / "broken.xml"
    write_feed(broken, BROKEN, [])
    feeds.append(add_source(library, named_source(str(broken)), BROKEN))
    broken.write_text("<html>It moved.</html>", encoding="utf-8")
    asyncio.run(refresh(library, feeds, lambda report: None))
    ids = article_ids(library, ArticleFilter())
    set_read(library, ids[5:], True)
    set_bookmarked(library, [ids[5]], True)


async def take(library: Library, picture: Picture) -> str:
    """Run the program, press the keys, and give the screen as SVG."""
    app = NewsApp(library)
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        main = app.screen_stack[0]
        assert isinstance(main, MainScreen)

        async def until(condition: Callable[[], object]) -> None:
            while not condition():
                await pilot.pause(0.02)

        app.theme = picture.theme
        await until(lambda: main.shown and main.overview.feeds and main.related_list.item_count)
        await pilot.press(*picture.keys.split())
        await until(lambda: main.shown and main.related_list.item_count)
        await pilot.pause(0.3)
        return app.export_screenshot(title="newsreader")


def local_fonts(svg: str) -> str:
    """Take the addresses of web fonts out of an SVG: it has to look the same without a network."""
    svg = re.sub(r"@font-face\s*{.*?}", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: ?(?:Fira Code|\"Fira Code\")[^;]*;", f"font-family: {FONT};", svg)


def write_png(svg: Path) -> bool:
    """Draw an SVG as PNG with Chromium, and tell whether there is one."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg.read_text(encoding="utf-8"))
    if browser is None or size is None:
        return False
    window = f"--window-size={round(float(size[1]))},{round(float(size[2]))}"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", window]
    subprocess.run(
        [browser, *options, f"--screenshot={svg.with_suffix('.png')}", svg.as_uri()], check=True, capture_output=True
    )
    return True


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        with (
            open_library(root / "made", root / "config") as made,
            open_library(root / "first", root / "config") as first,
        ):
            fill(made, root)
            ensure_guide(first)
            for picture in PICTURES:
                svg = HERE / f"{picture.name}.svg"
                shot = asyncio.run(take(first if picture.guide else made, picture))
                svg.write_text(local_fonts(shot), encoding="utf-8")
                if not write_png(svg):
                    print(f"{svg.name}: no Chromium was found, so its PNG is as it was", file=sys.stderr)


if __name__ == "__main__":
    main()
