/* Below the bacaan of a step: record yourself and compare, where there is a microphone and it may be asked. Comes with the first sound,
   since the example is heard first; what it needs itself comes when it is opened. */
(function () {
  "use strict";
  var elearn = window.elearn, media = navigator.mediaDevices, page = document.documentElement;
  if (!window.MediaRecorder || !media || !media.getUserMedia || page.hasAttribute("data-quiet")) { return; }

  function open(box) {
    var script = document.createElement("script"), button = box.querySelector("button");
    function ready() { elearn.compare(box); }
    if (elearn.compare) { return ready(); }
    button.disabled = true;
    script.onload = ready;
    script.onerror = function () { button.disabled = false; };
    script.src = box.getAttribute("data-script");
    document.body.appendChild(script);
  }

  function offer(screen, html) {
    var texts = screen.querySelectorAll(".bacaan"), box = document.createElement("div");
    box.innerHTML = html;
    box = box.firstElementChild;
    box.querySelector("button").addEventListener("click", function () { open(box); });
    texts[texts.length - 1].insertAdjacentElement("afterend", box);
  }

  var screens = Array.prototype.filter.call(document.querySelectorAll(".screen:not(.question)"), function (one) { return one.querySelector(".bacaan"); });
  if (!screens.length) { return; }
  function begin() {
    media.enumerateDevices().then(function (all) {
      if (!all.some(function (one) { return one.kind === "audioinput"; })) { return ""; }
      return fetch("/banding/" + page.lang, { credentials: "same-origin" }).then(function (reply) { return reply.ok ? reply.text() : ""; });
    }).then(function (html) {
      if (html) { screens.forEach(function (screen) { offer(screen, html); }); }
    }).catch(function () { /* not offered */ });
  }

  /* A key may have brought this file before anything sounded. */
  function heard() {
    if (!elearn.player) { return; }
    document.removeEventListener("click", heard);
    begin();
  }
  document.addEventListener("click", heard);
  heard();
})();
