from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.library import Library
from reader.library.relating import declared_titles_not_held, related_articles
from reader.model.article import ArticleContent
from reader.model.errors import UsageError
from reader.model.related import RelatedArticle
from reader.store.database import writing
from reader.store.terms import remove_articles
from tests.related.libraries import SEEN_AT, add, empty_library, made
from tests.shown import shown_text

STRIKE = (
    made(
        "Dock workers in Velden walk out over night shifts",
        "Crane drivers and dock workers in Velden left their posts on Monday. The union Havenkracht asks for shorter "
        "night shifts; the port authority says that forty ships have to wait.",
    ),
    made(
        "Forty ships wait off Velden as dock strike goes on",
        "The strike in the port of Velden goes into its third day. Forty ships wait at anchor, the port authority says "
        "and the union Havenkracht wants shorter night shifts for crane drivers.",
    ),
    made(
        "Havenkracht ends strike in Velden",
        "Dock workers in Velden return to work. The union Havenkracht and the port authority agreed on shorter night "
        "shifts for crane drivers, and the ships that wait will be unloaded by Friday.",
    ),
)
OTHERS = (
    made("Museum buys a lost painting", "The painting by Ida Marlow hung in a farmhouse; curators restored its frame."),
    made("Rain ends drought in the valley", "Farmers in the valley welcome rain after the driest spring for decades."),
    made("Chess title goes to a teenager", "Lena Oduya, seventeen, won the chess title with a rook endgame."),
    made("New telescope sees a distant moon", "Astronomers found ice on a moon with the telescope in the desert."),
    made("City opens a bridge for cyclists", "The bridge spares cyclists a detour through the industrial quarter."),
    made("Bakers warn of flour prices", "A poor wheat harvest drives flour prices; bakers expect dearer bread."),
    made("Orchestra names a conductor", "The orchestra chose Pavel Stern, who begins with a symphony in autumn."),
)
LETTERS = "bcdfghjklmnpq"
TEN = (*STRIKE, *OTHERS)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with empty_library(tmp_path) as opened:
        yield opened


def titles(found: Sequence[RelatedArticle]) -> list[str]:
    return [related.row.title for related in found]


def test_in_a_library_of_ten_the_reports_of_one_event_find_each_other_and_nothing_else(library: Library) -> None:
    ids = add(library, TEN)
    for place, article_id in enumerate(ids[:3]):
        found = related_articles(library, article_id)
        assert sorted(titles(found)) == sorted(one.title for other, one in enumerate(STRIKE) if other != place)
        assert all(related.same_story for related in found)
        assert all(0.3 < related.score <= 1 for related in found)
    assert [related_articles(library, article_id) for article_id in ids[3:]] == [[]] * 7


def test_reasons_are_shared_words_as_the_open_article_spells_them(library: Library) -> None:
    first, _, last, *_ = add(library, TEN)
    reasons = {related.row.id: related.reasons for related in related_articles(library, first)}[last]
    assert len(reasons) == 4
    assert {"Havenkracht", "Velden"} < set(reasons)
    text = f"{STRIKE[0].title} {shown_text(STRIKE[0])}"
    assert all(word in text for word in reasons)


def test_an_article_is_never_related_to_itself(library: Library) -> None:
    twin = made(STRIKE[0].title, shown_text(STRIKE[0]), guid="twin")
    first, second = add(library, [STRIKE[0], twin])
    (found,) = related_articles(library, first)
    assert (found.row.id, found.score) == (second, 1)


def test_related_articles_come_from_every_feed_and_carry_what_a_list_shows(library: Library) -> None:
    (here,) = add(library, [STRIKE[0]], "https://one.example/feed")
    (there,) = add(library, [STRIKE[1]], "https://two.example/feed")
    (found,) = related_articles(library, here)
    assert (found.row.id, found.row.title, found.row.feed) == (there, STRIKE[1].title, "https://two.example/feed")
    assert (found.row.unread, found.row.bookmarked, found.row.dated_at, found.link) == (True, False, SEEN_AT, None)


