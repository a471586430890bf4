// The screen in the hall. Each visitor has a window of their own, so that it is closed with its history; where nobody
// has moved for a while the script asks, and closes it a minute after.
(() => {
  "use strict";
  const IDLE = 3 * 60_000;
  const ASKED = 60_000;
  const rest = "/" + document.documentElement.lang + "/skarm";

  const begin = document.querySelector("[data-begin]");
  if (begin) {
    begin.addEventListener("click", (event) => {
      event.preventDefault();
      window.open(begin.href, "_blank");
    });
    return;
  }

  // A window that no script opened stays; then at least the page that was left is not the one before.
  const leave = () => {
    window.close();
    location.replace(rest);
  };
  if (document.querySelector("[data-rest]")) {
    leave();
    return;
  }

  const dialog = document.querySelector("dialog");
  let moved = Date.now();
  const stay = () => {
    moved = Date.now();
    if (dialog.open) {
      dialog.close();
    }
  };
  document.querySelector("[data-stay]").addEventListener("click", stay);
  for (const sign of ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"]) {
    addEventListener(sign, stay, { passive: true });
  }
  document.querySelector("[data-leave]").addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  setInterval(() => {
    const still = Date.now() - moved;
    if (still > IDLE + ASKED) {
      leave();
    } else if (still > IDLE && !dialog.open) {
      dialog.showModal();
    }
  }, 1_000);
})();
