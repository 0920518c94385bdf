/* Where on the page each word of a sound stands. The page names no times and the times no places: what joins them is the text, letter
   by letter and without spaces. What is said and not shown, or shown and not said, is passed over. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var SPARE = /[\s\u2060]/;                // spaces are mended; the mark stands around a number to call
  var UNSAID = ".act,.dengar,.off,.feedback,svg,input,button";

  /* All letters that `place` shows, and in which node and where in it each stands. */
  function letters(place) {
    var text = "", at = [];

    function add(written, node) {
      for (var i = 0; i < written.length; i += 1) {
        if (!SPARE.test(written[i])) {
          text += written[i];
          at.push([node, i]);
        }
      }
    }

    function walk(node) {
      if (node.nodeType === 3) { return add(node.data, node); }
      if (node.nodeType !== 1 || node.hidden || node !== place && node.matches(UNSAID)) { return; }
      if (node.nodeName === "IMG") { return node.closest(".bacaan") && add(node.alt, node); }   // among other words it is silent
      Array.prototype.forEach.call(node.childNodes, walk);
    }

    walk(place);
    return { text: text, at: at };
  }

  function element(node) { return node.nodeType === 1 ? node : node.parentNode; }

  /* What to light up from one letter to before another: a word of bacaan, or a stretch of prose. */
  function target(at, first, end, part) {
    var own = element(at[first][0]).closest(part), last = at[end - 1], range;
    if (own) { return { box: own }; }
    range = document.createRange();
    range.setStart(at[first][0], at[first][1]);
    range.setEnd(last[0], last[1] + 1);
    return { range: range };
  }

  /* Return the moments of a sound in their order: `word` and `sentence` sound from `at`; without them nothing does. */
  elearn.moments = function (sentences, place) {
    var shown = letters(place), from = 0, found = [];
    sentences.forEach(function (cue) {
      var bare = "", before = Array.from(cue.text || "").map(function (sign) {   // the server counts characters, not halves of them
        var length = bare.length;
        bare += SPARE.test(sign) ? "" : sign;
        return length;
      }).concat(0);
      before[before.length - 1] = bare.length;
      var start = bare ? shown.text.indexOf(bare, from) : -1;
      if (start >= 0) { from = start + bare.length; }
      if (cue.engine === "") { return found.push({ at: cue.start, silent: true }); }     // nobody says it
      if (start >= 0) {
        var sentence = target(shown.at, start, from, ".kalimat");
        cue.words.forEach(function (word) {
          var first = start + before[word[2]], end = start + before[word[3]];
          if (end > first) { found.push({ at: word[0], word: target(shown.at, first, end, ".kata"), sentence: sentence }); }
        });
      }
      found.push({ at: cue.end });
    });
    return found;
  };
  elearn.letters = letters;
})();
