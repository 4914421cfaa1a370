import type { Unplaced } from '../layout.js';
import { coloured, promised, property, statPanel, tablePanel, timeSeriesPanel } from '../panels.js';
import { REGION, STEP, counted, gauge, netPerHour, orNone, orZero, perSecond, rule, sum } from '../queries.js';
import { column, decimals, heading, joined, judged, unit, width } from '../tables.js';
import { colour, fewWanted, noneAllowed, sign, steps, words } from '../theme.js';

/** The one chosen at the top; * is the total, which is no regular expression. */
const CATEGORY = 'category="$category"';
const NO_TOTAL = 'category!="*"';

const none = (text: string) => [words({ '0': [`${sign.good} ${text}`, colour.good] })];

/** Below the watch list's 4, on it, and from 5 a spike. */
const scoreSteps = () => steps(colour.good, [4, colour.warning], [5, colour.bad]);

const ofRow = (figure: string): string =>
  `max by (region, category) (${rule(`region_category:aftercare_complaint_${figure}:max`)})`;

export const spikesNow = (): Unplaced =>
  statPanel({
    title: 'Spikes open',
    means:
      'Spikes of complaints that are open now, of single categories and of totals: more complaints than chance explains. One opens at a score of 5 and two customers, and closes after an hour below 2.',
    act: 'See the table below for which, and /api/v1/spikes of the exporter for what drives them.',
    unit: 'locale',
    decimals: 0,
    thresholds: noneAllowed(),
    queries: [
      {
        expr: orZero(sum('', rule('region_category:aftercare_complaint_spike_active:max'))),
        legend: 'open',
        instant: true,
      },
    ],
  });

export const massNow = (): Unplaced =>
  statPanel({
    title: 'Mass complaints',
    means: 'Categories of which a spike is open in three regions or more, whatever regions are chosen.',
    act: 'One cause that regions share: one person in charge of all of it.',
    unit: 'locale',
    decimals: 0,
    thresholds: noneAllowed(),
    queries: [{ expr: orZero(`count(${gauge('complaint_mass_regions')})`), legend: 'mass complaints', instant: true }],
  });

export const incidentAge = (): Unplaced =>
  statPanel({
    title: 'Oldest incident',
    means:
      'For how long the oldest incident of these regions, spikes of one region that opened within an hour, has been open, by event time. It is to be contained within 2 h; at 90 min that is at risk.',
    act: 'Past 90 min: who is in charge, and what is missing?',
    unit: 'dtdhms',
    decimals: 0,
    valueSize: 30,
    thresholds: steps(colour.warning, [5400, colour.bad]),
    mappings: none('none'),
    queries: [
      {
        expr: orZero(`max(${rule('region:aftercare_complaint_incident_seconds:max')})`),
        legend: 'open for',
        instant: true,
      },
    ],
  });

export const incidentTier = (): Unplaced =>
  statPanel({
    title: 'Gravest tier',
    means: 'Tier of the gravest incident of these regions that is open; 1 is the gravest, 3 the least.',
    act: 'Tier 1 concerns more than one region: call whoever is in charge of all of them.',
    unit: 'none',
    decimals: 0,
    thresholds: steps(colour.bad, [2, colour.warning]),
    mappings: none('none'),
    queries: [
      { expr: orZero(`min(${rule('region:aftercare_complaint_incident_tier:min')})`), legend: 'tier', instant: true },
    ],
  });

export const learningUntil = (): Unplaced =>
  statPanel({
    title: 'Learning until',
    means:
      'Until when (event time) what is usual of one of these regions at least is being learnt, so that no spike of it opens. A baseline that was learnt from history has nothing to learn.',
    act: 'Until then watch the complaints by eye, or learn from history: ./aftercare spikes learn.',
    unit: 'dateTimeAsIso',
    valueSize: 24,
    mappings: none('learnt'),
    queries: [
      {
        expr: orZero(`1000 * max(${gauge('complaint_learning_until_timestamp_seconds', REGION)})`),
        legend: 'until',
        instant: true,
      },
    ],
  });

export const lateComplaints = (): Unplaced =>
  statPanel({
    title: 'Late, last 1 h',
    means:
      'Complaints that came in the last 1 h of the wall clock after their quarter of an hour was final: they are counted, but no score knows of them.',
    act: 'A source that sends hours late hides its spikes: have it send sooner, or raise job.allowed_lateness.',
    unit: 'locale',
    decimals: 0,
    thresholds: fewWanted(),
    queries: [{ expr: orZero(counted('', 'complaints_late', '1h', REGION)), legend: 'late', instant: true }],
  });

