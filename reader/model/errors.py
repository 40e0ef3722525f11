"""Errors that reach the user as one line. Each message says what happened and what to do next."""


class ReaderError(Exception):
    """An expected failure; `str(error)` is a terminal-safe sentence for the user."""


class UsageError(ReaderError):
    """The user asked for something that can't be meant: exit status 2."""


class DatabaseError(ReaderError):
    """The database can't be used as it is: corrupt, from a newer version, locked for good, or the disk is full."""
