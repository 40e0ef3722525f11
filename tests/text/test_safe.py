import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.safe import (
    MOST_ADDRESS,
    MOST_MARKS,
    opens_in_browser,
    safe_line,
    safe_text,
    safe_url,
    without_controls,
)
from tests.text.hostile import SEQUENCES, is_forbidden, texts


@given(texts())
def test_nothing_forbidden_is_left(value: str) -> None:
    assert not any(map(is_forbidden, safe_text(value)))
    assert not any(map(is_forbidden, safe_line(value)))


@given(texts())
def test_safe_text_and_lines_stay_as_they_are(value: str) -> None:
    assert safe_text(safe_text(value)) == safe_text(value)
    assert safe_line(safe_line(value)) == safe_line(value)


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_printable_text_is_not_touched(value: str) -> None:
    assert safe_text(value) == value


@given(texts(), st.integers(1, 50))
def test_a_line_has_no_break_and_no_more_than_asked(value: str, most: int) -> None:
    line = safe_line(value, most)
    assert "\n" not in line
    assert line == line.strip()
    assert len(line) <= most


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_a_whole_sequence_leaves_nothing_behind(sequence: str) -> None:
    assert safe_text(f"before{sequence}after") == "beforeafter"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("\x1b]52;c;never ended", "52;c;never ended"),
        ("\x1b[31", "31"),
        ("lonely \x1b", "lonely "),
        ("nul\0 del\x7f bell\a", "nul del bell"),
        (
            "one\r\ntwo\rthree\x85four\u2028five\u2029six\vseven\feight",
            "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight",
        ),
        ("a\tb", "a    b"),
        ("  kept   spaces ", "  kept   spaces "),
        ("\u202egpj.exe\u2066x\u2069\u200e\u200f\u061c", "gpj.exex"),
        ("\ufeffshy\u00ad and zero\u200bwidth", "shy and zerowidth"),
        ("\ud800lone\udfff \ufdd0\uffff\U0010fffe", "lone "),
        ("\U0001f3f4\U000e0067\U000e007f flag, \ufff9note\ufffb", "\U0001f3f4 flag, note"),
        ("[/] [@click=app.quit]x[/] [link=y]", "[/] [@click=app.quit]x[/] [link=y]"),
        ("میخواهم می\u200cخواهم", "میخواهم می\u200cخواهم"),
        ("👩\u200d👩\u200d👧\u200d👦 👨🏿\u200d🚀 ❤️", "👩\u200d👩\u200d👧\u200d👦 👨🏿\u200d🚀 ❤️"),
        ("हिन्दी क्\u200dष", "हिन्दी क्\u200dष"),
    ],
)
def test_text_keeps_its_lines_and_loses_what_is_dangerous(value: str, expected: str) -> None:
    assert safe_text(value) == expected


def test_a_line_folds_white_space() -> None:
    assert safe_line("\n  Two\u00a0words\t on\r\n\r\none\u2028line ") == "Two words on one line"


def test_a_long_line_ends_in_an_ellipsis() -> None:
    assert safe_line("a" * 1000) == "a" * 1000
    assert safe_line("a" * 1001) == "a" * 999 + "…"
    assert safe_line("one two three", 9) == "one two…"


def test_stacked_marks_are_capped_on_each_letter() -> None:
    assert (
        safe_text("Z" + "\u0317" * 400 + "algo" + "\u0489" * 9) == "Z" + "\u0317" * MOST_MARKS + "algo" + "\u0489" * 6
    )


def test_marks_that_a_script_needs_are_kept() -> None:
    for text in ("ṩ̂̄ ệ", "בְּרֵאשִׁ֖ית", "ཨོཾ་མ་ཎི་པདྨེ", "ที่สุด", "ᾳ̣̈́̄"):
        assert safe_text(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/a/b?c=d&e=f#g",
        "http://127.0.0.1:8970/feed.xml",
        "http://[::1]:80/",
        "https://user:word@example.org/",
        "https://例え.jp/",
        "mailto:writer@example.org?subject=Hello%20there",
        "HTTPS://EXAMPLE.ORG/%7Epath",
        "https://example.org/100%25",
    ],
)
def test_good_addresses_are_let_through(address: str) -> None:
    assert safe_url(address) == address
    assert opens_in_browser(address)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("  https://example.org/\n", "https://example.org/"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/line\nbreak", "https://example.org/linebreak"),
        ('https://example.org/"<>\\', "https://example.org/%22%3C%3E%5C"),
        ("https://example.org/日本?q=é#ü", "https://example.org/%E6%97%A5%E6%9C%AC?q=%C3%A9#%C3%BC"),
        ("https://example.org/\u202egpj.exe", "https://example.org/%E2%80%AEgpj.exe"),
    ],
)
def test_addresses_are_percent_encoded(address: str, expected: str) -> None:
    assert safe_url(address) == expected
    assert not opens_in_browser(address)
    assert opens_in_browser(expected)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "-oProxyCommand=x",
        "--flag",
        "example.org",
        "//example.org/",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "vbscript:x",
        "http://",
        "http:///path",
        "http://./",
        "https:example.org",
        "http:\\\\evil.example",
        "https://good.example\\@evil.example/",
        "https://evil.example\uff0fpath",
        "https://ex ample.org/",
        "https://ex%61mple.org/",
        "https://exa\u200bmple.org/",
        "https://\u202eexample.org/",
        "https://example.org:99999/",
        "https://example.org:port/",
        "http://[::1",
        "http://[::1%25eth0]/",
        "https://example.org/\x1b[31m",
        "https://example.org/\x9b",
        "https://example.org/\ud800",
        "https://example.org/\0",
        "mailto:",
        "mailto:?subject=x",
        "mailto:nobody",
        "mailto://example.org/a@b",
        "https://example.org/" + "a" * MOST_ADDRESS,
        "https://example.org/" + "é" * 3000,
    ],
)
def test_bad_addresses_are_refused(address: str) -> None:
    assert safe_url(address) is None
    assert not opens_in_browser(address)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../c", "https://example.org/c"),
        ("?q", "https://example.org/a/b?q"),
        ("#note", "https://example.org/a/b#note"),
        ("//other.example/x", "https://other.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("http://other.example/", "http://other.example/"),
        ("\\\\evil.example/x", "https://example.org/a/%5C%5Cevil.example/x"),
        ("javascript:alert(1)", None),
        ("-flag", "https://example.org/a/-flag"),
    ],
)
def test_addresses_are_resolved_against_the_base(address: str, expected: str | None) -> None:
    assert safe_url(address, "https://example.org/a/b") == expected


def test_a_base_that_is_not_on_the_web_makes_no_address() -> None:
    assert safe_url("page.html", "file:///home/feed.xml") is None
    assert safe_url("page.html", "http://[bad") is None


@given(
    texts(), st.sampled_from(["", "http://", "https://example.org/", "https://example.org/?", "mailto:a@b.example?"])
)
def test_what_is_let_through_is_an_address_in_one_form(value: str, start: str) -> None:
    url = safe_url(start + value)
    if url is not None:
        assert url.lower().startswith(("http://", "https://", "mailto:"))
        assert not any(map(is_forbidden, url))
        assert not any(map(str.isspace, url))
        assert safe_url(url) == url


@given(texts())
def test_without_controls_nothing_is_left_but_stacked_marks(text: str) -> None:
    plain = without_controls(text)
    assert not any(map(is_forbidden, plain))
    assert safe_text(plain) == safe_text(text)
