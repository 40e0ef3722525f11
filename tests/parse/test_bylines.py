from datetime import UTC, datetime

import pytest

from reader.parse.authors import is_name
from reader.parse.bylines import Credits, read_author_beside_date, read_closing_credits, read_credits

NINTH = datetime(2021, 7, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By A. Writer", "A. Writer"),
        ("By A. Writer, Kabul", "A. Writer"),
        ("By A. Writer in Kabul", "A. Writer"),
        ("A. Writer, Kabul", "A. Writer"),
        ("Jane Writer, Special Correspondent", "Jane Writer"),
        ("By Jane Writer, Kelderhaven Courier", "Jane Writer"),
        ("BY JANE WRITER", "JANE WRITER"),
        ("By Jane O'Neil-Smith", "Jane O'Neil-Smith"),
        ("By Dr. Jane Writer Jr.", "Dr. Jane Writer Jr."),
        ("By A. Writer and B. Other", "A. Writer, B. Other"),
        ("By A. Writer, B. Other and C. Third", "A. Writer, B. Other, C. Third"),
        ("By A. Writer, B. Other", "A. Writer, B. Other"),
        ("By Jane Doe in Kabul and John Roe in London", "Jane Doe, John Roe"),
        ("JOHN SMITH | Associated Press", "JOHN SMITH"),
        ("By JOHN SMITH | Associated Press", "JOHN SMITH"),
        ("By Jane Writer / Kelderhaven Courier", "Jane Writer"),
        ("By Jane Writer (AFP)", "Jane Writer"),
        ("By Jane Writer | Staff Reporter | jane@post.example", "Jane Writer"),
        ("Analysis by Jane Writer", "Jane Writer"),
        ("Opinion by Jane Writer, Kelderhaven Courier", "Jane Writer"),
        ("by a. writer", "a. writer"),
        ("By our correspondent", "our correspondent"),
        ("By AFP", "AFP"),
        ("By Reuters Staff", "Reuters Staff"),
        ("Written by: Jane Writer", "Jane Writer"),
        ("Author: Jane Writer", "Jane Writer"),
        ("Von A. Autor", "A. Autor"),
        ("Von Anna Müller und Jörg Klein, Berlin", "Anna Müller, Jörg Klein"),
        ("Por María de la Cruz", "María de la Cruz"),
        ("Par Jean Dupont, à Paris", "Jean Dupont"),
        ("Di Maria Rossi", "Maria Rossi"),
        ("Автор: Иван Петров", "Иван Петров"),
        ("Autor: Jan Kowalski i Anna Nowak", "Jan Kowalski, Anna Nowak"),
        ("Yazan: Ahmet Yılmaz", "Ahmet Yılmaz"),
        ("بقلم أحمد علي", "أحمد علي"),
        ("लेखक: राम कुमार", "राम कुमार"),
        ("记者 王小明", "王小明"),
        ("作者：王小明、李华", "王小明, 李华"),
    ],
)
def test_a_byline_gives_its_authors(line: str, author: str) -> None:
    assert read_credits(line) == Credits(author=author)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("July 9, 2021", Credits(published_at=NINTH)),
        ("Published: July 9, 2021", Credits(published_at=NINTH)),
        ("July 9, 2021 GMT", Credits(published_at=NINTH)),
        ("Kabul - 9 July 2021", Credits(published_at=NINTH)),
        ("World | July 9, 2021", Credits(published_at=NINTH)),
        ("Jane Writer Send an email July 9, 2021", Credits("Jane Writer", NINTH)),
        ("Published On 9 Jul 2021", Credits(published_at=NINTH)),
        ("Date: 9 July 2021", Credits(published_at=NINTH)),
        ("Updated July 9, 2021", Credits(updated_at=NINTH)),
        ("Last updated: 9 July 2021", Credits(updated_at=NINTH)),
        ("July 9, 2021 · 5 min read", Credits(published_at=NINTH)),
        ("Stand: 09.07.2021 14:05 Uhr", Credits(published_at=NINTH.replace(hour=14, minute=5))),
        ("Publié le 9 juillet 2021 à 14h05", Credits(published_at=NINTH.replace(hour=14, minute=5))),
        ("9 July 2021 14:05 GMT", Credits(published_at=NINTH.replace(hour=14, minute=5))),
        ("2021-07-09T14:05:00Z", Credits(published_at=NINTH.replace(hour=14, minute=5))),
        (
            "Published 9 July 2021 | Updated 10 July 2021 14:05 GMT",
            Credits(published_at=NINTH, updated_at=datetime(2021, 7, 10, 14, 5, tzinfo=UTC)),
        ),
        ("来源：新华社 2021年7月9日 14:05", Credits("新华社", NINTH.replace(hour=14, minute=5))),
        ("发布时间：2021年7月9日", Credits(published_at=NINTH)),
        ("更新于2021年7月9日", Credits(updated_at=NINTH)),
        ("Опубликовано: 9 июля 2021 г.", Credits(published_at=NINTH)),
        ("Aktualizacja: 9 lipca 2021", Credits(updated_at=NINTH)),
        ("अपडेटेड 9 जुलाई 2021", Credits(updated_at=NINTH)),
        ("الجمعة 9 يوليو 2021", Credits(published_at=NINTH)),
        ("By A. Writer and B. Other | July 9, 2021", Credits("A. Writer, B. Other", NINTH)),
        ("July 9, 2021 By Jane Writer", Credits("Jane Writer", NINTH)),
        ("Posted on July 9, 2021 by Jane Writer", Credits("Jane Writer", NINTH)),
        ("Posted by Jane Writer on July 9, 2021", Credits("Jane Writer", NINTH)),
        ("by jane writer on july 9, 2021", Credits("jane writer", NINTH)),
        ("Posted on 9 July 2021 by ada", Credits("ada", NINTH)),
        ("By Al Writer, 9 July 2021", Credits("Al Writer", NINTH)),
        ("By JOHN SMITH | Associated Press | July 9, 2021", Credits("JOHN SMITH", NINTH)),
        ("World | Jane Writer | July 9, 2021", Credits("Jane Writer", NINTH)),
        ("July 9, 2021, 9:05 a.m. ET", Credits(published_at=NINTH.replace(hour=13, minute=5))),
        ("Jane Writer | 9 July 2021", Credits("Jane Writer", NINTH)),
        ("María de la Cruz, 9 de julio de 2021", Credits("María de la Cruz", NINTH)),
        (
            "By Jane Writer • Published July 9, 2021 at 9:00 am • Updated July 9, 2021 at 10:00 am",
            Credits("Jane Writer", NINTH.replace(hour=9), NINTH.replace(hour=10)),
        ),
    ],
)
def test_a_date_line_gives_its_dates(line: str, expected: Credits) -> None:
    assert read_credits(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "5 min read",
        "2 hours ago",
        "0 345 1 minute read",
        "Lesezeit: 3 Minuten",
        "vor 2 Stunden",
        "3小时前",
        "Published 2 hours ago",
        "Updated 9:05 a.m. ET",
        "2 часа назад",
        "2 saat önce",
    ],
)
def test_lines_that_say_nothing_lasting_are_known(line: str) -> None:
    assert read_credits(line) == Credits()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By",
        "By the time he arrived",
        "by the time he arrived, it was over",
        "By land and sea",
        "Von der Leyen in Kabul",
        "Jane Writer",
        "लेखक ने कहा",
        "كتب الرئيس رسالة",
        "दूध, चीनी",
        "by the sea",
        "14:05",
        "Published books",
        "World | Middle East",
        "Technology | The Kelderhaven Courier",
        "made by hand on July 9, 2021",
        "by hand on July 9, 2021",
        "by sheer luck",
        "Tea | coffee with milk",
        "By Jane Writer | who has seen it all",
        "Kabul, July 9, 2021",
        "On July 9, 2021 the harbour opened",
        "The harbour, Kabul",
        "Monday",
        "345",
        "The strike of July 9, 2021 and that of July 10, 2021 were short",
        "July 4, 1776",
        "By " + "Very " * 40 + "Long",
    ],
)
def test_other_lines_are_no_credits(line: str) -> None:
    assert read_credits(line) is None


@pytest.mark.parametrize("text", ["A. Writer", "Jane O'Neil", "Maria de la Cruz", "Abdul al-Rahman", "李 小龙"])
def test_names_are_recognised(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["Jane", "the Writer", "Jane writes", "Route 66 Diner", "A Very Long Headline In Capitals", ""]
)
def test_other_words_are_no_names(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Reporting by A. Writer in Kabul; Editing by B. Editor)", Credits("A. Writer")),
        ("Reporting by A. Writer and B. Other; editing by C. Third", Credits("A. Writer, B. Other")),
        ("By Jane Writer", Credits("Jane Writer")),
        ("Updated: July 9, 2021", Credits(updated_at=NINTH)),
        ("Maria Jones, London", Credits()),
        ("By noon they were gone.", Credits()),
    ],
)
def test_credits_may_stand_below_the_story(line: str, expected: Credits) -> None:
    assert read_closing_credits(line) == expected


def test_beside_a_date_a_byline_may_name_anybody() -> None:
    assert read_author_beside_date("By the harbour desk") == "the harbour desk"
    assert read_author_beside_date("By noon they were gone.") is None
    assert read_author_beside_date("The harbour desk") is None
