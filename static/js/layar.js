/* Writing on the screen with a finger, a pen or a mouse, over the model of the task or on empty lines. What is written stays in the
   memory of this page: nothing is sent. Where there are no pointers, and for who cannot draw, paper is the equal way. */
(function () {
  "use strict";
  var elearn = window.elearn, word = elearn.word;
  var LINES = '<svg viewBox="-16 -16 216 152"><path d="M-12 0H196M-12 40H196M-12 80H196M-12 120H196" opacity=".4"/></svg>';   // of elearn/strokes
  if (!window.PointerEvent) { return; }

  function last(place, made) {
    place.insertAdjacentHTML("beforeend", made);
    return place.lastElementChild;
  }

  function write(board, ink) {
    var line, way, finger = null;

    function add(event) {
      var to = board.getScreenCTM();
      if (event.pointerId !== finger) { return; }
      way += " " + ((event.clientX - to.e) / to.a).toFixed(1) + "," + ((event.clientY - to.f) / to.d).toFixed(1);
      line.setAttribute("points", way);
    }

    board.addEventListener("pointerdown", function (event) {
      if (finger !== null || event.button) { return; }
      event.preventDefault();
      finger = event.pointerId;
      board.setPointerCapture(finger);
      board.classList.remove("gerak", "banding");
      board.classList.add("ditulis");
      line = last(ink, "<polyline/>");
      way = "";
      add(event);
      add(event);                          // a tap is a dot
    });
    board.addEventListener("pointermove", add);
    board.addEventListener("lostpointercapture", function () { finger = null; });
  }

  Array.prototype.forEach.call(document.querySelectorAll(".how[data-collect~=layar]"), function (how) {
    var stem = how.parentNode.querySelector(".stem"), replay = stem.querySelector(".button"), shown;
    var model = stem.querySelector(".goresan"), board = model || last(stem, LINES), ink = last(board, '<g class="tinta"></g>');
    var row = last(stem, '<div class="alat"></div>'), said = document.createElement("p");

    function button(sign, name, act) { return row.appendChild(elearn.button(sign + " " + word(name), act)); }

    /* Whether the model is seen, and whether the way of the pencil is, under what she wrote. */
    function see(pale, way) {
      board.classList.remove("gerak");
      board.classList.add("ditulis");
      board.classList.toggle("polos", !pale);
      board.classList.toggle("banding", way);
      shown.setAttribute("aria-pressed", pale);
    }

    board.classList.add("papan");
    button("↶", "undo", function () { if (ink.lastChild) { ink.lastChild.remove(); } });
    button("✕", "clear", function () { ink.textContent = ""; });
    if (model) {
      shown = button("☰", "model", function () { see(board.classList.contains("polos"), false); });
      shown.setAttribute("aria-pressed", true);
      button("⇄", "match", function () {
        see(true, true);
        said.textContent = "";
        said.appendChild(elearn.part([word("alike"), word("alike-sound")], "span"));
        elearn.say(said);
      });
    }
    if (replay) { row.appendChild(replay); }
    said.setAttribute("role", "status");
    said.appendChild(elearn.part([word("here"), word("here-sound")], "span"));
    row.appendChild(said);
    write(board, ink);
    window.addEventListener("pagehide", function () { ink.textContent = ""; });    // Back may bring the page to somebody else
  });
})();
