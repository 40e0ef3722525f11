"""The lines above and below a headline that say who wrote the story and when."""

from collections.abc import Sequence

from reader.parse.authors import is_byline_alone, is_role, read_names
from reader.parse.bylines import Credits, is_label_alone, is_labelled, read_author_beside_date, read_credits
from reader.parse.furniture import is_edge_furniture
from reader.parse.paragraphs import Block, drop_line, is_prose

MOST_CREDIT_LINES = 20
_MOST_BLOCKS_BEFORE = 2
_MOST_LINES_TO_DATE = 8


def is_credit(line: str) -> bool:
    """Tell whether a line says who wrote a story or when, or is a button beside that."""
    return read_credits(line) is not None or is_edge_furniture(line)


def is_credit_label(line: str) -> bool:
    """Tell whether a line is only "By" or "Published"."""
    return is_byline_alone(line) or is_label_alone(line)


def is_certain_credit(line: str) -> bool:
    """Tell whether a line is a credit wherever it stands: more than a name and a place, which a headline can be too."""
    read = read_credits(line)
    return read is not None and (read.author is None or _dated(line) or read_author_beside_date(line) is not None)


def take_early_credits(blocks: Sequence[Block]) -> tuple[Credits, list[Block]]:
    """Take the dates, bylines and furniture that stand above the headline."""
    found, rest = Credits(), list(blocks)
    for _ in range(MOST_CREDIT_LINES):
        line = rest[0][0] if rest else ""
        read = read_credits(line)
        if read and is_certain_credit(line) and read != Credits():
            found = found.joined(read)
        elif not is_edge_furniture(line):
            break
        drop_line(rest)
    return found, rest


def take_credits(blocks: Sequence[Block], *, of_article: bool = True) -> tuple[Credits, list[Block]]:
    """Take the lines of authors, dates and buttons below a headline; a standfirst and a caption may be before them.

    Unless it is known that this is an article, a date below other text needs an author or a label such as "Published".
    """
    for skipped in range(min(_MOST_BLOCKS_BEFORE, len(blocks) - 1) + 1):
        found, rest = _take_credit_lines(blocks[skipped:])
        is_sure = skipped == 0 or (bool(rest) and (skipped == 1 or found.published_at is not None))
        if skipped and rest and not found.author:  # a date that prose speaks of may stand on a line of its own
            is_article = of_article or is_labelled(blocks[skipped][0])
            is_sure = is_sure and is_article and not rest[0][0].lstrip()[:1].islower()
        if found != Credits() and is_sure:
            return found, [*blocks[:skipped], *rest]
    return _take_credit_lines(blocks)


def _take_credit_lines(rest: Sequence[Block]) -> tuple[Credits, list[Block]]:
    found, rest = Credits(), list(rest)
    for _ in range(MOST_CREDIT_LINES):
        rest = _with_whole_credit(rest)
        line = rest[0][0] if rest else ""
        is_beside_author = found.author is not None and is_role(line)
        read = Credits() if is_beside_author else read_credits(line) or _read_beside_date(rest, found)
        if read and (_says_more(read, found) or _is_bare_name(line, read, rest)):
            break
        if read:
            found = found.joined(read)
        elif not (is_edge_furniture(line) or (found != Credits() and _is_count(rest))):
            break
        drop_line(rest)
    return found, rest


def _is_count(rest: list[Block]) -> bool:
    """Tell whether a line is a number beside a button: "12", "Listen"."""
    lines = _first_lines(rest, 2)
    return len(lines) > 1 and lines[0].strip().isdecimal() and is_edge_furniture(lines[1])


def _with_whole_credit(rest: list[Block]) -> list[Block]:
    """Join a line that is only "By" or "Published" with the line below it that holds the names or the date."""
    lines = _first_lines(rest, 2)
    if len(lines) < 2 or not is_credit_label(lines[0]):
        return rest
    credit = f"{lines[0].strip()} {lines[1].strip()}"
    if read_credits(credit) is None:
        return rest
    below = list(rest)
    drop_line(below)
    drop_line(below)
    return [(credit,), *below]


def _says_more(read: Credits, found: Credits) -> bool:
    """Tell whether a line names an author or a date beside those that are found: taken out, it would be lost."""
    pairs = ((read.author, found.author), (read.published_at, found.published_at))
    return any(new is not None and old is not None and new != old for new, old in pairs)


def _is_bare_name(line: str, read: Credits, rest: Sequence[Block]) -> bool:
    """Tell whether a name and a place ("A. Writer, Kabul") stand where no story begins: in a list of people."""
    if read.author is None or read.published_at or read.updated_at or read_author_beside_date(line):
        return False
    below = list(rest)
    drop_line(below)
    while below and _is_before_date(below[0][0]):
        drop_line(below)
    return not below or not (is_prose(below[0]) or _dated(below[0][0]))


def _says_nothing(line: str) -> bool:
    return is_edge_furniture(line) or read_credits(line) == Credits()


def _read_beside_date(rest: list[Block], found: Credits) -> Credits | None:
    line, *following = _first_lines(rest, _MOST_LINES_TO_DATE) or [""]
    below = next((other for other in following if not _is_before_date(other)), "")
    dated = _dated(below)
    author = read_author_beside_date(line) if dated or found.published_at else None
    author = author or (read_names(line) if dated else None)
    return Credits(author=author) if author else None


def _dated(line: str) -> bool:
    read = read_credits(line)
    return read is not None and (read.published_at or read.updated_at) is not None


def _is_before_date(line: str) -> bool:
    return is_role(line) or is_label_alone(line) or _says_nothing(line)


def _first_lines(blocks: Sequence[Block], most: int) -> list[str]:
    return [line for block in blocks[:most] for line in block[:most]][:most]
