/* Says where her answers are: in the top band of a lesson, at its end, on home and with the results. The words come from
   /kotak/<language> as soon as we are here, for when the hub is away they cannot. */
(function () {
  "use strict";
  var elearn = window.elearn, page = document.documentElement, main = document.querySelector("main");
  var lesson = main && main.hasAttribute("data-lesson");
  var parts = null, asked = false, before = "", waited = false, going = null;

  function words() {
    if (asked || parts) { return; }
    asked = true;
    fetch("/kotak/" + page.lang, { credentials: "same-origin" }).then(function (reply) { return reply.ok ? reply.text() : ""; }).then(function (html) {
      var found = document.createElement("div");
      found.innerHTML = html;
      if (!found.querySelector(".kotak")) { throw html; }
      parts = found;
      page.appendChild(found.querySelector("link"));
      draw(elearn.kotak.state);
    }).catch(function () { asked = false; });
  }

  /* The sentence of a state, with its speaker, its number and its way on. */
  function sentence(now) {
    var name = now.state === "hub" && now.apart.length ? "sisih" : now.state, number = name === "sisih" ? now.apart.length : now.waiting;
    var made = parts.querySelector("[data-of='" + name + "']").cloneNode(true);
    var count = made.querySelector("b"), way = made.querySelector("[data-next]");
    if (count) { count.textContent = number > 1 ? number + " × " : ""; }
    if (way) { way.href = "/?next=" + encodeURIComponent(location.pathname); }
    if (name === "sisih") { made.appendChild(apart(now.apart)); }
    return made;
  }

  /* What cannot be stored as it is: which lesson, what she gave, and why; she lets go of it herself. */
  function apart(items) {
    var list = document.createElement("ul");
    items.forEach(function (item) {
      var row = document.createElement("li"), why = parts.querySelector("[data-why='" + item.why + "']");
      var given = item.body.split("&").filter(function (pair) { return /^a\d*=/.test(pair); }).map(function (pair) {
        return decodeURIComponent(pair.slice(pair.indexOf("=") + 1));
      });
      row.appendChild(document.createTextNode(item.to.split("/")[3] + ": " + given.join(", ") + " "));
      if (why) { row.appendChild(why.cloneNode(true)); }
      var away = parts.querySelector("[data-away]").cloneNode(true);
      away.addEventListener("click", function () { elearn.kotak.drop(item.id); });
      row.appendChild(away);
      list.appendChild(row);
    });
    return list;
  }

  function fill(place, now) {
    place.textContent = "";
    place.appendChild(sentence(now));
    return place;
  }

  function bar(now) {
    var place = document.querySelector("[data-state], div[data-kotak]"), mark = document.querySelector(".kotak-tanda");
    var quiet = now.state === "hub" && !now.apart.length;
    if (place && (lesson || !quiet || place.className)) { fill(place, now).className = lesson ? "state" : quiet ? "kotak aman" : "kotak"; }
    if (lesson && !mark && !quiet) {
      mark = parts.querySelector(".kotak-tanda").cloneNode(true);
      document.querySelector(".top").insertBefore(mark, document.querySelector(".help"));
    }
    if (!lesson && !place && !quiet) {
      place = document.createElement("div");
      place.className = "kotak";
      place.setAttribute("role", "status");
      place.setAttribute("data-state", "");
      main.insertBefore(fill(place, now), main.firstChild);
    }
    if (mark) {
      mark.hidden = quiet;
      mark.querySelector("b").textContent = now.waiting + now.apart.length;
      fill(mark.querySelector(".sheet"), now);
    }
  }

  /* Results that were shown without what waited are shown anew. */
  function anew(now) {
    waited = waited || now.waiting > 0;
    if (waited && now.state === "hub" && /\/selesai$/.test(location.pathname)) { location.reload(); }
  }

  function draw(now) {
    if (elearn.wait) { elearn.wait(now.waiting); }
    words();
    if (!parts || !now.state) { return; }
    bar(now);
    if (now.state !== before && !/^(hp|hub)$/.test(now.state)) { elearn.say(document.querySelector(lesson ? ".kotak-tanda .sheet" : ".kotak[role], [data-state]")); }
    before = now.state;
  }

  /* To the results, once all is stored: at most three seconds, and not at all while there is no hub to show them. */
  function end(event) {
    var link = event.target.closest("a[data-end]"), controlled = navigator.serviceWorker && navigator.serviceWorker.controller;
    if (!link || !elearn.kotak.state.waiting) { return; }
    event.preventDefault();
    going = link.href;
    elearn.kotak.send();
    setTimeout(function () {
      if (!going) { return; }
      if (controlled || elearn.kotak.state.state !== "hp") { location.href = going; } else { elearn.say(document.querySelector("[data-state]")); }
    }, 3000);
  }

  document.addEventListener("click", end);
  document.addEventListener("kotak", function (event) {
    draw(event.detail);
    anew(event.detail);
    if (going && !event.detail.waiting) { location.href = going; going = null; }
  });
})();
