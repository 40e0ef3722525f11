from datetime import UTC, datetime

import pytest

from reader.parse.bylines import Credits
from reader.parse.mail import read_mail_header
from reader.parse.plaintext import read_plain_text
from reader.text.html import text_of

MAIL = """From: "Ada Field" <ada@post.example>
To: Bob Stone <bob@post.example>
Date: Fri, 9 Jul 2021 14:05:00 +0200
Subject: The pump
 hums

By Tuesday, please.

Share this
"""


def test_a_header_gives_subject_author_and_date() -> None:
    read = Credits("Ada Field", datetime(2021, 7, 9, 12, 5, tzinfo=UTC))
    assert read_mail_header(MAIL) == ("The pump hums", read)


@pytest.mark.parametrize("sender", ["ada@post.example", "ada@post.example (Ada Field)"])
def test_a_sender_without_a_name_is_an_address(sender: str) -> None:
    read = read_mail_header(f"From: {sender}\nSubject: The pump\n\nHi")
    assert read == ("The pump", Credits("ada@post.example"))


@pytest.mark.parametrize("text", ["", "Subject: x", "From: x", "Subject:\nFrom: x", "Hi\nSubject: x\nFrom: y"])
def test_other_texts_have_no_header(text: str) -> None:
    assert read_mail_header(text) is None


def test_a_mail_keeps_all_its_text() -> None:
    page = read_plain_text(MAIL)
    assert page.title == "The pump hums"
    assert text_of(page.html).split() == MAIL.split()
