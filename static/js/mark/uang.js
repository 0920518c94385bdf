/* uang.py */
(function () {
  "use strict";
  var marking = window.elearn.marking;
  var PIECES = [100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000], MOST = 40;

  function pieces(raw) {
    var paid = /^[1-9][0-9]{2,5}(?:\+[1-9][0-9]{2,5})*$/.test(raw) ? raw.split("+").map(Number) : [];
    return paid.length <= MOST && paid.every(function (piece) { return marking.has(PIECES, piece); }) ? paid : [];
  }
  function missing(paid, purse) {            // whether she has not got a piece
    var left = purse.slice();
    return paid.some(function (piece) {
      var at = left.indexOf(piece);
      if (at >= 0) { left.splice(at, 1); }
      return at < 0;
    });
  }

  marking.kinds["uang"] = function (key, raw) {
    var paid = pieces(raw);
    if (!paid.length || key.purse && missing(paid, key.purse)) { return marking.unclear(); }
    var total = paid.reduce(function (sum, piece) { return sum + piece; }, 0), line = key.of.indexOf(total);
    var canonical = paid.sort(function (a, b) { return b - a; }).join("+");
    return marking.verdict(marking.has(key.ok, line) ? "right" : "wrong", canonical, line < 0 ? null : line);
  };
})();
