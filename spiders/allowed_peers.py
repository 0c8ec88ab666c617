"""Which machine may answer for a source? One on the public internet, unless its own address says otherwise."""

import ipaddress
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def intruder(host: str, peer: str) -> bool:
    """Return whether `peer`, the IP address that a host's name was resolved to, must not be asked.

    A host given as an address, or as localhost, was so configured by the user and is what it says. Any other name is
    taken for a public one: whoever rules its DNS could else lead us to a machine behind the user's own firewall.
    """
    if _address(host):
        return False
    found = _address(peer)
    if found is None:
        return True
    return not (found.is_loopback if is_local(host) else _public(found))


def is_local(host: str) -> bool:
    """Return whether a name can only mean this machine."""
    return host.rstrip(".").lower() == "localhost" or host.rstrip(".").lower().endswith(".localhost")


def proxied(url: str) -> bool:
    """Return whether the environment sends requests for an address through a proxy, which then resolves the name."""
    parts = urlsplit(url)
    return parts.scheme in getproxies() and not proxy_bypass(parts.hostname or "")


def _address(said: str) -> IPv4Address | IPv6Address | None:
    try:
        return ipaddress.ip_address(said.strip("[]").partition("%")[0])
    except ValueError:
        return None


def _public(found: IPv4Address | IPv6Address) -> bool:
    """Return whether an address is one of the public internet, and an IPv6 one holds no private IPv4 one."""
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in _NAT64:
            inner = IPv4Address(int(found) & 0xFFFFFFFF)
        if inner:
            return _public(inner)
    return found.is_global and not found.is_multicast
