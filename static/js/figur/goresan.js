/* Models of handwriting move, one stroke after the other, when their screen opens and when they are tapped. */
(function () {
  "use strict";
  var SPEED = 70, LEAST = 0.4, PAUSE = 0.3;   // units in a second, seconds
  var main = document.querySelector("main[data-replay]");
  if (!main || matchMedia("(prefers-reduced-motion:reduce)").matches) { return; }

  Array.prototype.forEach.call(document.querySelectorAll(".goresan"), function (model) {
    var from = PAUSE, place = model.closest("p");

    function play() {
      model.classList.remove("gerak");
      model.getBoundingClientRect();            // lets the browser see it without, so that it begins anew
      model.classList.add("gerak");
    }

    Array.prototype.forEach.call(model.querySelectorAll(".gores path"), function (path) {
      var takes = Math.max(LEAST, path.getTotalLength() / SPEED);
      path.style.animationDelay = from + "s";
      path.style.animationDuration = takes + "s";
      from += takes + PAUSE;
    });
    play();
    model.addEventListener("click", function () { if (!model.querySelector(".tinta")) { play(); } });
    if (place) {                                // in an option a tap is enough
      var again = document.createElement("button");
      again.type = "button";
      again.className = "button";
      again.textContent = "↻ " + main.getAttribute("data-replay");
      again.addEventListener("click", play);
      place.parentNode.insertBefore(again, place.nextSibling);
    }
  });
})();
