/* On the names: how many answers wait in this phone, beside the name of her whose they are. Nothing else of them is said. */
(function () {
  "use strict";
  var elearn = window.elearn, before = "";
  if (!document.querySelector("a[href^='/masuk/']") || !elearn.kotak) { return; }
  function each(list, visit) { Array.prototype.forEach.call(list, visit); }

  function put(html) {
    var made = document.createElement("div");
    made.innerHTML = html;
    each(document.querySelectorAll(".menunggu"), function (old) { old.parentNode.removeChild(old); });
    each(made.querySelectorAll("link"), function (style) { document.body.appendChild(style); });
    each(made.querySelectorAll(".menunggu"), function (note) {
      var name = document.querySelector("a[href^='/masuk/" + note.getAttribute("data-of") + "']");
      if (name) { name.parentNode.appendChild(note).parentNode.classList.add("ada"); }
    });
  }

  function draw(waiting) {
    var asked = Object.keys(waiting).map(function (seat) { return "b=" + seat + "." + waiting[seat]; }).join("&");
    if (asked === before) { return; }
    before = asked;
    if (!asked) { return put(""); }
    fetch("/menunggu?" + asked, { credentials: "same-origin" }).then(function (reply) {
      if (!reply.ok) { throw reply; }
      return reply.text();
    }).then(put).catch(function () { before = ""; });
  }

  function look() { elearn.kotak.waiting().then(draw); }
  document.addEventListener("kotak", look);
  look();
})();
