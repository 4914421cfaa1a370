import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, pause, SILENCE, step } from '../../main/resources/wallboard/assets/connection.js';

/** Runs events through the machine; the states, and at which of them it asked to open anew. */
function run(...events) {
  let state = begin(0);
  const reopened = [];
  for (const [type, at] of events) {
    const next = step(state, { type, at });
    state = next.state;
    if (next.reopen) {
      reopened.push(at);
    }
  }
  return { state, reopened };
}

test('it is connecting until something is heard', () => {
  assert.equal(begin(0).phase, 'connecting');
  assert.equal(run(['tick', 1000]).state.phase, 'connecting');
  assert.equal(run(['heard', 1000]).state.phase, 'live');
});

test('three pings missed are a lost connection, and it opens anew', () => {
  const { state, reopened } = run(['heard', 0], ['tick', SILENCE], ['tick', SILENCE + 1]);
  assert.equal(state.phase, 'lost');
  assert.deepEqual(reopened, [SILENCE + 1]);
});

test('any sign of life within the 45 s keeps it live', () => {
  const { state, reopened } = run(['heard', 0], ['heard', 40_000], ['tick', 80_000]);
  assert.equal(state.phase, 'live');
  assert.deepEqual(reopened, []);
});

test('a dropped connection is lost at once, and left to the browser to open again', () => {
  const { state, reopened } = run(['heard', 0], ['dropped', 1000], ['tick', 2000], ['tick', 20_000]);
  assert.equal(state.phase, 'lost');
  assert.deepEqual(reopened, []);
});

test('a browser that gives up silently is helped after 45 s, for ever', () => {
  const { reopened } = run(['dropped', 0], ['tick', 45_001], ['tick', 46_000], ['tick', 90_003]);
  assert.deepEqual(reopened, [45_001, 90_003]);
});

test('what an error status closed is opened anew after a pause', () => {
  const { state, reopened } = run(['closed', 0], ['unanswered', 10], ['tick', 999], ['tick', 1000], ['tick', 1001]);
  assert.equal(state.phase, 'lost');
  assert.deepEqual(reopened, [1000]);
});

test('the pause doubles up to 15 s, and starts again once something was heard', () => {
  assert.deepEqual([1, 2, 3, 4, 5, 500].map(pause), [1000, 2000, 4000, 8000, 15_000, 15_000]);
  assert.equal(run(['closed', 0], ['closed', 1000], ['heard', 2000], ['closed', 3000]).state.retryAt, 4000);
});

test('refused as a stream but answered singly it polls, and goes on trying the stream', () => {
  const { state, reopened } = run(['closed', 0], ['polled', 10], ['tick', 1000], ['closed', 1010], ['polled', 1020], ['tick', 3010]);
  assert.equal(state.phase, 'polling');
  assert.deepEqual(reopened, [1000, 3010]);
});

test('polling that is no longer answered is a lost connection', () => {
  assert.equal(run(['closed', 0], ['polled', 10], ['tick', 1000], ['closed', 1010], ['unanswered', 1020]).state.phase, 'lost');
});
