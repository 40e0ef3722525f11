"""What the user types to search, as phrases of the words that articles are found by."""

import re

from reader.text.tokens import tokens

_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')


def phrases_of(query: str) -> list[list[str]]:
    """Split a query into phrases, each a run of words: what stands in quotes, and every other word by itself.

    A word such as "wi-fi" is a phrase of two words. Parts without a letter or digit are left out.
    """
    phrases = [tokens(quoted or word) for quoted, word in _PART.findall(query)]
    return [phrase for phrase in phrases if phrase]
