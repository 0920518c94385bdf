/* Writing on the screen with a finger, a pen or a mouse, over the model of the task or on empty lines. What is written stays in the
   memory of this page: nothing is sent. Where there are no pointers, and for who cannot draw, paper is the equal way. */
(function () {
  "use strict";
  var elearn = window.elearn, ways = elearn.ways = elearn.ways || {};
  var NEAR = 1.2;                          // units of the grid between two points
  if (!window.PointerEvent) { return; }

  function drawn(name, place) { return place.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name)); }

  /* Ruled lines for who writes without a model; those of elearn/strokes. */
  function lines(stem) {
    var made = drawn("svg", stem);
    made.setAttribute("viewBox", "-16 -16 216 152");
    drawn("path", made).setAttribute("d", "M-12 0H196M-12 40H196M-12 80H196M-12 120H196");
    return made;
  }

  function write(board, ink) {
    var line, last, finger = null;

    function add(x, y) {
      var to = board.createSVGPoint();
      to.x = x;
      to.y = y;
      to = to.matrixTransform(board.getScreenCTM().inverse());
      if (!last || Math.hypot(to.x - last.x, to.y - last.y) > NEAR) { last = line.points.appendItem(to); }
    }

    function end(event) { if (event.pointerId === finger) { finger = last = null; } }

    board.addEventListener("pointerdown", function (event) {
      if (finger !== null || event.button) { return; }
      event.preventDefault();
      finger = event.pointerId;
      board.setPointerCapture(finger);
      board.classList.remove("gerak", "banding");
      board.classList.add("ditulis");
      line = drawn("polyline", ink);
      add(event.clientX, event.clientY);
      add(event.clientX + NEAR * 2, event.clientY);              // a tap is a dot
    });
    board.addEventListener("pointermove", function (event) { if (event.pointerId === finger) { add(event.clientX, event.clientY); } });
    board.addEventListener("pointerup", end);
    board.addEventListener("pointercancel", end);
  }

  ways.layar = function (how) {
    var word = elearn.word, stem = how.parentNode.querySelector(".stem"), model = stem.querySelector(".goresan");
    var board = model || lines(stem), ink = drawn("g", board), replay = stem.querySelector(".button"), shown;
    var row = document.createElement("div"), said = document.createElement("p");

    function button(text, act) { return row.appendChild(elearn.button(text, act)); }

    /* Whether the model is seen, and whether the way of the pencil is, under what she wrote. */
    function see(shadow, way) {
      board.classList.remove("gerak");
      board.classList.add("ditulis");
      board.classList.toggle("polos", !shadow);
      board.classList.toggle("banding", way);
      shown.setAttribute("aria-pressed", shadow);
    }

    board.classList.add("papan");
    ink.setAttribute("class", "tinta");
    row.className = "alat";
    button("↶ " + word("undo"), function () { if (ink.lastChild) { ink.lastChild.remove(); } });
    button("✕ " + word("clear"), function () { ink.textContent = ""; });
    if (model) {
      shown = button("☰ " + word("model"), function () { see(board.classList.contains("polos"), false); });
      shown.setAttribute("aria-pressed", true);
      button("⇄ " + word("match"), function () {
        see(true, true);
        said.textContent = "";
        said.appendChild(elearn.part([word("alike"), word("alike-sound")], "span"));
        elearn.say(said);
      });
    }
    if (replay) { row.appendChild(replay); }
    said.setAttribute("role", "status");
    said.textContent = word("here");
    row.appendChild(said);
    stem.appendChild(row);
    write(board, ink);
  };
})();
