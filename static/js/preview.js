/* The author's preview: look twice a second whether the file was saved, and then show it anew. */
(function () {
  "use strict";
  var shown = document.body.querySelector("[data-version]");
  if (!shown || !window.fetch) { return; }
  function look() {
    fetch("/versi").then(function (reply) { return reply.text(); }).then(function (now) {
      if (now !== shown.getAttribute("data-version")) { location.reload(); } else { setTimeout(look, 500); }
    }).catch(function () { setTimeout(look, 2000); });
  }
  setTimeout(look, 500);
})();
