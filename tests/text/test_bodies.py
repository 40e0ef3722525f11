import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.model.body import RawBody
from reader.text.bodies import safe_html
from reader.text.html import clean_html
from tests.text.hostile import documents, is_forbidden, texts

PACKAGE = Path(reader.__file__).parent
LOOK_INTO_BODIES = {
    "library/preparing.py": "hashes it",
    "parse/entries.py": "makes a title of its beginning, by way of `stripped_text`",
    "store/articles.py": "holds it",
    "text/bodies.py": "makes it safe",
    "text/stripping.py": "takes the text out of it",
}


@given(documents(), st.booleans(), st.none() | texts() | st.sampled_from(("https://a.example/b", "javascript:x")))
def test_a_body_is_safe_whatever_it_holds(written: str, is_html: bool, base: str | None) -> None:
    html = safe_html(RawBody(written, is_html, base))
    assert not any(map(is_forbidden, html))
    assert 'href="javascript:' not in html
    assert not any(f"<{name}" in html for name in ("script", "style", "iframe", "svg", "math", "template"))


@given(documents())
def test_a_body_that_was_made_safe_once_stays_as_it_is(html: str) -> None:
    safe = clean_html(html, "https://example.org/").strip()
    assert safe_html(RawBody(safe)) == safe


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (
            RawBody("<p>a <a href='b'>b</a><script>c</script>", base="https://a.example/d/"),
            '<p>a <a href="https://a.example/d/b">b</a></p>',
        ),
        (RawBody("<p>a <a href='b'>b</a>"), "<p>a <a>b</a></p>"),
        (RawBody("a <b> & c\n\nd", is_html=False), "<p>a &lt;b&gt; &amp; c</p>\n<p>d</p>"),
        (RawBody(""), ""),
    ],
)
def test_a_body_is_read_as_what_it_is(body: RawBody, html: str) -> None:
    assert safe_html(body) == html


def test_a_body_shows_nothing_of_itself() -> None:
    assert "secret" not in f"{RawBody('secret')} {RawBody('secret')!r}"


def test_no_other_module_looks_into_a_body() -> None:
    modules = {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text()) for path in PACKAGE.rglob("*.py")}
    looking = {
        name
        for name, module in modules.items()
        if any(
            isinstance(node, ast.Attribute) and ast.unparse(node).endswith("body.written") for node in ast.walk(module)
        )
    }
    assert looking == set(LOOK_INTO_BODIES)
