/* Save one thing whole: its files, its pages, and last the record that says that it is there. What she wants kept is noted apart, in
   localStorage under "luring": {scope: {stem: "mulai" | "utuh" | "henti"}}, so that what the phone has thrown away is known to be lost. */
(function () {
  "use strict";
  var elearn = window.elearn, kept = elearn.kept, KEY = "luring";

  function wishes() { try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch (e) { return {}; } }

  elearn.wished = function (scope) { return wishes()[scope] || {}; };
  elearn.wish = function (scope, stem, state) {
    var all = wishes(), own = all[scope] = all[scope] || {};
    if (state) { own[stem] = state; } else { delete own[stem]; }
    if (!Object.keys(own).length) { delete all[scope]; }
    try {
      if (Object.keys(all).length) { localStorage.setItem(KEY, JSON.stringify(all)); } else { localStorage.removeItem(KEY); }
    } catch (e) { /* it is kept all the same */ }
  };

  function room(bytes) {
    var storage = navigator.storage;
    if (!storage || !storage.estimate) { return Promise.resolve(); }
    return storage.estimate().then(function (told) {
      return bytes > told.quota - told.usage ? Promise.reject("full") : null;
    });
  }

  /* The worker, told to bring order. Nothing is kept where there is none. */
  elearn.worker = function () {
    return navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).then(function () { return navigator.serviceWorker.ready; });
  };
  elearn.sweep = function () {
    return navigator.serviceWorker.ready.then(function (there) { there.active.postMessage("sapu"); });
  };

  elearn.save = function (stem, scope, tick, stopped) {
    elearn.wish(scope, stem, "mulai");
    return elearn.ask("/simpan/" + stem + ".json").then(function (told) {
      var done = 0, pages = Object.keys(told.pages).map(function (name) { return [told.pages[name], kept.page(told, name)]; });
      var files = told.files.map(function (file) { return [file, file]; }), whole = files.length + pages.length;
      function one() { done += 1; tick(done / whole); }
      return room(told.bytes)
        .then(function () { return kept.write(kept.draft(told.scope, told.stem), told); })
        .then(function () { return elearn.fetchAll(files, one, stopped); })
        .then(function () { return elearn.fetchAll(pages, one, stopped); })
        .then(function () {
          told.day = kept.today();
          return kept.write(kept.address(told.scope, told.stem), told);
        })
        .then(function () { return kept.drop(kept.draft(told.scope, told.stem)); })
        .then(function () { elearn.wish(told.scope, stem, "utuh"); return told; });
    });
  };

  elearn.unsave = function (scope, stem) {
    elearn.wish(scope, stem, "");
    return Promise.all([kept.address(scope, stem), kept.draft(scope, stem)].map(kept.drop)).then(elearn.sweep);
  };
})();
