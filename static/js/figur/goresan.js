/* Models of handwriting move, one stroke after the other, when their screen opens and when they are tapped. */
(function () {
  "use strict";
  var SPEED = 70, LEAST = 0.4, PAUSE = 0.3;   // units in a second, seconds
  var still = window.matchMedia && matchMedia("(prefers-reduced-motion:reduce)").matches;
  var main = document.querySelector("main[data-replay]");
  if (still || !main) { return; }

  function prepare(model) {
    var from = PAUSE;
    Array.prototype.forEach.call(model.querySelectorAll(".gores path"), function (path) {
      var takes = Math.max(LEAST, path.getTotalLength() / SPEED);
      path.style.animationDelay = from + "s";
      path.style.animationDuration = takes + "s";
      from += takes + PAUSE;
    });
    model.classList.add("gerak");
    model.addEventListener("click", function () { play(model); });
  }

  function play(model) {
    model.classList.remove("gerak");
    model.getBoundingClientRect();            // lets the browser see it without, so that it begins anew
    model.classList.add("gerak");
  }

  Array.prototype.forEach.call(document.querySelectorAll(".goresan"), prepare);
  Array.prototype.forEach.call(document.querySelectorAll(".screen p"), function (place) {
    var models = place.querySelectorAll(".goresan");
    if (!models.length || place.closest("label")) { return; }
    var again = document.createElement("button");
    again.type = "button";
    again.className = "button";
    again.textContent = "↻ " + main.getAttribute("data-replay");
    again.addEventListener("click", function () { Array.prototype.forEach.call(models, play); });
    place.parentNode.insertBefore(again, place.nextSibling);
  });
})();
