// Where the focus is, and whether it can be seen there. Asked with null it only remembers how everything looks without
// focus, once a page.
selector => {
  const look = each => {
    const style = getComputedStyle(each);
    const outline = style.outlineStyle === 'none' || style.outlineWidth === '0px'
      ? 'none' : style.outlineStyle + style.outlineWidth + style.outlineColor;
    return outline + ' ' + style.boxShadow;
  };
  if (!window.sigillUnfocused) {
    window.sigillUnfocused = new Map();
    for (const each of document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')) {
      if (each !== document.activeElement) window.sigillUnfocused.set(each, look(each));
    }
  }
  const at = document.activeElement;
  if (selector == null || !at || at === document.body) return { there: false, seen: true, what: 'nothing' };
  const box = at.getBoundingClientRect();
  const inside = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
    && box.left < innerWidth && box.top < innerHeight;
  return {
    there: at.matches(selector),
    seen: inside && look(at) !== window.sigillUnfocused.get(at),
    what: at.outerHTML.slice(0, 160) + ' with ' + look(at)
  };
}
