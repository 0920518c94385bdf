/* One screen at a time, and an answer at once. Everything here also works as plain forms and links. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var main = document.querySelector("main[data-lesson]");
  if (!main || !window.fetch) { return; }
  var screens = all(document, ".screen"), dots = all(document, ".dots li");
  var name = location.pathname;
  var missed = [];                         // asked once more before the end: what is not right yet
  var computed = JSON.parse(word("words") || "{}");   // what is said where the author wrote nothing

  function word(name) { return main.getAttribute("data-" + name); }
  function all(place, what) { return Array.prototype.slice.call(place.querySelectorAll(what)); }

  function shown() {
    var wanted = location.hash.slice(1);
    var at = screens.findIndex(function (screen) { return screen.id === wanted; });
    return at < 0 ? 0 : at;
  }

  function show() {
    elearn.stop();
    var at = shown(), rest = missed;
    if (screens[at].id === "akhir" && rest.length) {
      missed = [];
      rest.forEach(function (one, i) { one.once(i + 1 < rest.length ? rest[i + 1].id : "akhir"); });
      return location.replace("#" + rest[0].id);
    }
    screens.forEach(function (screen, i) { screen.classList.toggle("now", i === at); });
    dots.forEach(function (dot, i) { dot.className = i === at ? "now" : i < at ? "on" : ""; });
    window.scrollTo(0, 0);
    var heading = screens[at].querySelector("h2");
    if (heading) { focus(heading); }
    elearn.enter(screens[at], name + screens[at].id + (screens[at].querySelector("h2.once") ? "+" : ""));
  }

  function focus(place) {
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
  }

  function part(piece, tag) {
    var box = document.createElement(tag || "div");
    box.innerHTML = piece[0];
    if (piece[1]) {
      var speaker = document.createElement("a");
      speaker.className = "dengar";
      speaker.href = piece[1];
      speaker.setAttribute("aria-label", word("hear"));
      box.appendChild(speaker);
    }
    return box;
  }

  /* parts.py */
  function escaped(part) { return part.replace(/%/g, "%25").replace(/,/g, "%2C"); }

  function read(form) {
    var fields = {};
    Array.prototype.forEach.call(form.elements, function (field) {
      var on = field.type !== "radio" && field.type !== "checkbox" || field.checked;
      if (/^a\d*$/.test(field.name)) { (fields[field.name] = fields[field.name] || []).push(on ? field.value : null); }
    });
    var some = function (value) { return value !== null; };
    if (fields.a) { return fields.a.filter(some).join(","); }
    var row = [];
    Object.keys(fields).forEach(function (field) { row[Number(field.slice(1))] = escaped(fields[field].filter(some)[0] || ""); });
    return row.join(",").replace(/,+$/, "");
  }

  function written(field) { return field.value.trim() !== ""; }

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
    var more = form.querySelector(".more");
    var tries = 1, hints = 0, misses = 0;
    var late = { id: form.closest(".screen").id, once: once };
    var typed = Array.prototype.slice.call(form.querySelectorAll(".typed"));
    next.hidden = true;

    /* Right: the explanation. A first miss: words and the next hint. A second one: the answer, too. */
    function tell(outcome, said, whole) {
      function add(piece, tag, style) { if (piece) { place.appendChild(part(piece, tag)).className = style || ""; } }
      place.textContent = "";
      place.hidden = false;
      place.classList.toggle("right", outcome === "right");
      add([word(outcome), word(outcome + "-sound")], "h3");
      var own = data.say[said === null && outcome === "wrong" ? "-" : said];
      add(computed[own] || own);
      if (outcome === "wrong" && whole) {
        add([word("answer"), word("answer-sound")], "p");
        add(answerTo(form, data), "div", "answer");
      }
      if (whole) { add(data.why); }
      if (outcome === "wrong" && !whole) { add(hint(), "p", "hint"); }
      focus(place);
      place.scrollIntoView();
      elearn.speak(all(place, "a.dengar"));
    }

    /* The next hint, null when there is none left. */
    function hint() {
      if (!more || hints >= data.hints.length) { return null; }
      hints += 1;
      more.hidden = hints >= data.hints.length;
      return data.hints[hints - 1];
    }

    function keep(box) { more.parentNode.insertBefore(box, more); }

    /* The second half of a double tap would take the feedback away before it was heard. */
    check.addEventListener("click", function (event) { if (event.detail > 1) { event.preventDefault(); } });

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (check.hasAttribute("data-again")) { return again(); }
      var raw = read(form);
      if (!raw) { return tell("empty"); }
      var verdict = elearn.mark(data.key, raw);
      if (verdict.outcome === "unclear") { return tell(typed.length && typed.every(written) ? "unclear" : "unfinished"); }
      elearn.post(form, { coba: String(tries), petunjuk: String(hints) });
      tries += 1;
      missed = missed.filter(function (one) { return one !== late; });
      var right = verdict.outcome === "right";
      if (!right) {
        misses += 1;
        if (late.once) { missed.push(late); }
      }
      var whole = right || misses > 1 || data.key.of === 2;          // of two, the other one is told by the first miss
      tell(verdict.outcome, verdict.line, whole);
      next.hidden = false;
      check.hidden = whole;
      next.classList.toggle("main", whole);
      if (right) { next.focus(); }
      if (whole) { return; }
      check.setAttribute("data-again", "");
      check.firstElementChild.textContent = word("try");
    });

    function again() {
      check.removeAttribute("data-again");
      check.firstElementChild.textContent = word("check");
      all(place, ".hint").forEach(keep);
      place.hidden = true;
      next.hidden = true;
      form.reset();
      form.dispatchEvent(new Event("again"));
      elearn.say(form);
    }

    /* Asked for the last time, with `after` to follow. */
    function once(after) {
      var heading = form.parentNode.querySelector("h2");
      heading.textContent = word("try");
      heading.className = "once";
      late.once = null;
      misses = 1;
      check.hidden = false;
      next.classList.remove("main");
      next.href = "#" + after;
      again();
    }

    if (more) {
      more.addEventListener("click", function () {
        var box = part(hint(), "p");
        box.className = "hint";
        keep(box);
        elearn.say(box);
      });
      more.hidden = false;
    }
  }

  elearn.part = part;
  elearn.read = read;
  elearn.answer = answerTo;
  document.documentElement.classList.add("js");
  all(document, "form[data-question]").forEach(question);
  document.addEventListener("click", function (event) {   // a double tap must not skip what the first one brought
    if (event.detail > 1 && event.target.closest(".act")) { event.preventDefault(); }
  });
  window.addEventListener("hashchange", show);
  show();
})();
