"""Where a web address is: out in the world, or on this machine or its network."""

from urllib.parse import urlsplit

_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def is_local(address: str) -> bool:
    """Tell whether an address names this machine or its network by what it is: a special name or number."""
    from ipaddress import ip_address

    host = (urlsplit(address).hostname or "").rstrip(".")
    try:
        return not ip_address(host).is_global
    except ValueError:
        is_number = host.rpartition(".")[2][:1].isdigit()  # 127.1 and 0x7f.1 are addresses too
        return "." not in host or is_number or host.endswith(_LOCAL_NAMES)
