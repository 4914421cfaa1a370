import type { Unplaced } from '../layout.js';
import { barGaugePanel, property, tablePanel } from '../panels.js';
import { RANGE, REGION, counted, net, orNone } from '../queries.js';
import { column, decimals, heading, joined, judged, unit, width } from '../tables.js';
import { fewWanted } from '../theme.js';

/** What was done to clocks without serving the customer, and how much of it near a deadline. */
export function anomalies(): Unplaced {
  const count = [unit('locale'), decimals(0)];
  const done = net('kind', 'clock_actions', RANGE, REGION);
  const near = net('kind', 'clock_anomalies', RANGE, REGION);
  const rows = joined(
    [['kind', heading('Kind'), width(150)]],
    [
      column('Near a deadline', near, ...count, ...judged(fewWanted().build())),
      column('n (at any time)', done, ...count),
      column('Share', `${near} / (${done} > 0)`, unit('percentunit'), decimals(1), property('noValue', 'none done')),
    ],
  );
  return tablePanel({
    title: 'Clock actions and anomalies',
    means:
      "What was done to tickets in the time range shown that moves a clock without serving the customer: at any time (n), and of these within the last 5 % of a clock's time, to the far side of a deadline, or too early. Net of corrections.",
    act: 'By chance about 5 % fall into the last 5 %. A much larger share of one kind is a habit: talk to the crew before the customer does.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
    sortBy: [['Near a deadline', true]],
  });
}

export const corrections = (): Unplaced =>
  barGaugePanel({
    title: 'Corrections',
    means:
      'Settled verdicts that a late event changed, by change, and histogram observations a late event proved wrong, by measure, in the time range shown. The figures above are already net of them.',
    act: 'Many breached_to_met: events arrive late; see late events on the pipeline dashboard and the source that sends them.',
    unit: 'locale',
    decimals: 0,
    min: 0,
    thresholds: fewWanted(),
    queries: [
      { expr: orNone(counted('change', 'sla_corrections', RANGE, REGION), 'change'), legend: '{{change}}', instant: true },
      { expr: orNone(counted('measure', 'observations_corrected', RANGE, REGION), 'measure'), legend: '{{measure}}', instant: true },
    ],
  });
