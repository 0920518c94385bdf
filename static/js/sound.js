/* One voice at a time: a tap on any speaker or word plays its sound; a second tap stops it. */
(function () {
  "use strict";
  var elearn = window.elearn = window.elearn || {};
  var page = document.documentElement;
  var player = null, link = null, queue = [];
  var KEY = "suara";                       // she has tapped a speaker since the browser opened

  function remember(key, value) { try { sessionStorage.setItem(key, value); } catch (e) { /* private mode */ } }
  function recall(key) { try { return sessionStorage.getItem(key); } catch (e) { return null; } }

  function mark(on) {
    if (!link) { return; }
    link.classList.toggle("on", on);
    if (elearn.follow) { elearn.follow(link, on); }
  }

  function stop() {
    queue = [];
    if (player) { player.pause(); }
    mark(false);
    link = null;
  }

  function next() {
    mark(false);
    link = null;
    var item = queue.shift();
    if (!item) { return; }
    link = item.link || item;
    if (!player) {
      elearn.player = player = new Audio();
      player.addEventListener("ended", next);
      player.addEventListener("error", silent);
    }
    mark(true);
    player.src = item.url || item.href;
    var playing = player.play();
    if (playing && playing.catch) { playing.catch(function () { if (player.paused) { stop(); } }); }   // it may not begin by itself
  }

  function silent() {                      // text stays; the speaker says that there is no voice yet
    if (link) {
      link.classList.add("none");
      link.title = page.getAttribute("data-silent");
    }
    next();
  }

  function play(items) { stop(); queue = items; next(); }

  /* after.js: what is needed only once she has asked for a voice or for help. */
  function more() {
    if (elearn.more) { return; }
    elearn.more = document.createElement("script");
    elearn.more.src = page.getAttribute("data-more");
    document.body.appendChild(elearn.more);
  }

  document.addEventListener("click", function (event) {
    var target = event.target.closest ? event.target.closest("a.dengar, a.kata, summary.icon") : null;
    if (!target || !window.Audio) { return; }
    more();
    if (!target.href) { return; }
    event.preventDefault();
    remember(KEY, "1");
    if (target === link) { stop(); return; }
    play([target]);
  });

  elearn.saving = page.hasAttribute("data-hemat") || navigator.connection && navigator.connection.saveData;
  elearn.stop = stop;
  /* Say the sounds of these speakers one after another; of {url, link} another sound than the speaker's own. */
  elearn.play = play;
  /* The same, if she has asked for a voice before. */
  elearn.speak = function (speakers) {
    if (recall(KEY) && !document.querySelector(".tenang")) { play(speakers); }   // else only by a tap
  };
  /* Say what `place` says as a whole: the speaker at its foot, else its first. */
  elearn.say = function (place) {
    var speaker = place && (place.querySelector(".act a.dengar") || place.querySelector("a.dengar"));
    if (speaker) { elearn.speak([speaker]); }
  };
  /* Say a screen once when it is entered. */
  elearn.enter = function (place, name) {
    if (elearn.saving || !recall(KEY) || recall("dengar:" + name)) { return; }
    remember("dengar:" + name, "1");
    elearn.say(place);
  };

  window.addEventListener("pagehide", stop);
  document.addEventListener("keydown", more);          // after/keys.js
  if (recall(KEY)) { more(); }
})();
