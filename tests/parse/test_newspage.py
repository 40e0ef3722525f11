from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parse.bylines import Credits
from reader.parse.newspage import NewsPage, read_news_page

HEADLINE = "Harbour strike enters day three"
FIRST = "The cranes of Kelderhaven stopped at six on Monday morning, when 500 dockers began a strike."
SECOND = "The harbour company announced the plan on Friday and asked the dockers to come back."
END_OF_PAGE = ("Related Articles", "Back to top button")


def _page(*paragraphs: str) -> NewsPage:
    page = read_news_page("\n\n".join(paragraphs))
    assert page is not None
    return page


def _body(*paragraphs: str) -> list[str]:
    return _page(*paragraphs).body.split("\n\n")


def test_section_headline_and_body_are_told_apart() -> None:
    page = _page("World", HEADLINE, FIRST, SECOND)
    assert (page.section, page.title, page.body) == ("World", HEADLINE, f"{FIRST}\n\n{SECOND}")


@pytest.mark.parametrize("section", ["World", "WORLD", "U.S.", "U.S. & Canada", "Middle East", "News / Asia", "Welt"])
def test_a_short_first_line_over_a_headline_is_the_section(section: str) -> None:
    assert _page(section, HEADLINE, FIRST).section == section


@pytest.mark.parametrize("section", ["", "World\n", "World\n\n"])
@pytest.mark.parametrize("byline", ["By A. Writer\n9 July 2021", "A. Writer, Port Post\n9 July 2021", "By A. Writer"])
@pytest.mark.parametrize("story", [f"{FIRST}\n\n{SECOND}", FIRST.replace("on ", "on\n")])
def test_a_story_may_begin_below_its_credits_without_a_blank_line(section: str, byline: str, story: str) -> None:
    page = _page(f"{section}{HEADLINE}\n{byline}\n{story}")
    assert (page.section, page.title, page.credits.author) == (section.strip() or None, HEADLINE, "A. Writer")
    assert page.body == story


def test_a_line_with_a_colon_is_the_headline_of_a_page_only() -> None:
    label, headline = "Present: Ann, Bob", "Kelderhaven: the strike goes on"
    assert read_news_page(f"Meeting minutes\n\n{label}\n\n{FIRST}") is None
    kept = read_news_page(f"Meeting minutes\n\n{label}\n\n{FIRST}\n\nRelated Articles\n\nSee the wiki for these.")
    assert kept is not None
    assert (kept.title, kept.section) == (None, None)
    for page in (_page("World", headline, "July 9, 2021", FIRST), _page("World", headline, FIRST, *END_OF_PAGE)):
        assert (page.section, page.title, page.body) == ("World", headline, FIRST)


def test_the_story_below_section_and_headline_may_be_short() -> None:
    assert _page("World", HEADLINE, "He left.").section == "World"


@pytest.mark.parametrize(
    "headline", ["Kabul falls", "What does the harbour want?", "‘We will not give in’", "500 dockers on strike!"]
)
def test_a_headline_may_end_in_marks_of_its_own(headline: str) -> None:
    page = _page("Opinion", headline, FIRST)
    assert (page.section, page.title) == ("Opinion", headline)


def test_a_headline_without_a_section_needs_credits_or_furniture() -> None:
    assert read_news_page(f"{HEADLINE}\n\n{FIRST}") is None
    assert _page(HEADLINE, "July 9, 2021", FIRST).title == HEADLINE
    assert _page(HEADLINE, FIRST, "Advertisement", SECOND).title == HEADLINE


def test_a_first_sentence_is_no_headline() -> None:
    page = _page(HEADLINE, "July 9, 2021", "The harbour is closed.", FIRST)
    assert (page.section, page.title) == (None, HEADLINE)


def test_a_story_without_a_headline_keeps_all_its_text() -> None:
    page = _page(FIRST, SECOND, "Related Articles", "Back to top")
    assert (page.title, page.body) == (None, f"{FIRST}\n\n{SECOND}")


def test_a_headline_may_be_wrapped() -> None:
    wrapped = "Ferry company promises a boat every hour, and islanders say that\nthey will believe it when they see one"
    assert _page("Islands", wrapped, FIRST).title == wrapped.replace("\n", " ")


