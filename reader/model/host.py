"""Servers that many feeds may be on, and what is remembered of how they want to be asked."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HostMemory:
    """How a host wants to be asked."""

    spacing: float = 0.0
    """Seconds between two requests; 0 for a host that never complained."""
    wait_until: datetime | None = None
    """It asked to be left alone until then."""
