import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, isUnder, knownLevel, levelWord, percent, plainly, policyName, shareWords, whole } from '../../main/resources/wallboard/assets/words.js';

test('a share is cut off, so that a missed target is never shown as reached', () => {
  assert.equal(percent(0.7996), '79.9 %');
  assert.equal(percent(0.8), '80 %');
  assert.equal(percent(0.9999), '99.9 %');
  assert.equal(percent(1), '100 %');
  assert.equal(percent(0), '0 %');
  assert.equal(percent(0.29), '29 %');
  assert.equal(percent(0.574), '57.4 %');
});

test('a share without anything settled is absent, never 100 %', () => {
  assert.deepEqual(shareWords({ ratio: null, settled: 0, target: 0.8 }), { value: '–', of: 'none settled', target: 'target 80 %', under: false });
});

test('a share says its n, its target and whether it is under', () => {
  assert.deepEqual(shareWords({ ratio: 0.75, settled: 1234, target: 0.8 }), { value: '75 %', of: 'of 1\u202f234', target: 'target 80 %', under: true });
  assert.equal(shareWords({ ratio: 0.8, settled: 10, target: 0.8 }).under, false);
  assert.equal(shareWords({ ratio: 0.1, settled: 10, target: null }).target, 'no target');
  assert.equal(isUnder(0.1, null), false);
});

test('a level nobody knows is drawn as a warning, and named as it is', () => {
  assert.equal(knownLevel('ok'), 'ok');
  assert.equal(knownLevel('puzzling'), 'warning');
  assert.equal(levelWord('critical'), 'Critical');
  assert.equal(levelWord('puzzling'), 'puzzling');
});

test('numbers, counts and names', () => {
  assert.equal(whole(0), '0');
  assert.equal(whole(999), '999');
  assert.equal(whole(1234567), '1\u202f234\u202f567');
  assert.equal(counted(1, 'region'), '1 region');
  assert.equal(counted(3, 'region'), '3 regions');
  assert.equal(plainly('post_service_follow_up'), 'post service follow up');
  assert.equal(plainly(null), '');
  assert.equal(policyName('triage', 2), 'triage@2');
  assert.equal(policyName(null, null), 'no policy');
});
