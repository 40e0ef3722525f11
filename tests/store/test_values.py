import sqlite3
import zlib

import pytest

from reader.store.values import pack, unpack

TEXTS = ("", "<p>Calm.</p>", "Ærø \ud800 ☂ " * 500)


@pytest.mark.parametrize("text", TEXTS)
def test_a_body_is_the_same_when_it_is_turned_back(text: str) -> None:
    assert unpack(pack(text)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_bodies_of_former_versions_can_be_read(text: str) -> None:
    assert unpack(zlib.compress(text.encode(errors="surrogatepass"))) == text


@pytest.mark.parametrize(
    "body", [b"", b"calm", pack("Calm and calm and calm.")[:-3], pack("Calm.")[:4] + b"calm", pack("")[:-1], b"x\x9c"]
)
def test_a_damaged_body_is_told_as_damage(body: bytes) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="the body of an article"):
        unpack(body)
