/* /gaya: shows the dark theme, or every ring of the focus, by asking the styles themselves. */
(function () {
  "use strict";
  var page = document.querySelector("[data-gaya]");

  function each(rules, see) {
    for (var at = 0; at < rules.length; at += 1) {
      see(rules[at]);
      if (rules[at].cssRules) { each(rules[at].cssRules, see); }
    }
  }

  function see(rule) {
    if (rule.media && /prefers-color-scheme/.test(rule.media.mediaText)) {
      rule.media.mediaText = page.hasAttribute("data-dark") ? "all" : "not all";
    }
    if (rule.selectorText && page.hasAttribute("data-focus")) {
      rule.selectorText = rule.selectorText.replace(/:focus-visible/g, ":is(a,button,input,summary)");
    }
  }

  window.addEventListener("load", function () {
    for (var at = 0; at < document.styleSheets.length; at += 1) {
      each(document.styleSheets[at].cssRules, see);
    }
  });
})();
