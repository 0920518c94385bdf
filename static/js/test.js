/* A test: the page does not know the answers. What is given is kept and sent, and the next question comes;
   each is answered once. Stands before outbox.js and lesson.js. */
(function () {
  "use strict";
  var elearn = window.elearn, main = document.querySelector("main[data-kept]");
  if (!main || !window.fetch) { return; }

  function lock(form) {
    Array.prototype.forEach.call(form.querySelectorAll("input, .order button"), function (field) { field.disabled = true; });
    form.querySelector("button[type=submit]").hidden = true;
    var next = form.querySelector(".next");
    next.hidden = false;
    next.classList.add("main");
  }

  function tell(form, what) {
    var place = form.querySelector(".feedback");
    place.textContent = "";
    place.hidden = false;
    place.className = "feedback kept";
    place.appendChild(elearn.part([main.getAttribute("data-" + what), main.getAttribute("data-" + what + "-sound")], "h3"));
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    place.scrollIntoView();
    elearn.say(place);
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.hasAttribute("data-question")) { return; }
    event.preventDefault();
    event.stopPropagation();                 // lesson.js would mark it
    if (form.querySelector("button[type=submit]").hidden) { return; }
    var raw = elearn.read(form);
    if (!raw) { return tell(form, "empty"); }
    if (elearn.mark(JSON.parse(form.getAttribute("data-question")).key, raw).outcome === "unclear") {
      return tell(form, form.querySelector(".typed") ? "unclear" : "unfinished");
    }
    elearn.post(form, { coba: "1", petunjuk: "0" });
    lock(form);
    tell(form, "kept");
  }, true);

  /* ?di=q4: what stands before was answered earlier today. */
  document.addEventListener("DOMContentLoaded", function () {
    var from = /[?&]di=(q\d+)/.exec(location.search);
    if (!from) { return; }
    Array.prototype.some.call(document.querySelectorAll(".question"), function (screen) {
      if (screen.id === from[1]) { return true; }
      lock(screen.querySelector("form"));
      return false;
    });
  });
})();
