/* A figure is said while she wants it, and never by itself. All are fetched at once, in one sound: whoever reads
   the server's log learns nothing. Who stands near does; the page says so beside the button. */
(function () {
  "use strict";
  var form = document.querySelector("form.pin"), room = form.querySelector("[data-aloud]");
  var button = room.querySelector("button"), address = room.getAttribute("data-aloud");
  var Sound = window.AudioContext || window.webkitAudioContext;
  var sound = new Sound(), buffer = null, cues = null, saying = null, on = false;

  function say(which) {
    if (saying) { saying.stop(); saying = null; }
    if (!on || !buffer) { return; }
    saying = sound.createBufferSource();
    saying.buffer = buffer;
    saying.connect(sound.destination);
    saying.start(0, Math.max(0, cues[which].start - 0.03), cues[which].end - cues[which].start + 0.1);
  }

  function turn(to) { on = to; button.setAttribute("aria-pressed", String(on)); }

  function silent() { turn(false); button.title = document.documentElement.getAttribute("data-silent"); }

  function load() {
    fetch(address.replace(".mp3", ".json")).then(function (answer) { return answer.json(); }).then(function (told) {
      cues = told.sentences;
      return fetch(address);
    }).then(function (answer) { return answer.arrayBuffer(); }).then(function (bytes) {
      sound.decodeAudioData(bytes, function (whole) { buffer = whole; }, silent);
    }).catch(silent);
  }

  button.addEventListener("click", function () {
    turn(!on);
    if (on && !buffer) { load(); }
  });
  form.addEventListener("click", function (event) {
    var key = event.target.closest("button");
    if (key && key.name) { say(key.name === "hapus" ? 10 : Number(key.value)); }
  });
  turn(true);                    // the tap that brought this script
  load();
})();
