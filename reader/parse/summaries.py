"""The first words of a text."""

from reader.text.safe import safe_line

SUMMARY_CHARACTERS = 300
TITLE_CHARACTERS = 80


def summarise(text: str) -> str | None:
    """Give the beginning of plain text as one paragraph, cut at a word; None if there is no text."""
    return _cut(text, SUMMARY_CHARACTERS) or None


def first_words(text: str) -> str:
    """Give the beginning of plain text as a title for what has none: its first line, cut at a word."""
    return _cut(text.strip().partition("\n")[0], TITLE_CHARACTERS)


def _cut(text: str, most: int) -> str:
    line = " ".join(text[: 2 * most].split())
    if len(line) <= most < len(text):  # much of it is white space
        line = " ".join(text[: 4 * most].split())
    if len(line) > most:
        words = line[:most].rpartition(" ")[0] or line[: most - 1]
        line = f"{words.rstrip(' ,;:–—-')}…"
    return safe_line(line)
