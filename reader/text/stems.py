"""Words without their endings, so that the forms of one word are one term: light rules, and none that need a lexicon.

What a stem looks like tells nothing; that two words have the same one does.
"""

import re
import unicodedata

_LONGEST = 7
"""Letters that count: cutting words off serves most languages as well as stemming by rules.

McNamee, Nicholas, Mayfield: Don't have a stemmer? Be un+concerned (SIGIR 2008).
"""
_LEAST_UNACCENTED = 5
"""Letters of a word from which on accents are no part of it: in short ones, as those of Vietnamese, they tell."""

_CYRILLIC = re.compile(
    "(?<=...)(?:[аяиыеоуюіїєь]ми|[оеи]го|[оеи]му|[аяи]х|ых|[иео]ей|[еоиы]й|[оеы]в|[аяоеиы]м|[ую]ю|[аия]я|[оеыи]е"
    "|ью|ии|ию|ої|ій|[аяоеыиуюьіїє])$"
)
"""Endings of nouns and adjectives, as in Dolamic and Savoy's light stemmer for Russian (2009)."""

_ARABIC_LETTERS = str.maketrans("أإآىة", "ااايه")
_ARABIC_ARTICLE = re.compile("^(?:وال|بال|كال|فال|ال|لل)(?=...)")
_ARABIC_ENDING = re.compile("(?<=...)(?:ها|ان|ات|ون|ين|يه|ه|ي)$")
"""Both as in the stemmer light10: Larkey, Ballesteros, Connell (2007)."""

_DEVANAGARI = re.compile("(?<=..)(?:ियों|ियां|ियाँ|ाओं|ाएं|ाएँ|[ोेी][ंँ]|[ािीुूेैोौ])$")
"""Endings of number and case, as in Ramanathan and Rao's light stemmer for Hindi (2003)."""


def stem(token: str) -> str:
    """Take the endings off a word that `tokens` gave."""
    if token.isascii():
        return _singular(token)[:_LONGEST]
    first = token[0]
    if first < "\u0400":
        word = _singular(token)
        return (_unaccented(word) if len(word) >= _LEAST_UNACCENTED else word)[:_LONGEST]
    if first < "\u0530":
        return _CYRILLIC.sub("", token.replace("ё", "е"))[:_LONGEST]
    if "\u0600" <= first < "\u0700":
        return _ARABIC_ENDING.sub("", _ARABIC_ARTICLE.sub("", token.translate(_ARABIC_LETTERS)))
    if "\u0900" <= first < "\u0980":
        return _DEVANAGARI.sub("", token)
    return token


def _singular(token: str) -> str:
    """Take off a plural "s", by the rules of Harman's S stemmer (How effective is suffixing?, JASIS 42, 1991)."""
    if len(token) < 4 or not token.endswith("s") or token.endswith(("us", "ss")):
        return token
    if token.endswith("ies") and not token.endswith(("eies", "aies")):
        return token[:-3] + "y"
    return token[:-1]


def _unaccented(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not "\u0300" <= letter <= "\u036f")
