import { CountUps } from './countups.js';
import { byId, setText, show } from './dom.js';
import { Frame } from './frame.js';
import { placeIcon } from './icons.js';
import { Live } from './live.js';
import { refusalWords } from './refusal.js';
import { drawShare, shareBar } from './share.js';
import { Tickets } from './tickets.js';
import { paintEachSecond } from './ticker.js';
import { inTrouble, Tiles } from './tiles.js';
import { counted, whole } from './words.js';

const LEVELS = ['critical', 'warning', 'ok', 'quiet', 'silent'];

const frame = new Frame();
const countUps = new CountUps(() => frame.timebase.eventNow());
const tiles = new Tiles(byId('tiles'), countUps);
const worst = new Tickets(/** @type {HTMLTableElement} */ (byId('worst-table')), byId('worst-none'), countUps);
const share = byId('total-first').appendChild(shareBar());

LEVELS.forEach((level) => placeIcon(byId(`legend-${level}`).firstElementChild, level));
paintEachSecond(() => countUps.paint());

function draw(overview) {
  frame.take(overview);
  const { all, regions } = overview;
  setText(byId('total-past'), whole(all.overdue_tickets));
  setText(byId('total-soon'), whole(all.due_soon_tickets));
  setText(byId('total-backlog'), whole(all.backlog));
  drawShare(share, all.first_response);
  show(byId('totals-calls'), all.calls !== null);
  setText(byId('total-calls'), whole(all.calls?.waiting ?? 0));
  LEVELS.forEach((level) => setText(byId(`legend-${level}`).lastElementChild, String(regions.filter((each) => each.level === level).length)));
  tiles.show(regions);
  worst.show(overview.worst);
  show(byId('tiles-none'), regions.length === 0);
  const trouble = inTrouble(regions);
  setText(byId('spoken'), trouble === 0 ? 'No region is in trouble' : `${counted(trouble, 'region')} in trouble`);
  document.title = `${all.overdue_tickets} past SLA · Aftercare wallboard`;
}

const asked = { kind: /** @type {const} */ ('overview'), name: '' };

new Live({
  stream: '/api/v1/stream',
  snapshot: '/api/v1/overview',
  event: 'overview',
  onData: draw,
  onState: ({ phase }) => frame.connection(phase),
  onRefused: (refusal) => {
    const { title, text } = refusalWords(refusal, asked);
    frame.notice(title, text);
  },
});
