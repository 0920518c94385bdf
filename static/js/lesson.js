/* One screen at a time, and an answer at once. Everything here also works as plain forms and links. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var main = document.querySelector("main[data-lesson]");
  if (!main || !window.fetch) { return; }
  var screens = Array.prototype.slice.call(document.querySelectorAll(".screen"));
  var dots = Array.prototype.slice.call(document.querySelectorAll(".dots li"));
  var name = location.pathname;
  var computed = JSON.parse(main.getAttribute("data-words") || "{}");   // what is said where the author wrote nothing

  function shown() {
    var wanted = location.hash.slice(1);
    var at = screens.findIndex(function (screen) { return screen.id === wanted; });
    return at < 0 ? 0 : at;
  }

  function show() {
    elearn.stop();
    var at = shown();
    screens.forEach(function (screen, i) { screen.classList.toggle("now", i === at); });
    dots.forEach(function (dot, i) { dot.className = i === at ? "now" : i < at ? "on" : ""; });
    window.scrollTo(0, 0);
    var heading = screens[at].querySelector("h2");
    if (heading) { heading.setAttribute("tabindex", "-1"); heading.focus({ preventScroll: true }); }
    elearn.enter(screens[at], name + screens[at].id);
  }

  function part(piece, tag) {
    var box = document.createElement(tag || "div");
    box.innerHTML = piece[0];
    if (piece[1]) {
      var speaker = document.createElement("a");
      speaker.className = "dengar";
      speaker.href = piece[1];
      speaker.setAttribute("aria-label", main.getAttribute("data-hear"));
      box.appendChild(speaker);
    }
    return box;
  }

  function read(form) {
    var fields = {};
    Array.prototype.forEach.call(form.elements, function (field) {
      var on = field.type !== "radio" && field.type !== "checkbox" || field.checked;
      if (/^a\d*$/.test(field.name)) { (fields[field.name] = fields[field.name] || []).push(on ? field.value : null); }
    });
    var some = function (value) { return value !== null; };
    if (fields.a) { return fields.a.filter(some).join(","); }
    var row = [];
    Object.keys(fields).forEach(function (field) { row[Number(field.slice(1))] = fields[field].filter(some)[0] || ""; });
    return row.join(",").replace(/,+$/, "");
  }

  /* The right answer to show and say; of options and tiles the page holds the words already. */
  function answerTo(form, data) {
    var words = data.answer[0] || data.key.ok.map(function (id) {
      return form.querySelector("input[value='" + id + "']").nextElementSibling.innerHTML;
    }).join(" ");
    return [words, data.answer[1]];
  }

  function question(form) {
    var data = JSON.parse(form.getAttribute("data-question"));
    var place = form.querySelector(".feedback");
    var check = form.querySelector("button[type=submit]");
    var next = form.querySelector(".next");
    var tries = 1, hints = 0;
    var typed = !!form.querySelector(".typed");
    next.hidden = true;

    function tell(outcome, said) {
      place.textContent = "";
      place.hidden = false;
      place.classList.toggle("right", outcome === "right");
      var head = part([main.getAttribute("data-" + outcome), main.getAttribute("data-" + outcome + "-sound")], "h3");
      place.appendChild(head);
      var words = data.say[said === null && outcome === "wrong" ? "-" : said];
      if (typeof words === "string") { words = computed[words]; }
      if (words) { place.appendChild(part(words)); }
      if (outcome === "wrong") {
        var label = part([main.getAttribute("data-answer"), ""], "p");
        place.appendChild(label);
        var answer = part(answerTo(form, data));
        answer.className = "answer";
        place.appendChild(answer);
      }
      if (outcome === "right" && data.why) { place.appendChild(part(data.why)); }
      place.setAttribute("tabindex", "-1");
      place.focus({ preventScroll: true });
      place.scrollIntoView();
      var speakers = Array.prototype.slice.call(place.querySelectorAll("a.dengar"));
      elearn.speak(speakers);
    }

    /* The second half of a double tap would take the feedback away before it was heard. */
    check.addEventListener("click", function (event) { if (event.detail > 1) { event.preventDefault(); } });

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (check.hasAttribute("data-again")) { return again(); }
      var raw = read(form);
      if (!raw) { return tell("empty"); }
      var verdict = elearn.mark(data.key, raw);
      if (verdict.outcome === "unclear") { return tell(typed ? "unclear" : "unfinished"); }
      elearn.post(form, { coba: String(tries), petunjuk: String(hints) });
      tries += 1;
      tell(verdict.outcome, verdict.line);
      next.hidden = false;
      if (verdict.outcome === "right") { check.hidden = true; next.classList.add("main"); next.focus(); return; }
      check.setAttribute("data-again", "");
      check.firstElementChild.textContent = main.getAttribute("data-try");
    });

    function again() {
      check.removeAttribute("data-again");
      check.firstElementChild.textContent = main.getAttribute("data-check");
      place.hidden = true;
      next.hidden = true;
      form.reset();
      form.dispatchEvent(new Event("again"));
      elearn.say(form);
    }

    var more = form.querySelector(".more");
    if (more) {
      more.addEventListener("click", function () {
        var hint = part(data.hints[hints], "p");
        hint.className = "hint";
        more.parentNode.insertBefore(hint, more);
        elearn.say(hint);
        hints += 1;
        more.hidden = hints >= data.hints.length;
      });
      more.hidden = false;
    }
  }

  elearn.part = part;
  elearn.read = read;
  elearn.answer = answerTo;
  document.documentElement.classList.add("js");
  Array.prototype.forEach.call(document.querySelectorAll("form[data-question]"), question);
  var end = document.querySelector("a[data-end]");
  if (end) {
    end.addEventListener("click", function (event) {
      event.preventDefault();
      elearn.settle(function () { location.href = end.href; });
    });
  }
  document.addEventListener("click", function (event) {   // a double tap must not skip what the first one brought
    if (event.detail > 1 && event.target.closest(".act")) { event.preventDefault(); }
  });
  window.addEventListener("hashchange", show);
  show();
})();
