"""Texts and articles from anywhere in Unicode, as they are after they came in."""

from hypothesis import strategies as st

from reader.model.blocks import Block, Code, Heading, Image, ListBlock, Page, Paragraph, Quote, Rule, Span, Table
from reader.text.safe import safe_line, safe_text

LINKS = 12

SPECIMENS = (
    "harbour", "strike", " ", "  ", "\xa0", "a-b", "x" * 50, "“”…–€", "e\u0301", "n\u0303o", "ﷺ",
    "港口罢工", "。", "「港」", "カー", "한국어", "שביתה בנמל", "إضراب", "நி", "क\u094d\u200dष", "می\u200cرود",
    "👨\u200d👩\u200d👧", "👍🏽", "🇳🇱", "❤\ufe0f", "1\ufe0f\u20e3",
)  # fmt: skip

ANY = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
TEXT = st.lists(st.one_of(st.sampled_from(SPECIMENS), ANY), max_size=8).map("".join).map(safe_text)
ONE_LINE = TEXT.map(safe_line)

SPANS = st.lists(
    st.builds(
        Span,
        st.one_of(TEXT, st.just("\n")),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.one_of(st.none(), st.integers(0, LINKS - 1)),
    ),
    max_size=5,
).map(tuple)

CELLS = st.lists(SPANS, max_size=7).map(tuple)
PLAIN_BLOCKS = st.one_of(
    st.builds(Paragraph, SPANS),
    st.builds(Heading, st.integers(1, 6), SPANS),
    st.builds(Code, TEXT),
    st.builds(Table, CELLS, st.lists(CELLS, max_size=4).map(tuple)),
    st.builds(Image, ONE_LINE, st.one_of(st.none(), st.integers(0, LINKS - 1))),
    st.builds(Rule),
)


def _containers(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    start = st.one_of(st.none(), st.integers(-12, 12), st.integers(0, 10**9))
    return st.one_of(st.builds(Quote, blocks), st.builds(ListBlock, st.lists(blocks, max_size=3).map(tuple), start))


BLOCKS = st.recursive(PLAIN_BLOCKS, _containers, max_leaves=8)
PAGES = st.lists(BLOCKS, max_size=4).map(
    lambda blocks: Page(tuple(blocks), tuple(f"https://example.org/{number}" for number in range(LINKS)))
)


def visible(text: str) -> list[str]:
    """Give the letters and digits of a text, in order."""
    return [character for character in text if character.isalnum()]
