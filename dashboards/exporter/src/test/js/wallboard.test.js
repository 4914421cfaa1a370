import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deadlineWords } from '../../main/resources/wallboard/assets/countups.js';
import { columnsFor } from '../../main/resources/wallboard/assets/grid.js';
import { nameInPath } from '../../main/resources/wallboard/assets/path.js';
import { refusalWords } from '../../main/resources/wallboard/assets/refusal.js';
import { sparkPath, sparkWords } from '../../main/resources/wallboard/assets/spark.js';
import { nextChoice, themeOf } from '../../main/resources/wallboard/assets/theme.js';
import { priorityWord, ticketPath } from '../../main/resources/wallboard/assets/tickets.js';
import { regionPath } from '../../main/resources/wallboard/assets/tile.js';
import { inTrouble } from '../../main/resources/wallboard/assets/tiles.js';

test('tiles get the columns in which they are largest', () => {
  assert.equal(columnsFor(12, 1280, 920), 3);
  assert.equal(columnsFor(8, 1280, 920), 3);
  assert.equal(columnsFor(33, 1280, 920), 5);
  assert.equal(columnsFor(1, 1280, 920), 1);
  assert.equal(columnsFor(0, 1280, 920), 1);
  assert.equal(columnsFor(9, 0, 0), 1);
});

test('a deadline counts up when overdue, down before', () => {
  assert.deepEqual(deadlineWords(1000, 66_000, true), { word: 'overdue', main: '1:05 min', rest: '' });
  assert.deepEqual(deadlineWords(66_000, 1000, false), { word: 'due in', main: '1:05 min', rest: '' });
});

test('a page does not say that a clock is breached before the job has judged it', () => {
  assert.equal(deadlineWords(1000, 1000, false).word, 'due now');
  assert.equal(deadlineWords(1000, 99_000, false).word, 'due now');
});

test('a clock that stands still has no time to count', () => {
  assert.deepEqual(deadlineWords(null, 5, false), { word: 'paused', main: '', rest: '' });
  assert.deepEqual(deadlineWords(null, 5, true), { word: 'overdue', main: '', rest: '' });
});

test('trouble is what is critical or has a warning', () => {
  assert.equal(inTrouble([{ level: 'critical' }, { level: 'warning' }, { level: 'ok' }, { level: 'quiet' }]), 2);
});

test('names go into addresses whole and come out whole', () => {
  for (const name of ['metro', 'a/b?c=1#d', '<script>', 'منطقة', '100 %', '..']) {
    assert.equal(nameInPath('/regions/', regionPath(name)), name);
    assert.equal(nameInPath('/tickets/', ticketPath(name)), name);
  }
  assert.equal(nameInPath('/regions/', '/regions/%E0%A4%A'), '');
  assert.equal(nameInPath('/regions/', '/elsewhere'), '');
});

test('a history of one point draws no line', () => {
  assert.equal(sparkPath([]), '');
  assert.equal(sparkPath([{ at: '2026-11-24T08:00:00Z', tickets: 5 }]), '');
  assert.equal(sparkWords([]), 'no history yet');
});

test('the line fills its place, and more is higher', () => {
  const history = [
    { at: '2026-11-24T08:00:00Z', tickets: 10 },
    { at: '2026-11-24T08:30:00Z', tickets: 20 },
    { at: '2026-11-24T09:00:00Z', tickets: 10 },
  ];
  assert.equal(sparkPath(history), 'M0.00 27.00L50.00 3.00L100.00 27.00');
  assert.equal(sparkWords(history), 'unchanged in 60 minutes, lowest 10, highest 20');
});

test('a flat history is a line in the middle', () => {
  const history = [
    { at: '2026-11-24T08:30:00Z', tickets: 7 },
    { at: '2026-11-24T09:00:00Z', tickets: 7 },
  ];
  assert.equal(sparkPath(history), 'M0.00 15.00L100.00 15.00');
});

test('the first minutes do not look like an hour', () => {
  const history = [
    { at: '2026-11-24T08:58:00Z', tickets: 7 },
    { at: '2026-11-24T09:00:00Z', tickets: 7 },
  ];
  assert.equal(sparkPath(history), 'M80.00 15.00L100.00 15.00');
});

test('each refusal says what it is and what to do', () => {
  const said = (status, code, kind) => refusalWords({ status, code, message: 'm' }, { kind, name: 'X' }).title;
  assert.equal(said(503, 'not_ready', 'overview'), 'Getting ready');
  assert.equal(said(503, 'too_many_streams', 'overview'), 'Too many pages are open');
  assert.equal(said(404, 'not_found', 'region'), 'No region X');
  assert.equal(said(404, 'not_found', 'ticket'), 'No ticket X');
  assert.equal(said(500, '', 'ticket'), 'This could not be shown');
});

test('a ticket that could not be looked up is not called unknown', () => {
  const said = (code) => refusalWords({ status: 503, code, message: 'm' }, { kind: 'ticket', name: 'X' });
  assert.equal(said('busy').title, 'Waiting to look it up');
  assert.match(said('busy').text, /asks again by itself/);
  assert.equal(said('unreachable').title, 'Kafka does not answer');
  assert.match(said('unreachable').text, /keeps trying/);
  assert.equal(said('search_incomplete').title, 'Ticket X was not found in time');
  assert.match(said('search_incomplete').text, /may be there/);
});

test('a priority nobody knows is a question', () => {
  assert.equal(priorityWord('p1'), 'P1');
  assert.equal(priorityWord('unknown'), 'P?');
});

test('the theme is the system\'s until one is chosen', () => {
  assert.equal(themeOf('auto', true), 'dark');
  assert.equal(themeOf('auto', false), 'light');
  assert.equal(themeOf('light', true), 'light');
  assert.deepEqual(['auto', 'light', 'dark'].map(nextChoice), ['light', 'dark', 'auto']);
});
