const MOVE_MS = 600;

/**
 * Changes the order of elements, and lets each glide from where it was to where it is now. Who asked the system for less
 * motion sees them in their new places at once.
 * @param {Element} parent
 * @param {() => void} change
 */
export function flip(parent, change) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden) {
    change();
    return;
  }
  const before = new Map([...parent.children].map((each) => [each, each.getBoundingClientRect()]));
  change();
  for (const node of parent.children) {
    const from = before.get(node);
    if (from) {
      glide(node, from);
    }
  }
}

function glide(node, from) {
  const to = node.getBoundingClientRect();
  const [x, y] = [from.left - to.left, from.top - to.top];
  if (Math.abs(x) > 1 || Math.abs(y) > 1) {
    node.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
      duration: MOVE_MS,
      easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
    });
  }
}
