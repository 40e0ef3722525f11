"""Text that tries to speak to the terminal, and what is allowed to reach one."""

import re
import unicodedata
from html import escape
from pathlib import Path

from tests.pty.terminal import Terminal

ATTACKS = {
    "csi": "\x1b[31;5mEVIL\x1b[2J",
    "title": "\x1b]0;EVIL\x07",
    "clipboard": "\x1b]52;c;RVZJTA==\x07",
    "link": "\x1b]8;;https://evil.example\x1b\\EVIL",
    "device": "\x1bP+q544e\x1b\\",
    "c1": "\x9b31mEVIL\x9d0;EVIL\x9c",
    "bidi": "\u202eLIVE\u2066\u2069\u200f",
    "null": "a\x00b\x7fc\x08",
    "markup": "[/] [@click=app.quit]x[/] [link=https://evil.example]y[/link]",
}
EVERYTHING = " ".join(ATTACKS.values())
MARKUP = ATTACKS["markup"]

_STYLE = rb"(?:[0-9]|(?:38|48);2;[0-9]+;[0-9]+;[0-9]+)"
_MODES = rb"7|25|1000|1003|1004|1006|1015|1049|2004|2026|2048"
_OWN = re.compile(
    rb"\x1b\[(?:"
    rb"(?:" + _STYLE + rb"(?:;" + _STYLE + rb")*)?m"  # attributes and true colours
    rb"|[0-9]+;[0-9]+H"  # the cursor moves
    rb"|\?(?:" + _MODES + rb")[hl]"  # screens, mouse, paste, focus
    rb"|\?(?:2026|2048)\$p|>[0-9]+u|<u"  # questions and the keyboard's protocol
    rb")|\x1b\]22;[a-z-]*\x07"  # the shape of the pointer
)
"""What the screen library writes by itself."""
_CUT = re.compile(
    rb"(?:\x1b(?:\[[^A-Za-z]*|\][^\x07]*)?|[\xc0-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf7][\x80-\xbf]{0,2})\Z"
)
"""A sequence or a character of which the rest has not been read yet."""
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def check_output(terminal: Terminal) -> None:
    """Hold every byte that reached the terminal to what the screen library itself writes, and to printable text."""
    terminal.wait_until(lambda _: not _CUT.search(terminal.raw), name="the rest of a sequence")
    text = _OWN.sub(b"", terminal.raw).decode("utf-8")
    assert [hex(ord(one)) for one in text if unicodedata.category(one) in ("Cc", "Cs") and one not in "\r\n"] == []
    assert not _BIDI.search(text)


def write_files(folder: Path) -> None:
    """Write ten files whose names and texts hold every attack."""
    folder.mkdir()
    for name, attack in ATTACKS.items():
        text = f"World {attack}\n\nHeadline {name} {attack}\n\nBy A. {attack} Writer\n\nBody {attack} text.\n"
        (folder / f"{name}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    odd_name = b"\x1b[31mname\xff\xc2\x9b.txt"
    Path(str(folder), odd_name.decode("utf-8", "surrogateescape")).write_text(
        f"{EVERYTHING}\n".replace("\0", ""), encoding="utf-8"
    )
    entities = "".join(f"&#{ord(character)};" for character in "\u202e\u2066\x9b") + "&amp;#27;[31m"
    (folder / "page.md").write_text(f"# Entities {entities}\n\n[x](javascript:alert(1)) {entities}\n", encoding="utf-8")


def write_feed(path: Path) -> None:
    """Write a feed that holds every attack wherever a feed has text: raw, as entities, and as entities of entities."""
    raw = escape(EVERYTHING)
    entities = "".join(f"&#{ord(character)};" for character in EVERYTHING)
    doubled = escape(entities)
    items = "".join(
        f"<item><title>Item {number} {attack}</title><author>{attack}</author><category>{attack}</category>"
        f"<link>https://news.example/{number}?{attack}</link><guid isPermaLink='false'>{number}{attack}</guid>"
        f"<description>Text {attack} &lt;a href='https://x.example/{attack}' title='{attack}'&gt;link&lt;/a&gt; "
        f"&lt;img alt='{attack}' src='x'&gt; &lt;table&gt;&lt;tr&gt;&lt;td&gt;{attack}&lt;/table&gt; "
        f"&lt;pre&gt;{attack}&lt;/pre&gt;</description></item>"
        for number, attack in enumerate((raw, entities, doubled))
    )
    text = f"<rss version='2.0'><channel><title>Feed {raw} {entities}</title><link>{raw}</link>{items}</channel></rss>"
    path.write_text(text, encoding="utf-8")
