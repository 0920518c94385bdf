/* rumpang.py, parts.py */
(function () {
  "use strict";
  var marking = window.elearn.marking;

  function parts(raw) {
    return raw.replace(/,+$/, "").split(",").map(function (part) { return part.replace(/%2C/g, ",").replace(/%25/g, "%"); });
  }
  function escaped(part) { return part.replace(/%/g, "%25").replace(/,/g, "%2C"); }

  function given(gap, part) {
    if (typeof gap.of === "number") {
      var chosen = marking.ids(part, gap.of), sure = chosen.length === 1 && chosen[0] !== marking.EMPTY;
      return { text: sure ? String(chosen[0]) : "", line: sure ? chosen[0] : -1 };
    }
    var text = marking.fold(part);
    return { text: text, line: gap.of.indexOf(text) };
  }

  marking.kinds["rumpang"] = function (key, raw) {
    var all = parts(raw), wrong = [], before = 0;
    if (all.length !== key.gaps.length) { return marking.unclear(); }
    var filled = key.gaps.map(function (gap, at) { return given(gap, all[at]); });
    if (!filled.every(function (one) { return one.text; })) { return marking.unclear(); }
    key.gaps.forEach(function (gap, at) {
      var line = filled[at].line;
      if (!marking.has(gap.ok, line)) { wrong.push(line < 0 ? -1 : before + line); }
      before += typeof gap.of === "number" ? gap.of : gap.of.length;
    });
    var canonical = filled.map(function (one) { return escaped(one.text); }).join(",");
    return marking.verdict(wrong.length ? "wrong" : "right", canonical, wrong.filter(function (line) { return line >= 0; })[0]);
  };
})();