def test_at_most_as_many_come_as_are_asked_for_the_most_alike_first(library: Library) -> None:
    reports = [
        made(f"Strike in Velden {day}x", f"{shown_text(STRIKE[0])} " + " ".join(f"{day}{letter}" for letter in LETTERS))
        for day in range(12)
    ]
    first, *_ = add(library, [*reports, *(made(f"Other {letter * 3}") for letter in LETTERS)])
    scores = [related.score for related in related_articles(library, first)]
    assert len(scores) == 11
    assert scores == sorted(scores, reverse=True)
    assert [related.score for related in related_articles(library, first, limit=5)] == scores[:5]
    assert related_articles(library, first, limit=0) == []


@pytest.mark.parametrize("title", ["Minister in place{}", "Minister visits place{}"])
def test_common_words_make_no_relation(library: Library, title: str) -> None:
    first, *_ = add(library, [made(title.format(place)) for place in range(10)])
    assert related_articles(library, first) == []


def test_an_article_without_words_has_no_related_ones(library: Library) -> None:
    empty, *_ = add(library, [made("..."), made("?!"), *TEN])
    assert related_articles(library, empty) == []


def test_an_article_that_is_not_there_is_named(library: Library) -> None:
    with pytest.raises(UsageError, match="no article 7"):
        related_articles(library, 7)
    with pytest.raises(UsageError, match="no article 7"):
        declared_titles_not_held(library, 7)


def test_a_megabyte_of_text_is_related_by_its_beginning(library: Library) -> None:
    book = made("Dock strikes of Velden, a history", shown_text(STRIKE[0]) + " The dockers remember." * 50_000)
    assert len(book.body.written) > 1_000_000
    first, *_ = add(library, [*TEN, book])
    found = {related.row.title: related for related in related_articles(library, first)}
    assert found[book.title].reasons


def test_an_article_that_was_taken_out_of_the_index_is_found_no_more(library: Library) -> None:
    first, second, third, *_ = add(library, TEN)
    with writing(library.connection):
        remove_articles(library.connection, [second])
    assert [related.row.id for related in related_articles(library, first)] == [third]
    assert related_articles(library, second) == []


def test_other_events_in_the_same_words_are_related_but_no_same_story(library: Library) -> None:
    then = made(STRIKE[1].title, shown_text(STRIKE[1]), SEEN_AT - timedelta(days=400))
    now = made(STRIKE[0].title, shown_text(STRIKE[0]), SEEN_AT)
    first, _ = add(library, [now, then])
    (found,) = related_articles(library, first)
    assert not found.same_story


def test_what_a_feed_says_in_every_article_relates_none_of_them(library: Library) -> None:
    slogan = "Subscribe to the Velden Courier newsletter for exclusive harbour stories by Jasper Quill"
    news = [
        made(f"{word.capitalize()} news", f"{word} {word}ly un{word}. {slogan}")
        for word in (f"{first}{second}rk" for first in "bdfgklmnprst" for second in "aeiou")
    ]
    first, *_ = add(library, news)
    assert related_articles(library, first) == []


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Землетрясение разрушило школу в Тарске",
            "В Тарске землетрясение повредило школу",
            "Шахматный турнир начался",
        ),
        ("زلزال يدمر مدرسة في مدينة نورسا", "مدرسة نورسا تنهار بعد زلزال", "بطولة الشطرنج تبدأ غدا"),
        ("नूरपुर में भूकंप से विद्यालय ढहा", "भूकंप के बाद नूरपुर का विद्यालय बंद", "शतरंज प्रतियोगिता शुरू हुई"),
        ("地震毁坏努尔萨学校", "努尔萨学校因地震关闭", "国际象棋比赛开始"),
        ("ヌルサで地震、学校が倒壊", "地震で倒壊したヌルサの学校", "チェス大会が始まる"),
        ("Erdbeben zerstört Schule in Nursa", "Schule in Nursa nach Erdbeben geschlossen", "Schachturnier beginnt"),
        (
            "Un terremoto destruye una escuela en Nursa",
            "Nursa cierra su escuela tras el terremoto",
            "Empieza el ajedrez",
        ),
        ("Earthquake destroys a school in Nursa", "School in Nursa closed after the earthquake", "Chess season begins"),
        ("Выборы президента Тарска назначены", "Президент Тарска проиграл выборы", "Шахматный турнир начался"),
    ],
    ids=["Russian", "Arabic", "Hindi", "Chinese", "Japanese", "German", "Spanish", "English", "Russian, inflected"],
)
def test_reports_in_any_language_find_each_other(library: Library, texts: tuple[str, str, str]) -> None:
    first, second, _ = add(library, [made(text) for text in texts])
    assert [related.row.id for related in related_articles(library, first)] == [second]


