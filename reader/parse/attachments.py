"""What comes with an article: recordings, documents, a small picture."""

import re

from reader.model.article import Enclosure
from reader.parse.rawfeeds import RawEntry, RawLink
from reader.text.safe import safe_line, safe_url

MOST_ENCLOSURES = 50

_MEDIA_TYPE = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,60}", re.ASCII)
_NUMBER = re.compile(r"\d{1,15}", re.ASCII)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,5}):(\d{1,2})(?:\.\d+)?", re.ASCII)
_SECONDS = re.compile(r"(\d{1,7})(?:\.\d+)?", re.ASCII)
_PLAYED = ("audio", "video")


def enclosures_of(entry: RawEntry, url: str) -> tuple[Enclosure, ...]:
    """Give the files of an entry, each once: its enclosures, and the recordings among the media of Media RSS."""
    found: dict[str, Enclosure] = {}
    for link in entry.links:
        if link.rel == "alternate":
            continue
        if link.rel == "enclosure" or (link.rel == "media" and link.type.startswith(_PLAYED)):
            address = safe_url(link.href, url) if link.href else None
            if address and address not in found and len(found) < MOST_ENCLOSURES:
                found[address] = _enclosure(address, link, "" if found else entry.duration)
    return tuple(found.values())


def thumbnail_of(entry: RawEntry, url: str) -> str | None:
    """Give the address of the picture that stands for an entry."""
    pictures = (link.href for link in entry.links if _is_picture(link))
    for address in (*entry.thumbnails, *pictures):
        if address and (picture := safe_url(address, url)):
            return picture
    return None


def read_seconds(written: str) -> int | None:
    """Read a playing time: "90", "1:30", "0:01:30"; None if it is none."""
    if whole := _SECONDS.fullmatch(written.strip()):
        return int(whole[1]) or None
    clock = _CLOCK.fullmatch(written.strip())
    return (int(clock[1] or 0) * 60 + int(clock[2])) * 60 + int(clock[3]) or None if clock else None


def _enclosure(address: str, link: RawLink, duration: str) -> Enclosure:
    kind = link.type.strip().lower()
    if kind == "text/html":  # what feedparser takes a link of no type for
        kind = ""
    return Enclosure(
        url=address,
        type=kind if _MEDIA_TYPE.fullmatch(kind) else None,
        size=(int(link.length) or None) if _NUMBER.fullmatch(link.length.strip()) else None,
        seconds=read_seconds(link.seconds or duration),
        title=safe_line(link.title, most=200) or None,
    )


def _is_picture(link: RawLink) -> bool:
    """Tell whether a link is to a picture. Media of no type are what newspapers give in several sizes: pictures."""
    if link.rel == "media":
        return not link.type or link.type.startswith("image")
    return link.rel == "enclosure" and link.type.startswith("image")
