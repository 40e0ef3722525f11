"""Following a story, or what one article is about: what comes next is gathered as it is indexed."""

import sqlite3
from collections.abc import Mapping, Sequence

from reader.library.comparing import collection_in, vectors
from reader.library.library import Library
from reader.model.related import Profile
from reader.model.story import Followed
from reader.related.leads import LEAST_SHARED, leads, weighty
from reader.related.stories import MOST_COMPARED, Group, excess, fit
from reader.store import following as following_store
from reader.store import stories as story_store
from reader.store.articles import get_articles
from reader.store.database import writing
from reader.store.terms import profiles


def toggle_followed(library: Library, article_id: int) -> Followed | None:
    """Follow what an article and the others of its story report on, and give that; or, if that is done already, stop.

    Raises DatabaseError.
    """
    connection = library.connection
    with writing(connection, durable=True):
        if held := following_store.followed_by(connection, article_id):
            for followed_id in held:
                following_store.unfollow(connection, followed_id)
            return None
        story_ids = story_store.stories_of(connection, [article_id]).values()
        ids = [article_id, *(it for members in story_store.members(connection, story_ids).values() for it in members)]
        for article in get_articles(connection, [article_id], with_body=False):
            followed_id = following_store.follow(connection, article.content.title, ids)
            return next(it for it in following_store.list_followed(connection) if it.id == followed_id)
    return None


def unfollow(library: Library, followed_id: int) -> None:
    """Stop following a subject; nothing of it is left. Raises DatabaseError."""
    with writing(library.connection, durable=True):
        following_store.unfollow(library.connection, followed_id)


def gather(connection: sqlite3.Connection, arrivals: Sequence[Profile], led: Mapping[int, Sequence[int]]) -> None:
    """Add articles to what is followed: those of a story that is, and those that are like its latest articles.

    `led` gives the leads of each. Call it inside `writing`, once the articles are in stories.
    """
    if not following_store.is_following(connection):
        return
    following_store.gather_stories(connection, [profile.article_id for profile in arrivals])
    for followed_id, members in following_store.followed_members(connection, MOST_COMPARED).items():
        known = profiles(connection, members)
        shared = _leads(connection, known)
        since = min((profile.dated_at for profile in known), default=None)
        likely = [
            profile.article_id
            for profile in arrivals
            if since is not None
            and profile.dated_at >= since
            and profile.article_id not in members
            and len(shared.intersection(led[profile.article_id])) >= LEAST_SHARED
        ]
        following_store.gather(connection, followed_id, _alike(connection, likely, members))


def _leads(connection: sqlite3.Connection, members: Sequence[Profile]) -> set[int]:
    terms = [weighty(profile.terms) for profile in members]
    collection = collection_in(connection)
    return {term for some in terms for term in leads(some, collection)}


def _alike(connection: sqlite3.Connection, likely: Sequence[int], members: Sequence[int]) -> list[int]:
    if not likely:
        return []
    known = vectors(connection, [*likely, *members])
    group = Group(None, [member for member in members if member in known])
    return [it for it in likely if fit(it, group, lambda one, other: excess(known[one], known[other])) >= 0]