@pytest.mark.parametrize(
    "titles",
    [
        ("Government opens a bridge", "Bakers turn to the government", "New government in Nursa"),
        ("Regierung plant Brücke", "Regierung verliert Klage", "Neue Regierung in Nursa"),
        ("El gobierno abre un puente", "Un gobierno sin prisa", "Gobierno nuevo en Nursa"),
        ("Правительство строит мост", "Правительство ждёт", "Новое правительство Нурсы"),
        ("政府修桥", "政府等待", "新政府成立"),
    ],
    ids=["English", "German", "Spanish", "Russian", "Chinese"],
)
def test_titles_that_share_one_common_word_are_not_related(library: Library, titles: tuple[str, ...]) -> None:
    ids = add(library, [made(title) for title in titles])
    assert [related_articles(library, article_id) for article_id in ids] == [[]] * len(titles)


def test_small_numbers_alone_make_no_relation(library: Library) -> None:
    first, *_ = add(
        library,
        [
            made("Scores: 14, 27 and 45"),
            made("Prices fall by 14, 27 or 45 percent"),
            *OTHERS,
        ],
    )
    assert related_articles(library, first) == []


def test_an_article_in_other_words_is_found_through_one_that_knows_both(library: Library) -> None:
    first, between, other, *_ = add(
        library,
        [
            made("Velden dockers down tools over night shifts"),
            made("Velden dockers down tools, Havenkracht and harbourmaster quarrel"),
            made("Havenkracht and harbourmaster quarrel goes to arbitration"),
            *OTHERS,
        ],
    )
    found = related_articles(library, first, explain=True)
    assert [related.row.id for related in found] == [between, other]
    assert {part.word for part in found[1].parts if not part.own} >= {"Havenkracht", "harbourmaster"}
    assert {part.word for part in found[0].parts if part.own} >= {"Velden", "dockers", "tools"}
    assert found[1].reasons == ()


def test_the_parts_of_a_likeness_add_up_to_it_and_are_left_out_unless_asked_for(library: Library) -> None:
    first, *_ = add(library, TEN)
    for related in related_articles(library, first, explain=True):
        assert sum(part.weight for part in related.parts) == pytest.approx(related.score, abs=0.002)
    assert all(related.parts == () for related in related_articles(library, first))


def test_near_copies_of_one_text_share_a_row(library: Library) -> None:
    (first,) = add(library, [STRIKE[0]])
    (report,) = add(library, [STRIKE[1]], "https://one.example/feed")
    wire = made(f"{STRIKE[1].title}, agency says", shown_text(STRIKE[1]), guid="wire")
    (copy,) = add(library, [wire], "https://two.example/feed")
    (last,) = add(library, [STRIKE[2]], "https://three.example/feed")
    add(library, OTHERS)
    found = related_articles(library, first)
    rows = {frozenset((it.row.id, *(held.row.id for held in it.copies))) for it in found}
    assert rows == {frozenset((report, copy)), frozenset((last,))}
    assert all(held.score > 0.3 and held.reasons for it in found for held in it.copies)


