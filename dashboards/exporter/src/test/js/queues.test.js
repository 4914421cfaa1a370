import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CountUps, waitWords } from '../../main/resources/wallboard/assets/countups.js';
import { agentsWords, drawQueues, meanWords, serviceLevel } from '../../main/resources/wallboard/assets/queues.js';
import { drawTile, tile } from '../../main/resources/wallboard/assets/tile.js';
import { fakeDocument, fakeTable } from './page.js';

globalThis.document = fakeDocument;

const T = Date.parse('2026-11-24T08:00:00Z');
const iso = (second) => new Date(T + second * 1000).toISOString();
const CHOICE = { definition: 'excl_short_abandons', window: 'hour' };

const HOSTILE = [
  '"><img src=x onerror=alert(1)>',
  "'; alert(1); //",
  '</th><script>alert(1)</script>',
  '&lt;b&gt;',
  '\u{1F4DE}'.repeat(16),
  'منطقة الدعم الفني للعملاء',
];

function queue(more) {
  return {
    region: 'north', queue: 'desk', waiting: 0, longest_wait_since: null, callbacks_waiting: 0, threshold_seconds: null, target: null, service_levels: [],
    abandon_rate: null, abandon_calls: 0, asa_seconds: null, asa_calls: 0, aht_seconds: null, aht_legs: 0, ...more,
  };
}

function drawn(queues, now = T) {
  const table = fakeTable();
  drawQueues(table, queues, CHOICE, new CountUps(() => now));
  return table.tBodies[0].children;
}

const texts = (row) => row.cells.map((cell) => cell.textContent);

test('a wait counts up by event time and is long after two minutes, not at two', () => {
  assert.deepEqual(waitWords(T, T + 59_000), { word: 'longest', main: '59 s', rest: '', long: false });
  assert.equal(waitWords(T, T + 120_000).long, false);
  assert.deepEqual(waitWords(T, T + 120_001), { word: 'longest', main: '2:00 min', rest: '', long: true });
});

test('a wait that began after the event time of the slowest stream is no time, not less', () => {
  assert.deepEqual(waitWords(T + 5000, T), { word: 'longest', main: '0 s', rest: '', long: false });
  assert.deepEqual(waitWords(T, null), { word: 'waiting', main: '', rest: '', long: false });
});

test('the service level is of the definition and window that the reader chose, with its n', () => {
  const levels = [
    { definition: 'of_offered', window: 'hour', calls: 8, ratio: 0.75 },
    { definition: 'of_offered', window: 'hour_offered', calls: 9, ratio: 0.5 },
    { definition: 'of_answered', window: 'hour', calls: 0, ratio: null },
  ];
  const desk = queue({ service_levels: levels, target: 0.8 });
  assert.deepEqual(serviceLevel(desk, { definition: 'of_offered', window: 'hour_offered' }), { ratio: 0.5, settled: 9, target: 0.8 });
  assert.deepEqual(serviceLevel(desk, { definition: 'of_answered', window: 'hour' }), { ratio: null, settled: 0, target: 0.8 });
  assert.deepEqual(serviceLevel(desk, CHOICE), { ratio: null, settled: 0, target: 0.8 });
});

test('a mean of nothing is absent, and others say what they are the mean of', () => {
  assert.deepEqual(meanWords(null, 0), { value: '–', of: '' });
  assert.deepEqual(meanWords(17.9, 1823), { value: '17 s', of: 'of 1\u202f823' });
  assert.deepEqual(meanWords(0, 3), { value: '0 s', of: 'of 3' });
});

test('agents in a line: states that nobody is in are left out, and nobody staffed is no occupancy', () => {
  const agents = { states: { available: 1, on_contact: 3, on_hold: 0, away: 2, signed_out: 40 }, staffed: 4, occupancy: 0.75 };
  assert.equal(agentsWords(agents), 'Agents: 1 available · 3 on contact · 2 away · occupancy now 75 % of 4 staffed');
  assert.equal(agentsWords({ states: { away: 1 }, staffed: 0, occupancy: null }), 'Agents: 1 away · nobody staffed');
  assert.equal(agentsWords(null), '');
});

test('a queue of which nothing is counted shows no share and no time', () => {
  const [row] = drawn([queue({})]);
  assert.deepEqual(texts(row), ['desk', '0', 'nobody waits', '– none settled · no target', '–', '–', '–', '0']);
});

test('a queue in full', () => {
  const levels = [{ ...CHOICE, calls: 160, ratio: 0.79 }];
  const [row] = drawn([
    queue({ waiting: 2, longest_wait_since: iso(-125), callbacks_waiting: 1, threshold_seconds: 30, target: 0.8, service_levels: levels, abandon_rate: 0.0675, abandon_calls: 918, asa_seconds: 17.2, asa_calls: 823, aht_seconds: 301.5, aht_legs: 840 }),
  ]);
  assert.deepEqual(texts(row), [
    'deskin time within 30 s', '2', 'longest 2:05 min', '79 % of 160 ▼ under target 80 %', '6.7 %of 918', '17 sof 823', '5:01 minof 840', '1',
  ]);
  assert.equal(row.cells[2].firstChild.getAttribute('data-long'), '');
});

test('a wait that is over is long no more', () => {
  const table = fakeTable();
  const countUps = new CountUps(() => T);
  drawQueues(table, [queue({ waiting: 1, longest_wait_since: iso(-300) })], CHOICE, countUps);
  drawQueues(table, [queue({})], CHOICE, countUps);
  const [row] = table.tBodies[0].children;
  assert.equal(row.cells[2].textContent, 'nobody waits');
  assert.equal(row.cells[2].firstChild.getAttribute('data-long'), null);
});

test('a name is only ever text, whatever it is', () => {
  const rows = drawn(HOSTILE.map((name) => queue({ queue: name })));
  assert.deepEqual(rows.map((row) => row.cells[0].firstChild.textContent), HOSTILE);
  assert.deepEqual(rows.map((row) => row.cells[0].getAttribute('title')), HOSTILE);
  const tags = new Set(rows.flatMap((row) => row.all().map((each) => each.tagName)));
  assert.deepEqual([...tags].sort(), ['bdi', 'span', 'strong', 'td', 'th']);
});

const TILE = { region: 'north', level: 'ok', overdue_tickets: 0, due_soon_tickets: 0, longest_overdue: null, first_response: { ratio: null, settled: 0, target: null }, backlog: 0, backlog_history: [] };

function callsOn(calls, now = T) {
  const node = tile('north');
  drawTile(node, { ...TILE, calls }, new CountUps(() => now));
  return node.querySelector('.tile-calls');
}

test('a tile says who waits and how long, or that nobody does', () => {
  const some = callsOn({ waiting: 3, longest_wait: { queue: HOSTILE[0], since: iso(-121) } });
  assert.equal(some.textContent, 'Calls waiting3longest 2:01 min');
  assert.equal(some.getAttribute('title'), `longest in ${HOSTILE[0]}`);
  assert.equal(callsOn({ waiting: 0, longest_wait: null }).textContent, 'Calls waitingnobody waits');
  assert.equal(callsOn({ waiting: 2, longest_wait: null }).textContent, 'Calls waiting2');
});

test('a tile of a region without calls has no place for them', () => {
  assert.equal(callsOn(null).hidden, true);
  assert.equal(callsOn({ waiting: 0, longest_wait: null }).hidden, false);
});
