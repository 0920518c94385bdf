/* A task that is told: her voice is recorded here and played to her. */
(function () {
  "use strict";
  var elearn = window.elearn, ways = elearn.ways = elearn.ways || {};
  var MOST_MS = 180000;                     // of a recording

  ways.suara = function (how, place) {
    if (!elearn.hears) { return; }
    var press = elearn.button(elearn.word("record"), function () { if (mouth.on()) { mouth.stop(); } else { mouth.start(); } });
    place.appendChild(press);
    var keep = elearn.keeper(place, "audio");
    var mouth = elearn.microphone(MOST_MS, {
      begun: function () { elearn.stop(); press.textContent = elearn.word("stop"); },
      taken: function (blob) {
        if (blob) { keep(blob); }
        press.textContent = elearn.word("record");
      },
      refused: function () { press.hidden = true; }
    });
    window.addEventListener("hashchange", mouth.stop);
  };
})();
