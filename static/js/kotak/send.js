/* Sends what waits, the oldest first, and lets go of an answer only when the hub names its id. First those of who is at this page's
   seat, then each other one once: the hub knows whose it is (elearn/accounts/turns.py), and on this very phone she may have had another
   seat before. Other tabs wait their turn where the browser can tell them to; where not, an
   answer that came twice is one row. */
(function () {
  "use strict";
  var elearn = window.elearn, box = elearn.box;
  var SOON = 2000, LATE = 60000, PATIENCE = 20000, LONGEST = 3600000, UNHURRIED = 30000, YEAR = 31536000000;     // ms
  var REFUSED = { 401: "masuk", 409: "ganti", 404: "dicabut", 410: "dicabut", 507: "sempit" };
  var APART = { "soal-tidak-ada": "soal", "belum-jelas": "jelas", "bukan-dia": "bukan" };
  var wait = SOON, timer = null, busy = false, more = false, closed = 0, anew = false;
  var state = { waiting: 0, state: "", apart: [] }, place = "";

  /* Who is at this page: as its address says, unless it is the turn of somebody else ("sudah ganti orang"). */
  function seat() {
    var link = document.querySelector("a[href^='/b/'], form[action^='/b/']"), turn = (/.*giliran=([^;.]+)\./.exec(document.cookie) || [])[1];
    var own = (/^\/b\/([^/]+)/.exec(location.pathname) || [])[1];
    if (own) { return turn || own; }
    return (/^\/b\/([^/]+)/.exec(link && (link.getAttribute("href") || link.getAttribute("action"))) || [])[1] || "";
  }

  function ours(item) { return box.seatOf(item) === place; }
  function ready(item) { return !item.why; }
  function clock() { return performance.now(); }       // moves on whatever is done to the phone's clock

  /* How long ago each was given. A clock that was set meanwhile tells nothing: then it was before what was given next, and not in haste. */
  function ages(items) {
    var now = Date.now(), least = -1;
    items.slice().reverse().forEach(function (item) {
      var told = /(?:^|&)waktu=(\d+)/.exec(item.body), age = told ? now - Number(told[1]) : -1;
      least = item.age = age >= 0 && age < YEAR ? Math.max(age, least + 1) : least < 0 ? 0 : least + UNHURRIED;
    });
  }

  function post(item) {
    var stop = window.AbortController ? new AbortController() : null;
    var late = setTimeout(function () { if (stop) { stop.abort(); } }, PATIENCE);
    return fetch(item.to, {
      method: "POST", credentials: "same-origin", redirect: "manual", body: item.body + "&umur=" + (item.age || 0),
      headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
      signal: stop ? stop.signal : undefined
    }).then(function (reply) {
      return understood(reply, item);
    }).catch(function () { return "hp"; }).then(function (outcome) { clearTimeout(late); return outcome; });
  }

  /* What the hub says of an answer: "hub" that it is stored. Whatever is not the hub's own word is none: a page of the network's, a way
     to elsewhere. */
  function understood(reply, item) {
    var pause = reply.headers.get("Retry-After");
    if (pause) { closed = clock() + Math.min(LONGEST, Number(pause) * 1000 || Date.parse(pause) - Date.now() || 0); }
    if (!/json/.test(reply.headers.get("Content-Type") || "")) { return "hp"; }
    return reply.json().then(function (said) {
      if (reply.ok) { return said.id === item.id ? "hub" : "hp"; }
      if (APART[said.error] || reply.status === 413) { return "!" + (APART[said.error] || "besar"); }
      return REFUSED[reply.status] || (reply.status === 500 ? "lewat" : "hp");     // 500: this one; the others may be well
    });
  }

  /* Send these one after another; what keeps the rest from being sent, "" where nothing does. */
  function give(items, kept) {
    var item = items[0];
    if (!item) { return Promise.resolve(kept || ""); }
    return post(item).then(function (outcome) {
      var rest = items.slice(1);
      if (outcome === "hub") { return box.drop(item.id).then(look).then(function () { return give(rest, kept); }); }
      if (outcome.charAt(0) === "!") { return box.mark(item.id, outcome.slice(1)).then(function () { return give(rest, kept); }); }
      return outcome === "lewat" ? give(rest, "hp") : outcome;
    });
  }

  /* What others left here, each once in a session of the browser: what the hub does not take waits for its owner. */
  function others(items) {
    var asked = {}, key = "kotak:" + place;
    try { asked = JSON.parse(sessionStorage.getItem(key)) || {}; } catch (e) { /* asked once more */ }
    return items.reduce(function (before, item) {
      return asked[item.id] ? before : before.then(function (stop) { return stop || post(item).then(function (outcome) {
        if (outcome === "hub") { return box.drop(item.id); }
        if (outcome === "ganti" || outcome === "dicabut" || outcome.charAt(0) === "!") { asked[item.id] = 1; return null; }
        if (outcome === "masuk" && !place) { return null; }        // on the names: the next one may be of a turn that the hub knows
        anew = anew || /hp|lewat/.test(outcome);
        return outcome === "lewat" ? null : outcome;
      }); });
    }, Promise.resolve()).then(function () {
      try { sessionStorage.setItem(key, JSON.stringify(asked)); } catch (e) { /* asked once more */ }
      return "";
    });
  }

  function pass() {
    return box.list().then(function (items) {
      var sent = items.filter(ready);
      ages(sent);
      return give(sent.filter(ours)).then(function (kept) {
        return kept && kept !== "ganti" ? kept : others(sent.filter(function (item) { return !ours(item); })).then(function () { return kept; });
      });
    });
  }

  function alone(what) {
    var had = false;
    if (!navigator.locks) { return what(); }
    return navigator.locks.request("kotak", function () { had = true; return what(); }).catch(function (e) {
      return had ? Promise.reject(e) : what();                    // a browser that refuses its stores refuses its locks
    });
  }

  /* Look what waits, and tell. */
  function look(kept) {
    return box.list().then(function (items) {
      var mine = items.filter(ours);
      box.flag(items.length || box.unsure);
      state = { waiting: mine.filter(ready).length, apart: mine.filter(function (item) { return item.why; }), seat: place };
      state.state = elearn.held.length ? "penuh" : state.waiting || box.unsure ? kept || elearn.kotak.state.state.replace("hub", "") || "hp" : "hub";
      elearn.kotak.state = state;
      document.dispatchEvent(new CustomEvent("kotak", { detail: state }));
      return kept;
    });
  }

  /* Keep what was written, then send what may be sent now. */
  function send() {
    if (busy) { more = true; return; }
    busy = true;
    more = anew = false;
    place = seat();
    clearTimeout(timer);
    box.gather().then(function () { return look(); }).then(function () {
      return clock() < closed ? "hp" : alone(pass);
    }).then(look).catch(function () { return "hp"; }).then(function (kept) {
      busy = false;
      if (!kept && !anew) { wait = SOON; }
      if (more) { return send(); }
      if (kept || anew || box.unsure || elearn.held.length) { later(); }
    });
  }

  function later() {
    timer = setTimeout(send, Math.max(wait * (0.5 + Math.random()), closed - clock()));     // many phones, one hub
    wait = Math.min(wait * 2, LATE);
  }

  function hurry() { wait = SOON; send(); }

  function counts() {
    return box.gather().then(box.list).then(function (items) {
      return items.reduce(function (all, item) { all[box.seatOf(item)] = (all[box.seatOf(item)] || 0) + 1; return all; }, {});
    });
  }

  /* send(): now. waiting(): a promise of {seat key: how many}. drop(id): let go of one, which she was shown. state: as in `kotak`. */
  elearn.kotak = {
    send: send, waiting: counts, state: state,
    drop: function (id) { return box.drop(id).then(function () { return look(); }); }
  };
  window.addEventListener("online", hurry);
  window.addEventListener("pageshow", hurry);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { hurry(); } });
  send();
})();
