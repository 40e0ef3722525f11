"""Text as words: the one way in which search and related articles see it."""

import re
import unicodedata
from collections.abc import Iterator

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


def words(text: str) -> list[str]:
    """Split text into words as they are spelled, numbers among them; scripts without spaces into pairs of characters.

    The text is normalised first (NFKC), so that all ways to write an accent or a full-width letter give one word.
    """
    if text.isascii():
        return _PLAIN_WORD.findall(text)
    plain = _SILENT.sub("", unicodedata.normalize("NFKC", text)).replace("_", " ")
    found: list[str] = _WORD.findall(plain)
    if max("".join(found), default="") < _FIRST_UNSPACED:
        return found
    parts: list[str] = []
    for run in found:
        if run.isascii() or max(run) < _FIRST_UNSPACED:
            parts.append(run)
        else:
            parts.extend(_parts(run))
    return parts


def tokens(text: str) -> list[str]:
    """Split text into words as `words` does, without regard to case."""
    if text.isascii():
        return _PLAIN_WORD.findall(text.lower())
    return [word.casefold() for word in words(text)]


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
