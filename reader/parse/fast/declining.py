"""How the fast lane leaves a feed to the universal one."""


class Declined(Exception):  # noqa: N818
    """Raised where a feed holds something that the fast lane would have to guess about."""
