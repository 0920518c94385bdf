/* Marking at once, as elearn/questions/ does it: tests/vectors/marking.json holds both to it. */
(function () {
  "use strict";
  var elearn = window.elearn = window.elearn || {};
  var EMPTY = -1;

  function verdict(outcome, canonical, line) {
    return { outcome: outcome, canonical: canonical, line: line === undefined ? null : line };
  }
  function unclear() { return verdict("unclear", ""); }
  function has(list, item) { return list.indexOf(item) >= 0; }

  /* ids.py */
  function ids(raw, count) {
    if (!/^(?:[0-9]{0,3},){0,999}[0-9]{0,3}$/.test(raw)) { return []; }
    var found = raw.replace(/,+$/, "").split(",").map(function (part) { return part ? Number(part) : EMPTY; });
    return found.every(function (id) { return id < count; }) ? found : [];
  }
  function joined(numbers) {
    return numbers.map(function (n) { return n === EMPTY ? "" : n; }).join(",").replace(/,+$/, "");
  }

  /* typed.py */
  var TYPED = /^[\t-\r -~\u00a0-\u024f\u02bc\u0300-\u036f\u1e00-\u1eff\u2000-\u2027\u202a-\u2064\u20ac\u2212\u3000\ufeff\uff01-\uff5e]{1,200}$/;

  function nfkc(text) { return text.normalize ? text.normalize("NFKC") : text; }
  function fold(text) {
    if (!TYPED.test(text)) { return ""; }
    text = nfkc(text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, "")).toLowerCase();
    text = nfkc(text).replace(/[`\u02bc\u2018\u2019\u2032]/g, "'").replace(/[\u2010-\u2015\u2212]/g, "-");
    text = text.replace(/[\t-\r ]+/g, " ").replace(/^ /, "").replace(/[ .,]+$/, "");
    return TYPED.test(text) ? text : "";
  }

  /* angka.py */
  function bare(text, unit) {
    text = text.replace(/^rp[.]? ?/, "").replace(/,-$/, "");
    var word = [unit, "rupiah", "rp"].filter(function (end) {
      return end && text.length >= end.length && text.slice(-end.length) === end;
    })[0];
    return word ? text.slice(0, -word.length).replace(/ +$/, "") : text;
  }
  function thousandths(text, unit) {
    var folded = bare(fold(text), unit);
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

  var KINDS = {
    "pilih": function (key, raw) {
      var chosen = ids(raw, key.of), line = chosen[0];
      if (chosen.length !== 1 || line === EMPTY) { return unclear(); }
      return verdict(has(key.ok, line) ? "right" : "wrong", String(line), line);
    },

    "pilih semua": function (key, raw) {
      var chosen = ids(raw, key.of).sort(function (a, b) { return a - b; }).filter(function (id, i, all) { return id !== all[i - 1]; });
      if (!chosen.length || has(chosen, EMPTY)) { return unclear(); }
      var wrong = chosen.filter(function (id) { return !has(key.ok, id); });
      return verdict(joined(chosen) === joined(key.ok) ? "right" : "wrong", joined(chosen), wrong[0]);
    },

    "isian": function (key, raw) {
      var text = fold(raw), line = key.of.indexOf(text);
      if (!text) { return unclear(); }
      return verdict(has(key.ok, line) ? "right" : "wrong", text, line < 0 ? null : line);
    },

    "angka": function (key, raw) {
      var value = thousandths(raw, key.unit);
      if (value === null) { return unclear(); }
      var line = key.of.map(function (text) { return fits(value, text); }).indexOf(true);
      return verdict(has(key.ok, line) ? "right" : "wrong", decimal(value), line < 0 ? null : line);
    },

    "jodohkan": function (key, raw) {
      var chosen = ids(raw, key.same.length);
      var filled = chosen.map(function (side, at) { return at; }).filter(function (at) { return chosen[at] !== EMPTY; });
      if (!key.ok.length || joined(filled) !== joined(key.ok)) { return unclear(); }
      var sides = chosen.map(function (side) { return side === EMPTY ? EMPTY : key.same[side]; });
      var wanted = key.ok.map(function (at) { return key.same[at]; });
      var lonely = sides.filter(function (side) { return side !== EMPTY && !has(wanted, side); });
      var right = key.ok.every(function (at) { return sides[at] === key.same[at]; });
      return verdict(right ? "right" : "wrong", joined(sides), lonely[0]);
    },

    "urutkan": function (key, raw) {
      var placed = ids(raw, key.same.length);
      if (!placed.length || has(placed, EMPTY) || placed.length < key.ok.length) { return unclear(); }
      var alike = function (tile) { return key.same[tile]; };
      var row = placed.map(alike), wanted = key.ok.map(alike);
      var extra = row.filter(function (tile) { return !has(wanted, tile); });
      return verdict(joined(row) === joined(wanted) ? "right" : "wrong", joined(row), extra[0]);
    }
  };

  var RIGHT = {
    "pilih": function (key) { return joined(key.ok.slice(0, 1)); },
    "pilih semua": function (key) { return joined(key.ok); },
    "isian": function (key) { return key.ok.length ? key.of[key.ok[0]] : ""; },
    "angka": function (key) { return key.ok.length ? key.of[key.ok[0]].split("\u00b1")[0] : ""; },
    "jodohkan": function (key) { return joined(key.same.map(function (side, at) { return has(key.ok, at) ? at : EMPTY; })); },
    "urutkan": function (key) { return joined(key.ok); }
  };

  /* The verdict on a raw answer: {outcome, canonical, line}, as elearn/questions/values.py says. */
  elearn.mark = function (key, raw) { return KINDS[key.kind](key, raw); };
  /* One right answer in raw form. */
  elearn.right = function (key) { return RIGHT[key.kind](key); };
})();
