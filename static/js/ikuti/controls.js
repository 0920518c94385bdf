/* What stands beside a step's speaker once something of it has sounded: from the beginning, slowly, stop, and whether there is no
   voice; the keys, the locked screen, and one voice in all tabs. Comes last: what sounded before us is taken up at once. */
(function () {
  "use strict";
  var elearn = window.elearn, page = document.documentElement;
  var SLOW = 0.75, KEY = "laju";
  var player = null, bar = null, asked = false, sounds = false, tabs = null;

  function part(what) { return bar && bar.querySelector(what); }

  function remember(rate) { try { sessionStorage.setItem(KEY, rate); } catch (e) { /* private mode: for this page */ } }
  function slow() { try { return Number(sessionStorage.getItem(KEY)) === SLOW; } catch (e) { return false; } }

  function pace(rate) {
    player.preservesPitch = player.webkitPreservesPitch = player.mozPreservesPitch = true;
    player.defaultPlaybackRate = player.playbackRate = rate;       // the next sound begins with the default
    if (bar) { part("[data-slow]").setAttribute("aria-pressed", String(rate === SLOW)); }
  }

  /* A foot that stays at the bottom of the screen may have become higher than the room that is left for it. */
  function room() {
    var screen = bar && bar.closest(".screen"), act = bar && bar.parentNode;
    if (!screen) { return; }
    var fixed = getComputedStyle(act).position === "fixed";
    screen.style.paddingBottom = fixed ? act.offsetHeight + 24 + "px" : "";
    page.style.scrollPaddingBottom = fixed ? act.offsetHeight + 8 + "px" : "";
  }

  /* On a low screen the foot scrolls away with the page: stop stays in reach while something sounds. */
  function far() {
    var speaker = bar && sounds && bar.parentNode && bar.parentNode.querySelector("a.dengar");
    if (bar) { bar.classList.toggle("jauh", !!speaker && speaker.getBoundingClientRect().bottom > window.innerHeight); }
  }

  function stand() {
    var act = document.querySelector(".screen.now:not(.question) .act"), speaker = act && act.querySelector("a.dengar");
    if (bar && speaker && bar.parentNode !== act) {
      act.insertBefore(bar, speaker.nextSibling);
      room();
    }
    far();
  }

  function tapped(event) {
    var button = event.target.closest("button"), speaker = bar.parentNode.querySelector("a.dengar");
    if (!button) { return; }
    if (button.hasAttribute("data-slow")) {
      remember(slow() ? 1 : SLOW);
      pace(slow() ? SLOW : 1);
      return;
    }
    elearn.stop();
    if (button.hasAttribute("data-again")) { speaker.click(); }
  }

  /* The controls come when the first step has sounded; hidden until their styles are there. */
  function ask() {
    if (asked || !document.querySelector(".screen.now")) { return; }
    asked = true;
    fetch("/ikuti/" + page.lang, { credentials: "same-origin" }).then(function (reply) { return reply.ok ? reply.text() : ""; }).then(function (html) {
      var holder = document.createElement("div"), styles;
      holder.innerHTML = html;
      styles = holder.querySelector("link");
      bar = holder.querySelector(".ikuti");
      styles.addEventListener("load", function () {
        bar.hidden = false;
        room();
        far();
      });
      document.body.appendChild(styles);
      bar.addEventListener("click", tapped);
      pace(player.defaultPlaybackRate);
      if (player.error) { elearn.silent(true); }
      stand();
    }).catch(function () { asked = false; });
  }

  function locked(screen) {
    var session = navigator.mediaSession, heading = screen && screen.querySelector("h2");
    if (!session || !window.MediaMetadata) { return; }
    var quiet = page.hasAttribute("data-quiet");           // what a sensitive lesson is about stands on no locked screen
    session.metadata = new MediaMetadata({ title: quiet || !heading ? "elearn" : heading.textContent, artist: quiet ? "" : document.title });
    [["play", function () { player.play(); }], ["pause", function () { player.pause(); }], ["stop", elearn.stop]].forEach(function (one) {
      try { session.setActionHandler(one[0], one[1]); } catch (e) { /* not known here */ }
    });
  }

  elearn.silent = function (none) {
    if (!bar) { return; }
    part("[role=status]").textContent = none ? page.getAttribute("data-silent") : "";
    bar.classList.toggle("bisu", none);
    room();
  };

  /* The player is there; called by follow.js, and so is what follows: something began to sound, or ended. */
  elearn.meet = function (made) {
    player = made;
    pace(slow() ? SLOW : 1);
    player.addEventListener("error", function () { elearn.silent(true); });
    ask();
  };

  elearn.began = function (on) {
    var screen = document.querySelector(".screen.now");
    sounds = on;
    if (!on) { return far(); }
    elearn.silent(false);
    locked(screen);
    ask();
    stand();
    if (tabs) { tabs.postMessage("mulai"); }
  };

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { elearn.stop(); }
    if (event.key === " " && event.target.matches("a.dengar,a.kata")) {
      event.preventDefault();
      event.target.click();
    }
  });
  window.addEventListener("resize", room);
  window.addEventListener("scroll", far, { passive: true });
  if (window.BroadcastChannel) {
    tabs = new BroadcastChannel("suara");
    tabs.onmessage = function () { elearn.stop(); };
  }
  var before = document.querySelector("a.dengar.on,a.kata.on");
  if (elearn.player) { elearn.follow(before, !!before); }
})();
