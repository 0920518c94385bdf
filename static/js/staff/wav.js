/* Any sound that this browser can play, as WAV of one channel: what the hub takes from every phone. It needs no secure
   address, so it also works where the microphone may not be asked. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var RATE = 22050;                         // as the hub keeps its sound
  var Offline = window.OfflineAudioContext || window.webkitOfflineAudioContext;

  function header(view, samples, rate) {
    function word(at, text) { for (var i = 0; i < text.length; i += 1) { view.setUint8(at + i, text.charCodeAt(i)); } }
    word(0, "RIFF"); view.setUint32(4, 36 + samples * 2, true); word(8, "WAVEfmt ");
    view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
    view.setUint32(24, rate, true); view.setUint32(28, rate * 2, true);
    view.setUint16(32, 2, true); view.setUint16(34, 16, true);
    word(36, "data"); view.setUint32(40, samples * 2, true);
  }

  function written(sound) {
    var samples = sound.getChannelData(0), view = new DataView(new ArrayBuffer(44 + samples.length * 2));
    header(view, samples.length, sound.sampleRate);
    for (var i = 0; i < samples.length; i += 1) {
      view.setInt16(44 + i * 2, Math.round(Math.max(-1, Math.min(1, samples[i])) * 32767), true);
    }
    return new Blob([view.buffer], { type: "audio/wav" });
  }

  /* Mixed to one channel at RATE by the browser itself, which filters what RATE cannot hold. */
  function thinned(sound, done, failed) {
    var place = new Offline(1, Math.ceil(sound.duration * RATE), RATE), source = place.createBufferSource();
    source.buffer = sound;
    source.connect(place.destination);
    source.start(0);
    place.oncomplete = function (event) { done(written(event.renderedBuffer), sound.duration); };
    var started = place.startRendering();
    if (started && started.catch) { started.catch(failed); }
  }

  /* Give `done(wav, seconds)`, or call `failed()` where this browser cannot read the sound. */
  elearn.wav = function (blob, done, failed) {
    var reader = new FileReader();
    if (!Offline) { return failed(); }
    reader.onerror = failed;
    reader.onload = function () {
      try {
        var read = new Offline(1, 1, 44100).decodeAudioData(reader.result, function (sound) { thinned(sound, done, failed); }, failed);
        if (read && read.catch) { read.catch(function () { /* told to `failed` */ }); }
      } catch (error) { failed(); }
    };
    reader.readAsArrayBuffer(blob);
  };
})();
