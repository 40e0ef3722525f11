r"""Make strings from outside safe to print: no escape sequence, control or bidirectional override reaches a terminal.

Control functions are recognised as ECMA-48 defines them, in their 7-bit (`ESC [`) and 8-bit (`\x9b`) forms.
"""

import re
import unicodedata
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

MOST_MARKS = 6
"""Combining marks kept on one base character: more than any script needs, less than spills over other lines."""

MOST_ADDRESS = 8000
"""Longest address taken, in characters (RFC 9110, section 4.1, asks recipients for 8000 octets)."""

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))

_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0, DEL and C1 but those that break lines
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\xad\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # invisible; joiners stay, scripts and emoji need them
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f"  # invisible: musical beams, tags
    "\ud800-\udfff" + _NONCHARACTERS + "]"
)
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI
    r"|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]"
)
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_STACKED_IN_LATIN = b"?" * (MOST_MARKS + 1)
"""So many characters beyond Latin-1 in a row, as a quick look sees them; it spares most texts a longer one."""
_PERHAPS_STACKED = re.compile(rf"[^\x00-\xff][^\w\x00-\xff]{{{MOST_MARKS},}}")

_PLAIN_ADDRESS = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#][\w~:/?#@!$&'()*+,;=.%-]*)?", re.ASCII | re.IGNORECASE
)
_MAILBOX = re.compile(r"[\w.!#$&'*+/=?^`{|}~%-]+@[\w-]+(?:\.[\w-]+)*", re.ASCII)
_NOT_IN_HOST = re.compile(r"[\x00-,/;-@\\^`{-\x7f]")
_CONTROL_IN_ADDRESS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # tabs and line breaks are no part of it
_KEPT_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


def safe_line(value: str, most: int = 1000) -> str:
    """Give `value` as one line of at most `most` characters, white space folded, ending in "…" if cut."""
    line = " ".join(safe_text(value).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def safe_text(value: str) -> str:
    r"""Give `value` with every line break as "\n", every tab as four spaces and nothing a terminal would obey."""
    value = without_controls(value)
    if value.isascii() or _STACKED_IN_LATIN not in value.encode("latin-1", "replace"):
        return value
    return _PERHAPS_STACKED.sub(_unstack, value)


def without_controls(value: str) -> str:
    """Give `value` as `safe_text` does, but for marks that may be stacked: for what is cut to words or lines first."""
    if value.isprintable():
        return value
    plain = value.replace("\n", "").replace("\xa0", "")
    if plain.isprintable():
        return value
    return value.replace("\t", "    ") if plain.replace("\t", "").isprintable() else _without_sequences(value)


def _without_sequences(value: str) -> str:
    value = _BREAK.sub("\n", _SEQUENCE.sub("", value)).replace("\t", "    ")
    return _FORBIDDEN.sub("", value)


def safe_url(value: str, base: str | None = None) -> str | None:
    """Give `value` as an absolute http, https or mailto address in ASCII but for its host; None if it can't be.

    It is resolved against `base` and percent-encoded. Control characters and hosts that differ from one URL parser to
    the next (https://url.spec.whatwg.org/#forbidden-host-code-points) are refused.
    """
    if len(value) > MOST_ADDRESS:
        return None
    if _PLAIN_ADDRESS.fullmatch(value):
        return value
    value = value.strip()
    if _CONTROL_IN_ADDRESS.search(value):
        return None
    try:
        address = _absolute(value, base)
    except ValueError:  # a bad port, host or IPv6 address, or a lone surrogate
        return None
    return address if address and len(address) <= MOST_ADDRESS else None


def opens_in_browser(url: str) -> bool:
    """Tell whether `url` can be given to a browser as it is."""
    return safe_url(url) == url


def _unstack(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _absolute(value: str, base: str | None) -> str | None:
    parts = urlsplit(urljoin(base, value) if base else value)
    if parts.scheme == "mailto":
        if parts.netloc or not _MAILBOX.fullmatch(parts.path):
            return None
    elif parts.scheme not in {"http", "https"} or not _is_host(parts.hostname) or "\\" in parts.netloc:
        return None
    _ = parts.port  # raises ValueError if it is none
    user, at, host = parts.netloc.rpartition("@")
    rest = (quote(part, safe=_KEPT_IN_ADDRESS) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, quote(user, safe="!$%&'()*+,:;=~") + at + host, *rest))


def _is_host(host: str | None) -> bool:
    return host is not None and host.strip(".") != "" and host.isprintable() and not _NOT_IN_HOST.search(host)
