import { CountUps } from './countups.js';
import { byId, keyed, make, setAttribute, setText, show } from './dom.js';
import { drawEntries } from './entries.js';
import { Frame, timeElement } from './frame.js';
import { nameInPath } from './path.js';
import { poll } from './poll.js';
import { drawPromises, openPromises } from './promise.js';
import { refusalWords } from './refusal.js';
import { regionPath } from './tile.js';
import { laneOrder } from './stretches.js';
import { paintEachSecond } from './ticker.js';
import { duration, millis } from './time.js';
import { priorityWord } from './tickets.js';
import { Timeline } from './timeline.js';
import { plainly } from './words.js';

const id = nameInPath('/tickets/', location.pathname);
const frame = new Frame();
const countUps = new CountUps(() => frame.timebase.eventNow());
const timeline = new Timeline(byId('timeline'));

setText(byId('ticket-id'), id);
document.title = `${id} · Aftercare`;
paintEachSecond(() => countUps.paint());

function draw(ticket) {
  frame.take(ticket);
  const now = frame.timebase.eventNow();
  drawFacts(ticket);
  show(byId('incomplete'), !ticket.complete);
  const clocks = laneOrder(ticket.clocks);
  drawPromises(byId('promises'), clocks, now, countUps);
  const open = openPromises(clocks);
  show(byId('promises-none'), open.length === 0);
  timeline.show(clocks, now);
  show(byId('clocks-none'), clocks.length === 0);
  drawEntries(byId('entries'), clocks, now);
  drawMilestones(ticket.milestones, now);
  const overdue = open.filter((clock) => clock.verdict === 'breached').length;
  document.title = `${overdue > 0 ? `${overdue} past SLA · ` : ''}${id} · Aftercare`;
}

function drawFacts(ticket) {
  const region = byId('fact-region').firstElementChild;
  setText(region, ticket.region ?? 'unknown');
  setAttribute(region, 'href', ticket.region ? regionPath(ticket.region) : null);
  const elsewhere = ticket.origin_region && ticket.origin_region !== ticket.region;
  setText(byId('fact-origin'), elsewhere ? ticket.origin_region : 'the same region');
  setText(byId('fact-priority'), priorityWord(ticket.priority ?? ''));
  setText(byId('fact-queue'), ticket.queue ?? 'none known');
  setText(byId('fact-tier'), ticket.attention?.customer_tier ?? '–');
}

function drawMilestones(milestones, now) {
  const key = (each) => `${each.kind} ${each.number} ${each.at}`;
  keyed(byId('milestones'), milestones, key, (each) => milestone(each, now), () => {});
  show(byId('milestones-none'), milestones.length === 0);
}

function milestone(each, now) {
  const number = each.number > 1 ? ` (${each.number})` : '';
  const place = each.region ? make('bdi', { text: `, ${each.region}` }) : '';
  const after = each.elapsed_ms > 0 ? make('span', { cls: 'after', text: `after ${duration(each.elapsed_ms)}` }) : '';
  return make('li', {}, timeElement(millis(each.at), now ?? undefined), make('span', {}, `${plainly(each.kind)}${number}`, place), after);
}

function refused(refusal) {
  const { title, text } = refusalWords(refusal, { kind: 'ticket', name: id });
  frame.notice(title, text);
}

if (id === '') {
  refused({ status: 404, code: 'not_found', message: '' });
} else {
  poll(`/api/v1/tickets/${encodeURIComponent(id)}`, draw, refused, (phase) => frame.connection(phase));
}
