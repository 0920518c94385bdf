/* A word that is tapped twice is said by its syllables and then whole, and its syllables are seen: by colour and by the line under
   them. What they are and how they sound is asked of the server, for words that stand in lessons only. */
(function () {
  "use strict";
  var elearn = window.elearn;
  var TWICE = 1500;                        // milliseconds: hands that are not used to it tap slowly
  var last = null, at = 0, parted = null, whole = "";

  function mend() {
    if (parted) {
      parted.innerHTML = whole;
      parted.classList.remove("suku-suku");
    }
    parted = null;
  }

  /* Put each stretch of letters into a box of its own, from the last to the first: those before keep their places. */
  function box(stretch, style) {
    var range = document.createRange(), made = document.createElement("span");
    made.className = style;
    range.setStart(stretch[0][0], stretch[0][1]);
    range.setEnd(stretch[stretch.length - 1][0], stretch[stretch.length - 1][1] + 1);
    range.surroundContents(made);
    return made;
  }

  /* Return a box for each syllable of a word on the page; [] where its letters are not those. */
  function part(word, syllables) {
    var shown = elearn.letters(word), from = 0;
    var stretches = syllables.map(function (syllable) {
      var start = shown.text.indexOf(syllable, from);
      from = start + syllable.length;
      return start < 0 ? [] : shown.at.slice(start, from);
    });
    var simple = stretches.every(function (one) {
      return one.length && one.every(function (sign) { return sign[0] === one[0][0] && sign[0].nodeType === 3; });
    });
    if (!simple) { return []; }
    parted = word;
    whole = word.innerHTML;
    word.classList.add("suku-suku");
    return stretches.map(function (one, i) { return [one, i % 2 ? "suku genap" : "suku"]; })
      .reverse().map(function (one) { return box(one[0], one[1]); }).reverse();
  }

  function moments(told, boxes) {
    var found = [], until = 0;
    told.sentences[0].words.forEach(function (word, i) { if (boxes[i]) { found.push({ at: word[0], word: { box: boxes[i] } }); } });
    until = told.sentences[0].end;
    return found.concat({ at: until });
  }

  function play(address) {
    var speaker = document.createElement("a");
    speaker.className = "kata";
    speaker.href = address;
    elearn.play([speaker]);
  }

  function say(word, told) {
    mend();
    play(told.audio);
    var boxes = told.syllables.length > 1 ? part(word, told.syllables) : [];
    elearn.track(moments(told, boxes));
  }

  document.addEventListener("click", function (event) {
    var word = event.target.closest ? event.target.closest("a.kata") : null;
    var again = word && word === last && Date.now() - at < TWICE;
    last = again ? null : word;
    at = Date.now();
    if (word !== parted) { mend(); }
    if (!again) { return; }
    event.preventDefault();
    event.stopPropagation();               // sound.js would stop it
    fetch(word.getAttribute("href").replace("/suara/", "/suara/suku/").replace(".mp3", ".json"), { credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? answer.json() : null; })
      .catch(function () { return null; })
      .then(function (told) {
        if (told) { return say(word, told); }
        elearn.play([word]);               // once more whole
      });
  }, true);
  window.addEventListener("hashchange", mend);
})();
