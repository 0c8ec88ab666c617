"""Which addresses may stand in a register: those that everybody can reach, and no disguised private ones?"""

import ipaddress
import re
from urllib.parse import urlsplit

from monitor.model.cleaning import safe_link

_INDOORS = (".local", ".internal", ".localhost", ".home", ".lan", ".intranet", ".corp", ".home.arpa")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")


def public(url: str) -> str:
    """Return an address, cleaned; raise ValueError where not everybody can reach it."""
    link = safe_link(url)
    if link is None or not _sound(link):
        raise ValueError("this is not an http or https address")
    host = (urlsplit(link).hostname or "").rstrip(".")
    try:
        private = not ipaddress.ip_address(host).is_global
    except ValueError:
        private = "." not in host or host.endswith(_INDOORS) or _disguised(host)
    if private:
        raise ValueError("only addresses that everybody can reach may stand in a register")
    return link


def _sound(link: str) -> bool:
    """Return whether an address has a port that can be, and no user or password in it."""
    try:
        return urlsplit(link).port != 0 and "@" not in urlsplit(link).netloc
    except ValueError:
        return False


def _disguised(host: str) -> bool:
    """Return whether a host is an IPv4 address in another notation: systems read 127.1 and 0x7f.1 as 127.0.0.1."""
    return bool(_NUMBER.fullmatch(host.rsplit(".", 1)[-1]))
