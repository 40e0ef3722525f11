import pytest

from reader.parse.furniture import (
    announced_title,
    is_edge_furniture,
    is_furniture,
    is_related_heading,
    is_sentence,
    is_way_to_top,
    listed_tags,
    listed_title,
)


@pytest.mark.parametrize(
    "line",
    [
        "Back to top button",
        "BACK TO TOP ↑",
        "Advertisement",
        "- Advertisement -",
        "Article continues below advertisement",
        "Share this",
        "Share this article:",
        "Share on Facebook",
        "Facebook Twitter LinkedIn Share via Email Print",
        "Facebook | Twitter | WhatsApp",
        "Click to share on Twitter (Opens in new window)",
        "Read more",
        "Read more »",
        "Continue reading...",
        "123 comments",
        "1 Comment",
        "1,234 comments",
        "No comments yet",
        "Leave a Reply",
        "Comments (12)",
        "Follow us on Twitter",
        "Sign up for our daily newsletter",
        "Skip to main content",
        "Anzeige",
        "12 Kommentare",
        "Nach oben",
        "Publicité",
        "Lire la suite",
        "Publicidad",
    ],
)
def test_furniture_is_known_wherever_it_stands_alone(line: str) -> None:
    assert is_furniture(line)
    assert is_edge_furniture(line)


@pytest.mark.parametrize(
    "line", ["Share", "Facebook", "Print", "Comments", "Sign up for the walk", "1.2K shares", "© 2021 Port Post"]
)
def test_some_lines_are_furniture_at_an_end_only(line: str) -> None:
    assert is_edge_furniture(line)
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Advertisement prices rise in spring",
        "Follow us on the map, she says.",
        "Sign up for the walk on Sunday at the office of the harbour.",
        "Get the newsletter from Ada, who has it.",
        "Share this view with anybody and you will be laughed at, said the director.",
        "The author has 123 comments on it",
        "Read more books",
        "Sign up she would not, and so the newsletter went on without her name",
        "Twitter buys Facebook",
        "Copyright law changed in 2020",
        "123",
    ],
)
def test_prose_is_no_furniture(line: str) -> None:
    assert not is_edge_furniture(line)


def test_the_way_to_the_top_is_told_from_other_furniture() -> None:
    assert is_way_to_top("Back to top button")
    assert not is_way_to_top("Advertisement")


@pytest.mark.parametrize(
    "line",
    ["Related Articles", "RELATED STORIES:", "Related Posts", "You may also like", "Mehr zum Thema", "À lire aussi"],
)
def test_headings_of_related_articles_are_known(line: str) -> None:
    assert is_related_heading(line)


@pytest.mark.parametrize("line", ["Related", "Related work", "Further reading", "See also", "Articles", ""])
def test_headings_that_notes_have_are_not_taken_for_them(line: str) -> None:
    assert not is_related_heading(line)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Read also: Old port, new owner", "Old port, new owner"),
        ("READ MORE: Old port, new owner", "Old port, new owner"),
        ("À lire aussi : Vieux port, nouveau propriétaire", "Vieux port, nouveau propriétaire"),
        ("Read more: The whole story is told by those who were there.", None),
        ("Recommended: two litres of water a day", None),
        ("Read also", None),
    ],
)
def test_a_line_may_announce_one_title(line: str, title: str | None) -> None:
    assert announced_title(line) == title


def test_tags_are_listed_behind_a_colon() -> None:
    assert listed_tags("Tags: harbour, #strike; old port.") == ("harbour", "strike", "old port")
    assert listed_tags("Tags are a nuisance") == ()


@pytest.mark.parametrize("line", ["- Old port", "• Old port", "3. Old port", "  Old port  ", "→ Old port"])
def test_a_listed_title_comes_without_its_mark(line: str) -> None:
    assert listed_title(line) == "Old port"


def test_sentences_are_told_from_headlines() -> None:
    assert is_sentence("The minister was sad.")
    assert is_sentence("“A strike unloads no ship.”")
    assert is_sentence("word " * 50)
    assert not is_sentence("Old port, new owner")
    assert not is_sentence("What do the dockers want?")
    assert not is_sentence("And then ...")
