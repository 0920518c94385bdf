/* The microphone: one take at a time. Who asks is told `begun(stream)`, `taken(blob)` and `refused()`; a stream that is
   allowed after somebody has gone on is let go at once. */
(function () {
  "use strict";
  var elearn = window.elearn;

  function release(stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }

  elearn.hears = !!(window.MediaRecorder && navigator.mediaDevices && navigator.mediaDevices.getUserMedia);

  /* Record for at most `most` ms; the answer can be started, stopped, and left without a take. */
  elearn.microphone = function (most, told) {
    var running = null, asking = false, turn = 0, limit;

    function begin(stream) {
      var parts = [], recorder, mine = turn;
      try {
        recorder = new MediaRecorder(stream);
        recorder.ondataavailable = function (event) { parts.push(event.data); };
        recorder.onstop = function () {
          clearTimeout(limit);
          release(stream);
          running = null;
          told.taken(mine === turn ? new Blob(parts, { type: recorder.mimeType }) : null);
        };
        recorder.start();
      } catch (error) {                      // the microphone must not stay open
        release(stream);
        throw error;
      }
      running = recorder;
      limit = setTimeout(stop, most);
      told.begun(stream);
    }

    function start() {
      if (asking) { return; }
      var mine = turn += 1;
      asking = true;
      navigator.mediaDevices.getUserMedia({ audio: true }).then(function (stream) {
        asking = false;
        if (mine === turn) { begin(stream); } else { release(stream); }      // gone on meanwhile
      }).catch(function () {
        asking = false;
        told.refused();
      });
    }

    function stop() {
      if (running) { if (running.state !== "inactive") { running.stop(); } } else { turn += 1; }
    }

    function leave() { stop(); turn += 1; }

    window.addEventListener("pagehide", leave);
    return { start: start, stop: stop, leave: leave, on: function () { return running !== null; } };
  };
})();
