/* A task that is photographed: she sees the picture here. */
(function () {
  "use strict";
  var elearn = window.elearn, ways = elearn.ways = elearn.ways || {};

  ways.foto = function (how, place) {
    if (!window.URL || !URL.createObjectURL) { return; }
    var label = document.createElement("label"), field = document.createElement("input");
    field.type = "file";                    // without a name: no form sends it
    field.accept = "image/*";
    field.setAttribute("capture", "environment");
    field.className = "off";
    label.className = "button";
    label.textContent = elearn.word("photo");
    label.appendChild(field);
    place.appendChild(label);
    var keep = elearn.keeper(place, "img");
    field.addEventListener("change", function () { if (field.files[0]) { keep(field.files[0]); } });
    window.addEventListener("pagehide", function () { field.value = ""; });
  };
})();
