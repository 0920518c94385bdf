/* A step's video of signs comes with the tap that asks for it, and stops when its screen is left. Without script: a link to the file. */
(function () {
  "use strict";
  function show(link) {
    var place = link.parentNode, video = document.createElement("video");
    if (!video.canPlayType) { return false; }
    video.controls = true;
    video.muted = true;                      // signs need no sound: no voice speaks over another
    video.loop = true;
    video.setAttribute("playsinline", "");
    video.setAttribute("aria-label", link.textContent.trim());
    video.src = link.getAttribute("href");
    video.addEventListener("error", function () { place.replaceChild(link, video); link.setAttribute("data-plain", ""); });
    place.replaceChild(video, link);
    place.scrollIntoView({ block: "nearest" });
    video.focus();
    var playing = video.play();
    if (playing && playing.catch) { playing.catch(function () { /* she can begin it herself */ }); }
    return true;
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest(".isyarat a.button") : null;
    if (link && !link.hasAttribute("data-plain") && show(link)) { event.preventDefault(); }
  });
  window.addEventListener("hashchange", function () {
    Array.prototype.forEach.call(document.querySelectorAll(".isyarat video"), function (video) { video.pause(); });
  });
})();
