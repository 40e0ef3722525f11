import pytest

from reader.text.html import clean_html, text_of
from reader.text.markdown import markdown_to_html


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Title\n\nSome *text*.", "<h1>Title</h1>\n<p>Some <em>text</em>.</p>\n"),
        ("~~gone~~", "<p><s>gone</s></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("```\nx < y\n```", "<pre><code>x &lt; y\n</code></pre>\n"),
        ("<https://example.org>", '<p><a href="https://example.org">https://example.org</a></p>\n'),
        ("", ""),
    ],
)
def test_markdown_becomes_html(markdown: str, expected: str) -> None:
    assert markdown_to_html(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("See https://port.example/a_b_c?x=1&y=2.", 'See <a href="{0}">{0}</a>.'),
        ("*(https://port.example/a_b_c?x=1&y=2)*", '<em>(<a href="{0}">{0}</a>)</em>'),
        ("[https://port.example](https://sea.example)", '<a href="https://sea.example">https://port.example</a>'),
        ("<a href='/x'>https://port.example</a>", "<a href='/x'>https://port.example</a>"),
        ("`https://port.example`", "<code>https://port.example</code>"),
        ("notes.md, javascript://x", "notes.md, javascript://x"),
    ],
)
def test_bare_addresses_are_links(markdown: str, html: str) -> None:
    expected = html.format("https://port.example/a_b_c?x=1&amp;y=2")
    assert markdown_to_html(markdown) == f"<p>{expected}</p>\n"


def test_footnotes_are_numbered_and_stand_at_the_end() -> None:
    html = markdown_to_html("One[^a] two[^b] one[^a] none[^c].\n\n[^b]: Second.\n[^a]: First.\n\nEnd.")
    assert text_of(clean_html(html)) == "One[^1] two[^2] one[^1] none[^c].\n\nEnd.\n\n1. First.\n2. Second."


@pytest.mark.parametrize(
    ("notes", "listed"),
    [
        ("[^a]: First.\n[^x]: Nobody asked.", "1. First.\n2. Nobody asked."),
        ("[^a]: First.\n[^a]: Again.", "1. First.\n2. Again."),
        ("[^a]: First.\n\n    - a\n    - b", "1. First.\n   - a\n   - b"),
        ("[^a]: First.\n\n    [^b]: Within.", "1. First.\n2. Within."),
    ],
)
def test_no_footnote_is_lost(notes: str, listed: str) -> None:
    assert text_of(clean_html(markdown_to_html(f"One[^a].\n\n{notes}"))) == f"One[^1].\n\n{listed}"


def test_tasks_have_a_box() -> None:
    html = markdown_to_html("- [ ] open\n- [x] *done*\n\n  [ ] no item\n1. [X] done\n\n[ ] no item")
    assert text_of(clean_html(html)) == "- ☐ open\n- ☑ done\n  [ ] no item\n\n1. ☑ done\n\n[ ] no item"
    assert markdown_to_html("- [x](/y)\n- [ ]\n- [x]y") == (
        '<ul>\n<li><a href="/y">x</a></li>\n<li>[ ]</li>\n<li>[x]y</li>\n</ul>\n'
    )


def test_tables_are_understood() -> None:
    assert "<td>2</td>" in markdown_to_html("| a | b |\n|---|---|\n| 1 | 2 |\n")


def test_html_in_markdown_is_safe_once_cleaned() -> None:
    html = markdown_to_html("<script>x</script>\n\n<b onclick=y>b</b> [a](javascript:x) [c](/d)\x1b[31m")
    assert clean_html(html, "https://example.org") == (
        '\n<p><b>b</b> [a](javascript:x) <a href="https://example.org/d">c</a></p>\n'
    )
