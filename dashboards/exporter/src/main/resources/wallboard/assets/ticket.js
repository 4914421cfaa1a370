import { CountUps } from './countups.js';
import { byId, setAttribute, setText, show } from './dom.js';
import { drawEntries } from './entries.js';
import { Frame } from './frame.js';
import { drawMilestones } from './milestones.js';
import { nameInPath } from './path.js';
import { poll } from './poll.js';
import { drawPromises, openPromises } from './promise.js';
import { refusalWords } from './refusal.js';
import { regionPath } from './tile.js';
import { laneOrder } from './stretches.js';
import { paintEachSecond } from './ticker.js';
import { priorityWord } from './tickets.js';
import { Timeline } from './timeline.js';
import { clockOf, isOfContact } from './words.js';

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
  const contact = ticket.milestones.length === 0 && isOfContact(ticket.clocks.length > 0 ? ticket.clocks : ticket.attention?.clocks ?? []);
  setText(byId('ticket-kind'), contact ? 'Callback of contact' : 'Ticket');
  show(byId('life'), !contact);
  drawFacts(ticket, contact);
  show(byId('incomplete'), !ticket.complete);
  const clocks = laneOrder(ticket.clocks);
  drawPromises(byId('promises'), clocks, now, countUps);
  const open = openPromises(clocks);
  show(byId('promises-none'), open.length === 0);
  timeline.show(clocks, now);
  show(byId('clocks-none'), clocks.length === 0);
  drawEntries(byId('entries'), clocks, now);
  drawMilestones(byId('milestones'), ticket.milestones, now);
  show(byId('milestones-none'), ticket.milestones.length === 0);
  const overdue = open.filter((clock) => clock.verdict === 'breached').length;
  const name = contact ? clockOf(id, 'callback') : id;
  document.title = `${overdue > 0 ? `${overdue} past SLA · ` : ''}${name} · Aftercare`;
}

function drawFacts(ticket, contact) {
  const region = byId('fact-region').firstElementChild;
  setText(region, ticket.region ?? 'unknown');
  setAttribute(region, 'href', ticket.region ? regionPath(ticket.region) : null);
  const elsewhere = ticket.origin_region && ticket.origin_region !== ticket.region;
  setText(byId('fact-origin'), elsewhere ? ticket.origin_region : 'the same region');
  setText(byId('fact-priority'), contact ? '–' : priorityWord(ticket.priority ?? ''));
  setText(byId('fact-queue'), ticket.queue ?? 'none known');
  setText(byId('fact-tier'), ticket.attention?.customer_tier ?? '–');
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
