/** PromQL as the dashboards need it. Every metric of the product goes through {@link one}, so that two exporters do not double it. */

export const REGION = 'region=~"$region"';
export const PRIORITY = 'priority=~"$priority"';
export const CHANNEL = 'channel=~"$channel"';
export const QUEUE = 'queue=~"$queue"';
export const ACTIVE = 'slot="active"';

/** The step of the graph, for whatever is drawn over time; the time range shown, for a sum over it. */
export const STEP = '$__rate_interval';
export const RANGE = '$__range';

/** Replicas of the exporter serve the same figures; one of them counts. */
export const one = (selector: string): string => `max without (instance, pod) (${selector})`;

export const select = (name: string, ...matchers: string[]): string =>
  matchers.length === 0 ? `aftercare_${name}` : `aftercare_${name}{${matchers.join(', ')}}`;

export const gauge = (name: string, ...matchers: string[]): string => one(select(name, ...matchers));

/** Sum of a gauge by labels; without labels the whole sum. */
export const sum = (by: string, expression: string): string =>
  by === '' ? `sum(${expression})` : `sum by (${by}) (${expression})`;

type Over = 'increase' | 'rate';

const over = (fn: Over, counter: string, window: string, matchers: string[]): string =>
  one(`${fn}(${select(counter, ...matchers)}[${window}])`);

/** A counter that no late event changes. */
export const counted = (by: string, counter: string, window: string, ...matchers: string[]): string =>
  sum(by, over('increase', `${counter}_total`, window, matchers));

export const perSecond = (by: string, counter: string, window: string, ...matchers: string[]): string =>
  sum(by, over('rate', `${counter}_total`, window, matchers));

/** A twin that does not exist takes nothing back; a difference would lose what was counted. */
const netOf = (fn: Over, by: string, counter: string, window: string, matchers: string[]): string => {
  const counted = over(fn, `${counter}_total`, window, matchers);
  const retracted = over(fn, `${counter}_retracted_total`, window, matchers);
  return `clamp_min(${sum(by, `${counted} or label_replace(-${retracted}, "twin", "retracted", "", "")`)}, 0)`;
};

/** Counted minus what late events took back. */
export const net = (by: string, counter: string, window: string, ...matchers: string[]): string =>
  netOf('increase', by, counter, window, matchers);

/** The same per hour of wall clock. */
export const netPerHour = (by: string, counter: string, ...matchers: string[]): string =>
  `3600 * ${netOf('rate', by, counter, STEP, matchers)}`;

/** Zero where nothing is. */
export const orZero = (expression: string): string => `${expression} or vector(0)`;

/** A row or series that says "none" where nothing is, so that an empty panel always means trouble. */
export const orNone = (expression: string, label: string, word = 'none'): string =>
  `${expression} or on () label_replace(vector(0), "${label}", "${word}", "", "")`;

export type Case = readonly [condition: string, word: string];

/** One value that carries a word about itself: the first condition that holds, else the last word. */
export function worded(value: string, label: string, cases: Case[], otherwise: string): string {
  const named = (expression: string, word: string): string =>
    `label_replace(${expression}, "${label}", "${word}", "", "")`;
  return [...cases.map(([condition, word]) => named(`${value} ${condition}`, word)), named(value, otherwise)].join(
    ' or on () ',
  );
}

/** Event time of the job: the slowest stream. Never the wall clock. */
export const eventTime = `min(${gauge('watermark_timestamp_seconds')})`;

/** How long ago event time last moved, by the wall clock. */
export const dataAge = `time() - max(${one('aftercare_exporter_progress_timestamp_seconds')})`;

const deadlines = (...matchers: string[]): string =>
  `min by (ticket_id, region, sla) (${gauge('sla_worst_overdue_deadline_seconds', REGION, ...matchers)})`;

/** The tickets overdue longest: event time minus deadline. */
export const overdueBy = (count: number): string =>
  orNone(`topk(${count}, scalar(${eventTime}) - ${deadlines()})`, 'ticket_id', 'none listed');

/** Their deadlines in ms, as Grafana's units of time want them. */
export const overdueDeadline = (count: number): string =>
  orNone(`1000 * bottomk(${count}, ${deadlines()})`, 'ticket_id', 'none listed');

/** Target of an SLA: the policies say it, no dashboard does. */
export const target = (...matchers: string[]): string => `max by (sla) (${gauge('sla_target_ratio', ...matchers)} > 0)`;

/** Alerts that fire, but the one that always does; those of no region concern every region. */
export const firing = 'ALERTS{alertstate="firing", alertname!="Watchdog", region=~"$region|"}';

/** Rules of dashboards/rules/recording.yaml: net, without replicas, by region and SLA. */
export const rule = (name: string, ...matchers: string[]): string => `${name}{${[REGION, ...matchers].join(', ')}}`;