/** One row a region and category: the last hour against what is usual of it. */
export function complaintTable(): Unplaced {
  const count = [unit('locale'), decimals(0), width(100)] as const;
  const mean = [unit('locale'), decimals(1), width(100)] as const;
  const rows = joined(
    [
      ['category', heading('Category')],
      ['region', heading('Region')],
    ],
    [
      column('Last hour', ofRow('observed'), ...count),
      column('Usual', ofRow('expected'), ...mean),
      column('Usual up to', ofRow('expected_upper'), ...mean),
      column('Score', ofRow('spike_score'), unit('none'), decimals(1), width(90), ...judged(scoreSteps().build())),
      column('Spike', ofRow('spike_active'), unit('none'), width(110), {
        id: 'mappings',
        value: [words({ '0': ['-', colour.quiet], '1': [`${sign.bad} open`, colour.bad] })],
      }),
    ],
  );
  return tablePanel({
    title: 'Complaints against the usual',
    means:
      'One row a category (*: the total) and region: complaints in the last hour of event time, what is usual of that hour, with its upper edge (mean and 2 standard deviations), and how unlikely the most unlikely window from 15 min to 4 h is. From 4 on it is worth watching, at 5 and two customers a spike opens.',
    act: 'Sorted by score: begin at the top.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
    sortBy: [['Score', true]],
  });
}

/** What came, what is usual, and up to where chance goes. */
export function againstUsual(): Unplaced {
  const of = (figure: string): string =>
    `${sum('', rule(`region_category:aftercare_complaint_${figure}:max`, CATEGORY))} or vector(0) / 0`;
  return timeSeriesPanel({
    title: 'Complaints of $category: observed and usual',
    means:
      'Complaints of the category chosen at the top (*: all) in the last hour of event time, what is usual of that hour, and the band above it: up to the mean and 2 standard deviations. Of several regions their sums, of which the band is then wider than it need be.',
    act: 'Above the band it is worth a look; whether it is no accident the score says.',
    unit: 'locale',
    decimals: 1,
    noValue: 'being learnt',
    queries: [
      { expr: of('observed'), legend: 'observed' },
      { expr: of('expected'), legend: 'usual' },
      { expr: of('expected_upper'), legend: 'usual up to' },
    ],
    overrides: [
      coloured('observed', colour.neutral, property('custom.fillOpacity', 0)),
      coloured('usual', colour.good, property('custom.fillOpacity', 0)),
      coloured(
        'usual up to',
        colour.good,
        property('custom.fillBelowTo', 'usual'),
        property('custom.fillOpacity', 15),
        property('custom.lineStyle', { fill: 'dash', dash: [8, 6] }),
        property('custom.lineWidth', 1),
      ),
    ],
  });
}

export const scores = (): Unplaced =>
  timeSeriesPanel({
    title: 'Score by category',
    means:
      'The highest score of each category of these regions (*: the total): -log10 of the chance of so many complaints in the most unlikely window from 15 min to 4 h, and log10 of its quarters of an hour. The line is at 5, where a spike opens.',
    act: 'A line that climbs towards 5 is a spike in the making: ask before it is one.',
    unit: 'none',
    decimals: 1,
    legendRight: true,
    queries: [
      {
        expr: orNone(`max by (category) (${rule('region_category:aftercare_complaint_spike_score:max')})`, 'category'),
        legend: '{{category}}',
      },
      { expr: 'vector(5)', legend: 'a spike opens' },
    ],
    overrides: [promised('a spike opens')],
  });

export const spikesOverTime = (): Unplaced =>
  timeSeriesPanel({
    title: 'Spikes open, by region',
    means: 'Spikes of single categories that are open, a line a region; the totals are left out.',
    act: 'Several regions at once: look whether it is the same category, for then the cause is one.',
    unit: 'locale',
    decimals: 0,
    queries: [
      {
        expr: orNone(sum('region', rule('region_category:aftercare_complaint_spike_active:max', NO_TOTAL)), 'region'),
        legend: '{{region}}',
      },
    ],
  });

export const complaintsByCategory = (): Unplaced =>
  timeSeriesPanel({
    title: 'Complaints by category',
    means:
      'Complaints per hour of the wall clock by category, net of what late events took back: one per customer and ticket. Beside them what staff or a machine entered and no customer stands behind, of all regions, which is no complaint.',
    act: 'Many that nobody stands behind are an import or a batch: it has not paged, and need not.',
    unit: 'locale',
    decimals: 1,
    legendRight: true,
    queries: [
      { expr: orNone(netPerHour('category', 'complaints', REGION), 'category'), legend: '{{category}}' },
      { expr: orZero(`3600 * ${perSecond('', 'complaints_unnamed', STEP)}`), legend: "in nobody's name" },
    ],
    overrides: [coloured("in nobody's name", colour.quiet)],
  });
