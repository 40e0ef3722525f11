"""An article's body as blocks: what the article pane lays out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style. A newline in `text` is a forced line break."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    struck: bool = False
    link: int | None = None
    """Index into the page's links."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; an item holds blocks, so lists nest."""

    items: "tuple[tuple[Block, ...], ...]"
    start: int | None = None
    """Number of the first item, None for bullets."""
    terms: tuple[int, ...] = ()
    """Of a list of definitions: how many blocks at the head of each item are the terms that the others define."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted blocks."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text, lines as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell a run of spans; rows may differ in length."""

    header: tuple[tuple[Span, ...], ...]
    """Empty when the table has none."""
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    centred: frozenset[int] = frozenset()
    """The columns whose cells stand in their middle."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, by its alt text or caption; "" when it has none."""

    alt: str
    link: int | None = None
    """Index into the page's links: the picture's address."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


Block = Paragraph | Heading | ListBlock | Quote | Code | Table | Image | Rule


@dataclass(frozen=True, slots=True)
class Page:
    """A whole body: its blocks and the addresses of its links in order of first appearance."""

    blocks: tuple[Block, ...]
    links: tuple[str, ...]
