"""The online voice against a local fake of its endpoint: nothing it does loses or fakes a sound."""

import base64
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests
from flask import Flask

from elearn.narration import ENGINES, Narrator, SpeechError
from elearn.narration.gtts import LONGEST, LOST, WAITS, Gtts, StoppedError, UnsayableError, cut
from elearn.narration.script import utterance
from elearn.narration.sound import heard
from elearn.web.site import KEY
from tests.narration.fake_gtts import Reply, Service, answered, service, voiced
from tests.narration.listening import id_of

__all__ = ["service"]

pytestmark = pytest.mark.audio

SENTENCES = ("Ibu mau ubi.", "Ini ibu Budi.", "Harga ubi Rp10.000.")


@dataclass
class Watch:
    """Time that passes only when somebody sleeps."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def engine(watch: Watch | None = None) -> Gtts:
    watch = watch or Watch()
    return Gtts(watch, watch.sleep)


def narrator(audio: Path, voice: Gtts | None = None) -> Narrator:
    return Narrator(audio, voice or engine(), fallback=ENGINES["espeak"]())


def ask(made: Narrator, *sentences: str) -> None:
    """Have the online voice say sentences, as `elearn narrate` does."""
    for sentence in sentences:
        made.sentences.ask(utterance(sentence, "id").text, "id")


def engines_of(made: Narrator, *sentences: str) -> list[str]:
    clip = made.clip(id_of(made.say(sentences, "id")))
    assert clip is not None
    return [cue["engine"] for cue in clip.read_timings()["sentences"]]


def test_it_speaks_and_times_every_word_within_what_is_heard(service: Service) -> None:
    speech = engine().speak("ibu mau ubi", "id")
    assert service.asked == ["ibu mau ubi"]
    start, end = heard(speech.samples)
    assert len(speech.words) == 3
    assert all(start <= a <= b <= end for a, b, _c, _d in speech.words)
    assert speech.words[0][0] < start + 0.2
    assert speech.words[-1][1] > end - 0.2


@pytest.mark.parametrize(
    "text", ["a" * 250, "satu dua tiga, " * 20, "Ibu mau ubi. " * 12, "x", "  ", "ka ki ku " * 40]
)
def test_texts_are_cut_where_the_sense_allows_and_nothing_is_lost(text: str) -> None:
    pieces = cut(text)
    assert all(0 < len(piece) <= LONGEST for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_two_requests_are_a_second_apart(service: Service) -> None:
    watch = Watch()
    engine(watch).speak("Ibu mau ubi, dan ayah mau ikan. " * 8, "id")
    assert len(service.asked) > 2
    assert watch.now >= len(service.asked) - 1


def truncated(text: str) -> Reply:
    return 200, rf'[["wrb.fr","jQ1olc","[\"{base64.b64encode(voiced(text)).decode()[:41]}'.encode()


def short(text: str) -> Reply:
    sound = base64.b64encode(voiced("")[:400]).decode()
    return 200, rf'[["wrb.fr","jQ1olc","[\"{sound}\"]",null]]'.encode()


def endless(text: str) -> Reply:
    sound = base64.b64encode(voiced(text * 20)).decode()
    return 200, rf'[["wrb.fr","jQ1olc","[\"{sound}\"]",null]]'.encode()


def half(text: str) -> Reply:
    sound = base64.b64encode(voiced(text)[: len(voiced(text)) // 5 // 3 * 3]).decode()
    return 200, rf'[["wrb.fr","jQ1olc","[\"{sound}\"]",null]]'.encode()


BAD: dict[str, Reply | object] = {
    "html of a captive portal": lambda _text: (200, b"<html><body>Masuk Wi-Fi</body></html>"),
    "nothing": lambda _text: (200, b""),
    "cut base64": truncated,
    "a fifth of the sound": half,
    "no sound": lambda _text: (200, b'[["wrb.fr","jQ1olc",null,null]]'),
    "not text": lambda _text: (200, b'jQ1olc \xff\xfe'),
    "too short": short,
    "too long": endless,
    "refused": lambda _text: (500, b"no"),
    "too many": lambda _text: (429, b"slow down"),
}


@pytest.mark.parametrize("name", BAD)
def test_d7_2_a_bad_answer_falls_back_leaves_no_empty_file_and_is_redone(
    service: Service, tmp_path: Path, name: str
) -> None:
    service.reply = BAD[name]  # type: ignore[assignment]  # each of them answers a text
    made = narrator(tmp_path)
    ask(made, *SENTENCES)
    assert made.sentences.fell_back == 3
    before = made.clip(id_of(made.say(SENTENCES, "id")))
    assert engines_of(made, *SENTENCES) == ["espeak"] * 3
    assert all(path.stat().st_size > 500 for path in tmp_path.rglob("*") if path.is_file()
               and path.suffix in {".mp3", ".flac"})
    assert not list(tmp_path.rglob("*.tmp"))
    service.reply = answered
    again = narrator(tmp_path)
    texts = [utterance(text, "id").text for text in SENTENCES]
    assert all(again.sentences.wants(text, "id", "gtts") for text in texts)
    ask(again, *SENTENCES)
    assert engines_of(again, *SENTENCES) == ["gtts"] * 3
    now = again.clip(id_of(again.say(SENTENCES, "id")))
    assert before is not None
    assert now is not None
    assert now.id != before.id                        # browsers fetch the better sound
    assert not again.sentences.wants(texts[0], "id", "gtts")


def test_d7_2_a_service_that_keeps_silent_is_given_up(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("elearn.narration.gtts.TIMEOUT", (0.2, 0.2))
    service.reply = lambda _text: None
    with pytest.raises(SpeechError):
        engine().speak("ibu", "id")
    assert len(service.asked) == 3


def test_d7_2_an_answer_that_breaks_off_is_a_lost_connection(service: Service) -> None:
    service.hang_up = True
    with pytest.raises(StoppedError, match="belum terjangkau"):
        engine().speak("ibu", "id")
    assert len(service.asked) == LOST


def test_d7_2_every_request_has_its_time(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []
    send = requests.Session.send

    def noted(self: requests.Session, request: Any, **how: Any) -> requests.Response:
        given.append(how["timeout"])
        return send(self, request, **how)

    monkeypatch.setattr(requests.Session, "send", noted)
    engine().speak("ibu", "id")
    assert given == [(3, 10)]


@pytest.mark.parametrize(("text", "language"), [("?!", "id"), ("  ", "id"), ("ampi", "nij")])
def test_what_it_cannot_say_is_not_sent_and_not_tried_again(
    service: Service, text: str, language: str
) -> None:
    watch = Watch()
    with pytest.raises(UnsayableError):
        engine(watch).speak(text, language)
    assert service.asked == []
    assert watch.slept == []


def test_d7_a_block_stops_the_batch_at_once(service: Service) -> None:
    service.reply = lambda _text: (429, b"")
    voice = engine()
    for text in ("ibu", "ubi"):
        with pytest.raises(StoppedError):
            voice.speak(text, "id")
    assert service.asked == ["ibu"]


def test_d7_after_a_captive_portals_page_nothing_more_is_sent(service: Service) -> None:
    service.reply = lambda _text: (200, b"<html><body>Masuk Wi-Fi</body></html>")
    voice = engine()
    for text in ("ibu", "ubi"):
        with pytest.raises(StoppedError, match="Wi-Fi"):
            voice.speak(text, "id")
    assert service.asked == ["ibu"]


def test_a_garbled_answer_is_asked_for_again_ever_later(service: Service) -> None:
    service.reply = lambda text: short(text) if len(service.asked) < 4 else answered(text)
    watch = Watch()
    assert len(engine(watch).speak("ibu mau ubi", "id").words) == 3
    assert len(service.asked) == 4
    longest = sorted(watch.slept)[-len(WAITS):]
    assert all(
        0.75 * base <= wait <= 1.25 * base for base, wait in zip(WAITS, longest, strict=True)
    )


def test_d7_three_lost_connections_stop_the_batch(service: Service, tmp_path: Path) -> None:
    service.reply = lambda _text: None
    service.over.set()                                # it hangs up without a word
    voice = engine()
    with pytest.raises(SpeechError):
        voice.speak("ibu", "id")
    asked = len(service.asked)
    with pytest.raises(StoppedError):
        voice.speak("ubi", "id")
    assert len(service.asked) == asked


def test_3_what_was_said_once_is_not_asked_again(service: Service, tmp_path: Path) -> None:
    ask(narrator(tmp_path), *SENTENCES)
    asked = len(service.asked)
    again = narrator(tmp_path)
    ask(again, *SENTENCES[:2], "Itu ibu Budi.")
    assert engines_of(again, *SENTENCES[:2], "Itu ibu Budi.") == ["gtts"] * 3
    assert len(service.asked) == asked + 1


def test_a_clip_never_asks_it(service: Service, tmp_path: Path) -> None:
    assert engines_of(narrator(tmp_path), *SENTENCES) == ["espeak"] * 3
    assert service.asked == []


def test_d7_a_name_never_leaves_the_hub(service: Service, tmp_path: Path) -> None:
    assert narrator(tmp_path).private(["Selamat pagi, Sari."], "id")
    with pytest.raises(SpeechError):
        Narrator(tmp_path, engine()).private(["Sari"], "id")
    assert service.asked == []


def test_a_serving_narrator_prefers_what_it_made_and_never_asks_it(
    service: Service, tmp_path: Path
) -> None:
    at_the_hub = Narrator(tmp_path, ENGINES["espeak"](), better=(engine(),))
    assert engines_of(at_the_hub, *SENTENCES) == ["espeak"] * 3
    ask(narrator(tmp_path), *SENTENCES)
    asked = len(service.asked)
    assert engines_of(at_the_hub, *SENTENCES) == ["gtts"] * 3       # without a restart
    assert engines_of(at_the_hub, "Ayah mau ikan.") == ["espeak"]
    edited = (SENTENCES[0], "Ayah mau ikan.")                       # what it said is not lost
    assert engines_of(at_the_hub, *edited) == ["gtts", "espeak"]
    assert len(service.asked) == asked


def test_a_sentence_that_a_disk_spoilt_is_said_by_another_voice_under_another_name(
    service: Service, tmp_path: Path
) -> None:
    ask(narrator(tmp_path), SENTENCES[0])
    at_the_hub = Narrator(tmp_path, ENGINES["espeak"](), better=(engine(),))
    whole = id_of(at_the_hub.say(SENTENCES[:1], "id"))
    (kept,) = (tmp_path / "kalimat").rglob("*.flac")
    kept.write_bytes(kept.read_bytes()[:100])
    made = at_the_hub.clip(whole)
    assert made is not None
    assert made.id != whole                          # else browsers would keep it as the better one
    assert engines_of(at_the_hub, SENTENCES[0]) == ["espeak"]
    ask(narrator(tmp_path), SENTENCES[0])            # and `elearn narrate` asks for it again
    assert engines_of(at_the_hub, SENTENCES[0]) == ["gtts"]


def test_a_process_that_serves_carries_no_gtts(tmp_path: Path) -> None:
    seen = subprocess.run(
        [sys.executable, "-c", "import elearn.web, elearn.web.serving, sys;"
         "print(elearn.web.create_app().test_client().get('/').status_code,"
         "{'gtts', 'requests'} & sys.modules.keys())"],
        capture_output=True, text=True, check=True,
        env={"ELEARN_DATA": str(tmp_path), "ELEARN_AUDIO": str(tmp_path / "audio")},
    )  # fmt: skip
    assert seen.stdout.strip() == "200 set()"


def test_a_page_names_the_better_sound_and_its_old_address_gives_it_too(
    service: Service, app: Flask
) -> None:
    site = app.extensions[KEY]
    address = site.narrator.say(SENTENCES, "id")
    client = app.test_client()
    first = client.get(address)
    assert "immutable" in first.headers["Cache-Control"]
    kept = {"If-None-Match": first.headers["ETag"]}
    assert client.get(address, headers=kept).status_code == 304
    ask(narrator(site.settings.audio), *SENTENCES)
    better = client.get(address, headers=kept)          # of a page that is still open
    assert better.status_code == 200
    assert better.data != first.data
    assert "immutable" not in better.headers["Cache-Control"]
    now = site.narrator.say(SENTENCES, "id")
    assert now != address
    assert client.get(now).data == better.data
    assert "immutable" in client.get(now).headers["Cache-Control"]
