"""Messages to the user on stderr."""

import sys


def complain(message: str) -> None:
    """Write one line about something that went wrong; it may quote what the user typed, but no password."""
    from reader.text.credentials import without_credentials
    from reader.text.safe import safe_line

    print(f"newsreader: {safe_line(without_credentials(message))}", file=sys.stderr)
