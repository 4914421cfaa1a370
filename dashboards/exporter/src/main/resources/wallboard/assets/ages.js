import { CountUps } from './countups.js';
import { keyed, make, setAttribute, setText } from './dom.js';
import { priorityWord } from './tickets.js';
import { millis } from './time.js';
import { counted, whole } from './words.js';

const NAMES = { under_4h: 'under 4 h', '4h_to_24h': '4 to 24 h', '1d_to_3d': '1 to 3 days', over_3d: 'over 3 days' };

/**
 * How many are not triaged, in words; nothing if that is not told.
 * @param {number|null} untriaged
 */
export function untriagedWords(untriaged) {
  return untriaged === null ? '' : `${counted(untriaged, 'ticket')} untriaged`;
}

/**
 * Draws how old the backlog is: a bar for the eye, and each age with its tickets.
 * @param {HTMLElement} list
 * @param {{age: string, tickets: number}[]} ages
 */
export function drawAges(list, ages) {
  const most = Math.max(1, ...ages.map((each) => each.tickets));
  keyed(list, ages, (each) => each.age, age, (node, each) => {
    const [bar, number] = node.lastChild.children;
    setText(number, whole(each.tickets));
    bar.firstChild.style.setProperty('--part', each.tickets / most);
  });
}

function age({ age: name }) {
  const bar = make('span', { cls: 'age-bar', 'aria-hidden': 'true' }, make('span'));
  return make('div', { cls: 'age-row', 'data-age': name }, make('dt', { text: NAMES[name] ?? name }), make('dd', {}, bar, make('strong')));
}

/**
 * Draws since when the oldest ticket of each priority is open, counting.
 * @param {HTMLElement} list
 * @param {{priority: string, created_at: string}[]} oldest
 * @param {import('./countups.js').CountUps} countUps
 */
export function drawOldest(list, oldest, countUps) {
  keyed(list, oldest, (each) => each.priority, oldestOf, (node, each) => {
    setAttribute(node, 'data-priority', each.priority);
    countUps.age(node.lastChild.firstChild, millis(each.created_at));
  });
}

function oldestOf({ priority }) {
  return make('div', { cls: 'oldest-row' }, make('dt', { text: priorityWord(priority) }), make('dd', {}, CountUps.place()));
}
