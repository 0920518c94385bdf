/* A task that is told: her voice is recorded here and played to her. */
(function () {
  "use strict";
  var elearn = window.elearn, ways = elearn.ways = elearn.ways || {};
  var MOST_MS = 180000;                     // of a recording

  ways.suara = function (how, place) {
    if (!window.MediaRecorder || !navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) { return; }
    var running = null, left = false, limit;
    var press = elearn.button(elearn.word("record"), function () {
      var here = location.hash;
      if (running) { return stop(); }
      press.disabled = true;
      navigator.mediaDevices.getUserMedia({ audio: true }).then(function (stream) {
        press.disabled = false;
        if (location.hash === here) { begin(stream); } else { release(stream); }    // she has gone on meanwhile
      }).catch(function () { press.hidden = true; });
    });
    place.appendChild(press);
    var keep = elearn.keeper(place, "audio");

    function release(stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }
    function stop() { if (running && running.state !== "inactive") { running.stop(); } }
    function begin(stream) {
      var parts = [], recorder;
      elearn.stop();
      try {
        recorder = new MediaRecorder(stream);
        recorder.ondataavailable = function (event) { parts.push(event.data); };
        recorder.onstop = function () {
          clearTimeout(limit);
          release(stream);
          if (!left) { keep(new Blob(parts, { type: recorder.mimeType })); }
          running = null;
          press.textContent = elearn.word("record");
        };
        recorder.start();
      } catch (error) {                      // the microphone must not stay open
        release(stream);
        throw error;
      }
      running = recorder;
      left = false;
      limit = setTimeout(stop, MOST_MS);
      press.textContent = elearn.word("stop");
    }
    window.addEventListener("hashchange", stop);
    window.addEventListener("pagehide", function () { left = true; stop(); });
  };
})();
