"""Rules for the addresses people paste: where a site that they know keeps the feed of a page."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from reader.model.discovery import FeedLink
from reader.model.feed import FeedKind

MOST_GUESSES = 10
"""Addresses that are tried at a site that names no feed."""

USUAL = ("feed", "rss", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json")
"""Where the common programs keep a site's feed."""
USUAL_IN_FOLDER = ("feed", "rss.xml", "index.xml")

_FEED_PATH = re.compile(
    r"(?:^|/)(?:feeds?|rss|atom|(?:rss|atom|feeds?|index|blog|news|posts)\.(?:xml|json))/?$|\.(?:rss|atom|rdf)$",
    re.IGNORECASE,
)
_FEED_QUERY = re.compile(r"(?:^|&)(?:feed|format|type)=(?:feed|rss2?|atom|rdf)(?:&|$)", re.IGNORECASE)
_YOUTUBE_CHANNEL = tuple(
    re.compile(before + r'(UC[\w-]{22})"')
    for before in (
        'rel="canonical" href="https://www.youtube.com/channel/',
        '"externalId":"',
        'itemprop="(?:channelId|identifier)" content="',
        r'"videoDetails":\{[^}]{1,20000}?"channelId":"',
    )
)
"""Where a page of YouTube names its own channel; it names others too."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Pages of one kind, and the feeds that belong to them."""

    pattern: re.Pattern[str]
    """Matches the whole of host, path and query, with "www." left out."""
    feeds: tuple[tuple[str | None, str], ...]
    """Title and address of each, with the pattern's groups in braces."""
    kind: FeedKind | None = None

    def links(self, place: str) -> tuple[FeedLink, ...]:
        """Give the feeds that belong to a place, none if it is of another kind."""
        match = self.pattern.fullmatch(place)
        groups = match.groupdict() if match else {}
        return tuple(
            FeedLink(address.format(**groups), title.format(**groups) if title else None, self.kind)
            for title, address in (self.feeds if match else ())
        )


def _rule(pattern: str, *feeds: str | tuple[str, str], kind: FeedKind | None = None) -> Rule:
    named = tuple(feed if isinstance(feed, tuple) else (None, feed) for feed in feeds)
    return Rule(re.compile(pattern), named, kind)


_REST = r"(?:[/?].*)?"
_YOUTUBE = r"(?:m\.|music\.)?youtube\.com"
_VIDEOS = "https://www.youtube.com/feeds/videos.xml"
_REDDIT = r"(?:(?:old|new|np|m|i|sh|[a-z]{2})\.)?reddit\.com"
_OWNER = (
    r"github\.com/(?!(?:about|apps|collections|customer-stories|enterprise|events|explore|features|login|marketplace"
    r"|orgs|search|security|settings|sponsors|stars|topics|trending|users)/)(?P<owner>[A-Za-z0-9-]+)"
)
_REPOSITORY = rf"{_OWNER}/(?P<repo>[\w.-]+?)(?:\.git)?"
_GITHUB = "https://github.com/{owner}/{repo}"
_GITHUB_RELEASES = ("Releases of {repo}", _GITHUB + "/releases.atom")
_GITHUB_TAGS = ("Tags of {repo}", _GITHUB + "/tags.atom")
_GITLAB_HOST = r"(?P<host>gitlab\.[\w.-]+|salsa\.debian\.org|invent\.kde\.org|framagit\.org)"
_PROJECT = r"(?P<project>(?:(?!-/)[\w.-]+/)+(?P<name>[\w.-]+?))(?:\.git)?"
_GITLAB = "https://{host}/{project}"
_GITLAB_RELEASES = ("Releases of {name}", _GITLAB + "/-/releases.atom")
_GITLAB_TAGS = ("Tags of {name}", _GITLAB + "/-/tags?format=atom")
_GITLAB_COMMITS = ("Commits to {name}", _GITLAB + "/-/commits/{ref}?format=atom")
_ATOM, _RSS = FeedKind.ATOM, FeedKind.RSS