@pytest.mark.parametrize(
    "head",
    [
        f"{HEADLINE}\n\nBy Jane Writer\n\nJuly 9, 2021",
        f"{HEADLINE}\n\nJuly 9, 2021\n\nBy Jane Writer",
        f"{HEADLINE}\nBy Jane Writer\nJuly 9, 2021",
        f"{HEADLINE}\n\nJane Writer\nJuly 9, 2021",
        f"{HEADLINE}\n\nJane Writer, Kabul\n\n5 min read\n\nShare\n\nFacebook\n\n9 July 2021",
        f"July 9, 2021\n\n{HEADLINE}\n\nBy Jane Writer",
        f"Skip to content\n\nPublished: July 9, 2021\n\nWorld\n\n{HEADLINE}\n\nBy Jane Writer",
    ],
)
def test_credits_are_found_in_any_order(head: str) -> None:
    page = _page(head, FIRST)
    assert (page.title, page.body) == (HEADLINE, FIRST)
    assert page.credits.author == "Jane Writer"
    assert page.credits.published_at == datetime(2021, 7, 9, tzinfo=UTC)


def test_a_byline_of_no_person_is_known_by_the_date_beside_it() -> None:
    page = _page(HEADLINE, "By the harbour desk\n9 July 2021", FIRST)
    assert (page.credits.author, page.body) == ("the harbour desk", FIRST)


@pytest.mark.parametrize(
    "byline",
    [
        "By\nJane Writer\nJuly 9, 2021",
        "By Jane Writer\njane@post.example\nPublished July 9, 2021",
        "By\n\nJane Writer\n\nStaff Writer\n\nJuly 9, 2021",
        "Jane Writer\nStaff Writer\nJuly 9, 2021",
        "Jane Writer | Associated Press\n\nJuly 9, 2021",
        "Jane Writer in Kabul\nPublished\nJuly 9, 2021\nShare",
        "Posted by Jane Writer on July 9, 2021",
    ],
)
def test_a_byline_may_stand_on_several_lines(byline: str) -> None:
    page = _page("World", HEADLINE, byline, FIRST)
    assert (page.credits.author, page.credits.published_at) == ("Jane Writer", datetime(2021, 7, 9, tzinfo=UTC))
    assert page.body == FIRST


def test_the_author_may_be_named_below_the_story() -> None:
    credit = "Reporting by Jane Writer in Kabul; editing by B. Editor"
    page = _page("World", HEADLINE, "July 9, 2021", FIRST, credit)
    assert page.credits == Credits("Jane Writer", datetime(2021, 7, 9, tzinfo=UTC))
    assert page.body.endswith(credit)


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("BREAKING NEWS\n\nLIVE", "BREAKING NEWS"),
        ("LIVE\n\nWorld", "World"),
        ("World\nLIVE", "World"),
        ("Home\nNews\nWorld", "World"),
        ("Home > News > World", "World"),
        ("World\n3 min read\nShare", "World"),
        ("World\n\nMiddle East", "World / Middle East"),
    ],
)
def test_several_short_lines_may_stand_above_a_headline(above: str, section: str) -> None:
    page = _page(above, HEADLINE, "July 9, 2021", FIRST)
    assert (page.section, page.title, page.body) == (section, HEADLINE, FIRST)


def test_a_short_headline_is_no_part_of_a_section() -> None:
    page = _page("World", "Kabul falls", "Taliban take the capital as the president flees", "July 9, 2021", FIRST)
    assert (page.section, page.title) == ("World", "Kabul falls")


def test_a_label_stands_over_a_short_headline() -> None:
    page = _page("LIVE", HEADLINE, FIRST)
    assert (page.section, page.title, page.body) == ("LIVE", HEADLINE, FIRST)


def test_a_headline_in_capitals_with_a_comma_is_no_byline() -> None:
    page = _page("World", "Storm Hits Coast, Thousands Flee", "By Jane Writer", FIRST)
    assert (page.title, page.credits.author) == ("Storm Hits Coast, Thousands Flee", "Jane Writer")


def test_a_standfirst_may_stand_above_the_byline() -> None:
    assert _body("World", HEADLINE, SECOND, "By Jane Writer", FIRST) == [SECOND, FIRST]


@pytest.mark.parametrize(
    "note",
    [
        ("Trip to Porto", "Things to remember.", "We booked the flat on", "3 March 2019", "and the train later."),
        ("Trip to Porto", "We booked the flat.", "3 March 2019", "The train came later."),
        ("Minutes", "What the next budget has to hold", "We booked the hall on", "3 March 2019", f"and so {FIRST}"),
        ("Ideas", "We need buttons:", "Share this", "Back to top", "and that is it.", "July 9, 2021", "The end."),
    ],
)
def test_a_date_amid_a_note_is_not_the_date_of_the_note(note: tuple[str, ...]) -> None:
    page = read_news_page("\n\n".join(note))
    assert page is None or page.credits == Credits()