def test_one_feed_does_not_crowd_out_others(library: Library) -> None:
    first, *_ = add(
        library,
        [
            STRIKE[0],
            *(
                made(
                    f"{STRIKE[1].title} {day}",
                    f"{shown_text(STRIKE[1])} {day}a {day}b {day}c {day}d {day}e {day}f {day}g {day}h {day}i",
                )
                for day in range(6)
            ),
        ],
    )
    (there,) = add(library, [STRIKE[2]], "https://two.example/feed")
    add(library, OTHERS)
    assert there in [related.row.id for related in related_articles(library, first, limit=3)]


class TestDeclared:
    """What the publisher lists as related."""

    LISTED = ("bakers warn of FLOUR prices!", "Velden through the ages", STRIKE[2].title)

    @pytest.fixture
    def declaring(self) -> ArticleContent:
        """Make an article whose publisher lists three others and, by mistake, itself."""
        return made(STRIKE[0].title, shown_text(STRIKE[0]), related_titles=(*self.LISTED, STRIKE[0].title))

    def test_titles_that_are_held_come_first_in_the_publishers_order(
        self, library: Library, declaring: ArticleContent
    ) -> None:
        first, *_ = add(library, [declaring, *TEN[1:]])
        found = related_articles(library, first)
        assert titles(found) == ["Bakers warn of flour prices", STRIKE[2].title, STRIKE[1].title]
        assert [related.declared for related in found] == [True, True, False]

    def test_they_are_scored_and_explained_as_all_others_are(self, library: Library, declaring: ArticleContent) -> None:
        first, *_ = add(library, [declaring, *TEN[1:]])
        flour, end, _ = related_articles(library, first)
        assert (flour.score, flour.reasons, flour.same_story) == (0, (), False)
        assert end.score > 0.3
        assert end.same_story
        assert "Havenkracht" in end.reasons

    def test_titles_that_are_not_held_are_told_apart(self, library: Library, declaring: ArticleContent) -> None:
        first, second, *_ = add(library, [declaring, *TEN[1:]])
        assert declared_titles_not_held(library, first) == ("Velden through the ages",)
        assert declared_titles_not_held(library, second) == ()

    def test_of_two_articles_with_the_title_the_one_of_the_same_feed_is_meant(
        self, library: Library, declaring: ArticleContent
    ) -> None:
        add(library, [OTHERS[5]], "https://elsewhere.example/feed")
        first, *rest = add(library, [declaring, OTHERS[5]])
        add(library, [OTHERS[5]], "https://third.example/feed")
        found = [related.row.id for related in related_articles(library, first) if related.declared]
        assert found == rest


def answers(contents: Sequence[ArticleContent], order: Callable[[int], int]) -> dict[str, list[tuple[object, ...]]]:
    """Give what is related to each article, by guid, in a library that took them in in a certain order."""
    with TemporaryDirectory() as folder, empty_library(Path(folder)) as library:
        taken = sorted(range(len(contents)), key=order)
        guids = dict(zip(add(library, [contents[place] for place in taken]), taken, strict=True))
        return {
            contents[guids[article_id]].guid: [
                (contents[guids[found.row.id]].guid, found.score, found.same_story, found.reasons)
                for found in related_articles(library, article_id)
            ]
            for article_id in guids
        }


WORDS = st.sampled_from(["Velden", "strike", "crane", "union", "ships", "night", "port", "the"])
NEWS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=2, max_size=8)


@settings(max_examples=20)
@given(texts=NEWS, chance=st.randoms(use_true_random=False))
def test_answers_do_not_depend_on_the_order_in_which_articles_came(texts: list[str], chance: Random) -> None:
    contents = [made(f"{text} {place}", text, SEEN_AT - timedelta(hours=place)) for place, text in enumerate(texts)]
    order = list(range(len(contents)))
    chance.shuffle(order)
    assert answers(contents, lambda place: place) == answers(contents, order.__getitem__)
