import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from elearn.store import Secrets
from elearn.store.secret_files import SecretError


def test_secrets_are_made_once_and_stay(tmp_path: Path) -> None:
    first, again = Secrets(tmp_path), Secrets(tmp_path)
    assert (first.pepper, first.key) == (again.pepper, again.key)
    assert len(first.pepper) == len(first.key) == 32
    assert first.pepper != first.key


def test_two_hubs_have_different_secrets(tmp_path: Path) -> None:
    assert Secrets(tmp_path / "a").pepper != Secrets(tmp_path / "b").pepper


def test_only_their_owner_reads_them(tmp_path: Path) -> None:
    Secrets(tmp_path)
    for path in (tmp_path / "rahasia").iterdir():
        path.chmod(0o644)  # as a careless copy leaves them
    Secrets(tmp_path)
    folder = tmp_path / "rahasia"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {"lada": 0o600, "kunci": 0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_many_that_make_them_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: Secrets(tmp_path), range(16)))
    assert len({(one.pepper, one.key) for one in made}) == 1


def test_a_broken_secret_is_never_replaced(tmp_path: Path) -> None:
    Secrets(tmp_path)
    path = tmp_path / "rahasia" / "lada"
    path.write_bytes(b"half")
    with pytest.raises(SecretError, match="lada"):
        Secrets(tmp_path)
    assert path.read_bytes() == b"half"
