// Sends the chosen files in pieces (tus 1.0.0), shows how far they have come, and goes on where a connection broke.
// Without it the form sends the files whole.
'use strict';
const form = document.getElementById('leverans');
const said = document.getElementById('framsteg');
const PIECE = 8 * 1024 * 1024;
document.getElementById('mapp-rad').hidden = false;

const chosen = () => [...document.getElementById('filer').files, ...document.getElementById('mapp').files];
const wait = ms => new Promise(done => setTimeout(done, ms));
const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

// What may be tried again is tried again, ever more slowly; what the server refuses is told.
async function ask(address, options) {
  for (let pause = 500; ; pause = Math.min(pause * 2, 15000)) {
    try {
      const answer = await fetch(address, { ...options, credentials: 'same-origin' });
      if (answer.status < 500) return answer;
    } catch (broken) { /* tried again */ }
    said.textContent = form.dataset.lost;
    await wait(pause);
  }
}

async function refusal(answer) {
  try { return (await answer.json()).detail; } catch (none) { return answer.status; }
}

async function send(file, basket, tell) {
  const name = file.webkitRelativePath || file.name;
  const made = await ask('/uppladdning', { method: 'POST', headers: {
    'Tus-Resumable': '1.0.0', 'Upload-Length': file.size, 'Upload-Metadata': 'filename ' + base64(name),
    'Upload-Basket': basket } });
  if (made.status !== 201) throw new Error(name + ': ' + await refusal(made));
  const place = made.headers.get('Location');
  let at = 0;
  while (at < file.size) {
    const answer = await ask(place, { method: 'PATCH', body: file.slice(at, at + PIECE), headers: {
      'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': at } });
    if (answer.status === 204) {
      at = Number(answer.headers.get('Upload-Offset'));
    } else if (answer.status === 409) {
      at = Number((await ask(place, { method: 'HEAD' })).headers.get('Upload-Offset'));
    } else {
      throw new Error(name + ': ' + await refusal(answer));
    }
    tell(at);
  }
  return made.headers.get('Upload-Basket');
}

form.addEventListener('submit', async event => {
  const files = chosen();
  if (files.length === 0 || form.elements.korg.value) return;
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  said.textContent = form.dataset.connecting;
  const total = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let before = 0;
  let basket = '';
  try {
    for (const file of files) {
      basket = await send(file, basket, at => {
        said.textContent = Math.floor(100 * (before + at) / total) + ' % ' + form.dataset.sent;
      });
      before += file.size;
    }
    form.elements.korg.value = basket;
    document.getElementById('filer').disabled = true;
    document.getElementById('mapp').disabled = true;
    form.submit();
  } catch (refused) {
    said.textContent = form.dataset.refused + refused.message;
    button.disabled = false;
  }
});
