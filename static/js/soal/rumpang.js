/* Gaps in their sentence: tap one, and what may fill it stands below. Without script all of them stand there. */
(function () {
  "use strict";
  if (!window.fetch) { return; }
  function each(list, visit) { return Array.prototype.map.call(list, visit); }

  each(document.querySelectorAll("form[data-question]"), function (form) {
    var gaps = form.querySelectorAll(".gap"), blanks = form.querySelectorAll(".stem .titik");
    if (!gaps.length || gaps.length !== blanks.length) { return; }
    var byKey = false, now = 0;

    var buttons = each(blanks, function (blank, at) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "titik";
      button.title = blank.getAttribute("aria-label");
      button.addEventListener("click", function () { open(at); gaps[at].querySelector("input:checked, input").focus(); });
      blank.parentNode.replaceChild(button, blank);
      return button;
    });

    function words(gap) {                    // what fills it, as it is shown
      var typed = gap.querySelector(".typed"), chosen = gap.querySelector("input:checked");
      if (!typed) { return chosen ? chosen.nextElementSibling.cloneNode(true) : null; }
      return typed.value.trim() ? document.createTextNode(typed.value) : null;
    }

    function write() {
      each(buttons, function (button, at) {
        var said = words(gaps[at]);
        button.textContent = said ? "" : "____";
        if (said) { button.appendChild(said); }
        button.setAttribute("aria-label", button.title + (said ? ": " + button.textContent : ""));
      });
    }

    function open(at) {
      now = at;
      each(gaps, function (gap, i) { gap.hidden = i !== at; });
      each(buttons, function (button, i) { button.setAttribute("aria-pressed", String(i === at)); });
    }

    /* After a tap the next empty gap comes; arrow keys only try out. */
    function onward() {
      var next = each(gaps, function (gap, at) { return at; }).filter(function (at) { return at > now && !words(gaps[at]); })[0];
      if (next !== undefined) { open(next); }
    }

    form.addEventListener("keydown", function () { byKey = true; }, true);
    form.addEventListener("mousedown", function () { byKey = false; }, true);
    form.addEventListener("input", write);
    form.addEventListener("change", function (event) {
      write();
      if (!byKey && event.target.type === "radio") { onward(); }
    });
    form.addEventListener("again", function () { write(); open(0); });
    write();
    open(0);
  });
})();
