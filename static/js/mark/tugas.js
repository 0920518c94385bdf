/* tugas.py: nothing to compare with; a tutor looks at it. */
(function () {
  "use strict";
  var marking = window.elearn.marking;

  marking.kinds["tugas"] = function (key, raw) {
    return /^sudah(?:,mirip|,belum)?$/.test(raw) ? marking.verdict("given", raw) : marking.unclear();
  };
})();
