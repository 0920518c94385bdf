/* What was made with the device for a task, a voice or a photo, shown or played here: in the memory of this page only. */
(function () {
  "use strict";
  window.elearn.keeper = function (place, tag) {
    var shown = document.createElement(tag);
    shown.hidden = true;
    if (tag === "audio") { shown.controls = true; } else { shown.alt = ""; }
    place.appendChild(shown);
    return function (blob) {
      if (shown.src) { URL.revokeObjectURL(shown.src); }
      shown.src = URL.createObjectURL(blob);
      shown.hidden = false;
    };
  };
})();
