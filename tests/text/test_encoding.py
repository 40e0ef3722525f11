from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.encoding import decode, undoubled

RUSSIAN = "Президент заявил вчера, что новости о переговорах не соответствуют действительности."
JAPANESE = "首相は昨日、政府が来週新しい提案を検討すると発表した。カタカナも。"
FRENCH = "Le président a été reçu à Paris ; « ça marche » déjà, où que vous soyez."


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0")),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
    st.sampled_from([None, "iso-8859-1", "no such thing"]),
)
def test_a_byte_order_mark_goes_before_all_else(text: str, encoding: str, declared: str | None) -> None:
    assert decode(text.encode(encoding), declared) == text


@given(st.text(), st.sampled_from([None, "utf-8", "UTF-8", "utf8", "iso-8859-1", "us-ascii", "x-unknown"]))
def test_utf_8_is_read_whatever_servers_say_by_default(text: str, declared: str | None) -> None:
    body = text.encode()
    if not body.startswith((b"\xef\xbb\xbf", b"<\0", b"\0<", b"\0\0\0<")):
        assert decode(body, declared) == text


@given(st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]), st.text("abcдж漢"))
def test_wide_markup_needs_no_mark(encoding: str, text: str) -> None:
    markup = f"<title>{text}</title>"
    assert decode(markup.encode(encoding)) == markup


@given(st.binary() | st.binary().map(b"<?xml version='1.0' encoding='shift_jis'?>".__add__), st.text() | st.none())
def test_any_bytes_become_text(body: bytes, declared: str | None) -> None:
    assert isinstance(decode(body, declared), str)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("KOI8-R", "koi8-r"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("EUC-JP", "euc-jp"),
        ("ISO-2022-JP", "iso2022_jp"),
        ("gb2312", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("big5", "big5hkscs"),
        ("TIS-620", "cp874"),
    ],
)
def test_a_declared_encoding_is_used(name: str, encoding: str) -> None:
    text = (JAPANESE + RUSSIAN + "ก 한").encode(encoding, "ignore").decode(encoding)
    for head in ("", f'<?xml version="1.0" encoding="{name}"?>', f"<meta charset={name}>"):
        assert decode((head + text).encode(encoding), name) == head + text
        assert not head or decode((head + text).encode(encoding)) == head + text


def test_the_web_means_windows_1252_by_latin_1() -> None:
    assert decode("“€ – naïve”".encode("cp1252"), "ISO-8859-1") == "“€ – naïve”"
    assert decode("“€ – naïve”".encode("cp1252"), "us-ascii") == "“€ – naïve”"


def test_the_header_goes_before_the_document() -> None:
    head = '<?xml version="1.0" encoding="koi8-r"?>'
    assert decode((head + RUSSIAN).encode("cp1251"), "windows-1251") == head + RUSSIAN


@pytest.mark.parametrize("declared", ["unicode_escape", "utf-7", "rot13", "hex", "idna", "a\0b", "\ud800", "", "../x"])
def test_a_name_that_is_no_encoding_is_ignored(declared: str) -> None:
    assert decode(b"a\\q +ADw- \xc3\xa9", declared) == "a\\q +ADw- é"


def test_a_wide_encoding_declared_in_plain_bytes_is_not_believed() -> None:
    body = '<?xml version="1.0" encoding="utf-16"?><title>é</title>'
    assert decode(body.encode()) == body
    assert decode("\nplain é".encode("utf-16-le"), "utf-16le") == "\nplain é"


def test_a_wrong_declaration_yields_to_utf_8() -> None:
    assert decode(JAPANESE.encode(), "shift_jis") == JAPANESE


def test_a_wrong_declaration_yields_to_a_guess() -> None:
    body = f'<?xml version="1.0" encoding="utf-8"?><title>{RUSSIAN}</title>'
    assert decode(body.encode("cp1251")) == body


@pytest.mark.parametrize(("encoding", "text"), [("utf-8", RUSSIAN), ("euc-jp", JAPANESE), ("cp932", JAPANESE)])
def test_one_broken_character_does_not_spoil_the_rest(encoding: str, text: str) -> None:
    decoded = decode((text * 3).encode(encoding) + b"\xff", encoding)
    assert decoded.startswith(text * 3)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("cp1252", FRENCH),
        ("cp1252", "För att köpa ägg åkte vi på morgonen till Göteborg."),
        ("cp1252", "A situação não está boa, então haverá manifestações amanhã."),
        ("cp1250", "Zażółć gęślą jaźń, w Szczebrzeszynie chrząszcz brzmi w trzcinie."),
        ("cp1253", "Ο πρωθυπουργός δήλωσε χθες ότι η κυβέρνηση θα εξετάσει τις προτάσεις."),
        ("cp1255", "ראש הממשלה הודיע אתמול כי הממשלה תדון בהצעה החדשה בשבוע הבא."),
        ("cp1256", "أعلن رئيس الوزراء أمس أن الحكومة ستناقش الاقتراح الجديد الأسبوع المقبل."),
        ("cp874", "นายกรัฐมนตรีแถลงเมื่อวานนี้ว่ารัฐบาลจะพิจารณาข้อเสนอใหม่"),
        ("cp932", JAPANESE),
        ("euc-jp", JAPANESE),
        ("gb18030", "总理昨天宣布，政府下周将讨论新的提案。北京今天天气晴朗。"),
        ("big5", "總理昨天宣布，政府下週將討論新的提案。台北今天天氣晴朗。"),
        ("cp949", "총리는 어제 정부가 다음 주에 새로운 제안을 논의할 것이라고 발표했다."),
    ],
)
@pytest.mark.parametrize("times", [1, 600])
def test_an_undeclared_encoding_is_guessed(encoding: str, text: str, times: int) -> None:
    markup = f"<item><title>News</title><p>{text}</p></item>\n" * times
    assert decode(markup.encode(encoding)) == markup


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("big5", "big5"),
        ("eucjp", "euc-jp"),
        ("euckr", "cp949"),
        ("gb2312", "gb18030"),
        ("koi8r", "koi8-r"),
        ("shiftjis", "cp932"),
        ("tis620", "cp874"),
        ("windows1255", "cp1255"),
    ],
)
def test_feeds_without_a_declaration_come_out_right(shared: Path, name: str, encoding: str) -> None:
    body = (shared / f"corpus/kurtmckee-feedparser/chardet-{name}.xml").read_bytes()
    assert decode(body) == body.decode(encoding)


def test_declared_feeds_have_no_broken_character(shared: Path) -> None:
    feeds = [*(shared / "corpus").glob("*/*encoding*"), *(shared / "corpus").glob("*/*8859*")]
    broken = {feed.name for feed in feeds if "\ufffd" in decode(feed.read_bytes())}
    assert len(feeds) > 15
    assert broken == {"encoding-bozo_invalid-bytes-with-bom.xml"}


@pytest.mark.parametrize("text", [RUSSIAN, JAPANESE, FRENCH, "it’s “so” — 5 €", "ok"])
def test_text_that_was_encoded_twice_is_decoded_twice(text: str) -> None:
    taken_for_windows = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    assert undoubled(taken_for_windows) == text
    assert undoubled(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize("text", [RUSSIAN, JAPANESE, FRENCH, "Ã is a letter", "naïve", "Â", "\x81", "\ud800", ""])
def test_text_that_was_encoded_once_stays(text: str) -> None:
    assert undoubled(text) == text


@pytest.mark.parametrize("text", ["A line\nof text", "Kräne", "Zażółć gęślą jaźń, powiedział stary rybak na molo."])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_of_latin_letters_needs_no_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text
