import assert from 'node:assert/strict';
import { test } from 'node:test';
import { untriagedWords } from '../../main/resources/wallboard/assets/ages.js';
import { ageWords, CountUps } from '../../main/resources/wallboard/assets/countups.js';
import { drawExpected, isWorse, standingWords, valueWords } from '../../main/resources/wallboard/assets/expected.js';
import { completenessWords, feedWords, silentWords } from '../../main/resources/wallboard/assets/feed.js';
import { drawBands, drawQuality, npsWords, satisfactionWords } from '../../main/resources/wallboard/assets/quality.js';
import { bottleneckWords, drawStages, spanWords, stageWord, timesWords } from '../../main/resources/wallboard/assets/stages.js';
import { drawTile, tile } from '../../main/resources/wallboard/assets/tile.js';
import { drawWindows, endWords, kept, promisesIn, timeWords } from '../../main/resources/wallboard/assets/windows.js';
import { intervalWords } from '../../main/resources/wallboard/assets/words.js';
import { fakeDocument, fakeTable } from './page.js';

globalThis.document = fakeDocument;

const T = Date.parse('2026-11-24T08:00:00Z');
const HOSTILE = '"><img src=x onerror=alert(1)>';
const drawn = (draw, ...given) => {
  const table = fakeTable();
  draw(table, ...given);
  return table.tBodies[0].children;
};
const texts = (row) => row.cells.map((cell) => cell.textContent);
const tags = (rows) => new Set(rows.flatMap((row) => row.all().map((each) => each.tagName)));

test('an interval is never shown narrower than it is', () => {
  assert.equal(intervalWords(0.7639, 0.9911), '95 %: 76 to 100 %');
  assert.equal(intervalWords(0.29, 0.57), '95 %: 29 to 57 %');
  assert.equal(intervalWords(null, null), '');
});

const window = (more) => ({
  window: '1h', end: '2026-11-24T08:00:00Z', provisional: true, corrected: false, created: 0, resolved: 0,
  first_response: { count: 0, p50_seconds: null, p90_seconds: null }, slas: [], ...more,
});

test('promises in windows: first response first, each once', () => {
  const slas = (...names) => window({ slas: names.map((sla) => ({ sla })) });
  assert.deepEqual(promisesIn([slas('triage', 'first_response'), slas('arrival', 'triage')]), ['first_response', 'arrival', 'triage']);
  assert.deepEqual(promisesIn([]), []);
});

test('a promise of which nothing was settled has no share and no interval', () => {
  assert.deepEqual(kept(window({}), 'triage', 0.8), { share: { ratio: null, settled: 0, target: 0.8 }, interval: '' });
});

test('a time of nobody is none, and others say of how many', () => {
  assert.deepEqual(timeWords({ count: 0, p50_seconds: null }, 'p50_seconds'), { value: '–', of: '' });
  assert.deepEqual(timeWords({ count: 13, p50_seconds: 17.1 }, 'p50_seconds'), { value: '17 s', of: 'of 13' });
});

test('a window says whether it may still change', () => {
  const said = (more) => endWords(window(more), T).state;
  assert.equal(said({}), 'provisional');
  assert.equal(said({ provisional: false }), 'final');
  assert.equal(said({ provisional: false, corrected: true }), 'final, corrected');
});

test('an empty window shows zeros of tickets and no zero of a share', () => {
  const [row] = drawn(drawWindows, [window({})], { sla: 'triage', target: null, now: T });
  assert.deepEqual(texts(row).slice(1), ['0', '0', '–', '–', '– none settled · no target', 'provisional']);
});

const stage = (more) => ({ stage: 'work', tickets: 30, stays: 50, mean_seconds: 3600, left: 10, wait_seconds: 10_800, excess: 3, bottleneck: false, ...more });

test('the bottleneck is marked by a word, one row alone', () => {
  const rows = drawn(drawStages, { rows: [stage({ stage: 'triage' }), stage({ bottleneck: true })] });
  assert.deepEqual(rows.map(texts), [
    ['triage', '30', '1 hof 50', '10', '3 h', '3.0 ×'],
    ['work▲ bottleneck', '30', '1 hof 50', '10', '3 h', '3.0 ×'],
  ]);
  assert.equal(rows[0].getAttribute('data-bottleneck'), null);
});

test('what is not known of a stage is a dash, and an empty one has no time', () => {
  const [row, empty] = drawn(drawStages, { rows: [stage({ left: null, wait_seconds: null, excess: null, mean_seconds: null, stays: 0 }), stage({ stage: 'intake', tickets: 0, wait_seconds: 0, excess: 0 })] });
  assert.deepEqual(texts(row), ['work', '30', '–', '–', '–', '–']);
  assert.deepEqual(texts(empty), ['intake', '0', '1 hof 50', '10', '–', '–']);
});

test('stages are text, whatever they are', () => {
  const rows = drawn(drawStages, { rows: [stage({ stage: HOSTILE })] });
  assert.equal(rows[0].cells[0].firstChild.textContent, HOSTILE);
  assert.deepEqual([...tags(rows)].sort(), ['span', 'td', 'th']);
});

test('a bottleneck in a line, none, or not known yet', () => {
  assert.equal(bottleneckWords({ span_seconds: 3600, rows: [stage({ bottleneck: true, excess: 12.3 })] }), 'Bottleneck: work, 12 × its usual time');
  assert.equal(bottleneckWords({ span_seconds: 3600, rows: [stage({})] }), 'No bottleneck');
  assert.equal(bottleneckWords({ span_seconds: null, rows: [stage({})] }), 'Bottleneck: not known in the first ten minutes');
  assert.equal(stageWord('waiting_third_party'), 'waiting for third party');
  assert.equal(timesWords(null), '–');
  assert.equal(spanWords(3600), 'Left: in the last 1 h of event time.');
});

