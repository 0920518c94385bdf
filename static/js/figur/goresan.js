/* Models of handwriting move, one stroke after the other, when their screen opens and when they are tapped; a shadow shows where. */
(function () {
  "use strict";
  var MOST = 40, EACH = 1.2, FIRST = 0.3;     // strokes of a long name, seconds
  var main = document.querySelector("main[data-replay]"), rules = document.styleSheets[0];
  if (!main || matchMedia("(prefers-reduced-motion:reduce)").matches) { return; }
  for (var at = 0; at < MOST; at += 1) {
    rules.insertRule(".goresan.gerak .gores path:nth-child(" + (at + 1) + "){animation-delay:" + (FIRST + at * EACH) + "s}", rules.cssRules.length);
  }

  Array.prototype.forEach.call(document.querySelectorAll(".goresan"), function (model) {
    var place = model.closest("p"), way = model.querySelector(".gores"), shadow = way.cloneNode(true);

    function play() {
      model.classList.remove("gerak");
      model.getBoundingClientRect();            // lets the browser see it without, so that it begins anew
      model.classList.add("gerak");
    }

    shadow.setAttribute("class", "bayang");
    model.insertBefore(shadow, way);
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
