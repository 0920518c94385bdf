/* At home, where lessons are kept: what has changed on the hub is fetched anew behind her back, one after another, and takes the old
   one's place when it is whole. What the phone has thrown away is told, and saved again. Under Save-Data nothing comes by itself. */
(function () {
  "use strict";
  var elearn = window.elearn, kept = elearn.kept, link = document.querySelector("[data-luring]");
  var saving = elearn.saving;
  function nothing() { return null; }
  function never() { return false; }

  function tell(words) {
    var place = document.createElement("p"), way = document.createElement("a"), speaker = document.createElement("a");
    place.className = "card hold";
    place.setAttribute("role", "status");
    way.href = "/simpan";
    way.textContent = words[0];
    speaker.className = "dengar";
    speaker.href = words[1];
    speaker.setAttribute("aria-label", link.querySelector(".dengar").textContent);
    place.appendChild(way);
    place.appendChild(document.createTextNode(" "));
    place.appendChild(speaker);
    link.parentNode.insertBefore(place, link);
  }

  function wanted(told) {
    var found = [];
    [told.scope, told.seat].forEach(function (scope) {
      var wished = elearn.wished(scope);
      Object.keys(wished).forEach(function (stem) {
        if (wished[stem] !== "henti") { found.push({ scope: scope, stem: stem, whole: wished[stem] === "utuh" }); }
      });
    });
    return found;
  }

  /* Return whether it is right as it is; else bring it in order. */
  function mend(one, mark) {
    return kept.record(one.scope, one.stem).then(function (record) {
      if (!mark) { return elearn.unsave(one.scope, one.stem); }
      if (record && record.mark === mark) { return whole(record); }
      one.lost = !record && one.whole;
      return saving ? null : elearn.save(one.stem, one.scope, nothing, never);
    });
  }

  /* The record of something of which a part was thrown away is worth nothing. */
  function whole(record) {
    var parts = Object.keys(record.pages).map(function (name) { return kept.page(record, name); });
    return kept.open().then(function (cache) {
      return Promise.all(parts.map(function (part) { return cache.match(part, { ignoreVary: true }); }));
    }).then(function (there) {
      return there.every(Boolean) || saving ? null : elearn.save(record.stem, record.scope, nothing, never);
    });
  }

  function all() {
    var stems = [];
    try {
      var wishes = JSON.parse(localStorage.getItem("luring")) || {};
      Object.keys(wishes).forEach(function (scope) { stems = stems.concat(Object.keys(wishes[scope])); });
    } catch (e) { /* then nothing is */ }
    return stems.map(function (stem) { return "p=" + stem; }).join("&");
  }

  elearn.ask("/simpan.json?" + all()).then(function (told) {
    var each = wanted(told), lost = false;
    if (!each.length) { return null; }
    function next() {
      var one = each.shift();
      if (!one) { return null; }
      return mend(one, told.marks[one.stem]).catch(nothing).then(function () {
        if (one.lost && !lost) {
          lost = true;
          tell(told.lost);
        }
        return next();
      });
    }
    return elearn.worker().then(function () { return kept.write(kept.WHO, { seat: told.seat, scope: told.scope }); }).then(next).then(elearn.sweep);
  }).catch(nothing);
})();
