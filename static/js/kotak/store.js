/* Where answers wait: in IndexedDB, in the order in which they were given; on their way there, and where there is none or it refuses,
   in localStorage, a key for each, so that no tab writes over another's; and in the memory of this page what neither has room for. An
   answer may for a moment be in two of them: its id tells. `kotak` in localStorage says that something waits, and counts. */
(function () {
  "use strict";
  var elearn = window.elearn, held = elearn.held = elearn.held || [];
  var KEY = /^kotak:([^:]+)(:.+)?$/;       // with an id: one answer; without: the list of an older version
  var FULL = "kotak.isi";
  var PATIENCE = 3000;                     // ms; a browser may never answer
  var opened = null;

  function asked(request) {
    return new Promise(function (done, fail) {
      request.onsuccess = function () { done(request.result); };
      request.onerror = function (event) { event.preventDefault(); fail(request.error); };
    });
  }

  /* The database, null where there is none. */
  function open() {
    opened = opened || new Promise(function (done) {
      setTimeout(done, PATIENCE, null);
      try {
        var request = indexedDB.open("kotak", 1);
        request.onupgradeneeded = function () {
          request.result.createObjectStore("jawaban", { keyPath: "k", autoIncrement: true }).createIndex("id", "id", { unique: true });
        };
        asked(request).then(function (base) {
          base.onversionchange = base.onclose = function () { base.close(); opened = null; };
          done(base);
        }, function () { done(null); });
      } catch (e) { done(null); }
    });
    return opened;
  }

  /* Do something with the store of answers; null where there is none, or it refuses. */
  function within(mode, what) {
    return open().then(function (base) {
      if (!base) { opened = null; return null; }
      return new Promise(function (done) {
        try {
          var whole = base.transaction("jawaban", mode, { durability: "strict" }), result = null;
          whole.oncomplete = function () { done(result === null ? true : result); };
          whole.onabort = whole.onerror = function () { done(null); };
          what(whole.objectStore("jawaban"), function (found) { result = found; });
        } catch (e) { opened = null; done(null); }
      });
    });
  }

  function seatOf(item) { return item.to.split("/")[2]; }

  function each(what) {
    try { Object.keys(localStorage).forEach(function (key) { var found = KEY.exec(key); if (found) { what(key, found); } }); } catch (e) { /* none */ }
  }

  function parsed(text) { try { return JSON.parse(text); } catch (e) { return null; } }

  /* What lies in localStorage, each in its order. */
  function written() {
    var items = [];
    each(function (key, found) {
      var kept = parsed(localStorage.getItem(key));
      items = items.concat(found[2] ? [kept] : kept);
    });
    return items.filter(function (item) { return item && item.id && item.to; }).sort(function (a, b) { return (a.n || 0) - (b.n || 0); });
  }

  function erase(ids) {
    each(function (key, found) {
      if (found[2]) { return ids[found[2].slice(1)] && localStorage.removeItem(key); }
      var list = parsed(localStorage.getItem(key)) || [], left = list.filter(function (item) { return !ids[item.id]; });
      if (!left.length) { return localStorage.removeItem(key); }
      if (left.length < list.length) { try { localStorage.setItem(key, JSON.stringify(left)); } catch (e) { /* it is sent again */ } }
    });
    for (var at = held.length - 1; at >= 0; at -= 1) { if (ids[held[at].id]) { held.splice(at, 1); } }
  }

  function named(items) {
    var ids = {};
    items.forEach(function (item) { ids[item.id] = true; });
    return ids;
  }

  /* Bring what was just written into the database. An answer that it holds already is left out, the others are not. */
  function gather() {
    var items = written().concat(held);
    if (!items.length) { return Promise.resolve(); }
    return within("readwrite", function (store) {
      items.forEach(function (item) {
        store.add({ id: item.id, n: item.n || 0, to: item.to, body: item.body, why: item.why || "" }).onerror = function (event) {
          if (event.target.error.name === "ConstraintError") { event.preventDefault(); event.stopPropagation(); }
        };
      });
    }).then(function (safe) { if (safe) { note(true); erase(named(items)); } });
  }

  /* That the database holds something; so that one which does not open today is not taken for an empty one. */
  function note(some) {
    try { if (some) { localStorage.setItem(FULL, 1); } else { localStorage.removeItem(FULL); } } catch (e) { /* no storage */ }
  }

  function noted() { try { return !!localStorage.getItem(FULL); } catch (e) { return false; } }

  /* All that waits, the oldest first: of {id, to, body, why}. `box.unsure`: there may be more, which cannot be looked at now. */
  function list() {
    return within("readonly", function (store, tell) {
      store.getAll().onsuccess = function (event) { tell(event.target.result); };
    }).then(function (kept) {
      var seen = {};
      elearn.box.unsure = !kept && noted();
      if (kept && !kept.length) { note(false); }
      return (kept || []).concat(written(), held).filter(function (item) {
        var first = !seen[item.id];
        seen[item.id] = true;
        return first;
      }).sort(function (a, b) { return (a.n || 0) - (b.n || 0) || (a.k || 1e9) - (b.k || 1e9); });      // a page that is killed brings its own later than the next one
    });
  }

  function change(id, what) {
    return within("readwrite", function (store) {
      store.index("id").get(id).onsuccess = function (event) { if (event.target.result) { what(store, event.target.result); } };
    });
  }

  function drop(id) {
    return change(id, function (store, item) { store.delete(item.k); }).then(function () {
      var ids = {};
      ids[id] = true;
      erase(ids);
    });
  }

  /* Note why it cannot be stored as it is: it waits on, apart. */
  function mark(id, why) {
    held.forEach(function (item) { if (item.id === id) { item.why = why; } });
    each(function (key, found) {
      if (found[2] !== ":" + id) { return; }
      var item = parsed(localStorage.getItem(key));
      item.why = why;
      try { localStorage.setItem(key, JSON.stringify(item)); } catch (e) { /* no room: it is asked once more */ }
    });
    return change(id, function (store, item) { item.why = why; store.put(item); });
  }

  function flag(some) {
    try {
      if (!some) { localStorage.removeItem("kotak"); each(function () { some = true; }); }
      if (some && !localStorage.getItem("kotak")) { localStorage.setItem("kotak", 1); }
    } catch (e) { /* no storage */ }
  }

  elearn.box = { gather: gather, list: list, drop: drop, mark: mark, flag: flag, seatOf: seatOf };
})();
