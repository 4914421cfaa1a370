import { keyed, make, setAttribute, setText } from './dom.js';
import { duration } from './time.js';
import { plainly, whole } from './words.js';

const NAMES = { created: 'Tickets created', resolved: 'Tickets resolved', backlog: 'Backlog', first_response: 'First response, median', resolution: 'Resolution, median' };

const STANDINGS = {
  as_usual: '● as usual',
  few: '○ too few to say',
  learning: '○ usual not learnt yet',
  none: '○ none in this hour',
};

/**
 * A figure in its unit.
 * @param {number|null} value
 * @param {string} unit tickets or seconds
 */
export function valueWords(value, unit) {
  if (value === null) {
    return '–';
  }
  return unit === 'seconds' ? duration(value * 1000) : whole(value);
}

/**
 * How a figure stands to what is usual, never by colour alone.
 * @param {{standing: string, off: number|null}} row
 */
export function standingWords({ standing, off }) {
  if (standing === 'above' || standing === 'below') {
    const by = `${Math.round(Math.abs(off ?? 0) * 100)} %`;
    return standing === 'above' ? `▲ ${by} above` : `▼ ${by} below`;
  }
  return STANDINGS[standing] ?? plainly(standing);
}

/** What may be bad: more to do, slower, or fewer than come in on any day; fewer open or quicker is not. */
export function isWorse({ figure, standing }) {
  return (standing === 'above' && figure !== 'resolved') || (standing === 'below' && (figure === 'created' || figure === 'resolved'));
}

/**
 * Draws what the hour that closed last had, beside what is usual of it.
 * @param {HTMLTableElement} table
 * @param {object[]} rows
 */
export function drawExpected(table, rows) {
  keyed(table.tBodies[0], rows, (each) => each.figure, row, (node, each) => {
    const [, observed, expected, scale, standing] = node.cells;
    setText(observed, valueWords(each.observed, each.unit));
    setText(expected.firstChild, valueWords(each.expected, each.unit));
    setText(expected.lastChild, each.low === null ? '' : `${valueWords(each.low, each.unit)} to ${valueWords(each.high, each.unit)}`);
    setText(standing, standingWords(each));
    standing.classList.toggle('is-off', isWorse(each));
    drawScale(scale.firstChild, each.off);
  });
}

/** From half to one and a half of what is usual; the numbers beside it say the same. */
function drawScale(scale, off) {
  const mark = scale.lastChild;
  setAttribute(scale, 'data-known', off === null ? null : '');
  mark.style.setProperty('--at', Math.min(1, Math.max(0, 0.5 + (off ?? 0))));
}

function row({ figure }) {
  const scale = make('span', { cls: 'scale', 'aria-hidden': 'true' }, make('span', { cls: 'scale-band' }), make('span', { cls: 'scale-mark' }));
  const expected = make('td', { cls: 'number' }, make('span'), make('span', { cls: 'allowed' }));
  const name = make('th', { scope: 'row', text: NAMES[figure] ?? plainly(figure) });
  return make('tr', {}, name, make('td', { cls: 'number' }), expected, make('td', { cls: 'scale-cell' }, scale), make('td', { cls: 'cell-standing' }));
}
