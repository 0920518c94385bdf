/* "Simpan pelajaran" shows where a browser can; where lessons are kept, what has changed is fetched behind her back (fresh.js). */
(function () {
  "use strict";
  var place = document.querySelector("[data-luring]"), script;
  if (!place || !navigator.serviceWorker || !window.caches) { return; }
  place.hidden = false;
  try { if (!localStorage.luring) { return; } } catch (e) { return; }
  script = document.createElement("script");
  script.src = place.getAttribute("data-luring");
  if (script.getAttribute("src")) { document.body.appendChild(script); }
})();
