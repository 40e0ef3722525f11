from datetime import UTC, datetime

import pytest

from reader.library.decide import decide
from reader.library.preparing import digest_of
from reader.model.article import ArticleContent
from reader.model.body import RawBody
from reader.model.draft import StoredArticle
from reader.model.feed import FeedKind
from reader.model.parsed import ParsedEntry, ParsedFeed
from reader.text.stripping import stripped_text

NOW = datetime(2026, 5, 1, tzinfo=UTC)
STRIKE = ArticleContent(guid="a", title="Harbour strike", body=RawBody("<p>Cranes stand idle.</p>"))


def feed(*entries: tuple[str, ArticleContent]) -> ParsedFeed:
    parsed = tuple(ParsedEntry(key, content, stripped_text(content.body)) for key, content in entries)
    return ParsedFeed(FeedKind.RSS, "Port Post", None, parsed)


def held(content: ArticleContent, key: str = "a", number: int = 7, *, gone: bool = False) -> StoredArticle:
    facts = (content.guid, content.title, content.link, content.published_at)
    return StoredArticle(number, key, digest_of(content), gone, *facts)


def test_what_is_not_stored_is_new() -> None:
    changes = decide({}, feed(("a", STRIKE)), NOW)

    assert [draft.key for draft in changes.new] == ["a"]
    assert changes.new[0].content == STRIKE
    assert changes.new[0].wording.words == 3
    assert (changes.changed, changes.unchanged, changes.decided_at) == ((), 0, NOW)


def test_what_is_stored_as_it_is_needs_nothing() -> None:
    changes = decide({"a": held(STRIKE)}, feed(("a", STRIKE)), NOW)

    assert (changes.new, changes.changed, changes.unchanged) == ((), (), 1)


def test_what_is_stored_otherwise_is_changed_in_its_place() -> None:
    longer = ArticleContent(guid="a", title="Harbour strike ends", body=STRIKE.body)

    changes = decide({"a": held(STRIKE)}, feed(("a", longer)), NOW)

    [(article_id, draft)] = changes.changed
    assert (article_id, draft.content, draft.digest) == (7, longer, digest_of(longer))
    assert changes.new == ()


def test_an_article_whose_file_is_back_is_changed() -> None:
    changes = decide({"a": held(STRIKE, gone=True)}, feed(("a", STRIKE)), NOW)

    assert [article_id for article_id, _ in changes.changed] == [7]


def test_what_the_source_no_longer_lists_is_left_alone() -> None:
    changes = decide({"b": held(STRIKE)}, feed(), NOW)

    assert (changes.new, changes.changed, changes.unchanged) == ((), (), 0)


def test_of_entries_with_one_key_the_first_counts() -> None:
    other = ArticleContent(guid="a", title="Another")

    changes = decide({}, feed(("a", STRIKE), ("a", other)), NOW)

    assert [draft.content.title for draft in changes.new] == ["Harbour strike"]


@pytest.mark.parametrize(
    "other",
    [
        ArticleContent(guid="a", title="Harbour strike", body=STRIKE.body, author="A. Writer"),
        ArticleContent(guid="a", title="Harbour strike", body=STRIKE.body, tags=("port",)),
        ArticleContent(guid="a", title="Harbour strike", body=STRIKE.body, published_at=NOW),
        ArticleContent(guid="a", title="Harbour strike", body=STRIKE.body, related_titles=("Talks stall",)),
        ArticleContent(guid="a", title="Harbour strike", body=RawBody("<p>Cranes move.</p>")),
    ],
)
def test_the_digest_tells_contents_apart(other: ArticleContent) -> None:
    assert digest_of(other) != digest_of(STRIKE)


def test_the_digest_is_the_same_in_every_process() -> None:
    assert digest_of(STRIKE) == "b7202384b520ecf43c004d4c1c001f58"
