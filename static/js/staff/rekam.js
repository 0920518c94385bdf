/* The recorder of one sentence: record (where the microphone may be asked) or choose a file, listen, send. A take stays here
   until the hub has it. When it has, the form says so by an event "tersimpan", whose detail is the hub's answer. */
(function () {
  "use strict";
  var elearn = window.elearn, words = document.getElementById("kata-rekam");
  var MOST_MS = 20000, MOST_BYTES = 20 * 1024 * 1024, WAIT_MS = 60000;
  var unsent = 0;                           // takes that only this page has
  if (!words || !window.FormData || !window.URL) { return; }

  function word(name) { return words.getAttribute("data-" + name); }

  function make(place, tag, kind, text) {
    var made = document.createElement(tag);
    made.className = kind || "";
    if (text) { made.textContent = text; }
    return place.appendChild(made);
  }

  function press(place, kind, text, act) {
    var made = make(place, "button", "button " + kind, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  /* How loud it is now, shown by a bar: who sees nothing move knows before she has read the sentence to the end. */
  function meter(bar, stream) {
    var Live = window.AudioContext || window.webkitAudioContext;
    if (!Live) { return function () { /* no bar */ }; }
    var place = new Live(), ear = place.createAnalyser(), heard = new Uint8Array(512);
    ear.fftSize = 512;
    place.createMediaStreamSource(stream).connect(ear);
    var clock = setInterval(function () {
      ear.getByteTimeDomainData(heard);
      bar.value = heard.reduce(function (most, one) { return Math.max(most, Math.abs(one - 128)); }, 0) / 128;
    }, 100);
    return function () { clearInterval(clock); place.close(); bar.value = 0; };
  }

  function recorder(form) {
    var fields = Array.prototype.slice.call(form.querySelectorAll("input[type=file]"));
    var box = make(form, "div", "alat"), told = make(box, "p", "kabar"), read = make(box, "p", "baca");
    var bar = make(box, "meter"), heard = make(box, "audio"), way = make(box, "progress"), row = make(box, "div", "bar");
    var take = null, quiet = null;
    form.insertBefore(box, fields[0].parentNode);
    read.textContent = form.elements.kalimat.value;
    told.setAttribute("role", "status");
    bar.setAttribute("aria-label", word("keras"));
    way.setAttribute("aria-label", word("mengirim"));
    heard.controls = true;
    form.querySelector("button:not([type])").hidden = true;

    var record = press(row, "main", word("rekam"), function () { if (mouth.on()) { mouth.stop(); } else { mouth.start(); } });
    var again = press(row, "", word("ulangi"), function () { drop(); if (elearn.hears) { mouth.start(); } else { show("ready"); fields[0].focus(); } });
    var send = press(row, "main", word("kirim"), post);

    /* ready: nothing is there; hearing: the microphone is open; taken: listen, then send; sending; kept. */
    function show(stage, text, bad) {
      var ready = stage === "ready" || stage === "kept";
      form.setAttribute("data-stage", stage);
      record.hidden = !elearn.hears || !(ready || stage === "hearing");
      record.textContent = word(stage === "hearing" ? "berhenti" : "rekam");
      read.hidden = stage !== "hearing" && stage !== "taken";
      bar.hidden = stage !== "hearing";
      heard.hidden = again.hidden = send.hidden = stage !== "taken";
      way.hidden = stage !== "sending";
      fields.forEach(function (field) { field.parentNode.hidden = !ready || (elearn.hears && field.hasAttribute("capture")); });
      told.textContent = text || "";
      told.classList.toggle("fault", !!bad);
      told.classList.toggle("card", !!text && (!!bad || stage === "kept"));
    }

    function drop() {
      if (take) { URL.revokeObjectURL(heard.src); unsent -= 1; }
      take = null;
      heard.removeAttribute("src");
      fields.forEach(function (field) { field.value = ""; });
    }

    function keep(blob) {
      drop();
      take = blob;
      unsent += 1;
      heard.src = URL.createObjectURL(blob);
      send.textContent = word("kirim");
      show("taken", word("dengar"));
      send.focus();
    }

    function finish(blob) {
      elearn.wav(blob, function (wav, seconds) {
        if (seconds * 1000 > MOST_MS + 500) { show("ready", word("panjang"), true); } else { keep(wav); }
      }, function () {
        if (/\.(wav|mp3|ogg|flac)$/i.test(blob.name || "")) { keep(blob); } else { show("ready", word("bentuk"), true); }
      });
    }

    /* `why`: the hub heard it and will not have it; `error`: it could not do its work. */
    function answered(request) {
      var answer = {};
      try { answer = JSON.parse(request.responseText); } catch (error) { /* a page of somebody between us */ }
      if (request.status === 200 && answer.name) {
        drop();
        show("kept", word("tersimpan"));
        form.dispatchEvent(new CustomEvent("tersimpan", { bubbles: true, detail: answer }));
        return;
      }
      show("taken", answer.why || answer.error || word("terputus"), true);
      send.textContent = word(answer.why ? "kirim" : "lagi");
    }

    function post() {
      var request = new XMLHttpRequest(), body = new FormData();
      Array.prototype.forEach.call(form.querySelectorAll("input[type=hidden]"), function (field) { body.append(field.name, field.value); });
      body.append("berkas", take, take.name || "rekaman.wav");
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.timeout = WAIT_MS;
      request.upload.onprogress = function (event) { if (event.lengthComputable) { way.value = event.loaded / event.total; } };
      request.onloadend = function () { answered(request); };
      heard.pause();
      way.value = 0;
      show("sending", word("mengirim"));
      request.send(body);
    }

    var mouth = elearn.microphone(MOST_MS, {
      begun: function (stream) {
        elearn.stop();
        show("hearing", word("merekam"));
        quiet = meter(bar, stream);
        record.focus();
        box.scrollIntoView({ block: "nearest" });
      },
      taken: function (blob) {
        if (quiet) { quiet(); }
        quiet = null;
        show("ready");
        if (blob) { finish(blob); }
      },
      refused: function () { elearn.hears = false; show("ready", word("izin"), true); }
    });

    fields.forEach(function (field) {
      field.addEventListener("change", function () {
        var file = field.files[0];
        if (!file) { return; }
        if (file.size > MOST_BYTES) { field.value = ""; show("ready", word("besar"), true); } else { finish(file); }
      });
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); if (take) { post(); } });
    show("ready");
    return { start: function () { (elearn.hears ? record : fields[0]).focus(); }, leave: mouth.leave };
  }

  /* In a list: the row tells who says it now, and leads on to the next one that no person says. */
  function follow(row, answer) {
    var who = row.querySelector(".oleh"), speaker = row.querySelector("a.dengar"), gone = row.querySelector(".buang");
    who.textContent = who.getAttribute("data-orang");
    row.classList.add("baru");
    if (speaker) { speaker.href = answer.sound; }
    if (gone) { gone.hidden = false; }
    var next = row.nextElementSibling;
    while (next && !(next.querySelector(".buang") || {}).hidden) { next = next.nextElementSibling; }
    if (!next || row.querySelector(".lanjut")) { return; }
    press(row.querySelector(".alat"), "lanjut wide", word("berikut"), function () {
      row.querySelector("details").open = false;
      next.querySelector("details").open = true;
      next.scrollIntoView();
    }).focus();
  }

  elearn.recorder = recorder;
  Array.prototype.forEach.call(document.querySelectorAll("form.rekam"), function (form) {
    var fold = form.parentNode.tagName === "DETAILS" ? form.parentNode : null, tool = null;
    if (!fold) { recorder(form); return; }
    fold.addEventListener("toggle", function () {
      if (fold.open && !tool) { tool = recorder(form); }
      if (tool && fold.open) { tool.start(); } else if (tool) { tool.leave(); }
    });
  });
  document.addEventListener("tersimpan", function (event) {
    var row = event.target.closest(".kalimat");
    if (row) { follow(row, event.detail); }
  });
  window.addEventListener("beforeunload", function (event) {
    if (unsent > 0) { event.preventDefault(); event.returnValue = ""; }
  });
})();
