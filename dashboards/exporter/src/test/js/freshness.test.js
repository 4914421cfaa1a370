import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behindWords, freshness, Pace } from '../../main/resources/wallboard/assets/freshness.js';
import { Timebase } from '../../main/resources/wallboard/assets/timebase.js';

const GENERATED = '2026-11-24T08:40:00.000Z';
const at = (iso) => Date.parse(iso);

function timebase() {
  const clock = { monotonic: 1000, calendar: 50_000 };
  return { clock, base: new Timebase(() => clock.monotonic, () => clock.calendar) };
}

test('data is stale when it is older than 30 s, not at 30 s', () => {
  assert.equal(freshness(0), 'fresh');
  assert.equal(freshness(30_000), 'fresh');
  assert.equal(freshness(30_001), 'stale');
});

test('without any event time there is nothing that could be stale', () => {
  assert.equal(freshness(null), 'waiting');
});

test('event time, wall clock and age go on between two messages', () => {
  const { clock, base } = timebase();
  base.take({ generated_at: GENERATED, event_time: '2026-11-24T05:40:00.000Z', moved_at: '2026-11-24T08:39:58.000Z' });
  assert.equal(base.dataAge(), 2000);
  clock.monotonic += 29_000;
  clock.calendar += 29_000;
  assert.equal(base.dataAge(), 31_000);
  assert.equal(base.eventNow(), at('2026-11-24T05:40:29.000Z'));
  assert.equal(base.wallNow(), at('2026-11-24T08:40:29.000Z'));
  assert.equal(base.behind(), 3 * 3_600_000);
});

test('an event time that stands still is counted on from, never back', () => {
  const { clock, base } = timebase();
  base.take({ generated_at: GENERATED, event_time: GENERATED, moved_at: GENERATED });
  clock.monotonic += 5000;
  base.take({ generated_at: '2026-11-24T08:40:05.000Z', event_time: GENERATED, moved_at: GENERATED });
  assert.equal(base.eventNow(), at(GENERATED) + 5000);
  assert.equal(base.dataAge(), 5000);
});

test('a machine that slept has aged, although its monotonic clock stood still', () => {
  const { clock, base } = timebase();
  base.take({ generated_at: GENERATED, event_time: GENERATED, moved_at: GENERATED });
  clock.calendar += 600_000;
  assert.equal(base.dataAge(), 600_000);
});

test('a clock that is set back makes nothing younger', () => {
  const { clock, base } = timebase();
  base.take({ generated_at: GENERATED, event_time: GENERATED, moved_at: GENERATED });
  clock.monotonic += 5000;
  clock.calendar -= 3_600_000;
  assert.equal(base.dataAge(), 5000);
});

test('a job whose clock is ahead of the exporter has data of age zero, not below', () => {
  const { base } = timebase();
  base.take({ generated_at: GENERATED, event_time: GENERATED, moved_at: '2026-11-24T08:40:03.000Z' });
  assert.equal(base.dataAge(), 0);
});

test('before anything is known all is unknown', () => {
  const { base } = timebase();
  assert.equal(base.dataAge(), null);
  assert.equal(base.eventNow(), null);
  assert.equal(base.wallNow(), null);
  base.take({ generated_at: GENERATED, event_time: null, moved_at: null });
  assert.equal(base.dataAge(), null);
  assert.equal(base.behind(), null);
});

test('being behind is said from two minutes on', () => {
  assert.equal(behindWords(120_000, true), '');
  assert.equal(behindWords(null, true), '');
  assert.equal(behindWords(3 * 3_600_000 + 1, true), '3 h behind, catching up');
  assert.equal(behindWords(121_000, false), '2 min behind');
});

test('event time gains when it goes faster than the wall clock', () => {
  const pace = new Pace();
  pace.note(0, 0);
  assert.equal(pace.gains(), false);
  pace.note(1000, 1000);
  assert.equal(pace.gains(), false);
  pace.note(2000, 62_000);
  assert.equal(pace.gains(), true);
});

test('only the last minute counts for the pace', () => {
  const pace = new Pace();
  pace.note(0, 0);
  pace.note(1000, 100_000);
  pace.note(70_000, 100_000);
  pace.note(80_000, 100_000);
  assert.equal(pace.gains(), false);
});
