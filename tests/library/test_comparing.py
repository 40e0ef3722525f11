import math

from reader.library.comparing import nearest, vectors
from reader.library.library import Library
from tests.library.test_relating import OTHERS, STRIKE, TEN
from tests.related.libraries import add, made


def test_the_reports_of_one_event_are_nearest_to_each_other(library: Library) -> None:
    first, second, third, *_ = ids = add(library, TEN)
    found = nearest(library.connection, ids)
    assert list(found) == ids
    assert {near.article_id for near in found[first]} == {second, third}
    assert all(near.same_story for near in found[first])
    assert [near.article_id for near in found[ids[-1]]] == []
    assert len(nearest(library.connection, [first], limit=1)[first]) == 1


def test_nearness_is_the_same_from_either_side(library: Library) -> None:
    ids = add(library, TEN)
    found = {
        (one, near.article_id): near.cosine for one, some in nearest(library.connection, ids).items() for near in some
    }
    assert found == {(other, one): cosine for (one, other), cosine in found.items()}


def test_vectors_have_length_one_and_an_article_without_words_has_an_empty_one(library: Library) -> None:
    full, empty = add(library, [STRIKE[0], made("...")])
    add(library, OTHERS)
    found = vectors(library.connection, [full, empty, 999])
    assert set(found) == {full, empty}
    assert math.isclose(math.hypot(*found[full].values()), 1)
    assert found[empty] == {}
