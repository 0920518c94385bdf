/* Fetch what a saved thing is made of into the cache: four at once, what is there already not again, and once more where the line breaks
   for a moment. Rejects with a word: "door" (nobody is signed in), "full", "broken", "stopped". */
(function () {
  "use strict";
  var elearn = window.elearn, kept = elearn.kept;
  var AT_ONCE = 4, TRIES = 3, PAUSE = 1000;
  var CHANGING = /^\/(bantuan|ikuti|banding|kotak)\//;     // addresses that do not name their bytes

  function pause(time) { return new Promise(function (go) { setTimeout(go, time); }); }

  /* Whether what is kept is right for ever: another voice may stand in for one that is made later (elearn/web/media.py). */
  function final(address, there) { return !/^\/suara\//.test(address) || /immutable/.test(there.headers.get("Cache-Control")); }

  function get(address, tries, how) {
    return fetch(address, { credentials: "same-origin", cache: how || "default" }).then(function (reply) {
      if (reply.status >= 500 || reply.status === 429) { throw new Error("broken"); }
      return reply;
    }).catch(function () {
      if (tries >= TRIES) { return Promise.reject("broken"); }
      return pause(PAUSE * tries).then(function () { return get(address, tries + 1, how); });
    });
  }

  function full(error) { return Promise.reject(error && error.name === "QuotaExceededError" ? "full" : error || "broken"); }

  elearn.ask = function (address) {
    return get(address, 1).then(function (reply) {
      if (reply.status === 401 || reply.redirected) { return Promise.reject("door"); }
      return reply.ok ? reply.json() : Promise.reject("gone");
    });
  };

  /* Put each [address, key] into the cache; `tick` is called after each. */
  elearn.fetchAll = function (pairs, tick, stopped) {
    var left = pairs.slice();
    function keep(cache, pair) {
      var own = pair[0] === pair[1];
      return (own && !CHANGING.test(pair[0]) ? cache.match(pair[1], { ignoreVary: true }) : Promise.resolve()).then(function (there) {
        if (there && final(pair[0], there)) { return there; }
        return get(pair[0], 1, there && "no-cache").then(function (reply) {
          if (!own && (reply.redirected || !reply.ok)) { return Promise.reject("door"); }     // another page than she asked for
          return reply.ok ? cache.put(pair[1], reply).catch(full) : null;       // a sound that nobody has said yet: its text stands
        });
      });
    }
    function work(cache) {
      var pair = left.shift();
      if (!pair) { return null; }
      if (stopped()) { return Promise.reject("stopped"); }
      return keep(cache, pair).then(tick).then(function () { return work(cache); });
    }
    return kept.open().then(function (cache) {
      var hands = [];
      while (hands.length < AT_ONCE) { hands.push(work(cache)); }
      return Promise.all(hands);
    }).catch(function (why) { left = []; return Promise.reject(why); });
  };
})();
