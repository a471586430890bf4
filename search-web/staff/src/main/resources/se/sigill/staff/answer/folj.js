// While something goes on, asks for the page again and puts in what has changed: focus and place on the page stay, and
// a screen reader tells the new stage. Without it a link loads the page again.
'use strict';
const PAUSE = 3000;
const stage = document.getElementById('lage');
const shown = document.getElementById('foljs');

async function follow() {
  try {
    const answer = await fetch(location.href, { credentials: 'same-origin' });
    if (answer.redirected || (answer.status >= 400 && answer.status < 500)) {
      location.reload();
      return;
    }
    if (answer.ok && take(new DOMParser().parseFromString(await answer.text(), 'text/html'))) return;
  } catch (broken) { /* asked again */ }
  setTimeout(follow, PAUSE);
}

// Whether nothing goes on any more. What somebody stands on is not taken away from under them.
function take(next) {
  const now = next.getElementById('foljs');
  if (now === null || shown.contains(document.activeElement)) return false;
  if (shown.innerHTML !== now.innerHTML) shown.replaceChildren(...now.childNodes);
  const word = next.getElementById('lage').textContent;
  if (stage.textContent !== word) stage.textContent = word;
  return next.querySelector('script[src="/folj.js"]') === null;
}

setTimeout(follow, PAUSE);
