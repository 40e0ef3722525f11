"""Made news with a vocabulary that grows as that of a language does: the same on every machine."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from random import Random

from reader.model.article import ArticleContent
from reader.model.body import RawBody

LATEST = datetime(2026, 11, 20, 12, tzinfo=UTC)
APART = timedelta(minutes=7)
STORIES_AT_ONCE = 300
SHARE_OF_NEW_STORIES = 0.2
_FUNCTION_WORDS = "the of and to in a is that for it was on with as at by from be this have or are not but had his they"
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
_COMMON_WORDS = 8000
_RARE_WORDS_FROM = 3000
_RARE_WORDS_TAIL = 0.65
"""Pareto exponent of rare words: new ones go on appearing, about 15 an article at first and 2 after 100,000."""


class Newsroom:
    """Writes articles on stories that go on for a while; each story has names and a subject of its own."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = Random(seed)
        self._function_words = _FUNCTION_WORDS.split()
        self._words = [_spell(rank) for rank in range(_COMMON_WORDS)]
        self._often = list(accumulate(1 / (rank + 8) for rank in range(_COMMON_WORDS)))
        self._stories: list[tuple[list[str], list[str]]] = []

    def articles(self, number: int) -> Iterator[ArticleContent]:
        """Write so many articles, the newest last."""
        for place in range(number):
            title, text = self._article()
            yield ArticleContent(
                guid=f"made-{place}",
                title=title,
                published_at=LATEST - APART * (number - place),
                body=RawBody(f"<p>{text}</p>"),
            )

    def _article(self) -> tuple[str, str]:
        chance = self._chance
        if not self._stories or chance.random() < SHARE_OF_NEW_STORIES:
            self._stories = [*self._stories, self._story()][-STORIES_AT_ONCE:]
        names, subject = chance.choice(self._stories)
        size = max(20, int(chance.lognormvariate(5.4, 0.6)))
        words = [
            *chance.choices(self._function_words, k=size),
            *chance.choices(self._words, cum_weights=self._often, k=int(size * 0.65)),
            *chance.choices(subject, k=int(size * 0.15)),
            *chance.choices(names, k=int(size * 0.12)),
            *islice(self._rare_words(), int(size * 0.08)),
        ]
        chance.shuffle(words)
        return " ".join([*chance.sample(names, 2), *chance.sample(subject, 4)]), " ".join(words)

    def _story(self) -> tuple[list[str], list[str]]:
        names = [word.capitalize() for word in islice(self._rare_words(), self._chance.randint(4, 10))]
        return names, self._chance.sample(self._words[100:], 30)

    def _rare_words(self) -> Iterator[str]:
        while True:
            yield _spell(int(_RARE_WORDS_FROM * self._chance.paretovariate(_RARE_WORDS_TAIL)))


def _spell(rank: int) -> str:
    word = ""
    rank += len(_SYLLABLES)
    while rank:
        rank, place = divmod(rank, len(_SYLLABLES))
        word += _SYLLABLES[place]
    return word
