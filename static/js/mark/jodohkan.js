/* jodohkan.py */
(function () {
  "use strict";
  var marking = window.elearn.marking;

  marking.kinds["jodohkan"] = function (key, raw) {
    var chosen = marking.ids(raw, key.same.length);
    var filled = chosen.map(function (side, at) { return at; }).filter(function (at) { return chosen[at] !== marking.EMPTY; });
    if (!key.ok.length || marking.joined(filled) !== marking.joined(key.ok)) { return marking.unclear(); }
    var sides = chosen.map(function (side) { return side === marking.EMPTY ? marking.EMPTY : key.same[side]; });
    var wanted = key.ok.map(function (at) { return key.same[at]; });
    var lonely = sides.filter(function (side) { return side !== marking.EMPTY && !marking.has(wanted, side); });
    var right = key.ok.every(function (at) { return sides[at] === key.same[at]; });
    return marking.verdict(right ? "right" : "wrong", marking.joined(sides), lonely[0]);
  };
})();
