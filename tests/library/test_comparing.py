import math
from contextlib import suppress

from reader.library.comparing import collection_in, vectors
from reader.library.library import Library
from reader.store.database import writing
from tests.library.test_relating import OTHERS, STRIKE
from tests.related.libraries import add, made


def test_vectors_have_length_one_and_an_article_without_words_has_an_empty_one(library: Library) -> None:
    full, empty = add(library, [STRIKE[0], made("...")])
    add(library, OTHERS)
    found = vectors(library.connection, [full, empty, 999])
    assert set(found) == {full, empty}
    assert math.isclose(math.hypot(*found[full].values()), 1)
    assert found[empty] == {}


def test_what_is_known_of_the_library_is_kept_until_anyone_adds_to_it(library: Library) -> None:
    add(library, STRIKE)
    known = collection_in(library.connection)
    assert collection_in(library.connection) is known
    add(library, OTHERS)
    assert collection_in(library.connection).frequencies.articles == len(STRIKE) + len(OTHERS)
    with Library(library.data_dir, library.config_path) as another:
        add(another, [made("Ferry runs aground")])
    assert collection_in(library.connection).frequencies.articles == len(STRIKE) + len(OTHERS) + 1


def test_nothing_is_kept_of_what_is_undone(library: Library) -> None:
    add(library, STRIKE)
    with suppress(KeyError), writing(library.connection):
        add(library, OTHERS)
        collection_in(library.connection)
        raise KeyError
    assert collection_in(library.connection).frequencies.articles == len(STRIKE)
