/* A task that is told: her voice is recorded here and played to her. */
(function () {
  "use strict";
  var elearn = window.elearn, ways = elearn.ways = elearn.ways || {};
  var MOST_MS = 180000;                     // of a recording

  ways.suara = function (how, place) {
    if (!window.MediaRecorder || !navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) { return; }
    var running = null;
    var press = elearn.button(elearn.word("record"), function () {
      if (running) { return stop(); }
      press.disabled = true;
      navigator.mediaDevices.getUserMedia({ audio: true }).then(begin).catch(function () { press.hidden = true; });
    });
    place.appendChild(press);
    var keep = elearn.keeper(place, "audio");

    function stop() { if (running) { running.stop(); } }
    function begin(stream) {
      var parts = [];
      elearn.stop();
      running = new MediaRecorder(stream);
      running.ondataavailable = function (event) { parts.push(event.data); };
      running.onstop = function () {
        stream.getTracks().forEach(function (track) { track.stop(); });
        keep(new Blob(parts, { type: running.mimeType }));
        running = null;
        press.textContent = elearn.word("record");
      };
      running.start();
      setTimeout(stop, MOST_MS);
      press.disabled = false;
      press.textContent = elearn.word("stop");
    }
    window.addEventListener("hashchange", stop);
    window.addEventListener("pagehide", stop);
  };
})();
