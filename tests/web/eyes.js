/* What a page is to eyes, fingers and keys, measured in the browser that shows it. Each gives a list of faults. */
(function () {
  "use strict";
  var TAPPED = "a[href], button, summary, textarea, select, audio[controls], .typed, .berapa, label:has([type=radio], [type=checkbox])," +
    " input:not([type=hidden], [type=radio], [type=checkbox])";

  function all(what) { return Array.prototype.slice.call(document.querySelectorAll(what)); }
  function seen(one) {
    return one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !one.closest(".skip, .off, .dengar > i");
  }
  function named(one) { return one.outerHTML.replace(/ (href|src)="[^"]*"/g, "").replace(/\s+/g, " ").slice(0, 110); }
  function targets() {
    return all(TAPPED).filter(seen).filter(function (one) {
      return one.getAttribute("aria-hidden") !== "true" && !(one.matches("input") && one.closest("label:has([type=radio], [type=checkbox])"));
    });
  }

  /* Each thing that is tapped is 48 px wide and high. */
  function small() {
    return targets().map(function (one) { return [one, one.getBoundingClientRect()]; })
      .filter(function (pair) { return pair[1].width < 47.5 || pair[1].height < 47.5; })
      .map(function (pair) { return "small: " + named(pair[0]) + " " + pair[1].width.toFixed(0) + " x " + pair[1].height.toFixed(0); });
  }

  /* Between two of them are 8 px; words in their sentence have the space of the language between them. */
  function near() {
    var boxes = targets().filter(function (one) { return !one.closest(".bacaan") && getComputedStyle(one).position !== "fixed" && !one.closest(".act"); })
      .map(function (one) { return [one, one.getBoundingClientRect()]; });
    var found = [];
    boxes.forEach(function (one, i) {
      boxes.slice(i + 1, i + 9).forEach(function (other) {
        if (one[0].closest(".sheet") !== other[0].closest(".sheet") || one[0].contains(other[0]) || other[0].contains(one[0])) { return; }
        var x = Math.max(one[1].left, other[1].left) - Math.min(one[1].right, other[1].right);
        var y = Math.max(one[1].top, other[1].top) - Math.min(one[1].bottom, other[1].bottom);
        if (Math.max(x, y) < 7.5) { found.push("near: " + Math.max(x, y).toFixed(1) + " " + named(one[0]) + " | " + named(other[0])); }
      });
    });
    return found;
  }

  /* No text is smaller than `least` px. */
  function faint(least) {
    return all("body *").filter(function (one) {
      return seen(one) && !one.closest("svg, [aria-hidden=true]") &&
        Array.prototype.some.call(one.childNodes, function (node) { return node.nodeType === 3 && node.data.trim(); }) &&
        parseFloat(getComputedStyle(one).fontSize) < least - 0.01;
    }).map(function (one) { return "faint: " + named(one) + " " + getComputedStyle(one).fontSize; });
  }

  /* Nothing is wider than the screen. */
  function wide() {
    var more = document.documentElement.scrollWidth - innerWidth;
    if (more <= 0) { return []; }
    var range = document.createRange();
    var out = all("body *").filter(function (one) {
      range.selectNodeContents(one);
      return one.checkVisibility() && Math.max(one.getBoundingClientRect().right, range.getBoundingClientRect().right) > innerWidth + 0.5;
    });
    return ["wide: by " + more + " px " + (out.length ? named(out[out.length - 1]) : "")];
  }

  function block(one) {
    while (/^(inline|contents)$/.test(getComputedStyle(one).display)) { one = one.parentElement; }
    return one;
  }

  /* No line of text holds more than `most` characters. */
  function long(most) {
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), lines = new Map(), range = document.createRange(), node;
    while ((node = walker.nextNode())) {
      if (!node.data.trim() || !seen(node.parentElement) || node.parentElement.closest("svg, textarea, style, script, table, pre, code")) { continue; }
      var of = block(node.parentElement), words = /\S+\s*/g, word;
      if (!lines.has(of)) { lines.set(of, []); }
      while ((word = words.exec(node.data))) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].trimEnd().length);
        var box = range.getClientRects()[0];
        if (box && box.width) { lines.get(of).push([box.top + box.height / 2, box.left, word[0].replace(/\s+/g, " ")]); }
      }
    }
    var found = [];
    lines.forEach(function (words, of) {
      var rows = [];
      words.forEach(function (word) {
        var row = rows.find(function (one) { return Math.abs(one.at - word[0]) < 10; });
        if (!row) { rows.push(row = { at: word[0], text: "" }); }
        row.text += word[2];
      });
      rows.forEach(function (row) {
        var text = row.text.trim();
        if (text.length > most) { found.push("long: " + text.length + " " + JSON.stringify(text) + " in " + named(of).slice(0, 60)); }
      });
    });
    return found;
  }

  /* No text is cut off by the box that it stands in. */
  function cut() {
    return all("body *").filter(function (one) {
      var style = getComputedStyle(one);
      return seen(one) && !one.closest("svg, .weave") && !/^(INPUT|TEXTAREA|AUDIO|SELECT|IFRAME)$/.test(one.tagName) &&
        (style.overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1 || style.overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1);
    }).map(function (one) { return "cut: " + named(one); });
  }

  function luminance(colour) {
    var parts = colour.match(/[\d.]+/g).map(Number).slice(0, 3).map(function (one) {
      one /= 255;
      return one <= 0.04045 ? one / 12.92 : Math.pow((one + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }
  function contrast(one, other) {
    var a = luminance(one), b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
  function ground(one) {
    for (; one; one = one.parentElement) {
      var colour = getComputedStyle(one).backgroundColor;
      if (!/^rgba\(.*, 0\)$|transparent/.test(colour)) { return colour; }
    }
    return "rgb(255, 255, 255)";
  }

  /* Where the focus goes: shown by a ring of 3 px and 3:1, nowhere hidden, from above to below. Press a key before, so that rings are drawn. */
  function focus() {
    var found = [], before = null;
    all("a[href], button, summary, textarea, select, input:not([type=hidden]), [tabindex='0']").forEach(function (one) {
      if (one.disabled || !one.checkVisibility({ visibilityProperty: true })) { return; }
      one.focus();
      if (document.activeElement !== one) { return found.push("focus: refused by " + named(one)); }
      var ring = [one, one.nextElementSibling].filter(Boolean).map(function (at) { return [at, getComputedStyle(at)]; })
        .find(function (pair) { return pair[1].outlineStyle !== "none" && parseFloat(pair[1].outlineWidth) >= 3; });
      if (!ring) { return found.push("focus: no ring on " + named(one)); }
      var seenAgainst = ground(parseFloat(ring[1].outlineOffset) < 0 ? ring[0] : ring[0].parentElement);
      if (contrast(ring[1].outlineColor, seenAgainst) < 3) { found.push("focus: a faint ring on " + named(one)); }
      var box = ring[0].getBoundingClientRect(), free = 0;
      [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]].forEach(function (at) {
        var top = document.elementFromPoint(box.left + box.width * at[0], box.top + box.height * at[1]);
        if (top && (ring[0].contains(top) || top.contains(ring[0]) || one === top || top.closest("label") === one.closest("label") && one.closest("label"))) { free += 1; }
      });
      if (free < 3 && box.height < innerHeight / 2) { found.push("focus: hidden (" + free + "/5) " + named(one)); }
      var at = { top: box.top + scrollY, left: box.left, right: box.right, bottom: box.bottom + scrollY };
      if (before && !ring[0].closest(".act, .foot, header, .stay, .skip") && at.bottom < before.top + 1 && at.left < before.right) { found.push("order: upwards to " + named(one)); }
      before = at;
    });
    if (document.activeElement) { document.activeElement.blur(); }
    scrollTo(0, 0);
    return found;
  }

  var spaced = new CSSStyleSheet(), chosen = new CSSStyleSheet();

  /* What she chose for her eyes, as the server would have written the page: `css` is the sheet of those who chose something. */
  function looks(names, css) {
    ["besar", "kontras"].forEach(function (name) { document.documentElement.classList.toggle(name, names.indexOf(name) >= 0); });
    chosen.replaceSync(names.length ? css : "");
    document.adoptedStyleSheets = [chosen];
  }

  /* WCAG 1.4.12: nothing is lost when somebody widens the spaces of text. */
  spaced.replaceSync("*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}");
  function spacing(on) { document.adoptedStyleSheets = on ? [chosen, spaced] : [chosen]; }

  window.eyes = { small: small, near: near, faint: faint, wide: wide, long: long, cut: cut, focus: focus, looks: looks, spacing: spacing };
})();
