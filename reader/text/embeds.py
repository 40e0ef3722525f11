"""Players and frames of other pages, which a terminal can't show: links stand for them."""

import re
from functools import partial
from html import escape, unescape
from urllib.parse import urlsplit

from reader.text.safe import safe_url

_ELEMENT = re.compile(
    r"<(?P<name>iframe|video|audio|embed)(?=[\s/>])(?P<attributes>[^<>]*)>(?P<sources>(?:\s*<source\b[^<>]*>)*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"""\s(?:data-)?src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_HIDDEN = re.compile(
    r"""display\s*:\s*none|\s(?:width|height)\s*=\s*["']?[01](?:px)?["'\s/>]|\shidden\b""", re.IGNORECASE
)
_PLAYER = re.compile(r"video|vimeo|youtu|player|dailymotion|twitch|/embed/", re.IGNORECASE)


def link_embeds(html: str, base: str | None) -> str:
    """Put a link in front of every player and frame that has an http(s) address and can be seen."""
    return _ELEMENT.sub(partial(_with_link, base), html)


def _with_link(base: str | None, element: re.Match[str]) -> str:
    if _HIDDEN.search(element["attributes"] + ">"):
        return element[0]
    for found in _ADDRESS.finditer(element["attributes"] + element["sources"]):
        address = safe_url(unescape("".join(filter(None, found.groups()))), base)
        if address and address.startswith("http"):
            label = f"[{_kind(element['name'].lower(), address)}: {_host(address)}]"
            return f'<a href="{escape(address)}">{escape(label)}</a> {element[0]}'
    return element[0]


def _kind(name: str, address: str) -> str:
    if name in {"audio", "video"}:
        return name
    return "video" if _PLAYER.search(address) else "frame"


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
