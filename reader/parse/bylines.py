"""Lines that say who wrote a story and when."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from string import digits

from reader.parse.creditwords import BYLINE, CONJUNCTIONS, NAME_PARTICLES, ROLES
from reader.parse.dates import EARLIEST_YEAR, DateInText, cut_time, find_dates, plausible
from reader.parse.datewords import AGE, BESIDE_DATES, PUBLISHED, READING_TIME, UPDATED, WEEKDAYS

MOST_CHARACTERS = 160
"""A longer line is prose."""

_SEPARATORS = "|·•–—/,;:()[]-* ，：；（）［］【】、،・"
_ANY_DAY = datetime(EARLIEST_YEAR, 1, 1, tzinfo=UTC)
_CJK = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]"
_BETWEEN = re.compile(rf"(?<={_CJK})(?=\d)|(?<=\d)(?={_CJK})")
"""Where Chinese, Japanese and Korean set no space between a word and a number."""
_UPDATED = re.compile(rf"(?<!\w)(?:{UPDATED})(?!\w)", re.IGNORECASE)
_LABEL = re.compile(rf"(?<!\w)(?:{UPDATED}|{PUBLISHED})(?!\w)", re.IGNORECASE)
_ASIDES = re.compile(rf"(?:(?:{'|'.join((*WEEKDAYS.split(), *BESIDE_DATES.split()))})(?!\w)[\s.,]*)*", re.IGNORECASE)
_NO_DATE = re.compile(rf"(?<!\w)(?:{READING_TIME}|{AGE})(?!\w)", re.IGNORECASE)
_BYLINE = re.compile(rf"(?:{BYLINE})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)
_NAMES = re.compile(rf"\s*,\s*(?:(?:{CONJUNCTIONS})\s+)?|\s+(?:{CONJUNCTIONS}|&)\s+", re.IGNORECASE)
_LAST_NAME = re.compile(rf"\s(?:{CONJUNCTIONS}|&)\s", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:in|at|for|of|from|en|à|aus|à)\s+(?:the\s+)?[^\W\d_a-z][^;]*$")
_PARTICLES = frozenset(NAME_PARTICLES.split())
_ROLES = frozenset(ROLES.split())
_DAYS = frozenset(WEEKDAYS.lower().split())


@dataclass(frozen=True, slots=True)
class Credits:
    """Who wrote a story and when, as far as a line says so."""

    author: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None

    def joined(self, other: "Credits") -> "Credits":
        """Give these credits, completed by `other`."""
        return Credits(
            self.author or other.author,
            self.published_at or other.published_at,
            self.updated_at or other.updated_at,
        )


def read_credits(line: str) -> Credits | None:
    """Read a line that holds an author or dates and nothing else; None if it holds anything else.

    Times told from an unknown day ("2 hours ago") and reading times count as nothing.
    """
    if not line or len(line) > MOST_CHARACTERS:
        return None
    line = _BETWEEN.sub(" ", line)
    rest = _NO_DATE.sub(" ", line)
    dates = find_dates(rest)
    if not dates:
        # Counts of views or comments stand beside a reading time.
        left = rest.strip(_SEPARATORS if rest == line else _SEPARATORS + digits)
        named = _read_author(left, dated=False)
        return Credits(named) if named else None if left else Credits()
    found = Credits()
    texts = []
    for piece, date in _pieces(rest, dates):
        read, left = _read_piece(piece, date)
        found = found.joined(read)
        texts.append(left)
    left = " ".join(filter(None, texts))
    if not left:
        return found
    author = _read_author(left, dated=True)
    return found.joined(Credits(author)) if author else None


def read_author_beside_date(line: str) -> str | None:
    """Read a line that can only be told for a byline by the date line above or below it: "By the harbour desk"."""
    if len(line) > MOST_CHARACTERS // 2 or line.rstrip().endswith((".", "!", "?", ":")):
        return None
    return _byline_of(line.strip())


def without_times(line: str) -> str:
    """Give a line without the dates, ages and reading times in it."""
    rest = _NO_DATE.sub(" ", line)
    for date in reversed(find_dates(rest)):
        rest = rest[: date.start] + rest[date.end :]
    return (cut_time(rest, _ANY_DAY)[1].strip(_SEPARATORS) if rest != line else line).strip()


def is_name(text: str) -> bool:
    """Tell whether `text` reads like the name of a person: "A. Writer", "Maria de la Cruz"."""
    words = text.split()
    if not 2 <= len(words) <= 5 or words[0].lower() in _PARTICLES:
        return False
    return all(_is_name_word(word) for word in words)


def _pieces(line: str, dates: list[DateInText]) -> list[tuple[str, DateInText]]:
    """Cut a line between its dates, before the label or separator that introduces the next one."""
    cuts = [0]
    for date, following in pairwise(dates):
        between = line[date.end : following.start]
        label = _LABEL.search(between)
        cuts.append(date.end + (label.start() if label else len(between)))
    cuts.append(len(line))
    return [
        (line[start:end], DateInText(date.at, date.start - start, date.end - start))
        for (start, end), date in zip(pairwise(cuts), dates, strict=True)
    ]


def _read_piece(piece: str, date: DateInText) -> tuple[Credits, str]:
    """Give the date of a piece with its time of day, and what else the piece holds."""
    moment, left = cut_time(f"{piece[: date.start]}|{piece[date.end :]}", date.at)
    at = plausible(moment)
    read = Credits(updated_at=at) if _UPDATED.search(left) else Credits(published_at=at)
    parts = (part.strip(_SEPARATORS) for part in re.split("[|·•–—]", _LABEL.sub("|", left)))
    return read, " ".join(part for part in parts if not _ASIDES.fullmatch(part))


def _read_author(text: str, *, dated: bool) -> str | None:
    """Give the author a byline names. Without "By", a name needs a date on its line or a place behind it."""
    introduced = _byline_of(text)
    if introduced:
        return _without_place(introduced)
    names, comma, place = text.rpartition(",")
    if not comma:
        names, place = text, ""
    if not (dated or comma) or (comma and not _is_place(place)):
        return None
    authors = [name.strip() for name in _NAMES.split(names)]
    return ", ".join(authors) if all(is_name(author) for author in authors) else None


def _byline_of(text: str) -> str | None:
    """Give what follows "By" in a byline."""
    match = _BYLINE.match(text)
    if not match:
        return None
    return text[match.end() :].strip(_SEPARATORS)


def _without_place(names: str) -> str | None:
    """Give the names of a byline without the place or paper behind them; None if they are no names."""
    parts = names.split(",")
    last = max((number for number, part in enumerate(parts) if _LAST_NAME.search(f" {part}")), default=0)
    while last + 1 < len(parts) and re.match(r"\s*[^\W\d_]\.\s", parts[last + 1]):
        last += 1
    kept = ",".join(parts[: last + 1])
    authors = [_PLACE.sub("", name).strip() for name in _NAMES.split(kept) if name.strip()]
    if not authors or not all(_is_author(author) for author in authors):
        return None
    return ", ".join(dict.fromkeys(authors))


def _is_author(text: str) -> bool:
    """Tell whether `text` can be what stands behind "By": a name, a single word such as "AFP", or a staff."""
    words = text.split()
    if all(word.lower() in _DAYS for word in words):
        return False  # a deadline: "By Tuesday"
    return (
        1 <= len(words) <= 6
        and words[0].lower() not in _PARTICLES
        and all(_is_name_word(word) or word.lower() in _ROLES for word in words)
    )


def _is_place(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= 4 and all(_is_name_word(word) or word.lower() in _ROLES for word in words)


def _is_name_word(word: str) -> bool:
    """Tell whether `word` is capitalised, in a script without capitals, or a particle such as "van"."""
    letters = word.replace("-", "").replace("'", "").replace("’", "").removesuffix(".")
    if not letters.isalpha():
        return False
    return not letters[0].islower() or word.lower() in _PARTICLES or word.startswith(("al-", "el-", "d'", "d’"))
