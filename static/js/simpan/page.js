/* The page "Simpan pelajaran": what it would weigh stands there first; a tap saves, shows how far it is, can be stopped, and goes on when
   the line is there again. Hidden where a browser has no service worker: over plain http, and in old ones. */
(function () {
  "use strict";
  var elearn = window.elearn, kept = elearn.kept;
  var main = document.querySelector("main[data-simpan]");
  if (!main || !navigator.serviceWorker || !window.caches || !window.Promise) { return; }
  var SCOPE = main.getAttribute("data-simpan"), SEAT = main.getAttribute("data-seat");
  var button = part("[data-save]"), halt = part("[data-stop]"), bar = part("progress"), list = part("[data-kept]");
  var stopped = false, wait = 5000, timer = 0, saving = false;

  function part(what) { return main.querySelector(what); }
  function all(what) { return Array.prototype.slice.call(main.querySelectorAll(what)); }

  function tell(what, aloud) {
    all("[data-told]").forEach(function (one) { one.hidden = one.getAttribute("data-told") !== what; });
    if (aloud && what) { elearn.say(part("[data-told=" + what + "]")); }
  }

  function mine() { return kept.records([SCOPE, SEAT]).then(function (found) { return found.filter(function (one) { return one.stem !== kept.SHELL; }); }); }

  function weigh(records) {
    var total = part("[data-total]");
    elearn.ask("/simpan.json?b=" + elearn.weigh(records)).then(function (told) {
      total.textContent = told.size[0] + " ";
      elearn.speaker(total, told.size[1], list.getAttribute("data-hear"));
    }).catch(function () { total.textContent = ""; });
  }

  /* Show what is there; return what of the offer is not. */
  function look() {
    return mine().then(function (records) {
      var there = records.map(function (one) { return one.scope + "/" + one.stem; });
      elearn.list(list, records, look);
      part("[data-here]").hidden = !records.length;
      if (records.length) { weigh(records); }
      var left = all("[data-offer] [data-stem]").filter(function (row) {
        var here = there.indexOf(row.getAttribute("data-scope") + "/" + row.getAttribute("data-stem")) >= 0;
        row.querySelector(".mark").hidden = !here;
        return !here;
      });
      button.hidden = saving || !left.length;
      if (part("[data-size]")) { part("[data-size]").hidden = !left.length; }
      return left.map(function (row) { return [row.getAttribute("data-stem"), row.getAttribute("data-scope")]; });
    });
  }

  /* What she wanted and is not there: begun and not whole, or thrown away by the phone. */
  function missing(state) {
    return kept.records([SCOPE, SEAT]).then(function (records) {
      var there = records.map(function (one) { return one.scope + "/" + one.stem; }), found = [];
      [SCOPE, SEAT].forEach(function (scope) {
        var wished = elearn.wished(scope);
        Object.keys(wished).forEach(function (stem) {
          if (wished[stem] === state && there.indexOf(scope + "/" + stem) < 0) { found.push([stem, scope]); }
        });
      });
      return found;
    });
  }

  function begin() {
    saving = true;
    stopped = false;
    clearTimeout(timer);
    button.hidden = true;
    halt.hidden = bar.hidden = false;
    bar.value = 0;
    return elearn.worker().then(function () {
      return navigator.storage && navigator.storage.persist ? navigator.storage.persist() : false;
    }).catch(function () { return false; });
  }

  function run(queue) {
    var each = [[kept.SHELL, SCOPE]].concat(queue.filter(function (one) { return one[0] !== kept.SHELL; })), at = 0;
    function next() {
      var one = each[at];
      if (!one) { return null; }
      return elearn.save(one[0], one[1], function (share) { bar.value = (at + share) / each.length; }, function () { return stopped; })
        .catch(function (why) { if (why !== "gone") { return Promise.reject(why); } elearn.wish(one[1], one[0], ""); })
        .then(function () { at += 1; return look(); }).then(next);
    }
    return begin()
      .then(function () { return kept.write(kept.WHO, { seat: SEAT, scope: SCOPE }); })
      .then(next)
      .then(elearn.sweep)
      .then(function () { end("done"); }, function (why) {
        each.slice(at).forEach(function (one) { elearn.wish(one[1], one[0], why === "stopped" ? "henti" : "mulai"); });
        end(why);
      });
  }

  function end(why) {
    saving = false;
    halt.hidden = bar.hidden = true;
    if (["done", "full", "door", "stopped"].indexOf(why) < 0) {
      why = "broken";
      timer = setTimeout(go, wait);
      wait = Math.min(wait * 2, 60000);
    }
    tell(why, true);
    look().then(function () { if (why === "broken") { button.hidden = true; halt.hidden = false; } });
  }

  /* Go on with what was begun. */
  function go() { return missing("mulai").then(function (left) { if (left.length) { tell(""); return run(left); } }); }

  button.addEventListener("click", function () {
    tell("");
    Promise.all([look(), missing("henti")]).then(function (found) {
      var there = found[0].map(String);
      return run(found[0].concat(found[1].filter(function (one) { return there.indexOf(String(one)) < 0; })));
    });
  });
  halt.addEventListener("click", function () {
    stopped = true;
    if (saving) { return; }
    clearTimeout(timer);
    missing("mulai").then(function (left) {
      left.forEach(function (one) { elearn.wish(one[1], one[0], "henti"); });
      end("stopped");
    });
  });
  window.addEventListener("online", function () { if (!saving && !halt.hidden) { wait = 5000; clearTimeout(timer); go(); } });

  part("[data-none]").hidden = true;
  part("[data-can]").hidden = false;
  look().then(function () { return Promise.all([missing("utuh"), missing("mulai"), missing("henti")]); }).then(function (found) {
    if (found[0].length) {
      tell("lost", true);
      return run(found[0].concat(found[1]));
    }
    if (found[1].length) { return run(found[1]); }
    if (found[2].length) {
      tell("half");
      button.hidden = false;
    }
  });
})();
