/* isian.py */
(function () {
  "use strict";
  var marking = window.elearn.marking;

  marking.kinds["isian"] = function (key, raw) {
    var text = marking.fold(raw), line = key.of.indexOf(text);
    if (!text) { return marking.unclear(); }
    return marking.verdict(marking.has(key.ok, line) ? "right" : "wrong", text, line < 0 ? null : line);
  };
})();
