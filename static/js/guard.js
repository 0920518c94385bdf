/* A page with somebody's name in it is blank when the Back button brings it back, and is asked for again. */
(function () {
  "use strict";
  var page = document.documentElement;
  if (!page.hasAttribute("data-personal")) { return; }
  window.addEventListener("pagehide", function () { page.hidden = true; document.title = "elearn"; });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { location.reload(); } else { page.hidden = false; }
  });
})();
