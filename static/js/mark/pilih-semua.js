/* pilih_semua.py */
(function () {
  "use strict";
  var marking = window.elearn.marking;

  marking.kinds["pilih semua"] = function (key, raw) {
    var chosen = marking.ids(raw, key.of).sort(function (a, b) { return a - b; }).filter(function (id, i, all) { return id !== all[i - 1]; });
    if (!chosen.length || marking.has(chosen, marking.EMPTY)) { return marking.unclear(); }
    var wrong = chosen.filter(function (id) { return !marking.has(key.ok, id); });
    return marking.verdict(marking.joined(chosen) === marking.joined(key.ok) ? "right" : "wrong", marking.joined(chosen), wrong[0]);
  };
})();
