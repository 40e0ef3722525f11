import pytest

from reader.text.credentials import with_credentials_of, without_credentials


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://example.org/feed", "https://example.org/feed"),
        ("https://example.org/@writer/feed", "https://example.org/@writer/feed"),
        ("https://me:secret@example.org/feed", "https://example.org/feed"),
        ("https://me@example.org/feed", "https://example.org/feed"),
        ("ftp://me:sec@ret@example.org", "ftp://example.org"),
        ("https://me:sec/ret@example.org/feed", "https://example.org/feed"),
        ("https://me:se#c?ret@example.org/feed", "https://example.org/feed"),
        ("https://me:sec ret@example.org/feed", "https://example.org/feed"),
        ("me:secret@example.org/feed", "example.org/feed"),
        ("mailto:me@example.org", "mailto:me@example.org"),
        ("me:sec/ret@example.org/feed", "example.org/feed"),
        ("http:/me:secret@example.org/feed", "example.org/feed"),
        ("me:sec//ret@example.org/feed", "example.org/feed"),
        ("filter:run.sh:https://me:secret@example.org/", "filter:run.sh:https://example.org/"),
        ("http:me:sec@ret@example.org/feed", "example.org/feed"),
        ("No feed is called me:sec/ret@example.org; try again", "No feed is called example.org; try again"),
        ("argument ARTICLE: me:secret@host is no id", "argument ARTICLE: host is no id"),
        ("pictures/harbour@2x.txt", "pictures/harbour@2x.txt"),
        ("Wire: mail desk@example.org", "Wire: mail desk@example.org"),
    ],
)
def test_no_password_is_left(text: str, shown: str) -> None:
    assert without_credentials(text) == shown


@pytest.mark.parametrize(
    ("owner", "address", "lent"),
    [
        ("https://me:secret@example.org/", "https://example.org/feed", "https://me:secret@example.org/feed"),
        ("https://me:secret@example.org/", "https://example.org:443/feed", "https://me:secret@example.org:443/feed"),
        ("https://me:secret@example.org/", "https://news.example.org/feed", "https://news.example.org/feed"),
        ("https://me:secret@example.org/", "http://example.org/feed", "http://example.org/feed"),
        ("https://me:secret@example.org/", "https://example.org:8443/feed", "https://example.org:8443/feed"),
        ("https://me:secret@example.org/", "https://you@example.org/feed", "https://you@example.org/feed"),
        ("https://example.org/", "https://example.org/feed", "https://example.org/feed"),
    ],
)
def test_credentials_are_lent_within_their_origin(owner: str, address: str, lent: str) -> None:
    assert with_credentials_of(owner, address) == lent
