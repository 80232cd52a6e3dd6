// The quick way out, better with a script: blank the page first, then put a dull page in its place in the history.
// Shift three times does the same. Not Escape: pressed once too often, it would stop the browser on its way out.
(function () {
  "use strict";
  var link = document.getElementById("leave");
  var WITHIN_MS = 5000;
  var presses = 0;
  var timer;

  function leave(event) {
    if (event) event.preventDefault();
    var address = link.href;
    document.title = "…";
    document.body.replaceChildren();
    window.location.replace(address);
  }

  if (!link) return;
  link.addEventListener("click", leave);
  var keys = link.parentNode.querySelector(".keys");
  if (keys) keys.hidden = false;

  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") {
      presses = 0;
      return;
    }
    presses += 1;
    clearTimeout(timer);
    timer = setTimeout(function () { presses = 0; }, WITHIN_MS);
    if (presses === 3) leave();
  });

  // A page that was blanked and comes back out of the browser's memory is fetched again.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && !document.body.firstChild) window.location.reload();
  });
})();
