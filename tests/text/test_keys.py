from hypothesis import given
from hypothesis import strategies as st

from reader.text.keys import safe_key, short_hash
from reader.text.safe import safe_line


def test_a_safe_name_is_its_own_key() -> None:
    assert safe_key("World/Straße [1].txt") == "World/Straße [1].txt"


def test_names_that_are_made_safe_stay_distinct() -> None:
    names = ["a", "\x1b[31ma", "\u202ea", "a\n", "\udcffa", " a", "x" * 5000, "x" * 5001, "\0", "\x01"]
    keys = {safe_key(name) for name in names}
    assert len(keys) == len(names)
    assert all(key.isprintable() and key == key.strip() for key in keys)


def test_the_parts_of_a_hash_do_not_run_together() -> None:
    assert short_hash("ab", "c") != short_hash("a", "bc")


@given(st.text(st.characters(exclude_categories=())))
def test_any_name_has_a_short_safe_key(name: str) -> None:
    key = safe_key(name)
    assert safe_line(key) == key
    assert len(key) < 220
