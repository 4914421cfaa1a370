import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeOf, ticks } from '../../main/resources/wallboard/assets/axis.js';
import { crossed } from '../../main/resources/wallboard/assets/backlog.js';
import { targetWords } from '../../main/resources/wallboard/assets/clocks.js';
import { clockName, entryWords, standing } from '../../main/resources/wallboard/assets/entries.js';
import { openPromises } from '../../main/resources/wallboard/assets/promise.js';
import { drawn, isOpen, laneOrder } from '../../main/resources/wallboard/assets/stretches.js';

const T = Date.parse('2026-11-24T08:00:00Z');
const MIN = 60_000;
const iso = (minute) => new Date(T + minute * MIN).toISOString();
const entry = (what, minute, more = {}) => ({ what, at: iso(minute), ...more });

function clock(more) {
  return { clock_id: 'c', sla: 'resolution', slot: 'active', cycle: 1, opened_at: iso(0), deadline: null, settled_at: null, stopped_at: null, warnings: [], verdict: 'running', timeline: [entry('opened', 0)], ...more };
}

const minutes = ({ stretches }) => stretches.map(({ kind, from, to }) => [kind, (from - T) / MIN, (to - T) / MIN]);

test('an open clock runs until now', () => {
  assert.deepEqual(minutes(drawn(clock({}), T + 90 * MIN)), [['running', 0, 90]]);
});

test('pauses are stretches of their own', () => {
  const paused = clock({ timeline: [entry('opened', 0), entry('paused', 10), entry('resumed', 30)] });
  assert.deepEqual(minutes(drawn(paused, T + 50 * MIN)), [['running', 0, 10], ['paused', 10, 30], ['running', 30, 50]]);
});

test('a breached clock is over until it is answered', () => {
  const timeline = [entry('opened', 0), entry('breached', 60)];
  const open = clock({ verdict: 'breached', settled_at: iso(60), deadline: iso(60), timeline });
  assert.deepEqual(minutes(drawn(open, T + 100 * MIN)), [['running', 0, 60], ['over', 60, 100]]);
  const answered = { ...open, stopped_at: iso(80) };
  assert.deepEqual(minutes(drawn(answered, T + 100 * MIN)), [['running', 0, 60], ['over', 60, 80]]);
});

test('a met clock ends when it was met', () => {
  const met = clock({ verdict: 'met', settled_at: iso(20), stopped_at: iso(20), deadline: iso(60), timeline: [entry('opened', 0), entry('met', 20)] });
  assert.deepEqual(minutes(drawn(met, T + 100 * MIN)), [['running', 0, 20]]);
  assert.deepEqual(drawn(met, T + 100 * MIN).marks.map((each) => [each.kind, (each.at - T) / MIN]), [['deadline', 60], ['met', 20]]);
});

test('entries that were said late are drawn when they happened', () => {
  const late = clock({ timeline: [entry('opened', 0), entry('resumed', 30), entry('paused', 10)] });
  assert.deepEqual(minutes(drawn(late, T + 40 * MIN)), [['running', 0, 10], ['paused', 10, 30], ['running', 30, 40]]);
});

test('a clock without a timeline is still drawn', () => {
  assert.deepEqual(minutes(drawn(clock({ timeline: [] }), T + 5 * MIN)), [['running', 0, 5]]);
});

test('open is what has no verdict, or is breached and unanswered', () => {
  assert.equal(isOpen(clock({})), true);
  assert.equal(isOpen(clock({ verdict: 'paused' })), true);
  assert.equal(isOpen(clock({ verdict: 'breached' })), true);
  assert.equal(isOpen(clock({ verdict: 'breached', stopped_at: iso(1) })), false);
  assert.equal(isOpen(clock({ verdict: 'met' })), false);
  assert.equal(isOpen(clock({ verdict: 'cancelled' })), false);
});

test('a clock that never was is not open', () => {
  const removed = clock({ timeline: [entry('opened', 0), entry('removed', 10)] });
  assert.equal(isOpen(removed), false);
  assert.deepEqual(minutes(drawn(removed, T + 60 * MIN)), [['running', 0, 10]]);
  assert.equal(standing(removed), 'removed: a late event showed that it never was');
});

