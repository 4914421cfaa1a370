import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counting, duration, localTime, millis, roughly, utcTime } from '../../main/resources/wallboard/assets/time.js';

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;
const D = 24 * H;

test('a duration has its two largest units', () => {
  assert.equal(duration(0), '0 s');
  assert.equal(duration(59 * S + 999), '59 s');
  assert.equal(duration(MIN), '1 min');
  assert.equal(duration(4 * MIN + 5 * S), '4:05 min');
  assert.equal(duration(H - 1), '59:59 min');
  assert.equal(duration(H), '1 h');
  assert.equal(duration(2 * H + 13 * MIN + 59 * S), '2 h 13 min');
  assert.equal(duration(D), '1 d');
  assert.equal(duration(3 * D + 4 * H + 59 * MIN), '3 d 4 h');
});

test('a duration below zero is zero', () => {
  assert.equal(duration(-5 * MIN), '0 s');
});

test('what counts shows every second', () => {
  assert.deepEqual(counting(4 * MIN), { main: '4:00 min', rest: '' });
  assert.deepEqual(counting(7 * S), { main: '7 s', rest: '' });
  assert.deepEqual(counting(2 * H + 3 * MIN + 7 * S), { main: '2 h 03 min', rest: '07 s' });
  assert.deepEqual(counting(3 * D + 4 * H + 9 * MIN + 8 * S), { main: '3 d 4 h', rest: '09:08' });
});

test('in passing the largest unit is enough', () => {
  assert.equal(roughly(3 * H + 59 * MIN), '3 h');
  assert.equal(roughly(2 * D), '2 d');
  assert.equal(roughly(2 * MIN + 1), '2 min');
  assert.equal(roughly(9 * S), '9 s');
});

test('instants are read from ISO strings, and nothing from anything else', () => {
  assert.equal(millis('1970-01-01T00:00:01.500Z'), 1500);
  assert.equal(millis(null), null);
  assert.equal(millis(undefined), null);
  assert.equal(millis('soon'), null);
});

test('the day is said unless it is the one beside it, the year unless it is the same', () => {
  const at = Date.parse('2026-11-24T08:40:05Z');
  assert.equal(localTime(at, Date.parse('2026-11-24T20:00:00Z'), 'UTC'), '08:40:05');
  assert.equal(localTime(at, Date.parse('2026-11-25T20:00:00Z'), 'UTC'), '24 Nov, 08:40:05');
  assert.equal(localTime(at, Date.parse('2027-11-25T20:00:00Z'), 'UTC'), '24 Nov 2026, 08:40:05');
  assert.equal(localTime(at, at, 'Asia/Tokyo'), '17:40:05');
});

test('midnight is 00, not 24', () => {
  const at = Date.parse('2026-11-24T00:00:00Z');
  assert.equal(localTime(at, at, 'UTC'), '00:00:00');
});

test('titles say UTC to the second', () => {
  assert.equal(utcTime(Date.parse('2026-11-24T08:40:05.999Z')), '2026-11-24 08:40:05 UTC');
});
