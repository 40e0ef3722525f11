"""Page furniture: the lines of a saved page that are not its story."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from reader.parse.furniturewords import EDGE_FURNITURE, FURNITURE, LABELS, NETWORKS, OFFER, SHARING, SITE, TOP
from reader.parse.listwords import ANNOUNCED, CLOSING_RELATED, NAVIGATION, POPULAR, RELATED, TAGS


class Closing(Enum):
    """The kinds of lists that close a page."""

    RELATED = auto()
    POPULAR = auto()
    """What many read, or what was published before and after: nothing of this story."""
    TOPICS = auto()


_MOST_CHARACTERS = 200
_BEFORE = " \t•*·-–—→»›>|#▲↑✉"
_BEHIND = re.compile(r"(?:[ \t:：…→»›>|*!▲↑]|\.{2,})+$")

_TOP = re.compile(TOP, re.IGNORECASE)
_FURNITURE = re.compile(rf"{FURNITURE}|{OFFER}|{TOP}", re.IGNORECASE)
_EDGE_FURNITURE = re.compile(
    rf"{EDGE_FURNITURE}|{NETWORKS}|{SHARING}|(?:{NAVIGATION})\s*[:：→›»-]\s*\S.*|(?:{SITE})(?:[\s|·•]+(?:{SITE}))+",
    re.IGNORECASE,
)
_BUTTON = re.compile(f"{NETWORKS}|{SHARING}", re.IGNORECASE)
_BUTTONS = re.compile(rf"(?:{NETWORKS}|{SHARING})(?:[\s,|/·•]+(?:{NETWORKS}|{SHARING}))+", re.IGNORECASE)
_LABEL = re.compile(LABELS, re.IGNORECASE)
_SHARING = re.compile(SHARING, re.IGNORECASE)
_RELATED = re.compile(RELATED, re.IGNORECASE)
_CLOSING = {
    Closing.RELATED: re.compile(f"{RELATED}|{CLOSING_RELATED}", re.IGNORECASE),
    Closing.POPULAR: re.compile(f"{POPULAR}|{NAVIGATION}", re.IGNORECASE),
    Closing.TOPICS: re.compile(TAGS, re.IGNORECASE),
}
_ANNOUNCED = re.compile(rf"(?:{ANNOUNCED})\s*[:：|]\s*(\S.{{6,160}})", re.IGNORECASE)
_TAGS = re.compile(rf"(?:{TAGS})\s*[:：]\s*(\S.*)", re.IGNORECASE)
_BULLET = re.compile(r"(?:[•*·–—→»›>-]|\d{1,2}[.)])\s+")
_MOST_HEADLINE_WORDS = 18
_SPEECH = re.compile(r"""["“„«][^"”“»]*[,!?.]["”“»]\s+[^\W_A-Z]""")
"""How a paragraph begins that quotes somebody: '"No," she said'."""
_SENTENCE = re.compile(
    r"""(?:\S+\s(?:.*[^.]\.|\S+\s.*!|.*[:;,]|\S+\s.*\?["'”’»)])|.*[。।॥]|.{4,}[，；：])["'”’»)」』）]*"""
)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.)+$")


def is_furniture(line: str) -> bool:
    """Tell whether a line that stands alone is furniture wherever it stands."""
    bare = _bare(line)
    return bool(_FURNITURE.fullmatch(bare) or _BUTTONS.fullmatch(bare))


def is_edge_furniture(line: str) -> bool:
    """Tell whether a line is furniture at the beginning or the end of a text."""
    return is_furniture(line) or bool(_EDGE_FURNITURE.fullmatch(_bare(line)))


def is_beside_story(line: str) -> bool:
    """Tell whether a line can be one of several that stand beside a story: furniture, an announced title, tags."""
    if line.lstrip()[:1].islower():
        return False  # wrapped prose goes on like that
    return is_edge_furniture(line) or bool(announced_title(line) or listed_tags(line))


def is_label(line: str) -> bool:
    """Tell whether a line above a headline tells how the page came about rather than its section: "Live"."""
    return bool(_LABEL.fullmatch(_bare(line)))


def are_buttons(lines: Sequence[str]) -> bool:
    """Tell whether lines offer together to send the story somewhere: "Share", "Facebook"."""
    return any(_SHARING.fullmatch(_bare(line)) for line in lines) and bool(_BUTTONS.fullmatch(" ".join(lines)))


def is_button(line: str) -> bool:
    """Tell whether a line can be one of a row of buttons."""
    return bool(_BUTTON.fullmatch(_bare(line)))


def is_way_to_top(line: str) -> bool:
    """Tell whether a line is a "Back to top" button, which only web pages have."""
    return bool(_TOP.fullmatch(_bare(line)))


def is_related_heading(line: str) -> bool:
    """Tell whether a line is the heading of a list of related articles."""
    return bool(_RELATED.fullmatch(_bare(line)))


def closing_heading(line: str) -> Closing | None:
    """Tell which list a line may be the heading of at the end of a page."""
    bare = _bare(line)
    return next((kind for kind, heading in _CLOSING.items() if heading.fullmatch(bare)), None)


def announced_title(line: str) -> str | None:
    """Give the title that a line such as "Read also: ..." announces."""
    match = _ANNOUNCED.fullmatch(line.strip(_BEFORE)) if len(line) <= _MOST_CHARACTERS else None
    return match[1] if match and not is_sentence(match[1]) else None


def listed_tags(line: str) -> tuple[str, ...]:
    """Give the tags of a line such as "Tags: harbour, strike"."""
    match = _TAGS.fullmatch(line.strip()) if len(line) <= _MOST_CHARACTERS else None
    return split_tags(match[1]) if match else ()


def split_tags(text: str) -> tuple[str, ...]:
    """Give the tags that `text` lists."""
    return tuple(filter(None, (tag.strip(" #.。") for tag in re.split("[,;|،、，；]", text))))


def is_listed(line: str) -> bool:
    """Tell whether a line begins with a bullet or a number."""
    return bool(_BULLET.match(line.strip()))


def listed_title(line: str) -> str:
    """Give the title on a line of a list, without its bullet or number."""
    return _BULLET.sub("", line.strip(), count=1)


def is_sentence(text: str) -> bool:
    """Tell whether `text` reads like prose rather than like a headline."""
    text = text.strip()
    if len(text) > _MOST_CHARACTERS or len(text.split()) > _MOST_HEADLINE_WORDS or _SPEECH.match(text):
        return True
    return bool(_SENTENCE.fullmatch(text) and not _ABBREVIATION.search(text))


def _bare(line: str) -> str:
    return "" if len(line) > _MOST_CHARACTERS else _BEHIND.sub("", line.lstrip(_BEFORE))
