/* What an answer will be told is fetched while she thinks, so that it sounds with the tap: what every answer can bring, and what
   belongs to the question on the screen. Only after she has asked for a voice, never where nothing may sound by itself. */
(function () {
  "use strict";
  var elearn = window.elearn, connection = navigator.connection;
  var main = document.querySelector("main[data-lesson]");
  var asked = {}, waiting = [];            // each address once
  var quiet = ".tenang, [data-quiet]";     // her choice; a sensitive lesson
  if (!main || !window.fetch || connection && connection.saveData || document.querySelector(quiet)) { return; }

  function warm(address) {
    if (!address || asked[address]) { return; }
    asked[address] = true;
    waiting.push(address);
    if (waiting.length === 1) { next(); }
  }

  /* One after another, and never beside a voice that is still coming: on a slow line that would start half a second later. */
  function next() {
    if (elearn.player && elearn.player.networkState === 2) { setTimeout(next, 300); return; }    // NETWORK_LOADING
    fetch(waiting[0], { credentials: "same-origin" }).catch(function () { delete asked[waiting[0]]; }).then(function () {
      waiting.shift();
      if (waiting.length) { next(); }
    });
  }

  /* A piece is [HTML, address]; what is said by name stands once in the page. */
  function told(form) {
    var data = JSON.parse(form.getAttribute("data-question")), said = data.say || {};
    var computed = JSON.parse(main.getAttribute("data-words") || "{}");
    Object.keys(said).forEach(function (line) { warm((computed[said[line]] || said[line])[1]); });
    [(data.hints || [])[0], data.why, data.answer].forEach(function (piece) { if (piece) { warm(piece[1]); } });
  }

  function show() {
    var form = document.querySelector(".screen.now form[data-question]");
    if (form) { told(form); }
  }

  ["right", "wrong", "kept", "empty", "unclear", "unfinished"].forEach(function (what) { warm(main.getAttribute("data-" + what + "-sound")); });
  window.addEventListener("hashchange", show);
  show();
})();
