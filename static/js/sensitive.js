/* A sensitive lesson. Nothing sounds by itself; an answer is told and never sent or marked; its place in the
   history is home's from the start, its screens take no places, and whoever comes back by Back or Forward comes
   home. Stands before outbox.js and lesson.js. Without script "Keluar cepat" signs out. */
(function () {
  "use strict";
  var page = document.documentElement, elearn = window.elearn;
  var main = document.querySelector("main[data-heard]");
  if (!main || !window.fetch || !history.replaceState) { return; }
  elearn.speak = elearn.enter = function () { /* only a tap makes a sound */ };

  function leave(event) {
    event.preventDefault();
    elearn.stop();
    page.hidden = true;
    location.replace("/");
  }

  /* Show what is right, whatever she chose, and the author's words to her choice. */
  function told(form, verdict) {
    var data = JSON.parse(form.getAttribute("data-question")), place = form.querySelector(".feedback");
    var check = form.querySelector("button[type=submit]"), next = form.querySelector(".next");
    var unclear = verdict.outcome === "unclear" ? form.querySelector(".typed") ? "unclear" : "unfinished" : "";
    function add(piece, tag) { if (piece) { place.appendChild(elearn.part(piece, tag)).className = tag === "div" ? "answer" : ""; } }
    place.textContent = "";
    place.hidden = false;
    place.className = "feedback heard";
    var head = "data-" + (unclear || "heard");
    add([main.getAttribute(head), main.getAttribute(head + "-sound")], "h3");
    if (!unclear) {
      add(elearn.answer(form, data), "div");
      add(data.say[verdict.line], "section");
      add(data.why, "section");
      check.hidden = true;
      next.hidden = false;
      next.classList.add("main");
    }
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.hasAttribute("data-question")) { return; }
    event.preventDefault();
    event.stopPropagation();                 // lesson.js would send it
    var raw = elearn.read(form);
    form.querySelector(".empty").hidden = !!raw;
    if (raw) { told(form, elearn.mark(JSON.parse(form.getAttribute("data-question")).key, raw)); }
  }, true);

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (link) { event.preventDefault(); location.replace(link.getAttribute("href")); }
  });

  document.addEventListener("DOMContentLoaded", function () {      // the others have read the address by now
    history.replaceState(null, "", "/" + location.hash);
    Array.prototype.forEach.call(document.querySelectorAll("[data-quick], a[href='/']"), function (way) {
      way.addEventListener(way.tagName === "FORM" ? "submit" : "click", leave);
    });
  });
})();
