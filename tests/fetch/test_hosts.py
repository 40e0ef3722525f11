from datetime import UTC, datetime, timedelta

import pytest

from reader.fetch.hosts import CONNECTIONS, FIRST_SPACING, LEAST_WAIT, MOST_SPACING, MOST_WAIT, Host, Hosts
from reader.model.host import HostMemory

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


async def asked(memory: HostMemory) -> Host:
    """Give a host that was asked once."""
    host = Host("news.example", memory)
    await host.turn()
    return host


def test_a_host_that_never_complained_has_a_few_lanes_and_no_pauses() -> None:
    host = Host("news.example")
    assert (host.lanes, host.spacing, host.wait_until(NOW)) == (CONNECTIONS, 0, None)
    assert host.memory == HostMemory()


@pytest.mark.parametrize(("name", "strict"), [("reddit.com", True), ("old.reddit.com", True), ("notreddit.com", False)])
def test_strict_hosts_are_asked_one_at_a_time_with_pauses(name: str, strict: bool) -> None:
    host = Host(name)
    assert (host.lanes == 1, host.spacing > 0) == (strict, strict)
    assert host.memory == HostMemory()


@pytest.mark.parametrize(("asked", "seconds"), [(None, LEAST_WAIT), (1, LEAST_WAIT), (600, 600), (10**9, MOST_WAIT)])
def test_a_host_that_complains_is_left_alone_within_bounds(asked: float | None, seconds: float) -> None:
    host = Host("news.example")
    until = host.complain(asked, NOW)
    assert until == NOW + timedelta(seconds=seconds)
    assert host.wait_until(NOW) == until
    assert host.wait_until(until) is None
    assert host.memory == HostMemory(FIRST_SPACING, until)


async def test_pauses_grow_with_complaints_and_shrink_without() -> None:
    host = Host("news.example", HostMemory(4.0))
    host.complain(None, NOW)
    assert host.spacing == 8
    assert Host("news.example", HostMemory(MOST_SPACING)).complain(None, NOW)
    assert (await asked(HostMemory(4.0))).memory == HostMemory(2.0)
    assert (await asked(HostMemory(FIRST_SPACING / 2))).memory == HostMemory()


def test_a_host_that_is_not_asked_is_remembered_as_it_was() -> None:
    memory = HostMemory(4.0, NOW + timedelta(hours=1))
    assert Host("news.example", memory).memory == memory


def test_complaints_of_requests_that_went_together_count_once() -> None:
    host = Host("news.example")
    until = host.complain(600, NOW)
    assert host.complain(None, NOW) == until
    assert host.spacing == FIRST_SPACING


async def test_only_what_changed_is_to_be_remembered() -> None:
    hosts = Hosts({"slow.example": HostMemory(1.0), "other.example": HostMemory(2.0)})
    hosts.host("new.example")
    hosts.host("angry.example").complain(None, NOW)
    assert hosts.host("slow.example") is hosts.host("slow.example")
    await hosts.host("slow.example").turn()
    assert hosts.changes() == {
        "slow.example": HostMemory(0.5),
        "angry.example": HostMemory(FIRST_SPACING, NOW + timedelta(seconds=LEAST_WAIT)),
    }


async def test_turns_keep_their_distance(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr("reader.fetch.hosts.asyncio.sleep", sleep)
    monkeypatch.setattr("reader.fetch.hosts.monotonic", lambda: 100.0)
    host = Host("news.example", HostMemory(2.0))
    for _ in range(3):
        await host.turn()
    assert pauses == [-100.0, 2.0, 4.0]