@pytest.mark.parametrize(
    "above", [("World", HEADLINE, SECOND, "July 9, 2021"), (HEADLINE, SECOND, "Published: July 9, 2021")]
)
def test_a_date_may_stand_below_the_standfirst_of_an_article(above: tuple[str, ...]) -> None:
    assert _page(*above, FIRST).credits.published_at == datetime(2021, 7, 9, tzinfo=UTC)


def test_a_date_on_the_last_line_counts_and_stays() -> None:
    page = _page("World", HEADLINE, FIRST, SECOND, "Published: July 9, 2021")
    assert page.credits.published_at == datetime(2021, 7, 9, tzinfo=UTC)
    assert page.body.endswith("Published: July 9, 2021")


@pytest.mark.parametrize(
    "standfirst", [FIRST, FIRST.upper(), FIRST.replace("strike.", "strike …"), "The cranes of Kelderhaven"]
)
def test_a_standfirst_that_the_body_repeats_shows_once(standfirst: str) -> None:
    assert _body("World", HEADLINE, standfirst, FIRST, SECOND) == [FIRST, SECOND]


def test_a_headline_that_is_repeated_shows_once() -> None:
    assert _body("World", HEADLINE, HEADLINE, FIRST) == [FIRST]


def test_paragraphs_that_only_begin_alike_all_stay() -> None:
    other = FIRST.replace("500 dockers", "all dockers")
    assert _body("World", HEADLINE, FIRST, other, "The", "The end of it.") == [FIRST, other, "The", "The end of it."]


def test_furniture_between_paragraphs_goes() -> None:
    assert _body("World", HEADLINE, FIRST, "Advertisement", "Share this\nFacebook Twitter", SECOND) == [FIRST, SECOND]


def test_furniture_at_the_end_goes_line_by_line() -> None:
    end = f"{SECOND}\nShare\nPrint"
    assert _body("World", HEADLINE, FIRST, end, "123 comments", "Tags: a, b", "© 2021 Port Post") == [FIRST, SECOND]


def test_words_of_furniture_inside_the_story_stay() -> None:
    inside = ["Facebook", "The company said no.", "Sign up for the walk on Sunday", SECOND]
    assert _body("World", HEADLINE, FIRST, *inside) == [FIRST, *inside]


def test_related_titles_are_kept_apart() -> None:
    page = _page(
        "World", HEADLINE, FIRST, "Related Articles", "- Old port, new owner", "What next?\nJuly 7, 2021", "Share"
    )
    assert page.related_titles == ("Old port, new owner", "What next?")
    assert page.body == FIRST


def test_a_list_of_related_articles_may_be_empty() -> None:
    page = _page("World", HEADLINE, FIRST, "Related Articles", "Back to top button")
    assert (page.related_titles, page.body) == ((), FIRST)


@pytest.mark.parametrize("prose", [SECOND, "He said no more.", "“It is over.”", SECOND.replace(" and ", "\nand ")])
def test_prose_below_a_related_list_is_body_again(prose: str) -> None:
    page = _page("World", HEADLINE, FIRST, "Related Articles\nOld port, new owner", prose, "And then?")
    assert page.related_titles == ("Old port, new owner",)
    assert page.body == f"{FIRST}\n\n{prose}\n\nAnd then?"


def test_a_list_of_related_articles_may_begin_without_a_blank_line() -> None:
    page = _page("World", HEADLINE, f"{FIRST}\nRelated Articles\nOld port, new owner")
    assert (page.related_titles, page.body) == (("Old port, new owner",), FIRST)


def test_what_follows_a_button_below_the_list_is_no_related_title() -> None:
    page = _page("World", HEADLINE, FIRST, "Related Articles", "Old port", "Back to top", "About us")
    assert page.related_titles == ("Old port",)
    assert page.body == f"{FIRST}\n\nAbout us"


def test_an_announced_title_is_related() -> None:
    page = _page("World", HEADLINE, FIRST, "Read also: Old port, new owner", SECOND)
    assert (page.related_titles, page.body) == (("Old port, new owner",), f"{FIRST}\n\n{SECOND}")


def test_lines_without_blank_lines_between_are_paragraphs_when_they_are_long() -> None:
    long, other = f"{FIRST} {SECOND}", f"{SECOND} {FIRST}"
    page = _page("\n".join(["World", HEADLINE, "By Jane Writer", long, "Advertisement", other, "Share this"]))
    assert (page.section, page.title, page.credits.author) == ("World", HEADLINE, "Jane Writer")
    assert page.body == f"{long}\n\n{other}"


