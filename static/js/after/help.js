/* Help says what can be done here. In a lesson it is asked for by what is on the screen; without a connection, and without script, the
   words for every page stand. A tap on "?" asks for a voice, too: it is said unless nothing may sound. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var help = document.querySelector(".help"), told = help && help.querySelector(".told");
  if (!told) { return; }
  var lesson = document.querySelector("main[data-lesson]"), now = "";

  function here() {
    var screen = document.querySelector(".screen.now");
    var form = screen && screen.querySelector("form[data-question]");
    if (form) { return JSON.parse(form.getAttribute("data-question")).key.kind.replace(" ", "-"); }
    return screen && screen.id === "akhir" ? "akhir" : "langkah";
  }

  function say() {
    var speaker = told.querySelector("a.dengar");
    if (speaker && help.open && !document.querySelector(".tenang, [data-quiet]")) { elearn.play([speaker]); }
  }

  function show() {
    if (!help.open) { return elearn.stop(); }
    var place = lesson ? here() : "";
    if (place === now) { return say(); }
    fetch("/bantuan/" + place + "?isi=" + document.documentElement.lang, { credentials: "same-origin" }).then(function (reply) {
      if (!reply.ok) { throw reply; }
      return reply.text();
    }).then(function (html) { now = place; told.innerHTML = html; say(); }).catch(say);
  }

  help.addEventListener("toggle", show);
  if (help.open) { show(); }
})();
