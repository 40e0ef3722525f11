"""Take the pictures that the README shows: `.venv/bin/python screenshots/make.py`.

Runs the real program over an invented library and over the bundled guide, and writes an SVG of each picture; with
Chromium on PATH also a PNG. Naming pictures takes only these.
"""

import asyncio
import math
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from made_library import fill
from textual.pilot import Pilot

from reader.library.guide import ensure_guide
from reader.library.library import Library, open_library
from reader.library.reading import article_ids, article_rows
from reader.model.filters import ArticleFilter
from reader.tui.app import NewsApp
from reader.tui.main.screen import MainScreen

HERE = Path(__file__).resolve().parent
FONT = '"DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace'
PATIENCE = 20
"""Seconds after which a picture is given up, with an error."""


class Picture(NamedTuple):
    """One picture and how to get there."""

    name: str
    columns: int
    rows: int
    keys: str = ""
    """Keys to press, separated by spaces."""
    article: str | None = None
    """Title of the article that is opened before; None for the first of the list."""
    theme: str = "newsreader-dark"
    library: str = "made"
    """The invented library, or the "guide"."""


PICTURES = (
    Picture("main", 120, 36),
    Picture("reading", 120, 36, "enter z" + 8 * " j", "A tide gauge for the price of a lunch"),
    Picture("narrow", 80, 24),
    Picture("light", 120, 36, theme="newsreader-light"),
    Picture("help", 120, 36, "question_mark"),
    Picture("search", 120, 36, "slash h a r b o u r space s t r i k e enter"),
    Picture("first-run", 120, 36, library="guide"),
)


async def take(library: Library, picture: Picture) -> str:
    """Run the program, press the keys, and give the screen as SVG. Raises TimeoutError."""
    app = NewsApp(library)
    async with asyncio.timeout(PATIENCE), app.run_test(size=(picture.columns, picture.rows)) as pilot:
        main = app.screen_stack[0]
        assert isinstance(main, MainScreen)
        app.theme = picture.theme
        await until(
            pilot, lambda: main.listing.overview.feeds and main.reading.shown and main.panes.related_list.item_count
        )
        if picture.article:
            main.reading.open(article_with_title(library, picture.article))
            await until(
                pilot, lambda: main.reading.shown and main.reading.shown.article.content.title == picture.article
            )
        for key in picture.keys.split():
            await pilot.press(key)
            await settle(pilot)
        await settle(pilot)
        return app.export_screenshot(title="newsreader")


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Wait for a condition."""
    while not condition():
        await pilot.pause(0.01)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until no message is waiting, no job is running and all is drawn."""
    await pilot.pause()
    await until(pilot, lambda: not pilot.app.workers)
    await pilot.pause()


def article_with_title(library: Library, title: str) -> int:
    """Give the id of the article with a title."""
    rows = article_rows(library, article_ids(library, ArticleFilter()))
    return next(row.id for row in rows if row.title == title)


def with_local_fonts(svg: str) -> str:
    """Take the addresses of web fonts out of an SVG: it has to look the same without a network."""
    svg = re.sub(r"@font-face\s*{.*?}", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: ?\"?Fira Code\"?[^;]*;", f"font-family: {FONT};", svg)


def write_png(browser: str, svg: Path) -> None:
    """Draw an SVG as PNG with Chromium."""
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg.read_text(encoding="utf-8"))
    assert size is not None
    options = [
        *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--default-background-color=00000000"),
        f"--window-size={math.ceil(float(size[1]))},{math.ceil(float(size[2]))}",
        f"--screenshot={svg.with_suffix('.png')}",
    ]
    subprocess.run([browser, *options, svg.as_uri()], check=True, capture_output=True, timeout=60)


def make_libraries(root: Path) -> None:
    """Make the libraries that the pictures are taken of, each in a folder of its name."""
    for name in ("made", "guide"):
        with open_library(root / name, root / "config") as library:
            if name == "made":
                fill(library, root)
            else:
                ensure_guide(library)


def main() -> None:
    """Take the pictures that are named, or all."""
    named = sys.argv[1:]
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_libraries(root)
        for picture in PICTURES:
            if named and picture.name not in named:
                continue
            # A copy, so that nothing that one picture reads is read in the next.
            data_dir = shutil.copytree(root / picture.library, root / picture.name / "data")
            with open_library(data_dir, root / "config") as library:
                shot = asyncio.run(take(library, picture))
            svg = HERE / f"{picture.name}.svg"
            svg.write_text(with_local_fonts(shot), encoding="utf-8")
            if browser:
                write_png(browser, svg)
    if not browser:
        print("No Chromium is on PATH: the PNGs are as they were.", file=sys.stderr)


if __name__ == "__main__":
    main()