test('lanes: promises before shadows, then as they opened', () => {
  const clocks = [clock({ clock_id: 'shadow', slot: 's' }), clock({ clock_id: 'late', opened_at: iso(5) }), clock({ clock_id: 'early' })];
  assert.deepEqual(laneOrder(clocks).map((each) => each.clock_id), ['early', 'late', 'shadow']);
});

test('promises are ordered by trouble, and shadows promise nothing', () => {
  const clocks = [
    clock({ clock_id: 'paused', verdict: 'paused' }),
    clock({ clock_id: 'later', deadline: iso(90) }),
    clock({ clock_id: 'sooner', deadline: iso(80) }),
    clock({ clock_id: 'over', verdict: 'breached', deadline: iso(10) }),
    clock({ clock_id: 'shadow', slot: 'p1-3h', deadline: iso(5) }),
    clock({ clock_id: 'done', verdict: 'met' }),
  ];
  assert.deepEqual(openPromises(clocks).map((each) => each.clock_id), ['over', 'sooner', 'later', 'paused']);
});

test('an axis shows everything that happened and what is still to come', () => {
  const lane = drawn(clock({ deadline: iso(200) }), T + 100 * MIN);
  const { from, to } = rangeOf([lane], T + 100 * MIN);
  assert.equal((from - T) / MIN, -5);
  assert.equal((to - T) / MIN, 205);
});

test('ticks are round in the zone of the viewer', () => {
  const halfHourZone = () => 5.5 * 60 * MIN;
  const found = ticks({ from: T, to: T + 4 * 60 * MIN }, 4, halfHourZone);
  assert.deepEqual(found.map(({ at }) => (at - T) / MIN), [30, 90, 150, 210]);
});

test('the backlog is crossed by priority and state, with sums', () => {
  const table = crossed([
    { priority: 'unknown', state: 'new', tickets: 1 },
    { priority: 'p2', state: 'new', tickets: 2 },
    { priority: 'p1', state: 'open', tickets: 3 },
    { priority: 'p1', state: 'resolved', tickets: 0 },
  ]);
  assert.deepEqual(table.states, ['new', 'open']);
  assert.deepEqual(table.rows, [
    { priority: 'p1', cells: [0, 3], sum: 3 },
    { priority: 'p2', cells: [2, 0], sum: 2 },
    { priority: 'unknown', cells: [1, 0], sum: 1 },
  ]);
  assert.deepEqual(table.sums, [3, 3]);
  assert.equal(table.total, 6);
});

test('targets that are the same for all are said once', () => {
  assert.equal(targetWords({ p1: 7200, p2: 7200 }), '2 h');
  assert.equal(targetWords({ p1: 14400, p2: 28800 }), 'P1\u00a04\u00a0h\u00a0·\u00a0P2\u00a08\u00a0h'.replaceAll('\u00a0·\u00a0', ' · '));
  assert.equal(targetWords({}), 'as the policy or the event says');
});

test('entries say what, why and by which policy', () => {
  assert.equal(entryWords({ what: 'opened', policy: 'triage', policy_version: 1, cause: null, percent: null, previous_verdict: null }), 'opened by triage@1');
  assert.equal(entryWords({ what: 'warned', percent: 70, policy: null, cause: null, previous_verdict: null }), 'warned at 70 % of the time allowed');
  assert.equal(entryWords({ what: 'corrected', percent: null, policy: null, cause: 'public_reply', previous_verdict: 'breached' }), 'corrected (public reply) was breached');
});

test('a clock is named by its promise, its run and its shadow', () => {
  assert.equal(clockName(clock({ cycle: 2 })), 'resolution, run 2');
  assert.equal(clockName(clock({ slot: 'p1-3h' })), 'resolution (shadow p1-3h: counts for nothing)');
});

test('how a clock stands', () => {
  assert.equal(standing(clock({ verdict: 'met', settled_at: iso(22), deadline: iso(60) })), 'met, 38 min to spare');
  assert.equal(standing(clock({ verdict: 'breached', settled_at: iso(60) })), 'breached, not answered yet');
  assert.equal(standing(clock({ verdict: 'breached', settled_at: iso(60), stopped_at: iso(65) })), 'breached, answered 5 min late');
  assert.equal(standing(clock({ verdict: 'paused' })), 'paused: time stands still');
});
