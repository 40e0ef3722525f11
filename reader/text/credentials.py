"""User names and passwords in addresses, which no message may show."""

import re

_CREDENTIALS = re.compile(r"(?<=//)(?:[^/]*|[^\s/@:]+:\S*)@|(?<!\S)[^\s/@:]+:[^\s/@]*@")
"""Of "https://user:password@host", also if the password should have been escaped, and of "user:password@host"."""


def without_credentials(text: str) -> str:
    """Take what may be a user name or a password out of the addresses in a text, rather too much than too little."""
    return _CREDENTIALS.sub("", text)
