import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.keys import KEYS, Key, Scope, check_keys, groups, keys_of, readme_table, shown_keys
from reader.model.panes import Pane
from reader.tui.bindings import bindings

BY_ID = {key.id: key for key in KEYS}
IDS = [key.id for key in KEYS if "{key}" not in key.action]
CHOICES = st.dictionaries(
    st.sampled_from([*IDS, "nothing"]), st.sampled_from(["j", "x", "m", "x,k", "tab", "1", " z ", ","])
)


def taken(chosen: dict[str, str]) -> list[str]:
    return [one for key in KEYS for one in dict.fromkeys(keys_of(key, chosen))]


def test_every_key_is_bound_once() -> None:
    assert len(taken({})) == len(set(taken({})))
    assert len(BY_ID) == len(KEYS)


def test_every_key_is_bound_in_its_scope() -> None:
    bound = [one for scope in Scope for binding in bindings(scope) for one in binding.key.split(",")]
    assert sorted(bound) == sorted(taken({}))


def test_keys_that_can_be_chosen_carry_their_id_and_digits_their_own_action() -> None:
    found = {binding.key: binding for scope in Scope for binding in bindings(scope)}
    assert found["b"].id == "bookmark"
    assert found["7"].action == "do('links.take_digit 7')"
    assert found["7"].id is None


def test_every_command_is_explained_in_a_sentence_and_listed_in_its_group() -> None:
    assert all(key.help.endswith(".") and key.help[0].isupper() and key.title for key in KEYS)
    assert [key for keys in groups().values() for key in keys] == sorted(
        KEYS, key=lambda key: list(groups()).index(key.group)
    )


@pytest.mark.parametrize("pane", list(Pane))
def test_the_footer_of_every_pane_ends_with_how_to_learn_more(pane: Pane) -> None:
    assert {"help", "quit"} < {key.id for key in KEYS if pane in key.hinted_in}


@pytest.mark.parametrize(
    ("key_id", "shown"),
    [("down", "j ↓"), ("half_page_down", "Ctrl-d"), ("previous_pane", "Shift-Tab"), ("follow_link", "1…9")],
)
def test_keys_are_named_as_people_name_them(key_id: str, shown: str) -> None:
    assert shown_keys(BY_ID[key_id], {}) == shown


def test_the_footer_names_one_key_and_the_one_that_was_chosen() -> None:
    assert shown_keys(BY_ID["down"], {}, most=1) == "j"
    assert shown_keys(BY_ID["down"], {"down": "alt+n,down"}, most=1) == "Alt-n"


@pytest.mark.parametrize(
    ("key", "shown"), [("f1", "F1"), ("ctrl+f1", "Ctrl-F1"), ("shift+up", "Shift-↑"), ("delete", "Delete"), ("+", "+")]
)
def test_all_keys_are_named_in_one_case(key: str, shown: str) -> None:
    assert shown_keys(BY_ID["down"], {"down": key}) == shown


def test_a_key_can_be_freed_and_taken_by_another_command() -> None:
    assert check_keys({"zoom": "m", "toggle_read": "x"}) == ({"zoom": "m", "toggle_read": "x"}, [])


def test_a_command_can_have_several_keys_written_with_spaces() -> None:
    assert check_keys({"zoom": "x, f5"}) == ({"zoom": "x,f5"}, [])


@pytest.mark.parametrize(
    ("chosen", "complaint"),
    [
        ({"zom": "x"}, "keys.zom is not a key's id"),
        ({"follow_link": "x"}, "keys.follow_link is not a key's id"),
        ({"zoom": " , "}, "keys.zoom names no key"),
        ({"zoom": "j"}, "keys.zoom: j is taken by down"),
        ({"bookmark": "ctrl+c"}, "keys.bookmark: ctrl+c is taken by copy_text"),
        ({"zoom": "x,1"}, "keys.zoom: 1 is taken by follow_link"),
        ({"down": "j,down,n"}, "keys.down: n is taken by next_unread"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_with_its_reason(chosen: dict[str, str], complaint: str) -> None:
    accepted, (said,) = check_keys(chosen)
    assert accepted == {}
    assert said.startswith(complaint)


def test_a_key_is_not_free_if_the_command_that_has_it_must_keep_it() -> None:
    accepted, complaints = check_keys({"zoom": "m", "toggle_read": "j"})
    assert accepted == {}
    assert len(complaints) == 2


@given(CHOICES)
def test_whatever_is_chosen_no_key_does_two_things(chosen: dict[str, str]) -> None:
    accepted, complaints = check_keys(chosen)
    assert len(taken(accepted)) == len(set(taken(accepted)))
    assert len(accepted) + len(complaints) == len(chosen)


def test_the_table_for_the_readme_has_a_row_for_each_command() -> None:
    rows = readme_table().splitlines()[2:]
    assert len(rows) == len(KEYS)
    assert rows[0] == "| `j` `↓` | The next row; in the article, one line down. | `down` |"
    assert rows[KEYS.index(BY_ID["follow_link"])].endswith("|  |")


def test_a_command_without_places_in_the_footer_is_for_the_whole_screen() -> None:
    key = Key("wave", "w", "wave", "Wave", "Wave.", "Program")
    assert (key.scope, key.hinted_in) == (Scope.SCREEN, ())
