"""Names in a text: words with a capital where none is due."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.text.stopwords import STOP_WORDS
from reader.text.tokens import words

_SENTENCE_END = re.compile(r"[.!?:;\u2026\u201c\u201d\"\n\u3002\uff01\uff1f]+")
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.|mailto:)[!-~]+|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.-])(?:[\w-]++\.)+(?:com|de|edu|eu|example|fr|gov|info|io|net|org|uk)\b(?:/[!-~]*)?"
)


def names(*texts: str) -> set[str]:
    """Give the words that have a capital inside a sentence and are never written without, in lower case."""
    inside: set[str] = set()
    plain: set[str] = set()
    for text in texts:
        for before, word in words_in_sentences(text):
            if not word[0].isupper():
                plain.add(word.casefold())
            elif before:
                inside.add(word.casefold())
    return inside - plain


def words_in_sentences(text: str) -> Iterator[tuple[str, str]]:
    """Give each word with the one before it in its sentence: at the head, and in a Title in Capitals, none.

    What stands in an address is no word.
    """
    for sentence in _SENTENCE_END.split(_ADDRESS.sub("\n", text)):
        found = words(sentence)
        if all(word[0].isupper() for word in found if len(word) > 1 and word not in STOP_WORDS):
            yield from (("", word) for word in found)
        else:
            yield from pairwise(["", *found])
