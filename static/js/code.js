/* Picture code: taps are collected here and sent together; without script each tap is a page. */
(function () {
  "use strict";
  var form = document.querySelector("form[data-code]");
  if (!form) { return; }
  var length = Number(form.getAttribute("data-code")), picked = [];
  var slots = document.querySelectorAll(".picked li");
  form.addEventListener("click", function (event) {
    var button = event.target.closest("button[name=pilih]");
    if (!button) { return; }
    event.preventDefault();
    if (button.disabled) { return; }
    picked.push(button.value);
    button.disabled = true;
    var slot = slots[picked.length - 1];
    slot.className = "on";
    slot.appendChild(button.querySelector("img").cloneNode(true));
    if (picked.length < length) { return; }
    form.elements.sudah.value = picked.join("-");
    form.submit();
  });
})();