@pytest.mark.parametrize(
    "note",
    [
        "",
        "x",
        "World",
        "Shopping list\n\nmilk, eggs, bread and butter\n\ncoffee",
        f"Meeting\n\n{FIRST}\n\n{SECOND}",
        f"{FIRST}\n\n{SECOND}",
        f"Thoughts on harbours\n\n{FIRST}\n\n{SECOND}",
        "Todo\n\nwash the car\n\nbuy food\n\ncall mom",
        "The road\n\nTwo roads went out into a wood\nand I took neither\n\nBut sat and looked",
        "Notes\n\nSee also\n\nFurther reading",
        f"Dear Ada,\n\n{FIRST}\n\nYours\nBob",
    ],
)
def test_a_note_is_no_news_page(note: str) -> None:
    assert read_news_page(note) is None


WORDS = st.sampled_from(["harbour", "read", "more", "by", "july", "related", "share", "top", "the", "comments", "and"])
PROSE = st.lists(WORDS, min_size=5, max_size=15).map(lambda words: " ".join(words).capitalize() + ".")
ANY_LINES = st.lists(st.sampled_from(["", "World", HEADLINE, FIRST, "Share", "Related Articles", "July 9, 2021", "x."]))


@given(st.lists(PROSE, min_size=1, max_size=8, unique=True))
def test_every_paragraph_of_prose_survives(paragraphs: list[str]) -> None:
    page = read_news_page("\n\n".join(["World", HEADLINE, *paragraphs, "Related Articles", "Back to top button"]))
    assert page is not None
    assert page.body.split("\n\n") == paragraphs


KEPT_WHOLE = {
    "people": "People to call\n\nMaria Jones, London\n\nPeter Brown, Leeds\n\nSusan White, Hull\n\nCall them soon.",
    "only people": "Contacts\n\nBob Smith, Berlin\n\nAnn Lee, Paris\n\nCarl Jung, Vienna",
    "a dated note": "Meeting with Bob\n\nHe wants more.\n\nJuly 9, 2021\n\nRead more\n\nCall him tomorrow.",
    "a diary": "Diary\n\nJuly 9, 2021\n\nWent to the river.\n\nJuly 10, 2021\n\nStayed at home.",
    "a notice": f"LERC\n\nCopyright 2021 Ada Field\n\nThis software is an implementation of\n\n{FIRST}",
    "a licence": f"MIT License\n\nCopyright (c) 2021 Ada Field\n\n{FIRST}",
    "addresses": f"Kelderhaven Pumps\n\nVersion 2.0 of https://pumps.example/notes\n\n{FIRST}",
    "a header": f"Version: 1.0\nKind: a header of several lines\n\n{FIRST}",
    "a document": f"{FIRST}\n\nRelated articles\n================\n\n- Pumps and valves",
    "headings": "Todo\n\nMonday\n\nCall the office about the heater\n\nIt has been broken since the autumn.",
    "labels": f"Website copy\n\nLabels for the footer:\n\nShare this\nBack to top\nRead more\n\n{FIRST}",
    "labels at its end": "Website copy\n\nLabels for the footer:\n\nRelated Articles\nBack to top\nRead more\nShare",
    "labels alone": "Website copy\n\nRelated Articles\n\nBack to top",
    "buttons": "Ideas\n\nWe need buttons:\n\nShare this\n\nBack to top\n\nAdvertisement\n\nand that is it.",
    "a chapter": f"Dear all\n\n{FIRST}\n\nRelated Articles\n\n{SECOND}\n\nAnother Line\n\nAnd the last of it.",
    "verse": "Share this\n\nI went along the quay\n  and saw no ship,\n\nRelated Articles\n\nof trade. The end.",
    "a label": f"Meeting minutes\n\nPresent: Ann, Bob\n\n{FIRST}\n\nRelated Articles\n\nThe wiki has these.",
    "two headings": "Website copy\n\nLabels for the footer\n\nShare this\nBack to top\n\nAsk Ann about these.",
    "a heading of a sentence": "Todo\n\nWe need buttons.\n\nShare this\nBack to top\n\nAsk Ann about these.",
    "a deadline": "Call the office\n\nBy Tuesday\n\nThe report has to be with the office, signed by both of us.",
}


