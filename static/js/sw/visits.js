/* A page is asked for: the hub's if it answers soon, else what is kept of it for who is signed in here, else a page that says kindly
   what is missing. Never a white page, and never a page in parts: what has no record is not there. */
(() => {
  "use strict";
  const elearn = self.elearn, kept = elearn.kept;
  const LESSON = /^\/b\/([\w-]+)\/([\w-]+)\/(selesai)?$/, PLACES = /^\/($|ranah\/|tampilan$|simpan$|b\/|bantuan\/)/;
  const SOON = 2500, HOME = 6000;          // milliseconds

  elearn.soon = (answer, limit) => Promise.race([
    answer, new Promise((_, no) => setTimeout(no, limit, new Error("late")))
  ]);

  function html(body) {
    return new Response(body, { headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": elearn.policy } });
  }

  function part(record, name) { return record ? kept.find(kept.page(record, name)) : Promise.resolve(null); }

  /* One of the pages that stand in for the hub: hers, else anybody's, since nothing in them is personal. */
  function shell(who, name) {
    return kept.record(who.scope || "-", kept.SHELL).then(own => own ? [own] : kept.records())
      .then(all => part(all.filter(one => one.stem === kept.SHELL)[0], name))
      .catch(() => null).then(found => found || html(elearn.lost));
  }

  function record(who, stem) {
    return kept.record(who.scope, stem).then(found => found || kept.record(who.seat, stem));
  }

  /* Of the draws of two days, today's in turn: other numbers tomorrow. */
  function lesson(who, found) {
    const names = Object.keys(found.pages).sort(), days = kept.today() - found.day;
    return part(found, names[(days % names.length + names.length) % names.length])
      .then(page => page || part(found, names[0])).then(page => page || shell(who, "habis"));
  }

  /* The hub's answer; after `limit`, or where there is none, `instead`. A gateway that says 502 is no hub. */
  function first(request, url, limit, instead) {
    let poor = null;
    const asked = fetch(request).then(reply => {
      const learnt = elearn.learn(url, reply);
      if (reply.status >= 500) { poor = reply; }
      return Promise.resolve(learnt).then(() => poor ? Promise.reject(new Error("poor")) : reply);
    });
    asked.catch(() => null);
    return (limit ? elearn.soon(asked, limit) : asked).catch(() => instead(poor));
  }

  function seated(who, request, url, found) {
    const key = found[1], stem = found[2];
    if (key !== who.seat) { return first(request, url, 0, poor => poor || shell(who, who.seat ? "ganti" : "masuk")); }
    if (found[3]) { return first(request, url, 0, () => shell(who, "selesai")); }
    return record(who, stem).then(saved => saved
      ? first(request, url, SOON, () => lesson(who, saved))
      : first(request, url, 0, poor => poor || shell(who, "belum")));
  }

  /* Return the answer to a visit; null for pages that are none of a learner's. */
  elearn.visit = (request, url) => {
    const found = LESSON.exec(url.pathname);
    if (!PLACES.test(url.pathname)) { return null; }
    return elearn.who().then(who => elearn.settle(who).then(elearn.who).then(now => {
      if (found) { return seated(now, request, url, found); }
      const instead = poor => poor && !now.seat ? poor : shell(now, now.seat ? "rumah" : "masuk");
      return first(request, url, now.seat ? HOME : 0, instead);
    }, () => shell({}, "masuk"))).catch(() => html(elearn.lost));
  };
})();
