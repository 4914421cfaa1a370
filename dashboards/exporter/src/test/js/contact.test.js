import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeOf } from '../../main/resources/wallboard/assets/axis.js';
import { entryWords, standing } from '../../main/resources/wallboard/assets/entries.js';
import { afterWords, createdAt } from '../../main/resources/wallboard/assets/milestones.js';
import { drawn } from '../../main/resources/wallboard/assets/stretches.js';
import { CountUps } from '../../main/resources/wallboard/assets/countups.js';
import { Tickets } from '../../main/resources/wallboard/assets/tickets.js';
import { clockOf, isOfContact } from '../../main/resources/wallboard/assets/words.js';
import { fakeDocument, fakeTable } from './page.js';

globalThis.document = fakeDocument;

const T = Date.parse('2026-11-24T08:00:00Z');
const iso = (second) => new Date(T + second * 1000).toISOString();

/** A ticket that was created at eight, of a call that came a minute before and was answered after 12 s. */
const ANSWERED = {
  clock_id: 'T/first_response/active/1', sla: 'first_response', slot: 'active', cycle: 1, verdict: 'met', warnings: [],
  opened_at: iso(-60), settled_at: iso(-48), stopped_at: iso(-48), deadline: iso(-30),
  timeline: [{ what: 'opened', at: iso(0) }, { what: 'moved', at: iso(-60) }, { what: 'met', at: iso(-48) }],
};

test('a response before the ticket was created is drawn where it was', () => {
  const lane = drawn(ANSWERED, T + 600_000);
  assert.deepEqual(lane.stretches, [{ kind: 'running', from: T - 60_000, to: T - 48_000 }]);
  assert.deepEqual([lane.from, lane.to], [T - 60_000, T - 48_000]);
  const { from, to } = rangeOf([lane], T + 600_000);
  assert.deepEqual([(from - T) / 1000, (to - T) / 1000], [-120, 30]);
});

test('a call that was answered at once is a mark without a stretch, on an axis of some length', () => {
  const atOnce = { ...ANSWERED, settled_at: iso(-60), stopped_at: iso(-60), deadline: null, timeline: [{ what: 'opened', at: iso(-60) }, { what: 'met', at: iso(-60) }] };
  const lane = drawn(atOnce, T);
  assert.deepEqual(lane.stretches, []);
  const { from, to } = rangeOf([lane], T);
  assert.ok(to > from);
});

test('its words have no time below zero', () => {
  assert.equal(standing(ANSWERED), 'met, 18 s to spare');
  assert.equal(entryWords({ what: 'moved', policy: 'p', policy_version: 1 }), 'began then, as a late event showed');
});

test('a step before the creation says so, and how long after the beginning it was', () => {
  const steps = [{ kind: 'first_response', at: iso(-48), elapsed_ms: 12_000 }, { kind: 'created', at: iso(0), elapsed_ms: 0 }];
  const created = createdAt(steps);
  assert.equal(created, T);
  assert.equal(afterWords(steps[0], created), 'after 12 s, before the ticket was created');
  assert.equal(afterWords({ ...steps[0], elapsed_ms: 0 }, created), 'before the ticket was created');
  assert.equal(afterWords(steps[1], created), '');
  assert.equal(afterWords({ at: iso(30), elapsed_ms: 30_000 }, created), 'after 30 s');
  assert.equal(afterWords(steps[0], createdAt([])), 'after 12 s');
});

test('a callback is of a contact, and nothing calls that a ticket', () => {
  assert.equal(clockOf('call-7', 'callback'), 'callback of contact call-7');
  assert.equal(clockOf('SD-7', 'guidance_follow_up'), 'SD-7, guidance follow up');
  assert.equal(isOfContact([{ sla: 'callback' }, { sla: 'callback' }]), true);
  assert.equal(isOfContact([{ sla: 'callback' }, { sla: 'triage' }]), false);
  assert.equal(isOfContact([]), false);
});

test('a callback is called, not answered', () => {
  const callback = { sla: 'callback', verdict: 'breached', settled_at: iso(0), deadline: iso(0), stopped_at: null, timeline: [] };
  assert.equal(standing(callback), 'breached, not called yet');
  assert.equal(standing({ ...callback, stopped_at: iso(90) }), 'breached, called 1:30 min late');
});

test('in a list its row says contact, and leads to the page of that id', () => {
  const table = fakeTable();
  const list = new Tickets(table, fakeDocument.createElement('p'), new CountUps(() => T));
  const row = (id, sla) => ({ ticket_id: id, region: 'north', queue: null, priority: 'unknown', state: 'overdue', clocks: [{ sla, deadline: iso(-60) }] });
  list.show([row('call-7', 'callback'), row('SD-7', 'triage')]);
  const [callback, ticket] = table.tBodies[0].children;
  assert.equal(callback.cells[0].textContent, 'contact call-7');
  assert.equal(callback.cells[0].getAttribute('title'), 'callback of contact call-7');
  assert.equal(callback.cells[0].lastChild.getAttribute('href'), '/tickets/call-7');
  assert.deepEqual([2, 3].map((cell) => callback.cells[cell].textContent), ['–', 'callback']);
  assert.equal(ticket.cells[0].textContent, 'SD-7');
  assert.equal(ticket.cells[0].getAttribute('title'), 'SD-7');
});
