/* typed.py: what people type, folded. */
(function () {
  "use strict";
  var marking = window.elearn.marking;

  var TYPED = /^[\t-\r -~\u00a0-\u024f\u02bc\u0300-\u036f\u1e00-\u1eff\u2000-\u2027\u202a-\u2064\u20ac\u2212\u3000\ufeff\uff01-\uff5e]{1,200}$/;

  function nfkc(text) { return text.normalize ? text.normalize("NFKC") : text; }
  function fold(text) {
    if (!TYPED.test(text)) { return ""; }
    text = nfkc(text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, "")).toLowerCase();
    text = nfkc(text).replace(/[`\u02bc\u2018\u2019\u2032]/g, "'").replace(/[\u2010-\u2015\u2212]/g, "-");
    text = text.replace(/[\t-\r ]+/g, " ").replace(/^ /, "").replace(/[ .,]+$/, "");
    return TYPED.test(text) ? text : "";
  }

  marking.fold = fold;
})();
