from pathlib import Path

import pytest

from reader.cli.pages import page_lines
from reader.text.blocks import page_of
from tests.cli.conftest import Run


def drawn(html: str, width: int = 40) -> list[str]:
    return "\n".join(page_lines(page_of(html), width)).split("\n")


def test_links_are_numbered_and_their_addresses_listed_below() -> None:
    html = (
        "<p>See <a href='https://a.example/'>the <b>strike</b></a>. <img src='https://b.example/i.png' alt='A crane'>"
        "</p><p><a href='https://a.example/'>Again </a>there</p>"
    )
    assert drawn(html) == [
        "See the strike[1].",
        "",
        "[image: A crane] [2]",
        "",
        "Again[1] there",
        "",
        "[1] https://a.example/",
        "[2] https://b.example/i.png",
    ]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<blockquote><p>We stay<br>here</p><p>all</p></blockquote>", ["> We stay", "> here", ">", "> all"]),
        ("<ol start='9'><li>Pay<ul><li>more</li></ul></li><li>Rest</li></ol>", ["9. Pay", "   - more", "10. Rest"]),
        ("<dl><dt>Quay<dd>A wall<dt>Tide<dd>Water</dl>", ["Quay", "    A wall", "Tide", "    Water"]),
        ("<p>a</p><pre>if b:\n    c  d</pre>", ["a", "", "if b:", "    c  d"]),
        ("<h2>A</h2><hr><p>b c</p>", ["A", "", "-" * 13, "", "b c"]),
        (
            "<table><tr><th>Port<th>Ships</tr><tr><td>Sand<br>haven<td>7</table>",
            ["Port  | Ships", "-------------", "Sand  | 7", "haven |"],
        ),
        (
            f"<table><tr><td>{'a' * 36}<td>7</tr><tr><td><ul><li>b<li>c</ul><td>d e f g</table>",
            [f"{'a' * 36} | 7", "- b - c | d e f g"],
        ),
        (
            "<table><tr><td>a<td>7</tr><tr><td><ul><li>b<li>c</ul><td>8</table>",
            ["a   | 7", "- b | 8", "- c |"],
        ),
        ("<table><tr><td>a<td>7</tr><tr><td>bb<td>8</table>", ["a  | 7", "bb | 8"]),
    ],
)
def test_blocks_show_what_they_are(html: str, lines: list[str]) -> None:
    assert drawn(html) == lines


def test_text_is_broken_to_the_width_and_code_is_not() -> None:
    assert drawn("<p>aaa bbb ccc</p><pre>aaa bbb ccc ddd eee fff</pre>", 20)[0] == "aaa bbb ccc"
    assert drawn("<blockquote>" + "word " * 9 + "</blockquote>", 24) == [
        "> word word word word",
        "> word word word word",
        "> word",
    ]


def test_the_title_of_a_note_is_shown_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("shopping list\n- milk\n- bread\n")
    run("add", path)
    lines = run("show", 1).out.splitlines()
    assert [line for line in lines if "shopping list" in line] == ["shopping list"]
    assert lines[3:5] == ["- milk", "- bread"]
