/* uang.py */
(function () {
  "use strict";
  var marking = window.elearn.marking;
  var PIECES = [100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000], MOST = 40;

  function pieces(raw) {
    var paid = raw.split("+").map(Number), known = paid.every(function (piece) { return marking.has(PIECES, piece); });
    return known && paid.length <= MOST && paid.join("+") === raw ? paid : [];
  }
  function rest(paid, purse) {               // what stays in the purse; null: she has not got a piece
    var left = purse.slice();
    return paid.every(function (piece) {
      var at = left.indexOf(piece);
      if (at >= 0) { left.splice(at, 1); }
      return at >= 0;
    }) ? left : null;
  }
  function apart(key, paid, left, total) {   // the line that tells how a sum misses, -1: between two
    var sums = key.ok.map(function (at) { return key.of[at]; }).sort(function (a, b) { return a - b; });
    var less = sums[0] - total, more = total - sums[sums.length - 1];
    if (less > 0) { return key.of.length + (marking.has(left, less) ? 2 : 0); }
    return more > 0 ? key.of.length + (!paid[1] ? 4 : marking.has(paid, more) ? 3 : 1) : -1;
  }

  marking.kinds["uang"] = function (key, raw) {
    var paid = pieces(raw), left = key.purse ? rest(paid, key.purse) : PIECES;
    if (!paid.length || !left) { return marking.unclear(); }
    var total = paid.reduce(function (sum, piece) { return sum + piece; }, 0), line = key.of.indexOf(total);
    if (line < 0) { line = apart(key, paid, left, total); }
    var canonical = paid.sort(function (a, b) { return b - a; }).join("+");
    return marking.verdict(marking.has(key.ok, line) ? "right" : "wrong", canonical, line < 0 ? null : line);
  };
})();
