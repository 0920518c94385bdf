/* Money: tap a piece and it lies on the table, tap it there and it is taken back; the sum is shown and said.
   Without script: a box for each piece she has, or how many of each. */
(function () {
  "use strict";
  var elearn = window.elearn, MOST = 40;
  if (!window.fetch) { return; }
  function each(list, visit) { return Array.prototype.map.call(list, visit); }

  each(document.querySelectorAll("form[data-question] .bayar"), function (place) {
    var form = place.form || place.parentNode, once = place.hasAttribute("data-once");
    var table = group("order meja", place.getAttribute("data-table"));
    var purse = group("order dompet", place.querySelector("legend").textContent);
    var sum = document.createElement("p"), said = document.createElement("span"), speaker = document.createElement("a");
    var field = document.createElement("input");
    field.type = "hidden";
    field.name = "a";
    speaker.className = "dengar";
    speaker.setAttribute("aria-label", document.querySelector("main").getAttribute("data-hear"));
    sum.className = "jumlah";
    said.setAttribute("role", "status");
    sum.appendChild(said);
    sum.appendChild(speaker);

    function group(style, name) {
      var box = document.createElement("div");
      box.className = style;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", name);
      return box;
    }

    function piece(value, drawing, tapped) {
      var button = document.createElement("button");
      button.type = "button";
      button.value = value;
      button.innerHTML = drawing;
      button.addEventListener("click", function () { tapped(button); });
      return button;
    }

    function write(aloud) {
      var paid = each(table.children, function (one) { return one.value; });
      var total = paid.reduce(function (all, one) { return all + Number(one); }, 0);
      field.value = paid.join("+");
      said.textContent = place.getAttribute("data-table") + ": Rp" + String(total).replace(/\B(?=(\d{3})+$)/g, place.getAttribute("data-mark"));
      speaker.href = place.getAttribute("data-sums") + total + ".mp3" + place.getAttribute("data-tail");
      speaker.hidden = !total || total > Number(place.getAttribute("data-largest"));
      if (aloud && !speaker.hidden) { elearn.speak([speaker]); }
    }

    function put(from) {
      if (table.children.length >= MOST) { return; }
      var laid = piece(from.value, from.innerHTML, function (back) {
        var next = back.nextElementSibling || back.previousElementSibling || from;
        table.removeChild(back);
        from.disabled = false;
        write(true);
        next.focus();
      });
      laid.setAttribute("aria-label", place.getAttribute("data-back") + " " + from.querySelector("[aria-label]").getAttribute("aria-label"));
      table.appendChild(laid);
      if (once) {
        from.disabled = true;
        (purse.querySelector("button:not(:disabled)") || laid).focus();
      }
      write(true);
    }

    each(place.querySelectorAll("[data-piece]"), function (one) {
      purse.appendChild(piece(one.getAttribute("data-piece"), one.innerHTML, put));
    });
    var data = JSON.parse(form.getAttribute("data-question"));
    each(data.answer ? data.key.pay.split("+").reverse() : [], function (value) {      // the page holds the pieces already
      data.answer[0] = purse.querySelector("[value='" + value + "']").innerHTML + " " + data.answer[0];
    });
    form.setAttribute("data-question", JSON.stringify(data));
    form.addEventListener("again", function () {
      table.textContent = "";
      each(purse.children, function (one) { one.disabled = false; });
      write(false);
    });
    place.textContent = "";
    place.classList.add("on");
    each([table, sum, purse, field], function (part) { place.appendChild(part); });
    write(false);
  });
})();
