"""The lines above and below a headline that say who wrote the story and when."""

from collections.abc import Sequence

from reader.parse.authors import is_byline_alone, is_role, read_names
from reader.parse.bylines import Credits, is_label_alone, read_author_beside_date, read_credits
from reader.parse.furniture import is_edge_furniture
from reader.parse.paragraphs import Block, drop_line, is_prose

MOST_CREDIT_LINES = 20


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


def take_credits(blocks: Sequence[Block]) -> tuple[Credits, list[Block]]:
    """Take the lines of authors, dates and buttons below a headline; a standfirst may stand before them."""
    found, rest = _take_credit_lines(blocks)
    if found == Credits() and len(rest) > 1:
        standfirst, others = rest[0], rest[1:]
        late, below = _take_credit_lines(others)
        if late != Credits():
            return late, [standfirst, *below]
    return found, rest


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
        elif not is_edge_furniture(line):
            break
        drop_line(rest)
    return found, rest


def _with_whole_credit(rest: list[Block]) -> list[Block]:
    """Join a line that is only "By" or "Published" with the line below it that holds the names or the date."""
    lines = _first_lines(rest)
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
    while below and (_says_nothing(below[0][0]) or is_role(below[0][0])):
        drop_line(below)
    below = _with_whole_credit(below)
    return not below or not (is_prose(below[0]) or _dated(below[0][0]))


def _says_nothing(line: str) -> bool:
    return is_edge_furniture(line) or read_credits(line) == Credits()


def _read_beside_date(rest: list[Block], found: Credits) -> Credits | None:
    line, *following = _first_lines(rest) or [""]
    below = next((other for other in following if not (is_role(other) or is_label_alone(other))), "")
    dated = _dated(below)
    author = read_author_beside_date(line) if dated or found.published_at else None
    author = author or (read_names(line) if dated else None)
    return Credits(author=author) if author else None


def _dated(line: str) -> bool:
    read = read_credits(line)
    return read is not None and (read.published_at or read.updated_at) is not None


def _first_lines(blocks: Sequence[Block]) -> list[str]:
    """Give the first lines of `blocks`, three at most."""
    return [line for block in blocks[:3] for line in block[:3]][:3]
