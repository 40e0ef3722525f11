"""What must never reach a terminal, and texts that try to get it there."""

import unicodedata

from hypothesis import strategies as st

_BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_INVISIBLE = {0x00AD, 0x200B, 0x2060, 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)}

SEQUENCES = (
    "\x1b[31m",
    "\x1b[2J\x1b[1;1H",
    "\x1b]0;owned\x07",
    "\x1b]52;c;cHduZWQ=\x1b\\",
    "\x1b]8;;http://evil.example\x1b\\",
    "\x1bPq#0\x1b\\",
    "\x1b(0",
    "\x1bc",
    "\x9b31m",
    "\x9d0;owned\x9c",
    "\x90q\x9c",
)
"""Whole control sequences, 7-bit and 8-bit."""

MARKUP = (
    "<b>",
    "</b>",
    "<p>",
    "<div>",
    "</div>",
    "<script>",
    "</script>",
    "<style>",
    "<table><tr><td>",
    "<ul><li>",
    "<pre>\n",
    "<a href='javascript:alert(1)'>",
    "<a href='http://a.example/b'>",
    "<img src=x alt='\x1b[31m&#27;'>",
    "<img width=1 height=1 src=t.gif>",
    "<svg><title>",
    "<math><mi>",
    "<!--",
    "-->",
    "<blockquote",
    "&#27;[31m",
    "&#x202e;",
    "&lt;b&gt;",
    "&nbsp;",
    "&amp",
    "<br>",
    "<iframe src=//evil>",
    "<noscript>",
    "<template>",
    "<",
    "'",
    '"',
)


def is_forbidden(character: str) -> bool:
    """Tell whether a terminal may obey the character, or nobody can see it."""
    code = ord(character)
    return (
        (unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} and character != "\n")
        or code in _BIDI
        or code in _INVISIBLE
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


def texts() -> st.SearchStrategy[str]:
    """Give any text at all, with lone surrogates, control sequences and stacked marks in it."""
    marks = st.integers(1, 20).map(lambda count: "\u0301" * count)
    parts = st.text(st.characters()) | st.sampled_from((*SEQUENCES, "\x1b", "\u202e", "\u200b")) | marks
    return st.lists(parts).map("".join)


def documents() -> st.SearchStrategy[str]:
    """Give HTML of the worst kind."""
    parts = st.sampled_from(MARKUP + SEQUENCES) | st.text(st.characters(), max_size=10)
    return st.lists(parts, max_size=40).map("".join)
