/* What is kept here for her: a row each, with its weight, and a button that takes it away. */
(function () {
  "use strict";
  var elearn = window.elearn, kept = elearn.kept;

  function made(tag, style, text) {
    var one = document.createElement(tag);
    one.className = style;
    if (text) { one.textContent = text; }
    return one;
  }

  /* Append a speaker with a sound. */
  elearn.speaker = function (place, sound, name) {
    var link = made("a", "dengar");
    if (!sound) { return; }
    link.href = sound;
    link.setAttribute("aria-label", name);
    place.appendChild(link);
  };

  elearn.tile = function (record, tag) {
    var tile = made(tag, record.subject ? "tile subject " + record.subject : "tile"), drawn = made("img", "gambar");
    drawn.src = record.picture;
    drawn.alt = "";
    drawn.width = drawn.height = 48;
    tile.appendChild(drawn);
    tile.appendChild(made("span", "", record.title));
    return tile;
  };

  elearn.list = function (place, records, taken) {
    place.textContent = "";
    records.forEach(function (record) {
      var row = made("li", "with-sound"), away = made("button", "button", place.getAttribute("data-remove"));
      away.type = "button";
      away.setAttribute("aria-label", away.textContent + ": " + record.title);
      away.addEventListener("click", function () {
        away.disabled = true;
        elearn.unsave(record.scope, record.stem).then(taken);
      });
      row.appendChild(elearn.tile(record, "span"));
      row.appendChild(away);
      elearn.speaker(row, record.sound, place.getAttribute("data-hear") + ": " + record.title);
      place.appendChild(row);
    });
  };

  elearn.weigh = function (records) { return records.reduce(function (sum, one) { return sum + one.bytes; }, 0); };
})();
