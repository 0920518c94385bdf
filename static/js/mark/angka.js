/* angka.py */
(function () {
  "use strict";
  var marking = window.elearn.marking;

  function bare(text, unit) {
    text = text.replace(/^rp[.]? ?/, "").replace(/,-$/, "");
    var word = [unit, "rupiah", "rp"].filter(function (end) {
      return end && text.length >= end.length && text.slice(-end.length) === end;
    })[0];
    return word ? text.slice(0, -word.length).replace(/ +$/, "") : text;
  }
  function thousandths(text, unit) {
    var folded = bare(marking.fold(text), unit);
    var found = /^([+-]?)([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?$/.exec(folded);
    var doubtful = /^[+-]?[1-9][0-9]{0,2},[0-9][0-9]0$/.test(folded) || /(?:^|[^A-Za-z])[\u00b9\u00b2\u00b3]/.test(text);
    if (!found || doubtful) { return null; }
    var whole = found[2].replace(/\./g, "").replace(/^0+/, "");
    var part = (found[3] || "").replace(/0+$/, "");
    if (whole.length > 12 || part.length > 3) { return null; }
    var value = Number(whole) * 1000 + Number((part + "000").slice(0, 3));
    return found[1] === "-" ? -value : value;
  }
  function decimal(value) {
    var size = Math.abs(value), part = size % 1000, whole = String((size - part) / 1000);
    if (part) { whole += "," + String(1000 + part).slice(1).replace(/0+$/, ""); }
    return value < 0 ? "-" + whole : whole;
  }
  function fits(value, text) {
    var range = text.split("\u00b1"), middle = thousandths(range[0]);
    return middle !== null && Math.abs(value - middle) <= (range[1] ? thousandths(range[1]) : 0);
  }

  marking.kinds["angka"] = function (key, raw) {
    var value = thousandths(raw, key.unit);
    if (value === null) { return marking.unclear(); }
    var line = key.of.map(function (text) { return fits(value, text); }).indexOf(true);
    return marking.verdict(marking.has(key.ok, line) ? "right" : "wrong", decimal(value), line < 0 ? null : line);
  };
})();
