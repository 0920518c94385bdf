/* What she has chosen or written and not sent yet is kept on this phone under her seat, and is there again when she is: after she was
   signed out, after the page was lost. Only her own page ever asks for it; after a week nobody's does. Nothing of a sensitive lesson is kept. */
(function () {
  "use strict";
  var elearn = window.elearn, path = location.pathname, seat = (/^\/b\/([^/]+)/.exec(path) || [])[1];
  var KEY = "draf:" + seat, WEEK = 6048e5, post = elearn.post;
  try { old(); } catch (e) { /* no storage */ }
  if (!seat || document.documentElement.hasAttribute("data-quiet")) { return; }

  function asked(form) { var field = form && form.elements && form.elements.s; return field ? field.value : ""; }
  function each(list, visit) { Array.prototype.forEach.call(list, visit); }

  function given(form) {
    var found = [];
    each(form.elements, function (field) {
      var box = field.type === "radio" || field.type === "checkbox";
      if (/^a\d*$/.test(field.name) && field.value && (!box || field.checked) && !field.disabled) { found.push([field.name, field.value]); }
    });
    return found;
  }

  function read() { try { return JSON.parse(localStorage.getItem(KEY)); } catch (e) { return null; } }
  function forget(form) {
    var kept = read();
    if (!kept || form && kept.s !== asked(form)) { return; }
    remove(KEY);
  }

  function remove(key) {
    localStorage.removeItem(key);
    if (!Object.keys(localStorage).some(function (key) { return /^draf:/.test(key); })) { localStorage.removeItem("draf"); }
  }

  /* Whatever is too old, of whomever; a clock that was set back makes it new. */
  function old() {
    Object.keys(localStorage).filter(function (key) { return /^draf:/.test(key); }).forEach(function (key) {
      var kept = null;
      try { kept = JSON.parse(localStorage.getItem(key)); } catch (e) { /* none of ours */ }
      if (!kept || Date.now() - kept.t > WEEK || !kept.t) { remove(key); }
    });
  }

  function keep(form) {
    var values = given(form);
    if (!values.length || form.querySelector("button[type=submit][hidden], button[data-again]")) { return forget(form); }
    try {
      localStorage.setItem(KEY, JSON.stringify({ t: Date.now(), p: path, h: location.hash, s: asked(form), f: values }));
      localStorage.setItem("draf", "1");
    } catch (e) { /* no room: it is on the page all the same */ }
  }

  function changed(event) {
    var form = event.target.closest ? event.target.closest("form") : null;
    if (asked(form)) { setTimeout(keep, 0, form); }   // when the scripts of its kind wrote it down
  }

  function tell(field, what) {
    var event = document.createEvent("Event");
    event.initEvent(what, true, false);
    field.dispatchEvent(event);
  }

  /* Tiles and money are laid by the taps that she made; the rest is a field. */
  function fill(form, pair) {
    var tiles = form.querySelector(".order.pool, .order.dompet");
    each(tiles ? pair[1].split("+") : [], function (value) {
      var tile = form.querySelector(".order.pool button[value='" + value + "'], .order.dompet button[value='" + value + "']:not(:disabled)");
      if (tile) { tile.click(); }
    });
    each(tiles ? [] : form.elements, function (field) {
      var box = field.type === "radio" || field.type === "checkbox";
      if (field.name !== pair[0] || box && field.value !== pair[1]) { return; }
      if (box) { field.checked = true; } else { field.value = pair[1]; }
      tell(field, "input");
      tell(field, "change");
    });
  }

  function again() {
    var kept = read();
    if (!kept || kept.p !== path) { return; }
    each(document.querySelectorAll("form"), function (form) {
      if (asked(form) !== kept.s || given(form).length) { return; }
      kept.f.forEach(function (pair) { fill(form, pair); });
      if (!location.hash && kept.h) { location.replace(kept.h); }
    });
  }

  if (post) { elearn.post = function (form, extra) { forget(form); return post(form, extra); }; }
  ["input", "change", "click"].forEach(function (what) { document.addEventListener(what, changed); });
  document.addEventListener("submit", function (event) { if (!event.defaultPrevented) { forget(event.target); } });
  again();
  each(document.querySelectorAll("form"), function (form) { if (asked(form)) { changed({ target: form }); } });    // the tap that brought us
})();
