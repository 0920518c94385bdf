/* pilih.py */
(function () {
  "use strict";
  var marking = window.elearn.marking;

  marking.kinds["pilih"] = function (key, raw) {
    var chosen = marking.ids(raw, key.of), line = chosen[0];
    if (chosen.length !== 1 || line === marking.EMPTY) { return marking.unclear(); }
    return marking.verdict(marking.has(key.ok, line) ? "right" : "wrong", String(line), line);
  };
})();
