"""The panes of the screen."""

from enum import StrEnum


class Pane(StrEnum):
    """The four panes, left to right."""

    FEEDS = "feeds"
    LIST = "list"
    ARTICLE = "article"
    RELATED = "related"
