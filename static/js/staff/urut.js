/* The guided recorder: when the hub has a take, the way on to the next sentence is the main one. */
(function () {
  "use strict";
  var next = document.querySelector("a[data-berikut]");
  if (!next) { return; }
  document.addEventListener("tersimpan", function () {
    next.classList.add("main");
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  });
})();
