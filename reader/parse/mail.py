"""Mails kept as text: their header says title, author and date."""

import re
from collections.abc import Mapping

from reader.parse.bylines import Credits
from reader.parse.dates import read_date

_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{1,30}):[ \t]*(.*(?:\n[ \t]+\S.*)*)(?:\n|$)")
_MOST_FIELDS = 100
_ADDRESS = re.compile(r"\s*<[^<>]*>|\s*\([^()]*\)$")


def read_mail_header(text: str) -> tuple[str, Credits] | None:
    """Give subject, author and date of a text that begins with a mail's header (RFC 5322, section 2.2); else None."""
    fields = _fields_of(text.lstrip("\n"))
    if not fields.get("subject") or not fields.get("from"):
        return None
    author = _ADDRESS.sub("", fields["from"]).strip('" ')
    return fields["subject"], Credits(author or None, read_date(fields.get("date", "")))


def _fields_of(text: str) -> Mapping[str, str]:
    fields: dict[str, str] = {}
    start = 0
    for _ in range(_MOST_FIELDS):
        field = _FIELD.match(text, start)
        if field is None:
            break
        fields.setdefault(field[1].lower(), " ".join(field[2].split()))
        start = field.end()
    return fields
