/* Following a sound by eye: the sentence and the word that sound are lit up, and brought into view. A clock wakes for the next word
   only, and asks the player where it is: `timeupdate` comes four times a second, a drawing frame sixty. */
(function () {
  "use strict";
  var elearn = window.elearn, player = null;
  var moments = [], lines = [], now = {}, timer = 0, following = null, known = {};
  var own = false;                         // she scrolls herself: wait until what sounds is in sight again
  var still = window.matchMedia && matchMedia("(prefers-reduced-motion: reduce)").matches;
  var MARGIN = 8;
  var STOP = 56;                           // the button that ends it, where it lies over the page
  var TIMED = /\/suara\/[a-z2-9]+\.mp3/;  // of what says her name no times are kept

  /* Light one up in the place of another; prose has no elements of its own, and its words are lit where the browser can. */
  function light(name, was, is) {
    if (was === is) { return; }
    if (was && was.box) { was.box.classList.remove("kini"); }
    if (is && is.box) { is.box.classList.add("kini"); }
    if (!window.Highlight || !CSS.highlights) { return; }
    if (!is || !is.range) { CSS.highlights.delete(name); return; }
    var lit = new Highlight(is.range);
    lit.priority = name === "kata" ? 1 : 0;                // a word lies upon its sentence
    CSS.highlights.set(name, lit);
  }

  function reveal(what) {
    var place = (what.box || what.range).getBoundingClientRect();
    var act = document.querySelector(".screen.now .act"), low = window.innerHeight;
    if (act && getComputedStyle(act).position === "fixed") { low -= act.offsetHeight; }
    if (document.querySelector(".ikuti.jauh")) { low -= STOP; }
    if (place.top >= MARGIN && place.bottom <= low - MARGIN) {
      own = false;
    } else if (!own) {
      window.scrollBy({ top: place.top - low / 3, behavior: still ? "auto" : "smooth" });
    }
  }

  function show(moment) {
    if (moment === now) { return; }
    light("kata", now.word, moment.word);
    light("kalimat", now.sentence, moment.sentence);
    now = moment;
    if (moment.word) { reveal(moment.word); }
    if (moment.silent) { elearn.silent(true); }
  }

  function after(list, time) {
    var next = 0;
    while (next < list.length && list[next].at <= time) { next += 1; }
    return next;
  }

  function tick() {
    var time = player.currentTime, next = after(moments, time), line = after(lines, time);
    var coming = [moments[next], lines[line]].filter(Boolean).map(function (one) { return one.at; });
    clearTimeout(timer);
    show(moments[next - 1] || {});
    elearn.write(line ? lines[line - 1].words : "");
    if (player.paused || !coming.length) { return; }
    timer = setTimeout(tick, Math.max(4, (Math.min.apply(null, coming) - time) / player.playbackRate * 1000));
  }

  function clear() {
    clearTimeout(timer);
    moments = [];
    lines = [];
    show({});
    elearn.write("");
  }

  /* Follow the sound that plays by these moments, and write what is told nowhere else. */
  elearn.track = function (found, written) {
    moments = found;
    lines = written || [];
    own = false;
    tick();
  };

  function timesOf(address) {
    var file = address.replace(".mp3", ".json");
    if (!known[file]) {
      known[file] = fetch(file, { credentials: "same-origin" }).then(function (answer) { return answer.ok ? answer.json() : { sentences: [] }; });
      known[file].catch(function () { delete known[file]; });
    }
    return known[file];
  }

  /* The player is made by the first sound of a page, and is one. */
  function meet() {
    if (player || !elearn.player) { return; }
    player = elearn.player;
    ["play", "playing", "pause", "seeked", "ratechange", "waiting"].forEach(function (name) { player.addEventListener(name, tick); });
    document.addEventListener("visibilitychange", tick);   // clocks sleep behind a locked screen
    elearn.meet(player);
  }

  /* A speaker began or ended. A word that is tapped is heard, and lit up by sound.js itself. */
  elearn.follow = function (speaker, on) {
    meet();
    clear();
    following = on ? speaker : null;
    elearn.began(on);
    if (!on || speaker.classList.contains("kata")) { return; }
    var place = speaker.parentNode.classList.contains("act") ? speaker.closest(".screen") : speaker.parentNode;
    Promise.resolve().then(function () {                   // by now the player has the sound, which may be another than the speaker's own
      return TIMED.test(player.src) ? timesOf(player.src) : { sentences: [] };
    }).then(function (told) {
      if (following === speaker) { elearn.track(elearn.moments(told.sentences, place), elearn.captions(told.sentences, speaker)); }
    }).catch(function () { /* it is heard all the same */ });
  };

  ["wheel", "touchmove"].forEach(function (name) { window.addEventListener(name, function () { own = true; }, { passive: true }); });
  document.addEventListener("keydown", function (event) {
    if (/^(Arrow(Up|Down)|Page(Up|Down)|Home|End| |Tab)$/.test(event.key)) { own = true; }
  });
})();
