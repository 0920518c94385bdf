/* Her own name, one screen at a time: syllables light up as they sound, a name that is tapped is told at once. Nothing is sent. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var main = document.querySelector("main[data-replay]");
  if (!main) { return; }
  var screens = all(document, ".screen"), dots = all(document, ".dots li");
  var times = JSON.parse(word("times")), timer = 0;

  function all(place, what) { return Array.prototype.slice.call(place.querySelectorAll(what)); }
  function word(name) { return main.getAttribute("data-" + name); }

  function show() {
    var wanted = location.hash.slice(1);
    var at = Math.max(0, screens.findIndex(function (screen) { return screen.id === wanted; }));
    elearn.stop();
    screens.forEach(function (screen, i) { screen.classList.toggle("now", i === at); });
    dots.forEach(function (dot, i) { dot.className = i === at ? "now" : i < at ? "on" : ""; });
    window.scrollTo(0, 0);
    var heading = screens[at].querySelector("h2");
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
    if (screens[at].querySelector(".how")) { board(); }
    elearn.enter(screens[at], "namaku" + screens[at].id);
  }

  /* The place to write on comes when it is first needed. */
  function board() {
    if (elearn.board) { return; }
    elearn.board = document.createElement("script");
    elearn.board.src = word("board");
    document.body.appendChild(elearn.board);
  }

  /* Light up the syllable that sounds; at the end, while the whole name does, all of them. */
  function light(speaker) {
    var parts = all(document, "#dengar .nama span");

    function tick() {
      var now = elearn.player ? elearn.player.currentTime : 0, on = speaker.classList.contains("on");
      var at = on ? times.findIndex(function (one) { return now >= one[0] && now < one[1]; }) : -1;
      parts.forEach(function (part) {
        part.classList.toggle("kini", at >= 0 && (at === times.length - 1 || part.getAttribute("data-suku") === String(at)));
      });
      clearTimeout(timer);
      if (on) { timer = setTimeout(tick, 40); }
    }

    tick();
  }

  elearn.word = word;
  elearn.button = function (text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  };
  elearn.part = function (piece, tag) {
    var box = document.createElement(tag || "div"), speaker = document.createElement("a");
    box.textContent = piece[0];
    speaker.className = "dengar";
    speaker.href = piece[1];
    speaker.setAttribute("aria-label", word("hear"));
    box.appendChild(speaker);
    return box;
  };

  all(document, "#dengar .act .dengar").forEach(function (speaker) {
    if (!window.MutationObserver) { return; }
    new MutationObserver(function () { light(speaker); }).observe(speaker, { attributes: true, attributeFilter: ["class"] });
  });
  document.addEventListener("toggle", function (event) {
    var one = event.target;
    if (!one.open || !one.classList.contains("calon")) { return; }
    all(one.parentNode, ".calon[open]").forEach(function (other) { if (other !== one) { other.open = false; } });
    elearn.speak([one.querySelector("a.dengar")]);
  }, true);
  window.addEventListener("hashchange", show);
  document.addEventListener("DOMContentLoaded", show);
})();
