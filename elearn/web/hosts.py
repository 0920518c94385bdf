"""By which names this site may be called; who comes by another name gets 400."""

import contextlib
import ipaddress
import socket
import struct
import sys
import time
from urllib.parse import urlsplit

from flask import Flask, abort, request

from elearn.settings import Settings

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
ALL_IPV4 = "0.0.0.0"  # noqa: S104 - a word in the settings; nothing is bound here
EVERYWHERE = frozenset({ALL_IPV4, "::"})
FRESH = 10.0  # seconds between looks at the machine's own addresses

_SIOCGIFADDR = 0x8915  # linux/sockios.h


def install(app: Flask, settings: Settings) -> None:
    """Answer 400 to a request whose Host is none of ours."""
    hosts = Hosts(settings)

    @app.before_request
    def refuse_other_hosts() -> None:
        if not hosts.trusts(request.environ.get("HTTP_HOST", "")):
            abort(400)


class Hosts:
    """The names of this site; on a hub's network its addresses too, which may change under way."""

    def __init__(self, settings: Settings) -> None:
        """Trust loopback, what the operator named, and the machine itself if all may reach it."""
        named = (settings.host, urlsplit(settings.url).hostname or "", *settings.trusted_hosts)
        self._named = LOOPBACK | {_bracketed(name.lower()) for name in named if name}
        self._named -= EVERYWHERE | {"[::]"}
        self._open = settings.host in EVERYWHERE
        self._machine = machine_names() if self._open else frozenset()
        self._looked = time.monotonic()

    def trusts(self, host: str) -> bool:
        """Whether `host` (a Host header, with or without a port) is a name of this site."""
        name = _without_port(host.lower())
        return name in self._named or (self._open and self._is_machine(name))

    def _is_machine(self, name: str) -> bool:
        if name not in self._machine and time.monotonic() - self._looked > FRESH:
            self._looked = time.monotonic()
            self._machine = machine_names()  # the router may have given another address meanwhile
        return name in self._machine


def machine_names() -> frozenset[str]:
    """Return this machine's name, plain and as `.local`, and its network addresses."""
    name = socket.gethostname().lower().removesuffix(".local")
    return frozenset({name, f"{name}.local", *lan_addresses()})


def lan_addresses() -> tuple[str, ...]:
    """Return the IPv4 addresses that other machines reach this one by, loopback left out."""
    found = _interface_addresses() if sys.platform == "linux" else _resolved_addresses()
    return tuple(a for a in dict.fromkeys(found) if not ipaddress.ip_address(a).is_loopback)


def _interface_addresses() -> list[str]:
    import fcntl

    addresses = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, interface in socket.if_nameindex():
            question = struct.pack("256s", interface.encode()[:15])
            with contextlib.suppress(OSError):  # an interface without an IPv4 address
                answer = fcntl.ioctl(asking.fileno(), _SIOCGIFADDR, question)
                addresses.append(socket.inet_ntoa(answer[20:24]))
    return addresses


def _resolved_addresses() -> list[str]:
    try:
        known = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return []
    return [str(entry[4][0]) for entry in known]


def _bracketed(name: str) -> str:
    return f"[{name}]" if ":" in name and not name.startswith("[") else name


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]
