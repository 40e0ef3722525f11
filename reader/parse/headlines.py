"""Headlines of news pages, and what tells them from other lines."""

import re
from collections.abc import Sequence

from reader.parse.authors import is_name
from reader.parse.bylines import read_author_beside_date, read_credits
from reader.parse.creditlines import MOST_CREDIT_LINES, is_certain_credit, is_credit, is_credit_label
from reader.parse.furniture import is_edge_furniture, is_related_heading
from reader.parse.paragraphs import CLOSED, WRAPPED_LINE, Block, is_prose, width_of

MOST_HEADLINE = 200
"""Characters of the longest headline."""
_MOST_HEADLINE_LINES = 4
_LEAST_HEADLINE = 8

_WORD_START = re.compile(r"""["'“‘«„¿¡(\[]*(?=[^\W_])""")


def take_headline(blocks: Sequence[Block]) -> tuple[str | None, list[Block]]:
    """Take a headline, which may run over two or three lines; below it in its block stand credits only."""
    rest = list(blocks)
    if not rest:
        return None, rest
    lines = rest[0]
    title, used = lines[0].strip(), 1
    while used < min(len(lines), _MOST_HEADLINE_LINES):
        is_broken = len(lines[used - 1]) >= WRAPPED_LINE or lines[used].lstrip()[:1].islower()
        if not is_broken or is_credit(lines[used]):
            break
        title, used = f"{title} {lines[used].strip()}", used + 1
    below = lines[used:]
    if len(below) > MOST_CREDIT_LINES or not is_headline(title) or _is_name_and_place(title, rest[1:]):
        return None, list(blocks)
    if not all(map(_is_below_headline, below)):
        return None, list(blocks)
    rest[0:1] = [below] if below else []
    return title, rest


def _is_below_headline(line: str) -> bool:
    return is_credit(line) or is_name(line) or is_credit_label(line) or bool(read_author_beside_date(line))


def is_headline(title: str) -> bool:
    """Tell whether `title` can be a headline: neither too short or long, nor a credit, a button or an address."""
    if not _LEAST_HEADLINE <= width_of(title) <= MOST_HEADLINE or not starts_like_title(title):
        return False
    is_no_headline = is_edge_furniture(title) or "://" in title
    return (
        not title.endswith(tuple(",;:，；：،؛"))
        and not is_related_heading(title)
        and not is_certain_credit(title)
        and not is_no_headline
    )


def _is_name_and_place(title: str, below: list[Block]) -> bool:
    """Tell whether a line is "A. Writer, Kabul" and not a headline in capitals with a comma, such as a story needs."""
    if read_credits(title) is None:
        return False
    return not below or not (is_prose(below[0]) or is_certain_credit(below[0][0]))


def is_closed(title: str) -> bool:
    """Tell whether a title ends like a sentence that states something."""
    return bool(CLOSED.search(title)) and not title.endswith(tuple("?!？！؟"))


def starts_like_title(line: str) -> bool:
    """Tell whether a line begins with a capital, a number, or a letter of a script without capitals."""
    start = _WORD_START.match(line)
    return start is not None and not line[start.end()].islower()
