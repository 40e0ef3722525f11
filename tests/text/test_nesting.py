import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.nesting import FEW_TAGS, MOST_DEPTH, MOST_DEPTH_OF_PAGE, balanced, shallow

MANY = 20_000


def _depth(html: str) -> int:
    """Give the largest number of elements open at once, or -1 if an end tag does not match."""
    open_elements: list[str] = []
    deepest = 0
    for end, name in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", html):
        if not end and name not in {"br", "hr", "img", "meta"}:
            open_elements.append(name)
            deepest = max(deepest, len(open_elements))
        elif end and (not open_elements or open_elements.pop() != name):
            return -1
    return deepest if not open_elements else -1


def _tags(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([f"<{name}>", f"</{name}>"])


def _large(html: str) -> str:
    return html + "<br>" * FEW_TAGS


def test_a_small_document_is_left_alone() -> None:
    assert balanced("<p>a<div>b") == "<p>a<div>b"


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<blockquote>x",
        "<ul><li>",
        "<b title=1>",
        "<table><tr><td>",
        "<dl><dd>",
        "<div><table><tr><td></div></table>",
        "<p><b title=1></p>",
        "<a href=x><div>",
        "<svg><p>",
        "<h1><h2>",
    ],
)
def test_deep_documents_become_shallow(unit: str) -> None:
    html = balanced(unit * MANY + "the end")
    assert 0 <= _depth(html) <= MOST_DEPTH
    assert "the end" in html


@pytest.mark.parametrize("unit", ["<div>", "<b title=1>", "<x>", "<svg><div><x/>", "<div>x<span></div><div>"])
def test_deep_pages_become_shallow_and_keep_their_heads(unit: str) -> None:
    head = '<!doctype html><html><head><meta name="author" content="A. Writer"><title>Port</title></head><body>'
    page = shallow(head + unit * MANY + "the end")
    assert 400 <= _depth(page) <= MOST_DEPTH_OF_PAGE
    assert page.startswith(head)
    assert "the end" in page


@pytest.mark.parametrize(
    "unit", ["<p>x", "<ul><li>x<li>y</ul>", '<svg><path d="m"/><g><path/></g></svg>', "<input><br/>", "<div>x</div>"]
)
def test_pages_that_are_not_deep_are_left_alone(unit: str) -> None:
    page = f"<html><body>{unit * MANY}"
    assert shallow(page) == page


@given(st.lists(st.sampled_from(["a", "b", "p", "div", "li", "ul", "td", "tr", "table", "h1", "dd"]).flatmap(_tags)))
def test_every_element_is_ended(tags: list[str]) -> None:
    assert _depth(balanced(_large("x".join(tags)))) >= 0


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<p>a<div>b</div>", "<p>a</p><div>b</div>"),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>"),
        (
            "<table><tr><td>a<td>b<tr><td>c</table>d",
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d",
        ),
        ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
        ("<table><tr><td>a</div></td></tr></table>", "<table><tr><td>a</td></tr></table>"),
        ("<a name=b>c<a href=d>e</a>", "<a name=b>c</a><a href=d>e</a>"),
        ("<b><i>a</b>b</i>", "<b><i>a</i></b>b"),
        ("a</p></li>b", "ab"),
        ("<IMG SRC='a>b'>", "<img SRC='a>b'>"),
        ("<font>a</font><x-y>b</x-y>", "ab"),
        ("a<!-- <div> -->b<!-->c<!doctype x>d<?php e ?>f", "abcdf"),
        ("<script>'<div>'</script>a<style><p></style>b", "ab"),
        ("<title-bar>a</title-bar>b", "ab"),
        ("1 < 2 <3", "1 < 2 <3"),
        ("<p title='a<b'>c</p>", "<p>c</p>"),
    ],
)
def test_tags_are_ended_as_browsers_end_them(html: str, expected: str) -> None:
    assert balanced("<br>" * FEW_TAGS + html) == "<br>" * FEW_TAGS + expected


@pytest.mark.parametrize("end", ["<div", "<div title='", "<script>a", "<!-- a", "<!doctype"])
def test_what_is_never_ended_goes_to_the_end(end: str) -> None:
    assert balanced(_large("<p>a</p>") + end).startswith(_large("<p>a</p>"))


def test_long_texts_are_cut_but_not_within_character_references() -> None:
    text = "&nbsp;" * 10_000
    assert balanced(text) != text
    assert balanced(text).replace("<!---->", "") == text
    assert all(part.endswith(";") for part in balanced(text).split("<!---->") if part)
