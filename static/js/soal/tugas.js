/* A task: one tap hands it in. What is recorded or photographed for it stays in the memory of this page: nothing of it is sent or
   stored, and it is gone when the page is left. Without script: paper, or the tutor herself. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var ways = elearn.ways = elearn.ways || {};
  var main = document.querySelector("main[data-given]");
  if (!main || !window.fetch) { return; }

  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function word(name) { return main.getAttribute("data-" + name); }
  function both(name) { return [word(name), word(name + "-sound")]; }

  /* Each way of `Kumpul:` that a script can help with brings its own: soal/foto.js, soal/suara.js. */
  function tools(how) {
    var place = document.createElement("div");
    place.className = "mine";
    how.getAttribute("data-collect").split(" ").forEach(function (way) { if (ways[way]) { ways[way](how, place); } });
    if (!place.firstChild) { return; }
    place.appendChild(elearn.part(both("mine"), "p"));
    how.parentNode.insertBefore(place, how.nextSibling);
  }

  /* The place to write on, layar.js, comes when the first screen that has one is opened: nothing before needs it. */
  function board() {
    var screen = document.getElementById(location.hash.slice(1));
    if (!screen || !screen.querySelector(".how[data-collect~=layar]")) { return; }
    var script = document.createElement("script");
    script.src = word("board");
    document.body.appendChild(script);
    window.removeEventListener("hashchange", board);
  }

  /* What the author compares with, and what she herself thinks of hers: kept, and worth nothing. */
  function compare(form, place, why) {
    var row = document.createElement("p");
    place.appendChild(elearn.part(both("compare"), "p"));
    place.appendChild(elearn.part(why));
    [["mirip", "like"], ["belum", "unlike"]].forEach(function (one) {
      row.appendChild(button(word(one[1]), function () {
        elearn.post(form, { a: one[0], coba: "2", petunjuk: "0" });
        row.textContent = word("thanks");
      }));
      row.appendChild(document.createTextNode(" "));
    });
    place.appendChild(row);
  }

  function give(form) {
    var place = form.querySelector(".feedback"), check = form.querySelector("button[type=submit]"), next = form.querySelector(".next");
    var why = JSON.parse(form.getAttribute("data-question")).why;
    if (check.hidden) { return; }
    elearn.post(form, { coba: "1", petunjuk: String(form.querySelectorAll(".hint").length) });
    check.hidden = true;
    next.hidden = false;
    next.classList.add("main");
    place.textContent = "";
    place.hidden = false;
    place.classList.add("given");
    place.appendChild(elearn.part(both("given"), "h3"));
    if (why) { compare(form, place, why); }
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    place.scrollIntoView();
    elearn.speak(Array.prototype.slice.call(place.querySelectorAll("a.dengar")));
  }

  elearn.button = button;
  elearn.word = word;
  document.addEventListener("submit", function (event) {
    var form = event.target, how = form.querySelector(".how[data-collect]");
    if (!how || event.defaultPrevented) { return; }        // a test takes it in itself
    event.preventDefault();
    event.stopPropagation();                               // lesson.js would mark it
    give(form);
  }, true);
  window.addEventListener("hashchange", board);
  document.addEventListener("DOMContentLoaded", function () {
    Array.prototype.forEach.call(document.querySelectorAll(".how[data-collect]"), tools);
    board();
  });
})();
