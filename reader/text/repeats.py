"""The title that the body of a note repeats."""

from dataclasses import replace

from reader.model.blocks import Block, Heading, Page, Paragraph, Span
from reader.text.safe import safe_line

HEADING_MARKS = "#=* \t"
"""What stands around a line of plain text to make it a heading."""


def without_title(page: Page, title: str) -> Page:
    """Give the page without the title if that is all the first line of its body says."""
    if not page.blocks:
        return page
    first = below_title(page.blocks[0], title)
    return replace(page, blocks=((first,) if first else ()) + page.blocks[1:])


def below_title(block: Block, title: str) -> Block | None:
    """Give the first block of a body without the title if that is all its first line says; None if no more is left."""
    if not isinstance(block, Paragraph | Heading):
        return block
    first = "".join(span.text for span in block.spans).lstrip("\n").partition("\n")[0]
    if safe_line(first.strip(HEADING_MARKS)) != title:
        return block
    below = _below_first_line(block.spans)
    return replace(block, spans=below) if below else None


def _below_first_line(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    for number, span in enumerate(spans):
        _, end, rest = span.text.partition("\n")
        if end:
            return ((replace(span, text=rest),) if rest else ()) + spans[number + 1 :]
    return ()
