"""What the user types to search, as phrases of the words that articles are found by."""

import re

from reader.library.library import Library
from reader.store.indexing import is_complete
from reader.text.tokens import tokens

_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')


def finds_every_article(library: Library) -> bool:
    """Tell whether a search finds all there is: not so while the index is made anew."""
    return is_complete(library.connection)


def phrases_of(query: str) -> list[list[str]]:
    """Split a query into phrases, each a run of words: what stands in quotes, and every other word by itself.

    A word such as "wi-fi" is a phrase of two words. Parts without a letter or digit are left out.
    """
    phrases = [tokens(quoted or word) for quoted, word in _PART.findall(query)]
    return [phrase for phrase in phrases if phrase]
