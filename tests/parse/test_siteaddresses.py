import pytest

from reader.parse.siteaddresses import MOST_GUESSES, USUAL, feed_of_page, likely_feeds, looks_like_feed, sure_feeds

CHANNEL = "UC" + "x1_-" * 5 + "ab"
VIDEOS = "https://www.youtube.com/feeds/videos.xml"

ONE_FEED = {
    f"https://www.youtube.com/channel/{CHANNEL}": f"{VIDEOS}?channel_id={CHANNEL}",
    f"http://youtube.com/channel/{CHANNEL}/videos?view=0": f"{VIDEOS}?channel_id={CHANNEL}",
    f"https://m.youtube.com/channel/{CHANNEL}": f"{VIDEOS}?channel_id={CHANNEL}",
    "https://www.youtube.com/playlist?list=PLab-c_1": f"{VIDEOS}?playlist_id=PLab-c_1",
    "https://www.youtube.com/playlist?si=x&list=PLab": f"{VIDEOS}?playlist_id=PLab",
    "https://www.reddit.com/r/harbours/": "https://www.reddit.com/r/harbours/.rss",
    "https://old.reddit.com/r/harbours": "https://www.reddit.com/r/harbours/.rss",
    "https://reddit.com/r/harbours/top/?t=week": "https://www.reddit.com/r/harbours/top/.rss",
    "https://www.reddit.com/r/harbours/comments/1abc/a_strike/": (
        "https://www.reddit.com/r/harbours/comments/1abc/a_strike/.rss"
    ),
    "https://np.reddit.com/u/a-docker": "https://www.reddit.com/user/a-docker/.rss",
    "https://www.reddit.com/user/a-docker/": "https://www.reddit.com/user/a-docker/.rss",
    "https://www.reddit.com/user/a-docker/m/ports/": "https://www.reddit.com/user/a-docker/m/ports/.rss",
    "https://github.com/quay/crane/releases": "https://github.com/quay/crane/releases.atom",
    "https://github.com/quay/crane/releases/tag/v1.0": "https://github.com/quay/crane/releases.atom",
    "https://github.com/quay/crane/tags": "https://github.com/quay/crane/tags.atom",
    "https://github.com/quay/crane/commits": "https://github.com/quay/crane/commits.atom",
    "https://github.com/quay/crane/commits/main/": "https://github.com/quay/crane/commits/main.atom",
    "https://github.com/quay/crane.js/tree/fix/hook?tab=readme": "https://github.com/quay/crane.js/commits/fix/hook.atom",
    "https://gitlab.com/quay/tools/crane/-/tags": "https://gitlab.com/quay/tools/crane/-/tags?format=atom",
    "https://git.example.org/quay/crane/-/releases": "https://git.example.org/quay/crane/-/releases.atom",
    "https://git.example.org/quay/crane/-/tree/main/src": (
        "https://git.example.org/quay/crane/-/commits/main/src?format=atom"
    ),
    "https://open.substack.com/pub/harbourmail/p/strike?r=1": "https://harbourmail.substack.com/feed",
    "https://medium.com/@a.docker": "https://medium.com/feed/@a.docker",
    "https://medium.com/@a.docker/on-strikes-0123abcd": "https://medium.com/feed/@a.docker",
    "https://medium.com/harbour-mail": "https://medium.com/feed/harbour-mail",
    "https://medium.com/me-and-the-port/a-story-0123": "https://medium.com/feed/me-and-the-port",
    "https://medium.com/tag/ports/latest": "https://medium.com/feed/tag/ports",
    "https://docker.medium.com/on-strikes-0123": "https://docker.medium.com/feed",
    "https://bsky.app/profile/docker.example.org": "https://bsky.app/profile/docker.example.org/rss",
    "https://bsky.app/profile/did:plc:0ab/post/1": "https://bsky.app/profile/did:plc:0ab/rss",
}  # fmt: skip

SEVERAL_FEEDS = {
    "https://github.com/quay/crane": ["releases.atom", "commits.atom", "tags.atom"],
    "https://github.com/quay/crane.git": ["releases.atom", "commits.atom", "tags.atom"],
    "https://www.github.com/quay/crane/issues?q=open": ["releases.atom", "commits.atom", "tags.atom"],
    "https://gitlab.com/quay/crane": [
        "-/releases.atom",
        "-/commits/HEAD?format=atom",
        "-/tags?format=atom",
        "crane.atom",
    ],
    "https://salsa.debian.org/quay/tools/crane/-/issues": [
        "-/releases.atom",
        "-/commits/HEAD?format=atom",
        "-/tags?format=atom",
        "crane.atom",
    ],
}

