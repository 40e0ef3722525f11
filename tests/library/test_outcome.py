import pytest

from reader.model.outcome import told_of


@pytest.mark.parametrize(
    ("feed", "source", "sentence", "told"),
    [
        ("Wire", "https://example.org/feed", "it broke", "Wire: it broke"),
        ("Wire", "https://example.org:8080/feed", "example.org: it broke: so", "Wire: it broke: so"),
        ("https://example.org/feed", "https://example.org/feed", "example.org: gone", "https://example.org/feed: gone"),
        ("/home/me/fold", "/home/me/fold", "fold: it is empty", "/home/me/fold: it is empty"),
        ("/no/such", "/no/such", "/no/such: there is no such file", "/no/such: there is no such file"),
        ("My notes", "/home/me/notes", "bad.txt: this is not text", "My notes: bad.txt: this is not text"),
        ("Refresh", "", "it ended", "Refresh: it ended"),
    ],
)
def test_a_feed_is_named_once(feed: str, source: str, sentence: str, told: str) -> None:
    assert told_of(feed, source, sentence) == told
