/* Home without a hub: what is kept here for who is signed in, practice first, each with its picture and its sound. */
(function () {
  "use strict";
  var elearn = window.elearn, kept = elearn.kept, list = document.querySelector("[data-saved]");
  if (!list) { return; }

  function show(record, seat) {
    var row = document.createElement("li"), tile = elearn.tile(record, "a");
    row.className = "with-sound";
    tile.href = "/b/" + seat + "/" + record.stem + "/";
    row.appendChild(tile);
    elearn.speaker(row, record.sound, list.getAttribute("data-hear") + ": " + record.title);
    list.appendChild(row);
  }

  kept.read(kept.WHO).then(function (who) {
    if (!who || !who.seat) { return location.replace("/"); }       // signed out meanwhile
    return kept.records([who.scope, who.seat]).then(function (records) {
      var mine = records.filter(function (one) { return one.stem !== kept.SHELL; });
      mine.forEach(function (one) { show(one, who.seat); });
      document.querySelector("[data-none]").hidden = !!mine.length;
      document.querySelector("[data-some]").hidden = !mine.length;
    });
  });
})();
