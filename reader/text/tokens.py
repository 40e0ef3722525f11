"""Text as words: the one way in which search and related articles see it."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress

_MARKS = (
    "\u0300-\u036f\u0483-\u0487"  # Latin, Greek, Cyrillic
    "\u0711-\u07f3\u0816-\u082d\u0859-\u085b\u0898-\u08e1"  # Syriac, Thaana, N'Ko and neighbours
    "\u08e3-\u0963\u0966-\u0df3"  # the Indic blocks, but for the danda
    "\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ecd\u0f71-\u0f84\u0f8d-\u0fbc"  # Thai, Lao, Tibetan
    "\u102b-\u109d\u135d-\u135f\u1712-\u17d3"  # Myanmar, Ethiopic, Philippine scripts, Khmer
    "\u1a17-\u1a7f\u1ab0-\u1bf3\u1c24-\u1c37\u1cd0-\u1dff"
    "\u302a-\u302f\u3099\u309a\ua802-\ua8f1\ua926-\ua9c0\ua9e5-\uabed\ufe20-\ufe2f"
    "\U00011000-\U00011fff"
)
"""Combining marks, which `\\w` leaves out though Indic and Thai words are made of them.

Whole blocks where what else is in them is letters and rare signs: a short class is compiled at every start.
"""

_FIRST_UNSPACED = "\u0e00"
_UNSPACED = (
    f"{_FIRST_UNSPACED}-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff"  # Hangul
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\U0001b000-\U0001b16f"  # Kana
    "\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
"""Scripts that set no space between words, and Hangul, whose words carry their particles."""

_SILENT = re.compile("[\u00ad\u200c\u200d\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
"""What a writer may leave out of a word: soft hyphens, joiners, tatweel, Arabic and Hebrew vowel signs."""

_WORD = re.compile(rf"\w[\w{_MARKS}]*")
_PLAIN_WORD = re.compile(r"[a-zA-Z0-9]+")
_PART = rf"([{_UNSPACED}]+)|[^{_UNSPACED}]+"
_ABOVE = re.compile("[\u0e00-\u1dff\u2e80-\U0010ffff]")
"""Finds a letter of the scripts from Thai on, but for the accented letters of Latin and Greek."""

_WESTERN = "cp1252"
_ODD = "\u00b5\u00bc\u00bd\u00be\u2122".encode(_WESTERN)
"""What normalisation makes more of than one letter of that code page."""
_SOFT_HYPHEN = b"\xad"


def _western_letter(code: int) -> str:
    """Give what a byte of western text is in a word without case, or a space."""
    letter = unicodedata.normalize("NFKC", bytes([code]).decode(_WESTERN, "replace")).lower()
    return letter if letter.isalnum() and letter != "\ufffd" else " "


_WESTERN_LETTERS = bytes(ord(" ") if code in _ODD else _western_letter(code).encode(_WESTERN)[0] for code in range(256))


def words(text: str) -> list[str]:
    """Split text into words as they are spelled, numbers among them; scripts without spaces into pairs of characters.

    The text is normalised first (NFKC), so that all ways to write an accent or a full-width letter give one word.
    """
    if text.isascii():
        found: list[str] = _PLAIN_WORD.findall(text)
        return found
    plain = _SILENT.sub("", unicodedata.normalize("NFKC", text)).replace("_", " ")
    found = _WORD.findall(plain)
    if not _ABOVE.search(plain):
        return found
    parts: list[str] = []
    for run in found:
        if _ABOVE.search(run):
            parts.extend(_parts(run))
        else:
            parts.append(run)
    return parts


def tokens(text: str) -> list[str]:
    """Split text into words as `words` does, without regard to case."""
    if text.isascii():
        return text.encode().translate(_WESTERN_LETTERS).decode().split()
    # Of western text a table makes the same in a fraction of the time.
    with suppress(UnicodeEncodeError):
        raw = text.encode(_WESTERN)
        if len(raw.translate(None, _ODD)) == len(raw):
            return raw.translate(_WESTERN_LETTERS, _SOFT_HYPHEN).decode(_WESTERN).replace("ß", "ss").split()
    found = words(text)
    return " ".join(found).casefold().split(" ") if found else []


def is_unspaced(word: str) -> bool:
    """Tell whether a word begins in a script that sets no space between words, so that one letter can be a word."""
    part = re.match(_PART, word)
    return part is not None and part[1] is not None


def _parts(run: str) -> Iterator[str]:
    """Cut a run of letters where its script changes, and what has no spaces into pairs that overlap by one."""
    for part in re.finditer(_PART, run):
        letters = part[0]
        if part[1] and len(letters) > 2:
            yield from (letters[place : place + 2] for place in range(len(letters) - 1))
        else:
            yield letters
