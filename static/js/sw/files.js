/* Sounds, drawings, styles and scripts: from what is kept, else from the hub. A sound is kept whole; the stretch that a player asks
   for when it seeks is cut out of it here. ES2015, as all of the worker: who has service workers has that. */
(() => {
  "use strict";
  const kept = self.elearn.kept, RANGE = /^bytes=(\d*)-(\d*)$/;

  /* Return [from, to) of a body of `size` bytes; null where all of it is the answer. As elearn/web/media.py has it. */
  function bounds(asked, size) {
    const found = RANGE.exec(asked || "");
    if (!found || !found[1] && !found[2]) { return null; }
    if (!found[1]) { return [Math.max(0, size - Number(found[2])), size]; }
    return [Number(found[1]), found[2] ? Math.min(Number(found[2]) + 1, size) : size];
  }

  function cut(whole, asked) {
    return whole.arrayBuffer().then(body => {
      const size = body.byteLength, part = bounds(asked, size), headers = new Headers(whole.headers);
      headers.delete("Content-Encoding");
      headers.set("Accept-Ranges", "bytes");
      if (!part) { return new Response(body, { headers: headers }); }
      if (part[0] >= part[1]) {
        headers.set("Content-Range", "bytes */" + size);
        return new Response(null, { status: 416, headers: headers });
      }
      headers.set("Content-Range", "bytes " + part[0] + "-" + (part[1] - 1) + "/" + size);
      headers.set("Content-Length", String(part[1] - part[0]));
      return new Response(body.slice(part[0], part[1]), { status: 206, headers: headers });
    });
  }

  /* Addresses that name their bytes: what is kept under one is right for ever. */
  self.elearn.file = request => kept.find(request.url).catch(() => null).then(found => {
    if (!found) { return fetch(request); }
    return request.headers.has("Range") ? cut(found, request.headers.get("Range")) : found;
  });

  /* Words that may have changed: the hub's if it answers soon, else those that are kept. */
  self.elearn.words = request => self.elearn.soon(fetch(request), 2500)
    .catch(() => kept.find(request.url).then(found => found || fetch(request)));
})();
