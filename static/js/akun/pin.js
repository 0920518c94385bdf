/* A PIN: keys write into the field, the sixth one sends; without script each key is a page. */
(function () {
  "use strict";
  var form = document.querySelector("form.pin");
  if (!form) { return; }
  var field = form.elements.pin, length = field.maxLength;
  var told = form.querySelector("[data-of]"), room = form.querySelector("[data-aloud]");

  form.addEventListener("click", function (event) {
    var key = event.target.closest("button");
    if (key.type === "button" && !form.figures) {      // she wants to hear them: only now is that fetched
      form.figures = document.createElement("script");
      form.figures.src = room.getAttribute("data-script");
      room.appendChild(form.figures);
    }
    if (!key.name) { return; }
    event.preventDefault();
    field.value = key.name === "hapus" ? field.value.slice(0, -1) : (field.value + key.value).slice(0, length);
    told.textContent = field.value.length + " " + told.getAttribute("data-of");
    if (key.name === "pilih" && field.value.length === length) { form.submit(); }
  });

  room.hidden = !(window.AudioContext || window.webkitAudioContext) || !window.fetch;
})();
