"""Newsboat's urls file."""

import pytest

from reader.model.subscription import Subscription
from reader.parse.newsboat import read_urls


def only(line: str) -> Subscription:
    (subscription,) = read_urls(line.encode()).subscriptions
    return subscription


@pytest.mark.parametrize(
    ("line", "subscription"),
    [
        ("https://a.example/", Subscription("https://a.example/")),
        ("\t https://a.example/#top  News\r", Subscription("https://a.example/#top", folder="News")),
        ('https://a.example/ "~My post" News', Subscription("https://a.example/", None, "My post", "News")),
        ("https://a.example/ ~Post #News", Subscription("https://a.example/", None, "Post")),
        (r'"https://a.example/?q=\"x\"" "a \\ b"', Subscription('https://a.example/?q="x"', folder=r"a \ b")),
        ('https://a.example/ "TV/ Radio/" News', Subscription("https://a.example/", folder="TV/Radio")),
        ("https://a.example/ !hidden", Subscription("https://a.example/", folder="Hidden")),
        ("https://a.example/ ! News", Subscription("https://a.example/", folder="News")),
        ('https://a.example/ "~a\x1b[31m\x9b\\nb"', Subscription("https://a.example/", None, "a b")),
        ('https://a.example/ "not closed', Subscription("https://a.example/", folder="not closed")),
        ("https://a.example/ 'B\xfccher'", Subscription("https://a.example/", folder="'Bücher'")),
    ],
)
def test_a_line_is_an_address_with_tags(line: str, subscription: Subscription) -> None:
    assert only(line) == subscription


def test_lines_that_are_no_feeds_are_told_and_not_run() -> None:
    found = read_urls(
        b'# a comment\n\n  \n"query:Unread:unread = \\"yes\\"" tag\nexec:~/bin/feed.sh tag\n'
        b'"filter:~/bin/filter.sh:https://me:secret@a.example/"\nfile:///home/me/feed.xml\n'
    )

    assert found.subscriptions == ()
    assert [(one.name, one.reason.split(",")[0].split(";")[0]) for one in found.refused] == [
        ('query:Unread:unread = "yes"', "it is a query over other feeds"),
        ("exec:~/bin/feed.sh", "it is a program"),
        ("filter:~/bin/filter.sh:https://a.example/", "it sends a feed through a program"),
        ("file:///home/me/feed.xml", "it is a file of this disk"),
    ]


def test_what_is_not_as_it_was_is_noted() -> None:
    assert read_urls(b"https://a.example/ one ~title\n").notes == ()
    assert read_urls(b"https://a.example/ one two\nhttps://b.example/ !x\n").notes == (
        "feeds that newsboat hides are shown here: 1, in the folder Hidden if they have no other tag",
        "feeds with several tags are in the folder of the first one: 1",
    )
