import { drawAges, drawOldest, untriagedWords } from './ages.js';
import { drawBacklog } from './backlog.js';
import { drawClocks } from './clocks.js';
import { CountUps } from './countups.js';
import { byId, setAttribute, setText, show } from './dom.js';
import { drawExpected } from './expected.js';
import { drawFeed } from './feed.js';
import { Frame } from './frame.js';
import { placeIcon } from './icons.js';
import { Live } from './live.js';
import { MoreTickets } from './more.js';
import { nameInPath } from './path.js';
import { drawBands, drawQuality, npsWords, satisfactionWords } from './quality.js';
import { QueueBoard } from './queueboard.js';
import { refusalWords } from './refusal.js';
import { drawShare, shareBar } from './share.js';
import { sparkWords } from './spark.js';
import { bottleneckWords, drawStages, spanWords } from './stages.js';
import { Tickets } from './tickets.js';
import { paintEachSecond } from './ticker.js';
import { millis } from './time.js';
import { Trend } from './trend.js';
import { drawVerdicts } from './verdicts.js';
import { WindowBoard } from './windowboard.js';
import { knownLevel, levelWord, whole } from './words.js';

const name = nameInPath('/regions/', location.pathname);
const frame = new Frame();
const countUps = new CountUps(() => frame.timebase.eventNow());
const tickets = new Tickets(/** @type {HTMLTableElement} */ (byId('tickets-table')), byId('tickets-none'), countUps);
const more = new MoreTickets(byId('more'), byId('tickets-count'), name, (all) => tickets.show(all));
const share = byId('figure-first').appendChild(shareBar());
const longest = byId('figure-longest').appendChild(CountUps.place());
const queues = new QueueBoard(countUps);
const windows = new WindowBoard();
const trend = new Trend(byId('trend'));

setText(byId('region-name'), name);
document.title = `${name} · Aftercare`;
paintEachSecond(() => countUps.paint());

function draw(region) {
  frame.take(region);
  const { tile } = region;
  const level = knownLevel(tile.level);
  setAttribute(document.body, 'data-level', level);
  placeIcon(byId('level-icon'), level);
  setText(byId('level-word'), levelWord(tile.level));
  setText(byId('figure-past'), whole(tile.overdue_tickets));
  setText(byId('figure-soon'), whole(tile.due_soon_tickets));
  setText(byId('figure-backlog'), whole(tile.backlog));
  drawShare(share, tile.first_response);
  if (tile.longest_overdue) {
    countUps.set(longest, millis(tile.longest_overdue.deadline), true);
  } else {
    countUps.stop(longest, 'none');
  }
  drawFeed(byId('feed'), tile.feed, frame.timebase.eventNow());
  windows.show(region, frame.timebase.eventNow());
  queues.show(region);
  drawMeasures(region);
  drawClocks(/** @type {HTMLTableElement} */ (byId('clocks-table')), region.clocks);
  drawBacklog(/** @type {HTMLTableElement} */ (byId('backlog-table')), region.backlog);
  show(byId('backlog-table'), region.backlog.some((each) => each.tickets > 0));
  show(byId('backlog-none'), !region.backlog.some((each) => each.tickets > 0));
  trend.show(tile.backlog_history);
  setAttribute(byId('trend'), 'aria-label', `Backlog of the last hour: ${sparkWords(tile.backlog_history)}`);
  more.take(region.tickets, region.tickets_total);
  drawVerdicts(/** @type {HTMLTableElement} */ (byId('verdicts-table')), region.verdicts, frame.timebase.eventNow());
  show(byId('verdicts-none'), region.verdicts.length === 0);
  document.title = `${tile.overdue_tickets} past SLA · ${name} · Aftercare`;
}

/** Where its tickets are, how old, how good the service is, and what is usual. */
function drawMeasures({ stages, ages, quality, expected }) {
  const table = (id) => /** @type {HTMLTableElement} */ (byId(id));
  drawStages(table('stages-table'), stages);
  setText(byId('bottleneck'), stages.rows.length > 0 ? bottleneckWords(stages) : '');
  setText(byId('stages-span'), spanWords(stages.span_seconds));
  either('stages-table', 'stages-none', stages.rows.length > 0);
  drawAges(byId('ages'), ages.ages);
  drawOldest(byId('oldest'), ages.oldest, countUps);
  setText(byId('untriaged'), untriagedWords(ages.untriaged));
  show(byId('ages-box'), ages.ages.length > 0);
  show(byId('oldest-box'), ages.oldest.length > 0);
  drawQuality(table('quality-table'), quality.measures);
  drawBands(table('bands-table'), quality.satisfaction);
  setText(byId('satisfaction'), satisfactionWords(quality));
  setText(byId('nps'), npsWords(quality.nps));
  drawExpected(table('expected-table'), expected);
  either('expected-table', 'expected-none', expected.length > 0);
}

/** Shows one, or what stands in its place. */
function either(id, none, there) {
  show(byId(id), there);
  show(byId(none), !there);
}

function refused(refusal) {
  const { title, text } = refusalWords(refusal, { kind: 'region', name });
  frame.notice(title, text);
}

if (name === '') {
  refused({ status: 404, code: 'not_found', message: '' });
} else {
  const encoded = encodeURIComponent(name);
  new Live({
    stream: `/api/v1/stream?region=${encoded}`,
    snapshot: `/api/v1/regions/${encoded}`,
    event: 'region',
    onData: draw,
    onState: ({ phase }) => frame.connection(phase),
    onRefused: refused,
  });
}