_SURE = (
    _rule(rf"{_YOUTUBE}/channel/(?P<id>UC[\w-]{{22}}){_REST}", f"{_VIDEOS}?channel_id={{id}}", kind=_ATOM),
    _rule(rf"{_YOUTUBE}/playlist\?(?:.*&)?list=(?P<id>[\w-]+)(?:&.*)?", f"{_VIDEOS}?playlist_id={{id}}", kind=_ATOM),
    _rule(rf"{_REDDIT}/u(?:ser)?/(?P<name>[\w-]+)/?(?:\?.*)?", "https://www.reddit.com/user/{name}/.rss", kind=_ATOM),
    _rule(
        rf"{_REDDIT}/(?P<path>(?:r|user)/[\w+-]+(?:/[\w+-]+)*)/?(?:\?.*)?",
        "https://www.reddit.com/{path}/.rss",
        kind=_ATOM,
    ),
    _rule(rf"{_REPOSITORY}/releases{_REST}", _GITHUB_RELEASES, kind=_ATOM),
    _rule(rf"{_REPOSITORY}/tags{_REST}", _GITHUB_TAGS, kind=_ATOM),
    _rule(
        rf"{_REPOSITORY}/(?:commits|tree)/(?P<ref>[^?]+?)/?(?:\?.*)?",
        ("Commits to {repo}", _GITHUB + "/commits/{ref}.atom"),
        kind=_ATOM,
    ),
    _rule(rf"{_REPOSITORY}/commits/?(?:\?.*)?", ("Commits to {repo}", _GITHUB + "/commits.atom"), kind=_ATOM),
    _rule(
        rf"{_REPOSITORY}{_REST}",
        _GITHUB_RELEASES,
        ("Commits to {repo}", _GITHUB + "/commits.atom"),
        _GITHUB_TAGS,
        kind=_ATOM,
    ),
    _rule(rf"(?P<host>[\w.-]+)/{_PROJECT}/-/releases{_REST}", _GITLAB_RELEASES, kind=_ATOM),
    _rule(rf"(?P<host>[\w.-]+)/{_PROJECT}/-/tags{_REST}", _GITLAB_TAGS, kind=_ATOM),
    _rule(rf"(?P<host>[\w.-]+)/{_PROJECT}/-/(?:commits|tree)/(?P<ref>[^?]+?)/?(?:\?.*)?", _GITLAB_COMMITS, kind=_ATOM),
    _rule(
        rf"{_GITLAB_HOST}/(?!(?:explore|help|users|groups|dashboard|search)/){_PROJECT}(?:/-/.*|/)?(?:\?.*)?",
        _GITLAB_RELEASES,
        ("Commits to {name}", _GITLAB + "/-/commits/HEAD?format=atom"),
        _GITLAB_TAGS,
        ("Everything about {name}", _GITLAB + ".atom"),
        kind=_ATOM,
    ),
    _rule(rf"open\.substack\.com/pub/(?P<name>[\w-]+){_REST}", "https://{name}.substack.com/feed", kind=_RSS),
    _rule(rf"medium\.com/(?P<name>@[\w.-]+){_REST}", "https://medium.com/feed/{name}", kind=_RSS),
    _rule(rf"medium\.com/tag/(?P<name>[\w-]+){_REST}", "https://medium.com/feed/tag/{name}", kind=_RSS),
    _rule(
        rf"medium\.com/(?!(?:about|feed|jobs-at-medium|m|me|membership|new-story|p|plans|search|tag|topics?)(?:[/?]|$))"
        rf"(?P<name>[\w-]+){_REST}",
        "https://medium.com/feed/{name}",
        kind=_RSS,
    ),
    _rule(rf"(?P<name>(?!(?:help|policy)\.)[\w-]+)\.medium\.com{_REST}", "https://{name}.medium.com/feed", kind=_RSS),
    _rule(r"bsky\.app/profile/(?P<name>[\w.:-]+)(?:/post/.*|/)?", "https://bsky.app/profile/{name}/rss", kind=_RSS),
)
"""Where a page would not name its feed, or is not given to programs. The first rule that matches decides."""

_LIKELY = (
    _rule(rf"{_YOUTUBE}/user/(?P<name>[\w-]+){_REST}", f"{_VIDEOS}?user={{name}}"),
    _rule(rf"{_OWNER}/?(?:\?.*)?", "https://github.com/{owner}.atom"),
    _rule(rf"{_GITLAB_HOST}/(?P<name>[\w.-]+)/?", "https://{host}/{name}.atom"),
    _rule(rf"(?P<name>[\w-]+)\.substack\.com{_REST}", "https://{name}.substack.com/feed"),
    _rule(rf"substack\.com/@(?P<name>[\w-]+){_REST}", "https://{name}.substack.com/feed"),
    _rule(
        r"[\w.:-]+/(?:web/)?@(?P<name>\w[\w.-]*)@(?P<host>(?:[\w-]+\.)+[A-Za-z]{2,})/?", "https://{host}/@{name}.rss"
    ),
)
_MASTODON = re.compile(r"(?:/web)?(/@\w[\w.-]*)/?")


def sure_feeds(address: str) -> tuple[FeedLink, ...]:
    """Give the feeds that are known to belong to an address without asking its server; none for a feed's own."""
    if looks_like_feed(address):
        return ()
    place = _place(address)
    return next(filter(None, (rule.links(place) for rule in _SURE)), ())


def likely_feeds(address: str) -> tuple[str, ...]:
    """Give addresses to try if a page does not name its feeds, the likeliest first."""
    place, parts = _place(address), urlsplit(address)
    root = f"{parts.scheme}://{parts.netloc}/"
    guesses = [link.address for rule in _LIKELY for link in rule.links(place)]
    if profile := _MASTODON.fullmatch(parts.path):
        guesses.append(urljoin(root, f"{profile[1]}.rss"))
    folder = _folder_of(parts.path)
    if folder != "/":
        guesses += [urljoin(root, folder + name) for name in USUAL_IN_FOLDER]
    guesses += [root + name for name in USUAL]
    return tuple(dict.fromkeys(guesses))[:MOST_GUESSES]


def feed_of_page(url: str, text: str) -> str | None:
    """Give the feed that a page tells of in a way of its site's own, None if it tells of none."""
    if not re.fullmatch(rf"{_YOUTUBE}/.*", _place(url)):
        return None
    channel = next(filter(None, (pattern.search(text) for pattern in _YOUTUBE_CHANNEL)), None)
    return f"{_VIDEOS}?channel_id={channel[1]}" if channel else None


def looks_like_feed(address: str) -> bool:
    """Tell whether an address reads like that of a feed, and not like another site's page about one."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    return "://" not in path and bool(_FEED_PATH.search(path) or _FEED_QUERY.search(parts.query))


def _place(address: str) -> str:
    parts = urlsplit(address)
    query = f"?{parts.query}" if parts.query else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path}{query}"


def _folder_of(path: str) -> str:
    """Give the folder that a page is in; one without a suffix is taken for a folder itself."""
    above, _, last = path.rpartition("/")
    return f"{above}/" if "." in last or not last else f"{path}/"
