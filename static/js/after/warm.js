/* What an answer will be told is fetched before she gives it, so that it sounds with the tap: the words that any answer can bring, and,
   as soon as she has chosen, those to her choice. Only after she has asked for a voice, never where nothing may sound by itself. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var main = document.querySelector("main[data-lesson]");
  var fetched = {}, waiting = [];          // each address once
  var quiet = ".tenang, [data-quiet]";     // her choice; a sensitive lesson
  if (!main || !window.fetch || elearn.saving || document.querySelector(quiet)) { return; }

  function voiced() { try { return sessionStorage.getItem("suara"); } catch (e) { return null; } }     // as sound.js notes it

  function warm(address) {
    if (!address || fetched[address]) { return; }
    fetched[address] = true;
    waiting.push(address);
    if (waiting.length === 1) { next(); }
  }

  /* One after another, and never beside a voice that is still coming: on a slow line that would start half a second later. */
  function next() {
    if (elearn.player && elearn.player.networkState === 2) { setTimeout(next, 300); return; }    // NETWORK_LOADING
    fetch(waiting[0], { credentials: "same-origin" }).catch(function () { delete fetched[waiting[0]]; }).then(function () {
      waiting.shift();
      if (waiting.length) { next(); }
    });
  }

  function both(piece) { if (piece) { warm(piece[1]); } }

  /* A piece is [HTML, address]; what is said by name stands once in the page. */
  function chosen(form) {
    var data = JSON.parse(form.getAttribute("data-question")), raw = elearn.read(form);
    var verdict = raw && data.say ? elearn.mark(data.key, raw) : { outcome: "unclear" };
    if (verdict.outcome === "unclear") { return; }
    var right = verdict.outcome === "right";
    var said = data.say[verdict.line === null && !right ? "-" : verdict.line];
    both((JSON.parse(main.getAttribute("data-words") || "{}"))[said] || said);
    both(right ? data.why : (data.hints || [])[0]);
  }

  function begin() {
    if (!voiced()) { return; }
    ["right", "wrong", "kept", "empty", "unclear", "unfinished"].forEach(function (what) { warm(main.getAttribute("data-" + what + "-sound")); });
  }

  function given(event) {
    var form = event.target.closest("form[data-question]");
    if (form && voiced()) { setTimeout(chosen, 0, form); }     // when the scripts of its kind have written it down
  }

  document.addEventListener("change", given);
  document.addEventListener("click", function (event) { begin(); given(event); });
  begin();
})();
