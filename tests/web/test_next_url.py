"""After sign-in she goes to a page of ours, never to somebody else's."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from elearn.web.next_url import same_site


@pytest.mark.parametrize("wanted", ["/", "/b/kunci/baca-03-m-b/", "/ranah/hak?hal=2", "/a%20b"])
def test_a_page_of_this_site_is_kept(wanted: str) -> None:
    assert same_site(wanted) == wanted


@pytest.mark.parametrize("wanted", [
    None, "", "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example",
    "\\\\evil.example", "javascript:alert(1)", "%2F%2Fevil.example", "/%2Fevil.example",
    "/%252Fevil.example", "/%5Cevil.example", "/a\r\nSet-Cookie: x=1", "/%0d%0aSet-Cookie: x=1",
    "/\t/evil.example", "/%09/evil.example", " /", "http:/evil", "evil", "/./\\evil.example",
    "/..//evil.example", "/" + "a" * 3000, "/\ud800",
])
def test_a16_anything_else_goes_home(wanted: str | None) -> None:
    assert same_site(wanted) == "/"


def as_a_browser_reads(address: str) -> str:
    """Drop and change what browsers do before they read an address (WHATWG URL)."""
    kept = "".join(c for c in address.strip("".join(map(chr, range(33)))) if c not in "\t\r\n")
    return kept.replace("\\", "/")


@given(st.text(alphabet=st.sampled_from("/\\.:@%25fFcC09adDevil?#\t\r\n é／"), max_size=30).map(
    lambda tail: "/" + tail
) | st.text(max_size=60))
@example("/%2525252F/evil")
def test_a16_no_text_leads_to_another_site(wanted: str) -> None:
    landed = urljoin("http://hub.lan:8000/masuk/1", as_a_browser_reads(same_site(wanted)))
    assert urlsplit(landed).netloc == "hub.lan:8000"
    assert urlsplit(landed).scheme == "http"
