/* What was made with the device for a task, a voice or a photo, shown or played here: in the memory of this page only,
   and gone when it is left. The Back button may bring the page back whole, to somebody else. */
(function () {
  "use strict";
  window.elearn.keeper = function (place, tag) {
    var shown = document.createElement(tag);
    shown.hidden = true;
    if (tag === "audio") { shown.controls = true; } else { shown.alt = ""; }
    place.appendChild(shown);
    function drop() {
      if (shown.src) { URL.revokeObjectURL(shown.src); }
      shown.hidden = true;
      shown.removeAttribute("src");
      if (shown.load) { shown.load(); }      // else the sound stays in the player
    }
    window.addEventListener("pagehide", drop);
    return function (blob) {
      drop();
      shown.src = URL.createObjectURL(blob);
      shown.hidden = false;
    };
  };
})();
