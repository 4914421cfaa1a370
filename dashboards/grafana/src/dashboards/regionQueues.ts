import type { Unplaced } from '../layout.js';
import { property, tablePanel } from '../panels.js';
import { QUEUE, REGION, gauge, rule } from '../queries.js';
import { column, decimals, heading, joined, judged, unit, width } from '../tables.js';
import { againstTarget, fewWanted } from '../theme.js';
import { waitSteps } from './regionCalls.js';

const LEVEL = 'definition="excl_short_abandons"';

/** A rule without its definition, so that it joins the rows of the queues. */
const byQueue = (name: string, ...matchers: string[]): string =>
  `max by (region, queue) (${rule(name, QUEUE, ...matchers)})`;

const known = byQueue('region_queue:aftercare_calls_waiting:sum');

const ofQueue = (name: string): string => `max by (region, queue) (${gauge(name, REGION, QUEUE)})`;

/** One row a queue: who waits now, and the last hour against its goal. */
export function queueTable(): Unplaced {
  const count = [unit('locale'), decimals(0)] as const;
  const percent = [unit('percentunit'), decimals(1)] as const;
  const seconds = [unit('s'), decimals(0), property('noValue', '-')] as const;
  const ratio = byQueue('region_queue_definition:aftercare_calls_in_time:ratio1h', LEVEL);
  const goal = ofQueue('call_service_level_target_ratio');
  const rows = joined(
    [
      ['queue', heading('Queue')],
      ['region', heading('Region')],
    ],
    [
      column('Waiting', known, ...count, width(85)),
      column(
        'Longest wait',
        byQueue('region_queue:aftercare_call_longest_wait_seconds:max'),
        unit('s'),
        decimals(0),
        width(115),
        ...judged(waitSteps().build()),
      ),
      column('In time 1 h', ratio, ...percent, width(105), property('noValue', 'none')),
      column(
        'n 1 h',
        byQueue('region_queue_definition:aftercare_calls_settled:increase1h', LEVEL),
        ...count,
        width(75),
      ),
      column('Goal', goal, unit('percentunit'), decimals(0), width(75)),
      column('To goal 1 h', `${ratio} - ${goal}`, ...percent, width(105), ...judged(againstTarget().build())),
      column('Threshold', ofQueue('call_service_level_threshold_seconds'), ...seconds, width(95)),
      column('Abandoned 1 h', byQueue('region_queue:aftercare_calls_abandoned:ratio1h'), ...percent, width(125)),
      column('ASA 1 h', byQueue('region_queue:aftercare_call_wait_seconds:mean1h'), ...seconds, width(85)),
      column('AHT 1 h', byQueue('region_queue:aftercare_call_handle_seconds:mean1h'), ...seconds, width(85)),
      column('Callbacks', `${ofQueue('callbacks_waiting')} or 0 * ${known}`, ...count, width(95)),
      column(
        'Ends lost 1 h',
        byQueue('region_queue:aftercare_calls_timed_out:increase1h'),
        ...count,
        width(115),
        ...judged(fewWanted().build()),
      ),
    ],
  );
  return tablePanel({
    title: 'Queues, now and in the last 1 h',
    means:
      'One row a queue. Now: callers waiting, how long whoever waits longest has waited (event time), callbacks not made yet. In the last 1 h of the wall clock, net of corrections: answered in time / n by excl_short_abandons, against the goal and threshold of its policy; ' +
      'abandoned, short ones too, of all that settled; mean speed of answer (ASA) and handle time (AHT); waits and talks whose end was lost.',
    act: 'Sort by longest wait for now, by to goal for the hour. A small n says little.',
    unit: 'none',
    noValue: '-',
    queries: rows.queries,
    transformations: rows.transformations,
    overrides: rows.overrides,
    sortBy: [['Longest wait', true]],
  });
}
