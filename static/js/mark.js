/* Marking at once, as elearn/questions/ does it: tests/vectors/marking.json holds both to it.
   Each kind has a file of its own in mark/; a page brings those that it asks. */
(function () {
  "use strict";
  var elearn = window.elearn = window.elearn || {};
  var EMPTY = -1;

  function verdict(outcome, canonical, line) {
    return { outcome: outcome, canonical: canonical, line: line === undefined ? null : line };
  }

  /* ids.py */
  function ids(raw, count) {
    if (!/^(?:[0-9]{0,3},){0,999}[0-9]{0,3}$/.test(raw)) { return []; }
    var found = raw.replace(/,+$/, "").split(",").map(function (part) { return part ? Number(part) : EMPTY; });
    return found.every(function (id) { return id < count; }) ? found : [];
  }
  function joined(numbers) {
    return numbers.map(function (n) { return n === EMPTY ? "" : n; }).join(",").replace(/,+$/, "");
  }

  elearn.marking = {
    EMPTY: EMPTY,
    kinds: {},
    verdict: verdict,
    unclear: function () { return verdict("unclear", ""); },
    has: function (list, item) { return list.indexOf(item) >= 0; },
    ids: ids,
    joined: joined
  };
  /* The verdict on a raw answer: {outcome, canonical, line}, as elearn/questions/values.py says. */
  elearn.mark = function (key, raw) { return elearn.marking.kinds[key.kind](key, raw); };
})();
