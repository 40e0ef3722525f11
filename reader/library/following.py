"""Following a story, or what one article is about: what comes next is gathered as it is indexed."""

import sqlite3
from collections.abc import Sequence

from reader.library.documents import Arrival, Documents
from reader.library.library import Library
from reader.model.story import Followed
from reader.related.leads import LEAST_SHARED
from reader.related.stories import MOST_COMPARED, Group, fit
from reader.store import following as following_store
from reader.store import stories as story_store
from reader.store.articles import get_articles
from reader.store.database import writing


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


def gather(connection: sqlite3.Connection, arrivals: Sequence[Arrival]) -> None:
    """Add articles to what is followed: those of a story that is, and those that are like its latest articles.

    Call it inside `writing`, once the articles are in stories.
    """
    if not following_store.is_following(connection):
        return
    following_store.gather_stories(connection, [it.article_id for it in arrivals])
    documents = Documents(connection)
    for followed_id, members in following_store.followed_members(connection, MOST_COMPARED).items():
        known = documents.read(members)
        shared = {lead for it in known for lead in it.leads}
        likely = [
            it.article_id
            for it in arrivals
            if known
            and it.dated_at >= known[0].dated_at
            and it.article_id not in members
            and len(shared.intersection(it.leads)) >= LEAST_SHARED
        ]
        documents.ensure(likely)
        group = Group(None, [it.article_id for it in known])
        fitting = [it for it in likely if fit(group, documents.excess_of(it)) >= 0]
        following_store.gather(connection, followed_id, fitting)
