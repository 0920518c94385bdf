/* The worker's ears. It keeps no answers and sends none: the outbox does. Another version takes over at once, since pages are kept with
   the very styles and scripts they were made with; what nothing needs any more goes when no other page is open. */
(() => {
  "use strict";
  const elearn = self.elearn, kept = elearn.kept;
  const FILES = /^\/(s\/|gambar\/|suara\/[a-z0-9]+\.(mp3|json)$)/, WORDS = /^\/(bantuan|ikuti|banding|kotak)\//;
  const OWN = /^\/(b\/|tampilan$|bahasa$)/;          // posts that leave the same person signed in
  const PAUSE = 3000, TRIES = 5;                     // a page that was just left counts as open for a moment

  function sweep(tries) {
    return self.clients.matchAll({ type: "window" }).then(open => {
      if (open.length < 2) { return clear(); }
      return tries > 1 ? new Promise(go => setTimeout(go, PAUSE)).then(() => sweep(tries - 1)) : null;
    });
  }

  function clear() {
    return Promise.all([kept.records(), kept.drafts()]).then(both => {
      const needed = new Set([kept.WHO]);
      both[0].concat(both[1]).forEach(one => {
        needed.add(kept.address(one.scope, one.stem));
        needed.add(kept.draft(one.scope, one.stem));
        Object.keys(one.pages).forEach(name => needed.add(kept.page(one, name)));
        one.files.forEach(file => needed.add(file));
      });
      return kept.open().then(cache => cache.keys().then(keys => Promise.all(keys.filter(key => {
        const url = new URL(key.url);
        return !needed.has(url.pathname + url.search);
      }).map(key => cache.delete(key, { ignoreVary: true })))));
    });
  }

  function others() {
    return caches.keys().then(names => Promise.all(
      names.filter(name => name.indexOf("elearn-") === 0 && name !== kept.NAME).map(name => caches.delete(name))));
  }

  function posted(event, url) {
    if (event.request.mode !== "navigate" || OWN.test(url.pathname)) { return; }
    if (url.pathname === "/keluar") { return event.respondWith(elearn.leave(event.request)); }
    event.waitUntil(elearn.forget(false));
  }

  function asked(event, url) {
    const request = event.request;
    if (request.mode === "navigate") {
      const answer = elearn.visit(request, url);
      if (answer) { event.respondWith(answer); }
    } else if (FILES.test(url.pathname)) {
      event.respondWith(elearn.file(request));
    } else if (WORDS.test(url.pathname)) {
      event.respondWith(elearn.words(request));
    }
  }

  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", event => event.waitUntil(others().then(() => self.clients.claim()).then(() => { sweep(TRIES); })));
  self.addEventListener("message", event => {
    if (event.data === "sapu") { event.waitUntil(sweep(TRIES)); }
    if (event.data === "lupa") { event.waitUntil(elearn.forget(false)); }
  });
  self.addEventListener("fetch", event => {
    const url = new URL(event.request.url);
    if (url.origin !== self.location.origin) { return; }
    if (event.request.method === "POST") { posted(event, url); }
    if (event.request.method === "GET") { asked(event, url); }
  });
})();
