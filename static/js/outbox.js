/* Answers wait in the browser until the server names their ids; a lost hub loses nothing. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var main = document.querySelector("main[data-lesson]");
  if (!main || !window.fetch) { return; }
  var KEY = "kotak:" + location.pathname.split("/")[2];   // the seat: one learner on this device
  var sending = false, wait = 2000;
  var held = null;                         // the list, while the browser has no room for it

  function load() {
    if (held) { return held; }
    try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch (e) { return []; }
  }
  function keep(list) {
    try { localStorage.setItem(KEY, JSON.stringify(list)); held = null; } catch (e) { held = list; }
    var state = document.querySelector("[data-state]");
    if (state) { state.textContent = state.getAttribute(list.length ? "data-waiting" : "data-stored"); }
  }

  function uuid() {
    var b = new Uint8Array(16);
    crypto.getRandomValues(b);
    b[6] = b[6] & 15 | 64;
    b[8] = b[8] & 63 | 128;
    var hex = Array.prototype.map.call(b, function (x) { return (x + 256).toString(16).slice(1); }).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  function send() {
    var list = load();
    if (sending || !list.length) { return; }
    sending = true;
    var item = list[0];
    fetch(item.to, {
      method: "POST", credentials: "same-origin", body: item.body,
      headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" }
    }).then(function (reply) {
      sending = false;
      if (reply.status >= 500 || reply.status === 429 || reply.status === 401 || reply.status === 409) { return later(); }
      return reply.json().then(function (said) {
        var refused = said.error === "soal-tidak-ada" || said.error === "bukan-dia" || said.error === "belum-jelas";
        if (said.id !== item.id && !refused) { return later(); }
        keep(load().filter(function (other) { return other.id !== item.id; }));
        wait = 2000;
        send();
      });
    }).catch(function () { sending = false; later(); });
  }

  function later() { setTimeout(send, wait); wait = Math.min(wait * 2, 60000); }

  /* Queue a form's answer; returns at once. */
  elearn.post = function (form, extra) {
    var pairs = [], id = uuid(), fields = form.elements;
    var turn = (/giliran=([^;]*)/.exec(document.cookie) || ["", ""])[1];      // whose turn it is (elearn/accounts/turns.py)
    if (turn && turn.indexOf(location.pathname.split("/")[2])) { return location.reload(); }   // not hers: "sudah ganti orang"
    extra.giliran = turn;
    extra.id = id;
    extra.waktu = String(Date.now());
    Array.prototype.forEach.call(fields, function (field) {
      var on = field.type !== "radio" && field.type !== "checkbox" || field.checked;
      if (field.name && on && field.type !== "submit") { pairs.push([field.name, field.value]); }
    });
    Object.keys(extra).forEach(function (name) { pairs.push([name, extra[name]]); });
    var body = pairs.map(function (pair) { return pair.map(encodeURIComponent).join("="); }).join("&");
    keep(load().concat([{ id: id, to: location.pathname, body: body }]));
    send();
  };
  /* Wait (at most three seconds) until all is stored, then go on. */
  elearn.settle = function (go) {
    var until = Date.now() + 3000;
    (function look() {
      if (!load().length || Date.now() > until) { go(); } else { send(); setTimeout(look, 100); }
    })();
  };
  window.addEventListener("online", send);
  keep(load());
  send();
})();
