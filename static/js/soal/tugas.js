/* A task: one tap hands it in. What is recorded or photographed for it stays in the memory of this page: nothing of it is sent or
   stored, and it is gone when the page is left. Without script: paper, or the tutor herself. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var MOST_MS = 180000;                     // of a recording
  if (!document.querySelector("main[data-lesson]") || !window.fetch) { return; }

  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function word(how, name) { return how.getAttribute("data-" + name); }
  function both(how, name) { return [word(how, name), word(how, name + "-sound")]; }

  /* What was made with the device, shown or played here; the one before is forgotten. */
  function keeper(place, tag) {
    var shown = document.createElement(tag);
    shown.hidden = true;
    if (tag === "audio") { shown.controls = true; } else { shown.alt = ""; }
    place.appendChild(shown);
    return function (blob) {
      if (shown.src) { URL.revokeObjectURL(shown.src); }
      shown.src = URL.createObjectURL(blob);
      shown.hidden = false;
    };
  }

  function voice(how, place) {
    if (!window.MediaRecorder || !navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) { return; }
    var running = null;
    var press = button(word(how, "record"), function () {
      if (running) { return stop(); }
      press.disabled = true;
      navigator.mediaDevices.getUserMedia({ audio: true }).then(begin).catch(function () { press.hidden = true; });
    });
    place.appendChild(press);
    var keep = keeper(place, "audio");

    function stop() { if (running) { running.stop(); } }
    function begin(stream) {
      var parts = [];
      elearn.stop();
      running = new MediaRecorder(stream);
      running.ondataavailable = function (event) { parts.push(event.data); };
      running.onstop = function () {
        stream.getTracks().forEach(function (track) { track.stop(); });
        keep(new Blob(parts, { type: running.mimeType }));
        running = null;
        press.textContent = word(how, "record");
      };
      running.start();
      setTimeout(stop, MOST_MS);
      press.disabled = false;
      press.textContent = word(how, "stop");
    }
    window.addEventListener("hashchange", stop);
    window.addEventListener("pagehide", stop);
  }

  function photo(how, place) {
    if (!window.URL || !URL.createObjectURL) { return; }
    var label = document.createElement("label"), field = document.createElement("input");
    field.type = "file";                    // without a name: no form sends it
    field.accept = "image/*";
    field.setAttribute("capture", "environment");
    field.className = "off";
    label.className = "button";
    label.textContent = word(how, "photo");
    label.appendChild(field);
    place.appendChild(label);
    var keep = keeper(place, "img");
    field.addEventListener("change", function () { if (field.files[0]) { keep(field.files[0]); } });
  }

  function tools(how) {
    var place = document.createElement("div"), wanted = word(how, "collect").split(" ");
    place.className = "mine";
    if (wanted.indexOf("suara") >= 0) { voice(how, place); }
    if (wanted.indexOf("foto") >= 0) { photo(how, place); }
    if (!place.firstChild) { return; }
    place.appendChild(elearn.part(both(how, "mine"), "p"));
    how.parentNode.insertBefore(place, how.nextSibling);
  }

  /* What the author compares with, and what she herself thinks of hers: kept, and worth nothing. */
  function compare(form, how, place, why) {
    var row = document.createElement("p");
    place.appendChild(elearn.part(both(how, "compare"), "p"));
    place.appendChild(elearn.part(why));
    [["mirip", "like"], ["belum", "unlike"]].forEach(function (one) {
      row.appendChild(button(word(how, one[1]), function () {
        elearn.post(form, { a: one[0], coba: "2", petunjuk: "0" });
        row.textContent = word(how, "thanks");
      }));
      row.appendChild(document.createTextNode(" "));
    });
    place.appendChild(row);
  }

  function give(form, how) {
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
    place.appendChild(elearn.part(both(how, "given"), "h3"));
    if (why) { compare(form, how, place, why); }
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    place.scrollIntoView();
    elearn.speak(Array.prototype.slice.call(place.querySelectorAll("a.dengar")));
  }

  document.addEventListener("submit", function (event) {
    var form = event.target, how = form.querySelector(".how[data-collect]");
    if (!how || event.defaultPrevented) { return; }        // a test takes it in itself
    event.preventDefault();
    event.stopPropagation();                               // lesson.js would mark it
    give(form, how);
  }, true);
  document.addEventListener("DOMContentLoaded", function () {
    Array.prototype.forEach.call(document.querySelectorAll(".how[data-collect]"), tools);
  });
})();
