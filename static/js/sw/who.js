/* Whose saved lessons may be opened here: the seat that her home named, until anybody signs out or in, with the hub or without it. */
(() => {
  "use strict";
  const elearn = self.elearn, kept = elearn.kept, HOME = "/";
  let turn = Promise.resolve();            // one change after another, and who asks waits for them

  function change(how) {
    turn = turn.then(() => kept.read(kept.WHO)).then(who => {
      const now = how(who || {});
      return now ? kept.write(kept.WHO, now) : null;
    }).catch(() => null);
    return turn;
  }

  elearn.who = () => turn.then(() => kept.read(kept.WHO)).then(who => who || {});

  /* `owed`: she signed out while the hub was away. It is told as soon as it can be, before anything else is asked of it. */
  elearn.forget = owed => change(who => ({ owed: owed || who.owed }));

  /* Home names the seat; the door, and a home that is somebody else's, name none. */
  elearn.learn = (url, reply) => {
    if (url.pathname !== HOME || reply.type !== "opaqueredirect" && reply.status !== 200) { return null; }
    const named = (reply.headers.get("Kursi") || "").split(" ");
    return change(who => {
      if (!who.seat && !named[0]) { return null; }
      return { owed: who.owed, seat: named[0], scope: named[1] };
    });
  };

  /* Sign out at the hub what was signed out here. */
  elearn.settle = who => who.owed
    ? fetch("/keluar", { method: "POST", credentials: "same-origin", redirect: "manual" })
      .then(reply => reply.status < 500 ? change(() => ({})) : Promise.reject(reply))
    : Promise.resolve();

  elearn.leave = request => elearn.forget(true).then(() => fetch(request)).then(reply => {
    if (reply.status >= 500) { return Promise.reject(reply); }
    return change(() => ({})).then(() => reply);
  }).catch(() => Response.redirect(HOME, 303));
})();
