/* Where on the page each word of a sound stands. The page names no times and the times no places: what joins them is the text, letter
   by letter and without spaces. Pictures that are named stand in the text by their names. What is said and not shown, or shown and not
   said, is passed over. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var SPARE = /[\s\u2060]/;                // spaces are mended; the mark stands around a number to call
  var LISTED = /[\s\u2060,]/;              // the names of pictures side by side
  var UNSAID = ".act,.dengar,.off,.feedback,svg,input,button";

  function without(spare, text) { return Array.from(text || "").filter(function (sign) { return !spare.test(sign); }).join(""); }

  /* All letters that `place` shows, in which node and where in it each stands, and the pictures with how many letters are before them. */
  function letters(place) {
    var text = "", at = [], pictures = [];

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
      if (node.nodeType !== 1 || node.hidden) { return; }
      var name = node.nodeName === "IMG" ? node.alt : node.getAttribute("role") === "img" && node.getAttribute("aria-label");
      if (name && !node.closest(".bacaan")) { pictures.push({ box: node.querySelector("svg") || node, name: without(LISTED, name), before: text.length }); }
      if (node !== place && node.matches(UNSAID)) { return; }
      if (node.nodeName === "IMG") { return node.closest(".bacaan") && add(node.alt, node); }
      Array.prototype.forEach.call(node.childNodes, walk);
    }

    walk(place);
    return { text: text, at: at, pictures: pictures };
  }

  /* The pictures side by side that these words are the names of, or none. */
  function named(pictures, words) {
    for (var first = 0; first < pictures.length; first += 1) {
      var rest = words, end = first;
      while (rest && pictures[end] && pictures[end].name && rest.indexOf(pictures[end].name) === 0) {
        rest = rest.slice(pictures[end].name.length);
        end += 1;
      }
      if (!rest && words) { return pictures.slice(first, end); }
    }
    return [];
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

  /* How many letters are before each sign of a text, and at its end: the server counts characters, not halves of them. */
  function counted(spare, text) {
    var length = 0;
    return Array.from(text || "").map(function (sign) {
      var before = length;
      length += spare.test(sign) ? 0 : sign.length;
      return before;
    }).concat(length);
  }

  /* A picture is lit up while it is named. */
  function lightPictures(cue, pictures, found) {
    var before = counted(LISTED, cue.text), ends = [], length = 0, last = null;
    pictures.forEach(function (one) { ends.push(length += one.name.length); });
    cue.words.forEach(function (word) {
      var picture = pictures[ends.findIndex(function (end) { return before[word[2]] < end; })];
      if (picture && picture !== last) { found.push({ at: word[0], word: picture }); }
      last = picture;
    });
  }

  function lightWords(cue, start, at, found) {
    var before = counted(SPARE, cue.text), sentence = target(at, start, start + before[before.length - 1], ".kalimat");
    cue.words.forEach(function (word) {
      var first = start + before[word[2]], end = start + before[word[3]];
      if (end > first) { found.push({ at: word[0], word: target(at, first, end, ".kata"), sentence: sentence }); }
    });
  }

  /* Return the moments of a sound in their order: `word` and `sentence` sound from `at`; without them nothing does. */
  elearn.moments = function (sentences, place) {
    var shown = letters(place), left = shown.pictures, from = 0, found = [];
    sentences.forEach(function (cue) {
      var bare = without(SPARE, cue.text), start = bare ? shown.text.indexOf(bare, from) : -1;
      var drawn = named(left, without(LISTED, cue.text));
      if (drawn.length && start >= 0 && drawn[0].before > start) { drawn = []; }     // the words come first
      if (drawn.length) {
        left = left.slice(left.indexOf(drawn[drawn.length - 1]) + 1);
      } else if (start >= 0) {
        from = start + bare.length;
      }
      if (cue.engine === "") { return found.push({ at: cue.start, silent: true }); }     // nobody says it
      if (drawn.length) {
        lightPictures(cue, drawn, found);
      } else if (start >= 0) {
        lightWords(cue, start, shown.at, found);
      }
      found.push({ at: cue.end });
    });
    return found;
  };
  elearn.letters = letters;
})();
