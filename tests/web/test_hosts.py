"""The names by which the site may be called."""

import socket

import pytest

from elearn.settings import Settings
from elearn.web import hosts
from elearn.web.hosts import Hosts
from tests.web.tiny import tiny


@pytest.mark.parametrize("host", [
    "localhost", "127.0.0.1:8000", "[::1]", "[::1]:8000", "LOCALHOST",
])
def test_loopback_is_always_trusted(host: str) -> None:
    assert Hosts(Settings()).trusts(host)


@pytest.mark.parametrize("host", [
    "", "evil.example", "127.0.0.1.evil.example", "localhost.evil.example",
    "10.9.8.7", hosts.ALL_IPV4, "[::]", "[",
])
def test_other_names_are_not(host: str) -> None:
    assert not Hosts(Settings()).trusts(host)


def test_what_the_operator_names_is_trusted() -> None:
    known = Hosts(Settings(url="https://Belajar.contoh.id", trusted_hosts=("hub.lan",)))
    assert known.trusts("belajar.contoh.id")
    assert known.trusts("hub.lan:8000")


def test_a_hub_that_all_may_reach_knows_its_own_addresses_and_name() -> None:
    known = Hosts(Settings(host=hosts.ALL_IPV4))
    assert all(known.trusts(f"{address}:8000") for address in hosts.lan_addresses())
    assert known.trusts(f"{socket.gethostname()}.local")
    assert not known.trusts("evil.example")


def test_a_hub_on_one_address_is_called_by_that() -> None:
    assert Hosts(Settings(host="192.0.2.7")).trusts("192.0.2.7:8000")
    assert not Hosts(Settings(host="192.0.2.7")).trusts("192.0.2.8:8000")


def test_a_page_under_a_foreign_name_is_refused() -> None:
    app = tiny()
    hosts.install(app, Settings())
    assert app.test_client().get("/", headers={"Host": "evil.example"}).status_code == 400
    assert app.test_client().get("/").status_code == 200
