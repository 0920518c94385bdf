/* Signed out without the hub: what is tapped on a page of hers that is still open somewhere is nobody's (elearn/accounts/turns.py). */
(function () {
  "use strict";
  var name = /(\S*giliran)=[^;]/.exec(document.cookie);
  if (!name || !document.querySelector("[data-nobody]")) { return; }
  document.cookie = name[1] + "=-; path=/; SameSite=Lax" + (location.protocol === "https:" ? "; Secure" : "");
})();
