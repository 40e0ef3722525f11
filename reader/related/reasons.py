"""Why two articles are related, in words of the article that is read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.related.hollow import says_little, says_nothing
from reader.text.names import words_in_sentences
from reader.text.terms import term_id, term_of
from reader.text.tokens import is_unspaced, words

MOST_REASONS = 4
MOST_EXPLAINED = 60_000
"""Characters of a text that are searched for the spelling of terms."""

NAME, NOUN, WORD = 1.5, 1.0, 0.6
"""How much a word explains by itself."""
HOLLOW = 0.15
"""What is left of it if the word is one of the commonest verbs, adjectives and general nouns."""

_MOST_JOINED = 8
"""Letters of the longest word that pairs are put together to."""
_STRONG_ENOUGH = 0.5
"""Part of a pair's share in the score that the pair beside it must have to belong to the same word."""
_DETERMINERS = """
the a an this that these those its their his her our my your
der die das den dem des ein eine einen einem einer
le la les un une des du au aux el los las una lo il gli del della dei degli o os as um uma do da dos das
de het een den det en et ett
"""
"""Words that stand before nouns, and before adjectives, but hardly ever before verbs."""
_DETERMINES = frozenset(_DETERMINERS.split())


@dataclass(frozen=True, slots=True)
class Spelling:
    """How an article writes a term."""

    word: str
    telling: float
    """How much the word explains."""
    places: tuple[int, ...] = ()
    """Of a pair of letters in a script without spaces: where it stands, so that a pair that overlaps it is one on."""


def spellings(title: str, text: str) -> dict[int, Spelling]:
    """Give the spellings of an article's terms, by the term's number; without dates and numbers."""
    pairs = [*words_in_sentences(title), *words_in_sentences(text[:MOST_EXPLAINED])]
    counts = Counter(word for _, word in pairs)
    inside = {word for before, word in pairs if before}
    nouns = {word for before, word in pairs if before.casefold() in _DETERMINES}
    places = _places(word for _, word in pairs)
    forms: defaultdict[str | None, list[str]] = defaultdict(list)
    for word in counts:
        forms[term_of(word)].append(word)
    spelled = {}
    for term, spelt in forms.items():
        if term is None or says_nothing(term):
            continue
        # At the head of a sentence every word has a capital: one that is ever written without is usually so.
        plain = [word for word in spelt if not word[0].isupper()]
        spelled[term_id(term)] = Spelling(
            max(plain or spelt, key=counts.__getitem__),
            _telling(term, is_name=not plain and not inside.isdisjoint(spelt), is_noun=not nouns.isdisjoint(spelt)),
            tuple(place for word in spelt for place in places.get(word, ())),
        )
    return spelled


def written(title: str, text: str) -> dict[int, str]:
    """Give the word that stands for each term of an article, by the term's number: the one that comes first."""
    found: dict[int, str] = {}
    for word in (*words(title), *words(text[:MOST_EXPLAINED])):
        if term := term_of(word):
            found.setdefault(term_id(term), word)
    return found


def reasons(shares: Mapping[int, float], spelled: Mapping[int, Spelling]) -> tuple[str, ...]:
    """Choose at most four of the terms that two articles share.

    They are those with the largest part in the score, but names count for more, and what is likely no noun for less.
    The commonest words are taken only where there are no others. Pairs of letters that overlap are put together.
    """

    def order(term: int) -> tuple[float, str]:
        return -shares[term] * spelled[term].telling, spelled[term].word

    known = sorted((term for term in shares if term in spelled), key=order)
    telling = [term for term in known if spelled[term].telling > HOLLOW]
    at = {place: term for term in known for place in spelled[term].places}
    chosen: list[str] = []
    for term in telling or known:
        if not (spelled[term].places and any(spelled[term].word in word for word in chosen)):
            chosen.append(_joined(term, shares, spelled, at))
        if len(chosen) == MOST_REASONS:
            break
    return tuple(chosen)


def _joined(term: int, shares: Mapping[int, float], spelled: Mapping[int, Spelling], at: Mapping[int, int]) -> str:
    """Give the word of a term, and of a pair of letters the longer word that it most often is a part of."""
    strings: Counter[str] = Counter()
    for place in spelled[term].places:
        string = spelled[term].word
        for step in (1, -1):
            beside = place + step
            while len(string) < _MOST_JOINED and shares.get(at.get(beside, -1), 0.0) >= shares[term] * _STRONG_ENOUGH:
                pair = spelled[at[beside]].word
                if step > 0 and pair[0] == string[-1]:
                    string += pair[1:]
                elif step < 0 and pair[-1] == string[0]:
                    string = pair[:-1] + string
                else:
                    break
                beside += step
        strings[string] += 1
    return max(strings, key=lambda string: (strings[string], len(string))) if strings else spelled[term].word


def _places(found: Iterable[str]) -> dict[str, list[int]]:
    """Give where each pair of letters in a script without spaces stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(found):
        if len(word) == 2 and is_unspaced(word):
            places[word].append(place)
    return places


def _telling(term: str, *, is_name: bool, is_noun: bool) -> float:
    if is_name:
        return NAME
    telling = NOUN if is_noun else WORD
    return telling * HOLLOW if says_little(term) else telling
