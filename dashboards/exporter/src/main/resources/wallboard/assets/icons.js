/** Icons of the levels: told apart by their shape, without colour. */

const SVG = 'http://www.w3.org/2000/svg';

const SHAPES = {
  critical: [
    ['path', { d: 'M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z', class: 'fill' }],
    ['path', { d: 'M12 6v8', class: 'sign' }],
    ['path', { d: 'M12 18v.01', class: 'sign' }],
  ],
  warning: [
    ['path', { d: 'M12 1.8 23 21.5H1z', class: 'fill' }],
    ['path', { d: 'M12 9v5.5', class: 'sign' }],
    ['path', { d: 'M12 18.2v.01', class: 'sign' }],
  ],
  ok: [
    ['circle', { cx: '12', cy: '12', r: '10.5', class: 'fill' }],
    ['path', { d: 'm6.8 12.4 3.6 3.6 6.8-7.6', class: 'sign' }],
  ],
  quiet: [
    ['circle', { cx: '12', cy: '12', r: '9.5', class: 'ring' }],
    ['path', { d: 'M7.5 12h9', class: 'stroke' }],
  ],
  silent: [
    ['circle', { cx: '12', cy: '12', r: '9.5', class: 'ring' }],
    ['path', { d: 'M5.3 5.3 18.7 18.7', class: 'stroke' }],
  ],
};

/**
 * An SVG element.
 * @param {string} tag
 * @param {Record<string, string|number>} attributes
 * @param {...Node} children
 */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, String(value)));
  node.append(...children);
  return node;
}

/**
 * The icon of a level, for the eye only: the word stands beside it.
 * @param {string} level
 */
export function levelIcon(level) {
  const shapes = (SHAPES[level] ?? SHAPES.warning).map(([tag, attributes]) => svg(tag, attributes));
  return svg('svg', { viewBox: '0 0 24 24', class: `icon icon-${level}`, 'aria-hidden': 'true' }, ...shapes);
}

/**
 * Puts the icon of a level in a place, if it is not there already.
 * @param {Element} place
 * @param {string} level
 */
export function placeIcon(place, level) {
  if (!place.querySelector(`.icon-${level}`)) {
    place.replaceChildren(levelIcon(level));
  }
}
