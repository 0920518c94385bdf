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
        var tile = line.children[i], value = tile ? tile.value : null;
        Array.prototype.forEach.call(place.querySelectorAll("input"), function (input) { input.checked = input.value === value; });
      });
    }

    Array.prototype.forEach.call(labels, function (choice) {
      var tile = document.createElement("button");
      tile.type = "button";
      tile.value = choice.querySelector("input").value;
      tile.innerHTML = choice.querySelector("label > span").innerHTML;
      tile.addEventListener("click", function () {
        if (tile.parentNode === line) { pool.appendChild(tile); } else if (line.children.length < places.length) { line.appendChild(tile); }
        write();
        tile.focus();
      });
      pool.appendChild(tile);
    });
    form.addEventListener("again", function () { while (line.firstChild) { pool.appendChild(line.firstChild); } write(); });
    places[0].parentNode.insertBefore(line, places[0]);
    places[0].parentNode.insertBefore(pool, places[0]);
    Array.prototype.forEach.call(places, function (place) { place.hidden = true; });
  });
})();
