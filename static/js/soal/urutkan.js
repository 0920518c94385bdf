/* Tiles in order: tap a tile to place it, tap it again to take it back. Without script: one choice for each place. */
(function () {
  "use strict";
  if (!window.fetch) { return; }
  Array.prototype.forEach.call(document.querySelectorAll("form[data-order]"), function (form) {
    var places = form.querySelectorAll("fieldset.place");
    var labels = places[0].querySelectorAll(".choice");
    var line = document.createElement("div"), pool = document.createElement("div");
    line.className = "order";
    pool.className = "order pool";
    line.setAttribute("aria-label", form.getAttribute("data-order"));
    line.setAttribute("role", "group");
    pool.setAttribute("role", "group");

    function write() {
      Array.prototype.forEach.call(places, function (place, i) {
        var piece = line.children[i], value = piece ? piece.firstChild.value : null;
        Array.prototype.forEach.call(place.querySelectorAll("input"), function (input) { input.checked = input.value === value; });
      });
    }

    Array.prototype.forEach.call(labels, function (choice) {
      var piece = document.createElement("span"), tile = document.createElement("button"), speaker = choice.children[1];
      piece.className = "piece";
      tile.type = "button";
      tile.value = choice.querySelector("input").value;
      tile.innerHTML = choice.querySelector("label > span").innerHTML;
      tile.addEventListener("click", function () {
        if (piece.parentNode === line) { pool.appendChild(piece); } else if (line.children.length < places.length) { line.appendChild(piece); }
        write();
        tile.focus();
      });
      piece.appendChild(tile);
      if (speaker) { piece.appendChild(speaker); }         // it stays with its tile
      pool.appendChild(piece);
    });
    form.addEventListener("again", function () { while (line.firstChild) { pool.appendChild(line.firstChild); } write(); });
    places[0].parentNode.insertBefore(line, places[0]);
    places[0].parentNode.insertBefore(pool, places[0]);
    Array.prototype.forEach.call(places, function (place) { place.hidden = true; });
  });
})();
