/* A hold: one dot less each minute, the words and their sound with it; at the end she is asked again. */
(function () {
  "use strict";
  var dots = document.querySelector("[data-wait]");
  if (!dots) { return; }
  var sounds = dots.getAttribute("data-wait").trim().split(" "), left = sounds.length;
  var words = document.querySelector(".hold .gambar").nextSibling;
  var speakers = document.querySelectorAll(".hold .dengar, .foot .dengar"), end = Date.now() + left * 60000;
  setInterval(function () {
    var now = Math.max(0, Math.min(left, Math.ceil((end - Date.now()) / 60000)));
    if (now === left) { return; }
    left = now;
    if (!left) { location.replace(document.querySelector("main a.button").href); return; }
    words.data = words.data.replace(/\d+/, left);
    dots.lastElementChild.remove();
    for (var i = 0; i < speakers.length; i++) { speakers[i].href = sounds[left - 1]; }
  }, 1000);
})();