ASK_THE_PAGE = [
    "https://example.org/",
    "https://example.org/r/harbours",
    "https://www.youtube.com/@harbour",
    "https://www.youtube.com/c/harbour",
    "https://www.youtube.com/watch?v=0123456789a",
    "https://www.reddit.com/",
    "https://notreddit.com/r/harbours",
    "https://github.com/quay",
    "https://github.com/features/actions",
    "https://github.com/topics/harbour",
    "https://gitlab.com/explore/projects",
    "https://gitlab.com/quay",
    "https://mastodon.example/@docker",
    "https://harbourmail.substack.com/p/strike",
    "https://medium.com/",
    "https://medium.com/p/0123abcd",
    "https://help.medium.com/hc",
    "https://bsky.app/",
]


@pytest.mark.parametrize("address", ONE_FEED)
def test_the_feed_of_a_page_is_known_by_its_address(address: str) -> None:
    assert [link.address for link in sure_feeds(address)] == [ONE_FEED[address]]


@pytest.mark.parametrize("address", SEVERAL_FEEDS)
def test_a_page_of_several_feeds_gives_each_with_a_title(address: str) -> None:
    links = sure_feeds(address)

    assert len(links) == len(SEVERAL_FEEDS[address])
    for link, end in zip(links, SEVERAL_FEEDS[address], strict=True):
        assert link.address.endswith(f"/{end}")
        assert link.title
        assert link.title.endswith("crane")


@pytest.mark.parametrize("address", ASK_THE_PAGE)
def test_what_only_the_page_can_tell_is_left_to_it(address: str) -> None:
    assert sure_feeds(address) == ()


@pytest.mark.parametrize("address", [*ONE_FEED, *SEVERAL_FEEDS])
def test_no_rule_leads_away_from_the_address_of_a_feed(address: str) -> None:
    for link in sure_feeds(address):
        assert sure_feeds(link.address) == ()


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/quay/crane/wiki.atom",
        "https://github.com/quay.private.atom?token=0ab",
        "https://www.reddit.com/r/harbours/new/.rss?limit=50",
        "https://docker.medium.com/feed/",
        "https://gitlab.com/quay/crane/-/tags?format=atom&feed_token=0ab",
    ],
)
def test_the_address_of_a_feed_is_left_alone(address: str) -> None:
    assert looks_like_feed(address)
    assert sure_feeds(address) == ()


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("https://mastodon.example/@docker", "https://mastodon.example/@docker.rss"),
        ("https://mastodon.example/web/@docker/", "https://mastodon.example/@docker.rss"),
        ("https://mastodon.example/@docker@port.example", "https://port.example/@docker.rss"),
        ("https://www.youtube.com/user/harbour/videos", f"{VIDEOS}?user=harbour"),
        ("https://github.com/quay", "https://github.com/quay.atom"),
        ("https://gitlab.com/quay/", "https://gitlab.com/quay.atom"),
        ("https://harbourmail.substack.com/p/strike", "https://harbourmail.substack.com/feed"),
        ("https://substack.com/@docker", "https://docker.substack.com/feed"),
    ],
)
def test_where_a_site_keeps_feeds_is_tried_first(address: str, feed: str) -> None:
    assert likely_feeds(address)[0] == feed


def test_the_usual_addresses_are_few() -> None:
    assert likely_feeds("https://example.org:8000/") == tuple(f"https://example.org:8000/{name}" for name in USUAL)
    assert likely_feeds("https://example.org/index.html?x=1")[0] == "https://example.org/feed"
    assert likely_feeds("https://example.org/blog")[:2] == (
        "https://example.org/blog/feed",
        "https://example.org/blog/rss.xml",
    )
    assert likely_feeds("https://example.org/blog/2026/strike.html")[0] == "https://example.org/blog/2026/feed"
    assert len(likely_feeds("https://mastodon.example/@docker")) == MOST_GUESSES


@pytest.mark.parametrize(
    "page",
    [
        f'<link rel="canonical" href="https://www.youtube.com/channel/{CHANNEL}">',
        f'<meta itemprop="channelId" content="{CHANNEL}">',
        f'<script>{{"metadata":{{"externalId":"{CHANNEL}"}}}}</script>',
    ],
)
def test_a_page_of_youtube_tells_its_channel(page: str) -> None:
    assert feed_of_page("https://www.youtube.com/@harbour", page) == f"{VIDEOS}?channel_id={CHANNEL}"
    assert feed_of_page("https://example.org/@harbour", page) is None
    assert feed_of_page("https://www.youtube.com/@harbour", "<p>nothing</p>") is None
