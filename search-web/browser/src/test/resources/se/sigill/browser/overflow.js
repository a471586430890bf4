// What makes the page wider than the window; nothing if it is not. What scrolls by itself may be as wide as it likes.
() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= innerWidth) return [];
  const wide = [...document.body.querySelectorAll('*')]
    .filter(each => each.getBoundingClientRect().right > innerWidth + 0.5 && !each.parentElement.closest('.scroll'))
    .filter(each => getComputedStyle(each).position !== 'absolute');
  return [`${root.scrollWidth} px wide in a window of ${innerWidth} px: `
    + wide.slice(0, 5).map(each => each.outerHTML.slice(0, 120)).join(' | ')];
}
