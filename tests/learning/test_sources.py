from elearn.learning import answers
from elearn.learning.answers import VersionSource
from tests.small_hub import SmallHub


def test_a_source_is_found_by_its_hash_however_often_it_was_remembered(hub: SmallHub) -> None:
    text = "---\njudul: m dan b\n---\n"
    for _ in range(2):
        with hub.store.writing() as session:
            answers.remember_version(session, "0a1b", "baca-03-m-b", "id", text, "literasi")
    with hub.store.reading() as session:
        assert answers.version_source(session, "0a1b") == VersionSource(
            "baca-03-m-b", "literasi", "id", text
        )
        assert answers.version_source(session, "ffff") is None
