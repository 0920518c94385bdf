/* An answer is written down before anything else, at once, under a key of its own; what sends it is kotak.js. */
(function () {
  "use strict";
  var elearn = window.elearn, path = location.pathname, held = elearn.held = [];    // held: what the browser has no room for
  var state = document.querySelector("[data-state]");

  function uuid() {
    var b = new Uint8Array(16);
    crypto.getRandomValues(b);
    b[6] = b[6] & 15 | 64;
    b[8] = b[8] & 63 | 128;
    var hex = Array.prototype.map.call(b, function (x) { return (x + 256).toString(16).slice(1); }).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  elearn.wait = function (some) { if (state) { state.textContent = state.getAttribute(some ? "data-waiting" : "data-stored"); } };

  /* Keep a form's answer; returns at once. The path names its owner: /b/<seat>/<lesson>/. */
  elearn.post = function (form, extra) {
    if (path.slice(0, 3) !== "/b/") { return; }        // an author's look at a lesson
    var pairs = [], item = { id: uuid(), to: path };
    var turn = (/.*giliran=([^;]*)/.exec(document.cookie) || ["", ""])[1];      // whose turn it is (elearn/accounts/turns.py)
    if (turn && turn.indexOf(path.split("/")[2])) { return location.reload(); }   // not hers: "sudah ganti orang"
    extra.giliran = turn;
    extra.id = item.id;
    extra.waktu = String(Date.now());
    Array.prototype.forEach.call(form.elements, function (field) {
      var on = field.type !== "radio" && field.type !== "checkbox" || field.checked;
      if (field.name && on && field.type !== "submit") { pairs.push([field.name, field.value]); }
    });
    Object.keys(extra).forEach(function (name) { pairs.push([name, extra[name]]); });
    item.body = pairs.map(function (pair) { return pair.map(encodeURIComponent).join("="); }).join("&");
    try {
      item.n = Number(localStorage.getItem("kotak")) + 1;
      localStorage.setItem("kotak:" + path.split("/")[2] + ":" + item.id, JSON.stringify(item));
      localStorage.setItem("kotak", item.n);           // something waits
    } catch (e) { held.push(item); }
    elearn.wait(true);
    if (elearn.kotak) { elearn.kotak.send(); } else { elearn.unpack(); }
  };

  document.addEventListener("click", function (event) {      // a sound that begins has the line to itself
    if (event.target.closest(".dengar,.kata")) { setTimeout(elearn.unpack, 3000); } else { elearn.unpack(); }
  });
  elearn.wait();
})();
