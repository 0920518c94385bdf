/* Below the bacaan of a step: record yourself and compare, where there is a microphone and it may be asked. Comes with the first sound,
   since the example is heard first; what it needs itself comes when it is opened. */
(function () {
  "use strict";
  var elearn = window.elearn, media = navigator.mediaDevices, holder = document.createElement("div");
  if (!window.MediaRecorder || !media || !media.getUserMedia || document.documentElement.hasAttribute("data-quiet")) { return; }

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

  function offer(screen) {
    var texts = screen.querySelectorAll(".bacaan"), box = holder.querySelector(".banding").cloneNode(true);
    if (!texts.length || screen.querySelector("form")) { return; }
    box.hidden = false;
    box.querySelector("button").addEventListener("click", function () { open(box); });
    texts[texts.length - 1].insertAdjacentElement("afterend", box);
  }

  media.enumerateDevices().then(function (all) {
    if (!all.some(function (one) { return one.kind === "audioinput"; })) { return; }
    holder.innerHTML = elearn.controls;
    Array.prototype.forEach.call(document.querySelectorAll(".screen"), offer);
  }).catch(function () { /* not offered */ });
})();
