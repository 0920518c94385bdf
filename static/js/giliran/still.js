/* "Masih di sini?" While a learner is signed in: after twelve minutes without a tap she is asked, seen and heard, and a minute later signed
   out, before the hub forgets her by itself (15 minutes). What she does without asking the hub for anything is told to it, at most once a
   minute. A page of hers that comes up in somebody else's turn is hidden and asked for again. */
(function () {
  "use strict";
  var elearn = window.elearn, page = document.documentElement, ASK = 720000, OUT = 780000, MINUTE = 60000;    // ms
  var KEY = "giliran", seat = (/^\/b\/([^/]+)/.exec(location.pathname) || [])[1];
  var last = Date.now() - (elearn.late || 0);                  // we come with a tap, or late: by a timer, after none
  var told = last, timer = null, box = null, going = false, alone = false, lost = false;

  function cookie() { return /(?:.*[ ;]|^)(\S*giliran)=([^;]*)/.exec(document.cookie) || ["", KEY, ""]; }
  function mark() { return cookie()[2]; }
  function hers() { var now = mark(); return now.length > 1 && (!seat || !now.indexOf(seat)); }
  if (!hers() || !window.fetch) { return; }

  /* The latest tap in any tab of hers. */
  function latest() {
    var other = 0;
    try { other = Number(localStorage.getItem(KEY)) || 0; } catch (e) { /* this tab alone */ }
    if (other > last && other <= Date.now()) { last = other; }
    return last;
  }

  function tell() {
    told = Date.now();
    return fetch("/masih", { credentials: "same-origin" }).then(function (reply) {
      if (reply.status === 401) { leave(); }
    }).catch(function () { /* no hub: it is told with the next tap */ });
  }

  function tapped() {
    alone = false;
    last = Date.now();
    try { localStorage.setItem(KEY, String(last)); } catch (e) { /* this tab alone */ }
    if (last - told >= MINUTE) { tell(); }
    watch();
  }

  function watch() {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, latest() + (asking() ? OUT : ASK) - Date.now()) + 50);
  }

  function look() {
    var idle = Date.now() - latest();
    if (idle >= OUT) { return leave(); }
    if (idle >= ASK) { ask(); } else if (asking()) { box.hidden = true; }
    watch();
  }

  function asking() { return box && !box.hidden; }

  function ask() {
    if (!box || asking()) { return; }
    box.hidden = false;
    box.querySelector("button").focus();
    if (!document.querySelector(".tenang, [data-quiet]")) { elearn.speak([box.querySelector("a.dengar")]); }
  }

  /* Under the name it has here: over https that is another one, and two of them would tell two tales. */
  function say(mark) {
    var name = cookie()[1];
    document.cookie = name + "=" + mark + "; path=/; SameSite=Lax" + (name === KEY ? "" : "; Secure");
  }

  /* Nobody knows any more who is here: no tap is surely hers from now on, and she is signed out as soon as the hub is there. Where it is
     not she may go on; what she answers waits until she has signed in again. */
  function leave() {
    if (going) { return; }
    going = true;
    ask();
    say("; max-age=0");
    fetch("/keluar", { method: "POST", credentials: "same-origin", redirect: "manual",
      headers: { "Content-Type": "application/x-www-form-urlencoded" } }).then(function () {
      location.replace(page.hasAttribute("data-quiet") ? "/" : "/?next=" + encodeURIComponent(location.pathname));
    }).catch(function () { going = false; alone = lost = true; });
  }

  /* The first tap after too long a while is nobody's: it does nothing but lead away. */
  function guard(event) {
    if ((Date.now() - latest() < OUT || alone) && !going) {
      if (!asking() || event.target.closest && event.target.closest(".masih button")) { tapped(); }
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  }

  /* Another's turn: nothing that was chosen here is seen. */
  function shown() {
    if (!hers() && !going && !(lost && !mark())) { page.hidden = true; return location.reload(); }
    page.hidden = false;
    look();
  }

  document.addEventListener("submit", function (event) { if (/\/keluar$/.test(event.target.action)) { say("-"); } });      // also where the hub does not hear of it
  ["click", "keydown", "submit"].forEach(function (what) { document.addEventListener(what, guard, true); });
  window.addEventListener("pagehide", function () { page.hidden = true; });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { shown(); } });
  window.addEventListener("focus", shown);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { shown(); } });

  fetch("/masih/" + page.lang, { credentials: "same-origin" }).then(function (reply) { return reply.ok ? reply.text() : ""; }).then(function (html) {
    var made = document.createElement("div");
    made.innerHTML = html;
    box = made.querySelector(".masih");
    if (!box) { return; }
    document.body.appendChild(made);
    box.querySelector("button").addEventListener("click", function () { box.hidden = true; tell(); watch(); });
    look();
  }).catch(function () { /* without a hub she is asked nothing, and signed out when it is back */ });
  watch();
})();
