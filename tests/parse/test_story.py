import pytest

from reader.parse.newspage import NewsPage, read_news_page

HEADLINE = "Harbour strike enters day three"
FIRST = "The cranes of Kelderhaven stopped at six on Monday morning, when 500 dockers began a strike."
SECOND = "The harbour company announced the plan on Friday and asked the dockers to come back."
OLD_PORT = "Old port gets a new owner at last"
VOTE = "Dockers vote on the plan this week"


def _page(*paragraphs: str) -> NewsPage:
    page = read_news_page("\n\n".join(["World", HEADLINE, *paragraphs]))
    assert page is not None
    return page


def test_furniture_on_consecutive_lines_goes() -> None:
    page = _page(FIRST, "Sign up for the morning letter\nRead more: Old port, new owner\n24 Comments", SECOND)
    assert (page.body, page.related_titles) == (f"{FIRST}\n\n{SECOND}", ("Old port, new owner",))


def test_furniture_goes_without_blank_lines_around_it() -> None:
    first, second = FIRST.replace(", ", ",\n"), SECOND.replace(" and ", "\nand ")
    assert _page(f"{first}\nAdvertisement\nShare this\n{second}").body == f"{first}\n\n{second}"


def test_a_row_of_buttons_may_stand_on_many_lines() -> None:
    assert _page(FIRST, "Share\nFacebook\nTwitter", SECOND).body == f"{FIRST}\n\n{SECOND}"
    assert _page(FIRST, "Facebook", "Twitter", "Print", SECOND).body == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "prose", ["Facebook\nTwitter\nInstagram", "and so they\nread more\nthan ever", "Sign up early"]
)
def test_lines_that_only_may_be_furniture_stay_inside_a_story(prose: str) -> None:
    assert _page(FIRST, prose, SECOND).body == f"{FIRST}\n\n{prose}\n\n{SECOND}"


@pytest.mark.parametrize(
    "line",
    [
        "Related",
        "Most popular",
        "Recommended",
        "Topics",
        "Next article",
        "Previous article: Old port, new owner",
        "Copyright 2021 Port Post",
        "(c) 2021 Port Post",
        "Advertisement - story continues below",
        "Share this article",
        "Follow us on Facebook",
        "Subscribe to our newsletter",
        "Tags: harbour, strike",
    ],
)
def test_furniture_at_the_end_goes(line: str) -> None:
    assert _page(FIRST, SECOND, line).body == f"{FIRST}\n\n{SECOND}"
    assert _page(FIRST, f"{SECOND}\n{line}").body == f"{FIRST}\n\n{SECOND}"


def test_lists_that_close_a_page_are_no_story() -> None:
    page = _page(
        *(
            FIRST,
            f"Related\n{OLD_PORT}\nJuly 7, 2021",
            "Most popular\n1. What to eat when it rains\n2. How to sleep in a tent",
        ),
        *("Topics\nHarbours\nStrikes", "Next article", "The ferry that never came home", "© 2021 Port Post"),
    )
    assert (page.body, page.related_titles, page.tags) == (FIRST, (OLD_PORT,), ("Harbours", "Strikes"))


@pytest.mark.parametrize(
    "ending",
    [
        ("Recommended", "Drink water", "Walk often"),
        ("Most popular", "Olivia\nEmma"),
        ("Related", OLD_PORT, "He left."),
        ("Topics", "They spoke about the harbour and the strike at length"),
    ],
)
def test_headings_of_the_story_itself_stay_with_what_is_below(ending: tuple[str, ...]) -> None:
    assert _page(FIRST, *ending).body == "\n\n".join([FIRST, *ending])


@pytest.mark.parametrize("prose", ["He left.", "He said this:", "No, he said,\nand left", "Nobody knows"])
def test_short_lines_between_a_related_list_and_prose_are_story(prose: str) -> None:
    assert _page(FIRST, "Related Articles", OLD_PORT, prose, SECOND).body == f"{FIRST}\n\n{prose}\n\n{SECOND}"


@pytest.mark.parametrize("listed", [f"Related Articles\n{OLD_PORT}", f"Related Articles\n\n{VOTE}\n{OLD_PORT}"])
def test_a_related_list_of_one_block_is_whole(listed: str) -> None:
    prose = "The town holds its breath again"
    assert _page(FIRST, listed, prose, SECOND).body == f"{FIRST}\n\n{prose}\n\n{SECOND}"


def test_related_titles_that_are_broken_over_lines_are_one() -> None:
    wrapped = SECOND.replace(" asked ", "\nasked ")
    title = f"{OLD_PORT} but nobody in town\n"
    page = _page(wrapped, f"Related Articles\n{title}Knows what for\n{VOTE}\nand next", "Back to top")
    assert page.related_titles == (f"{OLD_PORT} but nobody in town Knows what for", f"{VOTE} and next")


def test_long_titles_on_lines_of_their_own_are_not_joined() -> None:
    titles = (f"{OLD_PORT} but nobody in town knows", f"{VOTE} but nobody in town knows")
    assert _page(FIRST, "\n".join(["Related Articles", *titles])).related_titles == titles


@pytest.mark.parametrize(
    "listed",
    [
        f"World | 3 hours ago\n{OLD_PORT}\nBusiness | July 7, 2021\n{VOTE}",
        f"World\n{OLD_PORT}\n\nBusiness\n{VOTE}\n2 hours ago",
        f"- {OLD_PORT}\n  World, 3 hours ago\n- {VOTE}\n  By Jane Doe",
        f"1. {OLD_PORT}\n\n2. {VOTE}",
        f"{OLD_PORT}\nPublished\n7 July\n{VOTE}\n2021年7月7日",
    ],
)
def test_sections_and_dates_beside_related_titles_are_no_titles(listed: str) -> None:
    assert _page(FIRST, f"Related Articles\n\n{listed}").related_titles == (OLD_PORT, VOTE)


def test_days_and_commas_in_related_titles_make_no_labels_of_them() -> None:
    titles = ("Storm Hits Coast, Thousands Flee", "Fire of July 9, 2021", "What July 9 means")
    assert _page(FIRST, "\n".join(["Related Articles", *titles])).related_titles == titles


def test_a_list_of_what_many_read_is_not_related() -> None:
    page = _page(FIRST, "Related Articles", OLD_PORT, "Most read", VOTE)
    assert (page.related_titles, page.body) == ((OLD_PORT,), FIRST)


@pytest.mark.parametrize(
    "listed", ["Tags\nharbours, strikes", "Topics\n\nharbours\nstrikes", "Topics\n\nharbours\n\nstrikes"]
)
def test_topics_below_their_heading_are_tags(listed: str) -> None:
    page = _page(FIRST, listed, "About Us | Contact | Terms of Use")
    assert (page.body, page.tags) == (FIRST, ("harbours", "strikes"))


def test_tags_below_a_related_list_are_no_title() -> None:
    page = _page(FIRST, f"Related Articles\n{OLD_PORT}", "Tags: harbour, strike")
    assert (page.related_titles, page.tags, page.body) == ((OLD_PORT,), ("harbour", "strike"), FIRST)
