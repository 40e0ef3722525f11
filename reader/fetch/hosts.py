"""How often a host is asked: a few requests at a time, and further apart where it wishes so.

A host complains with 429 (RFC 6585, section 4) or 503, perhaps with a Retry-After (RFC 9110, section 10.2.3).
"""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from time import monotonic

from reader.model.host import HostMemory

CONNECTIONS = 4
"""Requests to one host at a time."""
STRICT = {"reddit.com": 6.0}
"""Hosts that are known to count requests, with the seconds they want between two: Reddit allows ten a minute."""
FIRST_SPACING, MOST_SPACING = 1.0, 30.0
"""Seconds between requests after the first complaint; each further one doubles them."""
LEAST_WAIT, MOST_WAIT = 60.0, 24 * 3600.0
"""Seconds that a host is left alone after a complaint, whatever it says."""


class Host:
    """One host during a refresh, with what is remembered of it."""

    def __init__(self, name: str, memory: HostMemory | None = None) -> None:
        self.name = name
        self._memory = memory or HostMemory()
        self._least = least_spacing(name)
        self._free_at = 0.0
        self._asked = False
        self._complained = False

    @property
    def spacing(self) -> float:
        """Seconds between two requests."""
        return max(self._memory.spacing, self._least)

    @property
    def lanes(self) -> int:
        """How many requests may be on their way at a time."""
        return 1 if self.spacing else CONNECTIONS

    @property
    def memory(self) -> HostMemory:
        """What is to be remembered: a host that was asked and did not complain is trusted with more the next time."""
        if self._complained or not self._asked or not self._memory.spacing:
            return self._memory
        spacing = self._memory.spacing / 2
        return HostMemory(spacing if spacing >= FIRST_SPACING / 2 else 0.0)

    def wait_until(self, now: datetime) -> datetime | None:
        """Give the time until which the host must not be asked; None if it may be."""
        until = self._memory.wait_until
        return until if until is not None and until > now else None

    async def turn(self) -> None:
        """Wait until the host may be asked once more, as it is to be then."""
        self._asked = True
        if self.spacing:
            pause = self._free_at - monotonic()
            self._free_at = max(self._free_at, monotonic()) + self.spacing
            await asyncio.sleep(pause)

    def wish(self, until: datetime) -> str:
        """Tell the user what the host asks for, as a terminal-safe sentence without its end."""
        return f"{self.name}: the server asks to be left alone until {until.astimezone():%H:%M}"

    def complain(self, retry_after: float | None, now: datetime) -> datetime:
        """Note that the host complained and wants `retry_after` seconds of peace; give the time they are over."""
        until = now + timedelta(seconds=min(max(retry_after or 0.0, LEAST_WAIT), MOST_WAIT))
        spacing = self._memory.spacing
        if waits_until := self.wait_until(now):
            until = max(until, waits_until)  # another of several requests that were on their way together
        else:
            spacing = min(max(FIRST_SPACING, 2 * spacing), MOST_SPACING)
        self._complained = True
        self._memory = HostMemory(spacing, until)
        return until


class Hosts:
    """The hosts of a refresh, or of a search for feeds, by name."""

    def __init__(self, memories: Mapping[str, HostMemory]) -> None:
        self._memories = memories
        self._hosts: dict[str, Host] = {}

    def host(self, name: str) -> Host:
        """Give a host, always the same for a name."""
        if name not in self._hosts:
            self._hosts[name] = Host(name, self._memories.get(name))
        return self._hosts[name]

    def changes(self) -> dict[str, HostMemory]:
        """Give what is to be remembered otherwise than before."""
        now = {name: host.memory for name, host in self._hosts.items()}
        return {name: memory for name, memory in now.items() if memory != self._memories.get(name, HostMemory())}


def least_spacing(name: str) -> float:
    """Give the seconds between two requests that a host is known to want; its subdomains want them too."""
    return next((seconds for host, seconds in STRICT.items() if name == host or name.endswith(f".{host}")), 0.0)
