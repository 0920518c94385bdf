/* What is kept on this phone, and where: one cache, which the pages that save write and the worker reads.
     /luring/catatan/<scope>/<stem>                 a record: what a saved thing is made of; it is written last and makes it whole
     /luring/mulai/<scope>/<stem>                   the same while it is being saved: what is there already is not swept
     /luring/halaman/<scope>/<stem>/<mark>/<name>   a page of it
     /luring/siapa                                  whose home was seen last on this phone: a seat and a scope, no name
     and every file under its own address, once for all that need it.
   A scope is what shapes a page beside its lesson (elearn/web/offline/scope.py), or a seat for what is hers alone. */
(function () {
  "use strict";
  var elearn = self.elearn = self.elearn || {};
  var RECORDS = "/luring/catatan/", DRAFTS = "/luring/mulai/", SHELL = "kulit", ANY = { ignoreVary: true };
  var kept = elearn.kept = { NAME: "elearn-1", WHO: "/luring/siapa", SHELL: SHELL };

  kept.open = function () { return caches.open(kept.NAME); };
  kept.find = function (address) { return kept.open().then(function (cache) { return cache.match(address, ANY); }); };
  kept.drop = function (address) { return kept.open().then(function (cache) { return cache.delete(address, ANY); }); };
  kept.read = function (address) {
    return kept.find(address).then(function (found) { return found ? found.json() : null; }).catch(function () { return null; });
  };
  kept.write = function (address, value) {
    var body = new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json" } });
    return kept.open().then(function (cache) { return cache.put(address, body); });
  };

  kept.address = function (scope, stem) { return RECORDS + scope + "/" + stem; };
  kept.draft = function (scope, stem) { return DRAFTS + scope + "/" + stem; };
  kept.record = function (scope, stem) { return kept.read(kept.address(scope, stem)); };
  kept.page = function (record, name) { return ["/luring/halaman", record.scope, record.stem, record.mark, name].join("/"); };

  /* What is being saved, and what is kept: all of it, of `scopes` only where they are given. */
  kept.drafts = function () { return all(DRAFTS); };
  kept.records = function (scopes) { return all(RECORDS, scopes); };

  function all(place, scopes) {
    return kept.open().then(function (cache) { return cache.keys(); }).then(function (keys) {
      var found = keys.map(function (one) { return new URL(one.url).pathname; }).filter(function (path) {
        return path.indexOf(place) === 0 && (!scopes || scopes.indexOf(path.slice(place.length).split("/")[0]) >= 0);
      });
      return Promise.all(found.map(kept.read));
    }).then(function (records) {
      return records.filter(Boolean).sort(function (one, other) { return one.order < other.order ? -1 : 1; });
    });
  }

  /* Days since 1970, as this phone counts them. */
  kept.today = function () { return Math.floor((Date.now() - new Date().getTimezoneOffset() * 60000) / 864e5); };
})();
