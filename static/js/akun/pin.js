/* A PIN: keys write into the field, the sixth one sends; without script each key is a page.
   A figure is said only while she wants it. All ten are fetched at once, in their order, when she asks for that:
   whoever reads the server's log learns nothing, nor does who stands near without the earphone. */
(function () {
  "use strict";
  var form = document.querySelector("form.pin");
  if (!form) { return; }
  var field = form.elements.pin, length = Number(form.getAttribute("data-length"));
  var told = form.querySelector("[data-of]"), room = form.querySelector("[data-aloud]");
  var Sound = window.AudioContext || window.webkitAudioContext;
  var sound = null, buffer = null, cues = null, saying = null;

  function count() { told.textContent = field.value.length + " " + told.getAttribute("data-of"); }

  function say(which) {
    if (saying) { saying.stop(); saying = null; }
    if (!buffer) { return; }
    saying = sound.createBufferSource();
    saying.buffer = buffer;
    saying.connect(sound.destination);
    saying.start(0, Math.max(0, cues[which].start - 0.03), cues[which].end - cues[which].start + 0.1);
  }

  form.addEventListener("click", function (event) {
    var key = event.target.closest("button[name]");
    if (!key) { return; }
    event.preventDefault();
    if (key.name === "hapus") {
      field.value = field.value.slice(0, -1);
      say(10);
    } else if (field.value.length < length) {
      field.value += key.value;
      say(Number(key.value));
    }
    count();
    if (key.name === "pilih" && field.value.length === length) { form.submit(); }
  });

  if (!Sound || !window.fetch) { return; }
  var button = room.querySelector("button");
  room.hidden = false;

  function load() {
    var address = room.getAttribute("data-aloud");
    sound = new Sound();
    return Promise.all([
      fetch(address.replace(".mp3", ".json")).then(function (answer) { return answer.json(); }),
      fetch(address).then(function (answer) { return answer.arrayBuffer(); }).then(function (bytes) {
        return new Promise(function (done, not) { sound.decodeAudioData(bytes, done, not); });
      })
    ]).then(function (both) { cues = both[0].sentences; return both[1]; });
  }

  button.addEventListener("click", function () {
    var on = button.getAttribute("aria-pressed") === "false";
    button.setAttribute("aria-pressed", String(on));
    if (!on) { buffer = null; return; }
    load().then(
      function (whole) { if (button.getAttribute("aria-pressed") === "true") { buffer = whole; } },
      function () { button.setAttribute("aria-pressed", "false"); button.title = document.documentElement.getAttribute("data-silent"); }
    );
  });
})();
