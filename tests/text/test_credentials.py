import pytest

from reader.text.credentials import without_credentials


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
        ("argument ARTICLE: me:secret@host is no id", "argument ARTICLE: host is no id"),
        ("pictures/harbour@2x.txt", "pictures/harbour@2x.txt"),
        ("Wire: mail desk@example.org", "Wire: mail desk@example.org"),
    ],
)
def test_no_password_is_left(text: str, shown: str) -> None:
    assert without_credentials(text) == shown
