import pytest

from reader.text.html import clean_html
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


def test_tables_are_understood() -> None:
    assert "<td>2</td>" in markdown_to_html("| a | b |\n|---|---|\n| 1 | 2 |\n")


def test_html_in_markdown_is_safe_once_cleaned() -> None:
    html = markdown_to_html("<script>x</script>\n\n<b onclick=y>b</b> [a](javascript:x) [c](/d)\x1b[31m")
    assert clean_html(html, "https://example.org") == (
        '\n<p><b>b</b> [a](javascript:x) <a href="https://example.org/d">c</a></p>\n'
    )
