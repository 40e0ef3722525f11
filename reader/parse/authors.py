"""Authors as bylines name them."""

import re
import unicodedata

from reader.parse.creditwords import BYLINE, CONJUNCTIONS, LABELLED_BYLINE, NAME_PARTICLES, NO_NAMES, ROLES
from reader.parse.datewords import WEEKDAYS

_AROUND = "|·•–—/,;:()[]-* ，：；（）"
_BYLINE = re.compile(rf"(?:(?:{BYLINE})(?:\s*[:：]\s*|\s+)|(?:{LABELLED_BYLINE})\s*[:：/]\s*)(?=\S)", re.IGNORECASE)
_BYLINE_ALONE = re.compile(rf"(?:{BYLINE})\s*[:：]?", re.IGNORECASE)
_NAMES = re.compile(rf"\s*[,、،]\s*(?:(?:{CONJUNCTIONS})\s+)?|\s+(?:{CONJUNCTIONS}|&)\s+", re.IGNORECASE)
_LAST_NAME = re.compile(rf"\s(?:{CONJUNCTIONS}|&)\s", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:in|at|for|of|from|en|à|aus|w|z|в|из)\s+(?:the\s+)?[^\W\d_a-z][^;]*$")
_PAPER = re.compile(r"\s+[|/•·–—-]\s+|\s+\(|\s+(?=@)|\s*;\s+")
"""What stands between a name and the paper, place or address behind it."""
_PARTICLES = frozenset(NAME_PARTICLES.split())
_ROLES = frozenset(ROLES.split())
_DAYS = frozenset(WEEKDAYS.lower().split())
_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,4}")
_NO_NAMES = frozenset(NO_NAMES.split())
_INITIAL = re.compile(r"[^\W\d_]\.")
_MOST_SMALL_WORDS = 3


def read_author(text: str, *, dated: bool) -> str | None:
    """Give the author a byline names. Without "By", a name needs a date on its line or a place or paper behind it."""
    parts = [part.strip(_AROUND) for part in _PAPER.split(text)]
    named = next((number for number, part in enumerate(parts) if byline_of(part)), None)
    if named is not None:
        author = _introduced(byline_of(parts[named]) or "", dated=dated)
    elif dated or _has_case(text):
        named = next((number for number, part in enumerate(parts) if dated and _listed_names(part)), 0)
        author = _listed_names(parts[named]) if len(parts) > 1 else _placed(text, dated=dated)
    else:
        return None
    return author if all(map(is_place, filter(None, parts[:named] + parts[named + 1 :]))) else None


def read_names(text: str) -> str | None:
    """Read the names of people, each with or without a place: "A. Writer in Kabul and B. Other"."""
    names = _introduced(text, dated=False)
    return names if names and all(map(is_name, names.split(", "))) else None


def byline_of(text: str) -> str | None:
    """Give what follows "By" in a byline."""
    match = _BYLINE.match(text)
    return text[match.end() :].strip(_AROUND) if match else None


def is_byline_alone(line: str) -> bool:
    """Tell whether a line is the "By" of a byline whose names stand on the next line."""
    return bool(_BYLINE_ALONE.fullmatch(line.strip()))


def is_name(text: str) -> bool:
    """Tell whether `text` reads like the name of a person: "A. Writer", "Maria de la Cruz"."""
    words = text.split()
    if not 2 <= len(words) <= 5 or words[0] in _PARTICLES or words[0].lower() in _NO_NAMES:
        return False
    return all(_is_name_word(word) for word in words)


def is_role(line: str) -> bool:
    """Tell whether a line says only what an author is, or how to reach one: "Staff Writer"."""
    words = line.lower().split()
    return bool(words) and all(word in _ROLES or "@" in word for word in words)


def _listed_names(text: str) -> str | None:
    names = [name.strip() for name in _NAMES.split(text)]
    return ", ".join(names) if all(map(is_name, names)) else None


def _placed(text: str, *, dated: bool) -> str | None:
    """Give the names in front of a place; beside a date they need none."""
    names, comma, place = text.rpartition(",")
    if comma:
        return _listed_names(names) if is_place(place) else None
    return (text if _HAN_NAME.fullmatch(text) else _listed_names(text)) if dated else None


def _introduced(text: str, *, dated: bool) -> str | None:
    """Give the names behind "By" without the place or paper behind them; None if they are no names."""
    parts = text.split(",")
    last = max((number for number, part in enumerate(parts) if _LAST_NAME.search(f" {part}")), default=0)
    while last + 1 < len(parts) and re.match(r"\s*[^\W\d_]\.\s", parts[last + 1]):
        last += 1
    kept = ",".join(parts[: last + 1])
    authors = [_PLACE.sub("", name).strip() for name in _NAMES.split(kept) if name.strip()]
    if not authors or not all(_is_author(author) or _is_small_name(author, dated=dated) for author in authors):
        return None
    return ", ".join(dict.fromkeys(authors))


def _is_author(text: str) -> bool:
    """Tell whether `text` can be what stands behind "By": a name, a single word such as "AFP", or a staff."""
    words = text.split()
    if all(word.lower() in _DAYS for word in words):
        return False  # a deadline: "By Tuesday"
    return (
        1 <= len(words) <= 6
        and words[0] not in _PARTICLES
        and all(_is_name_word(word) or word.lower() in _ROLES for word in words)
    )


def _is_small_name(text: str, *, dated: bool) -> bool:
    """Tell whether `text` is a name without capitals: "a. writer", or other words if a date speaks for them."""
    words = text.split()
    if len(words) > _MOST_SMALL_WORDS or words[0] in _NO_NAMES:
        return False
    are_words = all(word.removesuffix(".").isalpha() for word in words)
    return are_words and (dated or (len(words) > 1 and bool(_INITIAL.fullmatch(words[0]))))


def is_place(text: str) -> bool:
    """Tell whether `text` reads like what stands behind a name: a place, a paper, a role."""
    words = text.split()
    return 1 <= len(words) <= 4 and all(_is_name_word(word) or word.lower() in _ROLES or "@" in word for word in words)


def _is_name_word(word: str) -> bool:
    """Tell whether `word` is capitalised, in a script without capitals, or a particle such as "van"."""
    letters = "".join(filter(_is_no_mark, word)).removesuffix(".")
    if not letters.isalpha():
        return False
    return not letters[0].islower() or word.lower() in _PARTICLES or word.startswith(("al-", "el-", "d'", "d’"))


def _is_no_mark(character: str) -> bool:
    return character not in "-'’" and not unicodedata.category(character).startswith("M")


def _has_case(text: str) -> bool:
    return any(map(str.isupper, text))
