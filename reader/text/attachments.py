"""What comes with an article besides its text, as blocks below it: values in, values out."""

from collections.abc import Iterator
from dataclasses import replace

from reader.model.article import ArticleContent, Enclosure
from reader.model.blocks import Block, Image, ListBlock, Page, Paragraph, Rule, Span

MOST_TAGS = 20
KINDS = {"audio": "Audio", "video": "Video", "image": "Picture"}


def with_attachments(page: Page, content: ArticleContent) -> Page:
    """Give the page with the article's enclosures, discussion, origin and tags below; digits follow the first three.

    A picture stands above a text that has none.
    """
    links = list(page.links)

    def link_to(address: str) -> int:
        if address not in links:
            links.append(address)
        return links.index(address)

    above = [Image("", link_to(content.thumbnail))] if content.thumbnail and not _has_image(page.blocks) else []
    items = [Span(told, link=link_to(address) if address else None) for told, address in _attached(content)]
    below: list[Block] = [Rule(), ListBlock(tuple((Paragraph((item,)),) for item in items))] if items else []
    if not (above or below):
        return page
    return replace(page, blocks=(*above, *page.blocks, *below), links=tuple(links))


def _attached(content: ArticleContent) -> Iterator[tuple[str, str | None]]:
    for enclosure in content.enclosures:
        yield enclosure_text(enclosure), enclosure.url
    if content.comments:
        yield "Comments", content.comments
    if content.origin and content.origin.link:
        yield f"From {content.origin.title or content.origin.link}", content.origin.link
    if tags := [tag for tag in content.tags if tag != content.section]:
        more = len(tags) - MOST_TAGS
        yield f"Tags: {', '.join(tags[:MOST_TAGS])}" + (f" and {more} more" if more > 0 else ""), None


def enclosure_text(enclosure: Enclosure) -> str:
    """Name an enclosure: what it is, how long it plays, how large it is."""
    kind = KINDS.get((enclosure.type or "").partition("/")[0], "File")
    name = enclosure.title or enclosure.url.rpartition("/")[2].partition("?")[0] or enclosure.url
    facts = (f"{kind}: {name}", _duration(enclosure.seconds), _size(enclosure.size))
    return ", ".join(fact for fact in facts if fact)


def _duration(seconds: int | None) -> str | None:
    if not seconds:
        return None
    minutes = max(1, round(seconds / 60))
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


def _size(size: int | None) -> str | None:
    # A size of a few bytes is a placeholder of a program that did not know it.
    if not size or size < 1000:
        return None
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1000:.0f} kB"


def _has_image(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(block, Image) for block in blocks)
