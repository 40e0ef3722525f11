"""`newsreader show`."""

import argparse
import shutil
import textwrap

from reader.cli.pages import page_lines
from reader.library.library import Library
from reader.library.reading import get_article
from reader.model.article import Article
from reader.text.ages import full_date
from reader.text.repeats import without_title

MEASURE = 88
"""Cells of the longest line of running text."""


def show(library: Library, args: argparse.Namespace) -> int:
    """Print one article."""
    article = get_article(library, args.article)
    if args.json:
        from reader.cli.json_lines import article_object, print_json

        print_json(article_object(article, with_text=True))
    else:
        print_article(article)
    return 0


def print_article(article: Article) -> None:
    """Print an article as people read it: section, title, where and when, text, link."""
    from reader.text.attachments import with_attachments
    from reader.text.blocks import page_of

    content = article.content
    width = min(MEASURE, shutil.get_terminal_size().columns)
    facts = [article.feed, content.author, full_date(article.dated_at)]
    if content.section:
        print(content.section.upper())
    print(textwrap.fill(content.title, width))
    print(textwrap.fill(" · ".join(fact for fact in facts if fact), width), end="\n\n")
    page = with_attachments(without_title(page_of(article.html), content.title), content)
    for line in page_lines(page, width):
        print(line)
    if content.link:
        print(f"\n{content.link}")
    print()
