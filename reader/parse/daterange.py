"""The time that an article can be of."""

from datetime import datetime

EARLIEST_YEAR = 1990
"""No article on the web is older; an earlier date is a mistake of the publisher or one that the text speaks of."""
LATEST_YEAR = 2100


def plausible(at: datetime | None) -> datetime | None:
    """Give `at` if an article can be of that date."""
    return at if at is not None and EARLIEST_YEAR <= at.year <= LATEST_YEAR else None
