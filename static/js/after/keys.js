/* Two keys are enough, as a switch has: Tab goes on, Enter does. Enter on a choice chooses it (by itself it would send the form), and on
   the chosen one goes to the next of its group; what is chosen is heard, if she has asked for a voice, so its speaker is no stop. */
(function () {
  "use strict";
  var elearn = window.elearn;

  function speakerOf(field) {
    var choice = field.closest(".choice");
    return choice && choice.querySelector("a.dengar");
  }

  function choose(field) {
    var speaker = speakerOf(field);
    field.click();
    field.focus();
    if (speaker) { elearn.speak([speaker]); }
  }

  function next(field) {
    var group = Array.prototype.filter.call(field.form.elements, function (one) { return one.type === "radio" && one.name === field.name; });
    return group[(group.indexOf(field) + 1) % group.length];
  }

  /* A speaker less for each choice: fewer stops on the way to the button. */
  function shorten() {
    Array.prototype.forEach.call(document.querySelectorAll(".question input[type=radio]"), function (field) {
      var speaker = speakerOf(field);
      if (speaker) { speaker.tabIndex = -1; }
    });
  }

  document.addEventListener("keydown", function (event) {
    var field = event.target;
    if (event.key === "Tab") { return shorten(); }
    if (event.key !== "Enter" || !/^(radio|checkbox)$/.test(field.type)) { return; }
    event.preventDefault();
    choose(field.type === "radio" && field.checked ? next(field) : field);
  });
})();
