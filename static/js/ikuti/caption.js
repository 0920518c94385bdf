/* What is said and stands nowhere on the screen is written at its foot while it sounds: the words of an entry, of help, an instruction,
   the name of a picture. Not what a question that waits for its answer lets her hear (that would be the answer), unless she has
   chosen to be without sound: then nothing is asked that must be heard. Focus and screen reader are left alone. */
(function () {
  "use strict";
  var elearn = window.elearn, line = null;

  /* It comes with no style sheet of its own: the pages on which something sounds are full. */
  var LOOK = "position:fixed;left:0;right:0;bottom:0;z-index:9;max-width:720px;margin:0 auto;padding:8px 16px;" +
    "background:var(--ink);color:var(--paper);border-top:2px solid var(--paper)";

  function write(words) {
    if (!words && !line) { return; }
    if (!line) {
      line = document.createElement("p");
      line.className = "takarir";
      line.style.cssText = LOOK;
      document.body.appendChild(line);
    }
    line.textContent = words;
    line.hidden = !words;
    place();
  }

  /* Above a foot that stays. */
  function place() {
    var act = document.querySelector(".screen.now .act"), fixed = act && getComputedStyle(act).position === "fixed";
    line.style.bottom = fixed ? act.offsetHeight + "px" : "";
  }

  function bare(text) { return Array.from(text || "").filter(function (sign) { return /[^\s\u2060.,:;!?]/.test(sign); }).join("").toLowerCase(); }

  /* Whether what is seen now holds these words. */
  function shown(text) {
    var words = bare(text);
    return !words || bare(document.body.innerText.replace(line && !line.hidden ? line.innerText : "", "")).indexOf(words) >= 0;
  }

  /* What may be written of a sound that this speaker begins: all, or of a question only how it is answered, its last sentence. */
  function allowed(speaker, sentences) {
    var form = speaker.closest("form.question, .question form"), told = form && form.querySelector(".feedback:not([hidden])");
    if (!form || told || document.querySelector(".tenang")) { return sentences; }
    return speaker.parentNode.classList.contains("act") ? sentences.slice(-1) : [];
  }

  /* Return the moments at which something is to be written, and at which no more. */
  elearn.captions = function (sentences, speaker) {
    var found = [];
    allowed(speaker, sentences).forEach(function (cue) {
      if (shown(cue.text)) { return; }
      found.push({ at: cue.start, words: cue.text }, { at: cue.end, words: "" });
    });
    return found;
  };
  elearn.write = write;
})();