test('an age counts by event time, to the minute', () => {
  assert.equal(ageWords(T, T + 59_999).main, 'under 1 min');
  assert.equal(ageWords(T, T + 125_000).main, '2 min');
  assert.equal(ageWords(T, null).main, '–');
  assert.equal(untriagedWords(null), '');
  assert.equal(untriagedWords(1), '1 ticket untriaged');
});

test('quality says its n, its interval and its goal; of nothing there is no share', () => {
  const rows = drawn(drawQuality, [
    { measure: 'remote_resolution', good: 16, n: 21, ratio: 0.7619, low: 0.549, high: 0.8937, goal: 0.8 },
    { measure: 'repair_success', good: 0, n: 0, ratio: null, low: null, high: null, goal: null },
  ]);
  assert.deepEqual(rows.map(texts), [
    ['Solved remotely', '76.1 % of 21 ▼ under goal 80 %95 %: 54 to 90 %'],
    ['Repairs accepted at once', '– none settled · no goal'],
  ]);
});

test('bands without an answer have no share', () => {
  const [row] = drawn(drawBands, [{ band: 'neutral', answers: 0, n: 0, ratio: null, low: null, high: null }]);
  assert.deepEqual(texts(row), ['neutral60 to 79', '0', '–', '']);
});

test('the net promoter score has a sign, its n and its interval', () => {
  const nps = { promoters: 2, passives: 0, detractors: 8, n: 10, score: -60, low: -85.3, high: -7 };
  assert.equal(npsWords(nps), 'Net promoter score: −60 of 10 answers (95 %: −85 to −7); 2 promoters, 8 detractors');
  assert.equal(npsWords({ n: 0, score: null }), 'Net promoter score: – no answers');
  assert.equal(satisfactionWords({ satisfaction: [{ n: 0 }], satisfaction_mean: null }), 'no answers');
});

const usual = (more) => ({ figure: 'backlog', unit: 'tickets', observed: 130, expected: 100, low: 85, high: 115, off: 0.3, standing: 'above', ...more });

test('what is outside the band says which way and how far', () => {
  assert.equal(standingWords(usual({})), '▲ 30 % above');
  assert.equal(standingWords(usual({ standing: 'below', off: -0.2 })), '▼ 20 % below');
  assert.equal(standingWords(usual({ standing: 'learning', off: null })), '○ usual not learnt yet');
  assert.equal(valueWords(null, 'tickets'), '–');
  assert.deepEqual(texts(drawn(drawExpected, [usual({ figure: 'first_response', unit: 'seconds' })])[0]), ['First response, median', '2:10 min', '1:40 min1:25 min to 1:55 min', '', '▲ 30 % above']);
});

test('fewer open and quicker is not worse', () => {
  assert.equal(isWorse(usual({})), true);
  assert.equal(isWorse(usual({ standing: 'below' })), false);
  assert.equal(isWorse(usual({ figure: 'resolved' })), false);
  assert.equal(isWorse(usual({ figure: 'resolved', standing: 'below' })), true);
});

const feed = (more) => ({ last_event: '2026-11-24T07:40:00Z', limit_seconds: 600, silent: false, observed: 41, expected: 42, completeness: 0.9762, ...more });

test('a feed is live, silent, or was never heard of', () => {
  assert.equal(feedWords(feed({}), T).level, 'ok');
  assert.match(feedWords(feed({}), T).text, /up to 10 min without one is chance; 41 events in the last full hour, usual are 42 \(97.6 %\)$/);
  assert.equal(feedWords(feed({ silent: true }), T).level, 'silent');
  assert.match(feedWords(feed({ silent: true }), T).title, /^Silent since \d\d:40$/);
  assert.equal(feedWords(null, T).title, 'No data');
  assert.equal(completenessWords(feed({ expected: null, completeness: null })), 'what is usual of its hours is not learnt yet');
  assert.equal(completenessWords(feed({ expected: 4, completeness: null })), '41 events in the last full hour, usual are 4');
  assert.match(silentWords(feed({ last_event: '2026-11-21T07:40:00Z' }), T), /^silent since 21 Nov, \d\d:40$/);
});

const TILE = { region: 'north', level: 'ok', overdue_tickets: 0, due_soon_tickets: 0, longest_overdue: null, first_response: { ratio: null, settled: 0, target: null }, backlog: 0, backlog_history: [], calls: null };

function tileOf(more) {
  const node = tile('north');
  drawTile(node, { ...TILE, ...more }, new CountUps(() => T));
  return node;
}

test('a tile hints at the bottleneck, and a silent one says since when instead', () => {
  const bottleneck = { stage: 'dispatch', tickets: 30, excess: 3.2 };
  const loud = tileOf({ feed: feed({}), bottleneck });
  assert.equal(loud.querySelector('.tile-hint').textContent, 'bottleneck ▲ dispatch 3.2 ×');
  const silent = tileOf({ level: 'silent', feed: feed({ silent: true }), bottleneck });
  assert.equal(silent.getAttribute('data-level'), 'silent');
  assert.match(silent.querySelector('.tile-level').textContent, /^silent since \d\d:40$/);
  assert.equal(silent.querySelector('.tile-hint').hidden, true);
  const long = tileOf({ level: 'silent', feed: feed({ silent: true, last_event: '2026-11-21T07:40:00Z' }), bottleneck });
  assert.equal(long.querySelector('.tile-level').textContent, 'silent since 21 Nov');
  assert.equal(tileOf({ bottleneck: null }).querySelector('.tile-hint').hidden, true);
});
