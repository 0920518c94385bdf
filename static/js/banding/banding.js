/* Reading aloud, compared by ear: the example, then her own voice. It is in the memory of this page only, nothing of it is sent, nobody
   marks it, and it is gone when the screen is left. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var MOST_MS = 120000;                     // of a reading
  var EARLY = 0.05, LATE = 0.15;            // seconds around a sentence: there are 0.4 between two

  function bare(text) { return (text || "").replace(/[\s\u2060]/g, ""); }

  /* From when to when the sound of the step says its bacaan, stretch by stretch; all of it where that is not known. */
  function stretches(sentences, screen) {
    var shown = Array.prototype.map.call(screen.querySelectorAll(".bacaan .kalimat"), function (one) { return bare(one.textContent); });
    var found = [], before = false;
    sentences.forEach(function (cue) {
      var read = shown.indexOf(bare(cue.text)) >= 0;
      if (read && before) { found[found.length - 1][1] = cue.end + LATE; }
      if (read && !before) { found.push([Math.max(0, cue.start - EARLY), cue.end + LATE]); }
      before = read;
    });
    return found.length ? found : [[0, Infinity]];
  }

  /* Play these stretches of a speaker's sound, then do `then`; whatever else is heard or stopped meanwhile ends it. */
  function play(speaker, parts, then) {
    var at = 0, clock, player, source;
    elearn.play([{ url: speaker.href + "#t=" + parts[0][0], link: speaker }]);
    player = elearn.player;
    source = player.src;
    clock = setInterval(function () {
      var gone = player.src !== source, done = player.ended || player.currentTime >= parts[at][1];
      if (gone || player.paused && !player.ended) { clearInterval(clock); return; }
      if (player.readyState && player.currentTime < parts[at][0] - 0.3) { player.currentTime = parts[at][0]; }
      if (!done) { return; }
      at += 1;
      if (at < parts.length && !player.ended) { player.currentTime = parts[at][0]; return; }
      clearInterval(clock);
      then();
    }, 40);
  }

  elearn.compare = function (box) {
    var screen = box.closest(".screen"), tool = box.querySelector("[data-tool]"), told = tool.querySelector("[role=status]");
    var record = tool.querySelector("[data-record]"), listen = tool.querySelector("[data-listen]");
    var begin = record.innerHTML, voice = "", parts = null;

    function drop() {
      if (voice) {
        elearn.stop();
        if (elearn.player) { elearn.player.removeAttribute("src"); }     // else the sound stays in the player
        URL.revokeObjectURL(voice);
      }
      voice = told.textContent = "";
      listen.hidden = true;
    }

    function leave() {
      mouth.leave();
      drop();
    }

    function mine() {
      told.textContent = told.getAttribute("data-mine");
      elearn.play([{ url: voice, link: tool.querySelector("i.kata") }]);
    }

    function both() {
      var speaker = screen.querySelector(".act a.dengar");
      told.textContent = told.getAttribute("data-model");
      if (parts) { return play(speaker, parts, mine); }
      fetch(speaker.href.replace(".mp3", ".json"), { credentials: "same-origin" })
        .then(function (answer) { return answer.json(); })
        .then(function (times) { return times.sentences; }, function () { return []; })
        .then(function (sentences) {
          parts = stretches(sentences, screen);
          if (voice) { play(speaker, parts, mine); }
        });
    }

    var mouth = elearn.microphone(MOST_MS, {
      begun: function () {
        elearn.stop();
        drop();
        record.textContent = "■ ";
        record.appendChild(document.createElement("span")).textContent = record.getAttribute("data-stop");
        box.classList.add("rekam");
        screen.querySelector(".bacaan").scrollIntoView();
      },
      taken: function (blob) {
        record.innerHTML = begin;
        box.classList.remove("rekam");
        if (!blob) { return; }
        voice = URL.createObjectURL(blob);
        listen.hidden = false;
        listen.focus();
      },
      refused: function () { box.hidden = true; }
    });

    record.addEventListener("click", function () { if (mouth.on()) { mouth.stop(); } else { mouth.start(); } });
    listen.addEventListener("click", both);
    window.addEventListener("hashchange", leave);
    window.addEventListener("pagehide", leave);
    box.querySelector("[data-open]").hidden = true;
    tool.hidden = false;
    record.focus();
    elearn.say(tool);
  };
})();
