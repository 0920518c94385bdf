/* Pages of one screen speak once when they are entered. */
(function () {
  "use strict";
  var page = document.documentElement;
  page.classList.add("js");
  var foot = document.querySelector("[data-enter]");
  var speaker = foot && foot.querySelector("a.dengar"), whole = speaker && speaker.getAttribute("href");
  if (!speaker) { return; }
  speaker.href = foot.getAttribute("data-brief") || whole;     // at first in a few words; "ulang" says all
  window.elearn.enter(foot, foot.getAttribute("data-enter"));
  speaker.href = whole;
})();
