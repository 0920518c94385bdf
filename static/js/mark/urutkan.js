/* urutkan.py */
(function () {
  "use strict";
  var marking = window.elearn.marking;

  marking.kinds["urutkan"] = function (key, raw) {
    var placed = marking.ids(raw, key.same.length);
    if (!placed.length || marking.has(placed, marking.EMPTY) || placed.length < key.ok.length) { return marking.unclear(); }
    var alike = function (tile) { return key.same[tile]; };
    var row = placed.map(alike), wanted = key.ok.map(alike);
    var extra = row.filter(function (tile) { return !marking.has(wanted, tile); });
    return marking.verdict(marking.joined(row) === marking.joined(wanted) ? "right" : "wrong", marking.joined(row), extra[0]);
  };
})();
