"""The one door between bodies as their sources wrote them and all that shows them.

A body is made safe when it is read and not when it arrives: most are never read, what was unsafe about one is mended
for all that are held as soon as it is known, and bodies that came into the database by another way pass here as well.
"""

from reader.model.body import RawBody
from reader.text.html import clean_html, plain_to_html


def safe_html(body: RawBody) -> str:
    """Give a body as safe HTML, as `clean_html` does; its links are absolute."""
    return clean_html(body.written, body.base).strip() if body.is_html else plain_to_html(body.written)
