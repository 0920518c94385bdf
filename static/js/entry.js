/* Pages of one screen speak once when they are entered. */
(function () {
  "use strict";
  var page = document.documentElement;
  page.classList.add("js");
  var foot = document.querySelector(".foot[data-enter]");
  if (foot) { window.elearn.enter(foot, foot.getAttribute("data-enter")); }
})();
