"""Messages to the user on stderr."""

import sys


def complain(message: str) -> None:
    """Write one line about something that went wrong."""
    from reader.text.safe import safe_line

    print(f"newsreader: {safe_line(message)}", file=sys.stderr)
