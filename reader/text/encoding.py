"""Bytes to text: byte order marks, what is declared, UTF-8, and a library's guess, in that order."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How markup begins in encodings of several bytes a character (XML 1.0, appendix F)."""

_WEB_NAMES = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji"), "cp932"),
    **dict.fromkeys(("euc-kr", "euckr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "korean"), "cp949"),
    **dict.fromkeys(("tis-620", "tis620", "iso-8859-11", "dos-874"), "cp874"),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5"), "cp1254"),
    "big5": "big5hkscs",
    "iso-8859-8-i": "iso8859-8",
    "x-euc-jp": "euc-jp",
}
"""What the web means by a name (https://encoding.spec.whatwg.org/#names-and-labels), where Python means another."""

_REFUSED = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""Codecs of Python that are no encoding of documents."""

_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2", "iso8859_15")
_GUESSED = [
    *_LATIN,
    *("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866"),
    *("cp1253", "iso8859_7", "cp1255", "iso8859_8", "cp1256", "iso8859_6", "cp874"),
    *("cp932", "euc_jp", "iso2022_jp", "gb18030", "big5hkscs", "cp949"),
]
"""Encodings that documents of the web are in."""

_DECLARED = re.compile(
    rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)|<meta\b[^>]*?charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_TAG = re.compile(rb"<[^<>\x80-\xff]*>")
_DECLARED_WITHIN = 2048
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_SAMPLE = 40_000
"""Bytes a guess is made from."""
_WIDE_SAMPLE = 1000
_LEAST_WIDE = 4
"""Characters that are enough to tell UTF-16 by."""
_NOT_WRITTEN = bytes(set(range(32)) - set(b"\t\n\f\r")) + b"\x7f"
_UNSURE = 0.1
"""Difference in disorder (0 to 1) that says nothing."""


def decode(body: bytes, declared: str | None = None) -> str:
    """Give bytes as text, by their byte order mark, a declaration (`declared` first), UTF-8, or a guess; never raises.

    A declaration under which the bytes make no sense is not believed. A few broken characters are replaced by U+FFFD.
    """
    for start, name in _MARKS:
        if body.startswith(start):
            return body[len(start) :].decode(name, "replace")
    if wide := _unmarked(body):
        return body.decode(wide, "replace")
    names = [*filter(None, (_python_name(declared, body), _python_name(_declaration(body), body))), "utf-8"]
    if names[0] == "cp1252":  # what servers say of everything; other text than UTF-8 is hardly ever valid UTF-8
        names.insert(0, "utf-8")
    for name in names:
        if (text := _exact(body, name)) is not None:
            return text
    for name in names:
        if (text := _with_few_losses(body, name)) is not None:
            return text
    return body.decode(_guess(body), "replace")


def _unmarked(body: bytes) -> str | None:
    return next((name for start, name in _UNMARKED if body.startswith(start)), None) or unmarked_utf16(body)


def unmarked_utf16(body: bytes) -> str | None:
    """Give the name of the encoding if bytes are UTF-16 without a mark, of a text mostly in Latin letters."""
    sample = body[: _WIDE_SAMPLE * 2]
    if b"\0" not in sample:
        return None
    for high, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        lows = bytes(low for low, zero in zip(sample[1 - high :: 2], sample[high::2], strict=False) if not zero)
        written = len(lows.translate(None, _NOT_WRITTEN))
        if written == len(lows) and written >= _LEAST_WIDE and written * 10 >= len(sample) // 2 * 7:
            return name
    return None


def undoubled(text: str) -> str:
    """Give text that is UTF-8 taken for Windows-1252 as what it was meant to be; other text as it is.

    All that is beyond ASCII has to make sense that way, which is next to impossible for text that was meant as it is.
    """
    first = None if text.isascii() else _BEYOND_ASCII.search(text)
    if first is None:
        return text
    try:
        first[0].encode("cp1252", _C1_AS_BYTES).decode()  # tells nearly all texts at once
        return text.encode("cp1252", _C1_AS_BYTES).decode()
    except UnicodeError:
        return text


def _c1_as_bytes(error: UnicodeError) -> tuple[bytes, int]:
    """Encode the controls that stand where Windows-1252 has no characters as the bytes they came from."""
    if isinstance(error, UnicodeEncodeError):
        unencodable = error.object[error.start : error.end]
        if all("\x80" <= character <= "\x9f" for character in unencodable):
            return unencodable.encode("latin-1"), error.end
    raise error


_C1_AS_BYTES = "reader.c1-as-bytes"
codecs.register_error(_C1_AS_BYTES, _c1_as_bytes)


def _declaration(body: bytes) -> str | None:
    found = _DECLARED.search(body, 0, _DECLARED_WITHIN)
    return (found[1] or found[2]).decode("ascii") if found else None


def _python_name(name: str | None, body: bytes) -> str | None:
    name = (name or "").strip().strip("\"'").lower()
    try:
        codec = codecs.lookup(_WEB_NAMES.get(name, name)).name
        "".encode(codec)  # LookupError if it does not make text
    except (LookupError, ValueError):
        return None
    if codec.startswith(("utf-16", "utf-32")) and b"\0" not in body[:100]:
        return None  # the declaration could be read, so it is wrong
    return None if codec in _REFUSED else codec


def _exact(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except UnicodeError:
        return None


def _with_few_losses(body: bytes, name: str) -> str | None:
    """Decode unless more than one in twenty characters outside of ASCII is broken."""
    text = body.decode(name, "replace")
    losses = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text if losses * 20 <= beyond_ascii else None


def _guess(body: bytes) -> str:
    """Guess an encoding from the bytes without the tags, which are all alike."""
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    words = _TAG.sub(b" ", body)[:_SAMPLE]
    words = words[: words.rfind(b" ") + 1] or words  # no character is cut in two
    matches = from_bytes(words, cp_isolation=_GUESSED)
    best = matches.best()
    if best is None:
        return "cp1252"
    if best.encoding in _LATIN:  # hard to tell apart, and Windows-1252 is by far the most common
        alike = (match for match in matches if match.chaos <= best.chaos + _UNSURE)
        if any("cp1252" in match.could_be_from_charset for match in alike):
            return "cp1252"
    return best.encoding
