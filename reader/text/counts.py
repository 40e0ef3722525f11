"""Numbers of things, in words."""


def counted(number: int, what: str) -> str:
    """Name a number of things: "1 feed", "3 feeds"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