@pytest.mark.parametrize("note", KEPT_WHOLE.values(), ids=KEPT_WHOLE)
def test_nothing_is_taken_out_of_a_note_with_names_or_dates(note: str) -> None:
    page = read_news_page(note)
    assert page is None or page.body == note


@pytest.mark.parametrize(
    "page",
    [
        (FIRST, "Related Articles", "Back to top"),
        (HEADLINE, FIRST, "Related Articles", "Old port, new owner", "Back to top"),
        (HEADLINE, "July 9, 2021", FIRST, "Related Articles", "Old port, new owner"),
        (HEADLINE, "July 9, 2021", FIRST, "Back to top"),
    ],
)
def test_a_page_without_section_and_author_is_known_by_its_end(page: tuple[str, ...]) -> None:
    assert _body(*page) == [FIRST]


def test_a_second_author_is_not_lost_with_the_line_that_names_it() -> None:
    assert "Ben Other, Leeds" in _body("World", HEADLINE, "By Ada Writer", "Ben Other, Leeds", FIRST)


def test_a_credit_that_names_more_than_its_author_stays() -> None:
    credit = "Reporting by A. Writer in Kabul; Editing by B. Editor"
    assert credit in _body("World", HEADLINE, FIRST, credit)


def test_speech_and_long_lines_below_a_related_list_are_body_again() -> None:
    long_line = "He said that the town would be rebuilt stone by stone by its own people over the next ten years or so"
    page = _page(
        "World", HEADLINE, FIRST, "Related Articles", "Old port, new owner", '"No," she said', long_line, SECOND
    )
    assert page.related_titles == ("Old port, new owner",)
    assert page.body.split("\n\n") == [FIRST, '"No," she said', long_line, SECOND]


def test_a_short_headline_may_go_on_in_small_letters_on_the_next_line() -> None:
    page = _page("Science", "Astronomers find a planet\nthat should not exist", "By Carol Rae", FIRST)
    assert (page.section, page.title) == ("Science", "Astronomers find a planet that should not exist")


def test_a_byline_above_the_headline_is_no_section() -> None:
    page = _page("By Jane Doe", HEADLINE, FIRST)
    assert (page.section, page.title, page.credits.author) == (None, HEADLINE, "Jane Doe")


@given(ANY_LINES)
def test_a_page_of_any_lines_is_read(lines: list[str]) -> None:
    page = read_news_page("\n".join(lines))
    assert page is None or page.body.count(FIRST) <= lines.count(FIRST)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read_news_page(text)


def test_closed_long_lines_are_paragraphs_each() -> None:
    page = _page(f"World\n{HEADLINE}\nBy Jane Writer\n{FIRST}\n{SECOND}\nRead more\nShare")
    assert (page.section, page.title, page.body) == ("World", HEADLINE, f"{FIRST}\n\n{SECOND}")


def test_a_standfirst_and_a_caption_may_stand_above_the_byline() -> None:
    caption = "Credit: Ada Field for The Courier"
    page = _page(HEADLINE, SECOND, caption, "By Jane Writer\nJuly 9, 2021\nUpdated 9:05 a.m. ET", FIRST)
    assert (page.title, page.credits.author) == (HEADLINE, "Jane Writer")
    assert page.body == f"{SECOND}\n\n{caption}\n\n{FIRST}"


def test_buttons_and_counts_may_stand_among_the_credits() -> None:
    page = _page(HEADLINE, "Jane Writer", "Follow", "5 min read", "·", "July 9, 2021", "--", "12", "Listen", FIRST)
    assert (page.credits.author, page.body) == ("Jane Writer", FIRST)


def test_furniture_above_the_headline_goes() -> None:
    page = _page("SKIP ADVERTISEMENT", "Give this article", "World", HEADLINE, FIRST)
    assert (page.section, page.title, page.body) == ("World", HEADLINE, FIRST)


def test_a_name_and_place_above_a_date_is_a_byline_under_a_headline() -> None:
    page = _page("Trip report\nBob Stone, Porto\nJuly 9, 2021", FIRST)
    assert (page.section, page.title, page.credits.author) == (None, "Trip report", "Bob Stone")


def test_a_broken_line_that_ends_a_sentence_or_a_clause_ends_no_paragraph() -> None:
    wrapped = (
        "The cranes of the old port have not moved since the Friday of last week.\n"
        "Nobody expects them to move again before the weekend, say the dockers,\n"
        "who sing at the gate of the port day and night, whether it rains or not."
    )
    assert _body("World", HEADLINE, wrapped, SECOND) == [wrapped, SECOND]
