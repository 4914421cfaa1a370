import * as common from '@grafana/grafana-foundation-sdk/common';
import type { Unplaced } from '../layout.js';
import { barGaugePanel, matching, promised, property, statPanel, timeSeriesPanel } from '../panels.js';
import { RANGE, STEP, orNone, orZero } from '../queries.js';
import { colour, noneAllowed, sign, steps } from '../theme.js';

/** Of the instances that are exporters, whatever their scrape job is called; each is shown by itself. */
const ofExporters = (expression: string): string => `${expression} and on (job, instance) aftercare_exporter_ready`;

export const ready = (): Unplaced =>
  statPanel({
    header: true,
    title: 'Exporters ready',
    means: 'Exporters that have read the metrics topic whole, and those that have not. An exporter that is not ready serves no product figures.',
    act: 'Not ready for minutes: see its lag below and its log. One of two is enough for the dashboards.',
    unit: 'locale',
    decimals: 0,
    names: true,
    orientation: common.VizOrientation.Auto,
    queries: [
      { expr: orZero('count(aftercare_exporter_ready == 1)'), legend: `${sign.good} ready`, instant: true },
      { expr: orZero('count(aftercare_exporter_ready == 0)'), legend: `${sign.bad} not ready`, instant: true },
    ],
    overrides: [
      [{ id: 'byName', options: `${sign.good} ready` }, [property('thresholds', steps(colour.bad, [1, colour.good]).build())]],
      [{ id: 'byName', options: `${sign.bad} not ready` }, [property('thresholds', noneAllowed().build())]],
    ],
  });

export const exporterLag = (): Unplaced =>
  timeSeriesPanel({
    title: 'Exporter lag',
    means: 'Offsets of the metrics topic that an exporter has not read yet; a gap in the line: the brokers do not say.',
    act: 'Rising: the exporter is too slow or stuck; see its processor and garbage collection below.',
    unit: 'locale',
    decimals: 0,
    queries: [{ expr: 'max by (instance) (aftercare_exporter_lag_records)', legend: '{{instance}}' }],
  });

const TROUBLES: readonly (readonly [metric: string, name: string])[] = [
  ['counter_regressions', 'counter regressions'],
  ['label_overflow', 'series served as other'],
  ['undecodable_records', 'undecodable records'],
  ['outdated_records', 'outdated records'],
  ['lineage_resets', 'lineage resets'],
];

export const exporterCounts = (): Unplaced =>
  barGaugePanel({
    title: 'What the exporter refused',
    means:
      'In the time range shown, of the worst exporter: records in which a counter would have fallen (a bug in a job), series served under the label value other (beyond the cap, or of no closed list), records that are no metric record, of a replaced lineage, jobs started on empty state, and refused records by reason.',
    act: 'Counter regressions: report them. Overflow: find what invents label values, then raise exporter.max_series if they are real. Resets belong to a job started without its savepoint.',
    unit: 'locale',
    decimals: 0,
    min: 0,
    thresholds: noneAllowed(),
    queries: [
      ...TROUBLES.map(([metric, name]) => ({
        expr: `max(increase(aftercare_exporter_${metric}_total[${RANGE}]))`,
        legend: name,
        instant: true,
      })),
      {
        expr: orNone(`max by (reason) (increase(aftercare_exporter_refused_records_total[${RANGE}])) > 0`, 'reason'),
        legend: 'refused: {{reason}}',
        instant: true,
      },
    ],
  });

export const served = (): Unplaced =>
  timeSeriesPanel({
    title: 'Scrapes: series and time',
    means: 'Time series an exporter serves in a scrape, and how long a scrape takes (axis at the right).',
    act: 'Series grow without new regions: a label has no closed list. Scrapes near the scrape timeout: fewer series or more processor.',
    unit: 'locale',
    decimals: 0,
    queries: [
      { expr: ofExporters('scrape_samples_scraped'), legend: 'series {{instance}}' },
      { expr: ofExporters('scrape_duration_seconds'), legend: 'time {{instance}}' },
    ],
    overrides: [matching('/^time /', property('unit', 's'), property('decimals', 2), property('custom.axisPlacement', 'right'), property('custom.fillOpacity', 0))],
  });

export const heap = (): Unplaced =>
  timeSeriesPanel({
    title: 'Heap',
    means: "Memory of the exporter's JVM: heap used, and the most it may use. In the demo the broker and the job live in the same JVM.",
    act: 'Used stays near the limit after collections: give it more memory, or fewer series.',
    unit: 'bytes',
    decimals: 1,
    min: 0,
    queries: [
      { expr: `sum by (instance) (${ofExporters('jvm_memory_used_bytes{area="heap"}')})`, legend: 'used {{instance}}' },
      { expr: `max(${ofExporters('jvm_memory_max_bytes{area="heap"}')})`, legend: 'limit' },
    ],
    overrides: [promised('limit')],
  });

export const processor = (): Unplaced =>
  timeSeriesPanel({
    title: 'Processor',
    means: "Share of the machine's processors that the exporter's JVM uses, and that the whole machine uses.",
    act: 'The machine is full while the exporter is not: something else takes it.',
    unit: 'percentunit',
    decimals: 0,
    min: 0,
    max: 1,
    queries: [
      { expr: ofExporters('process_cpu_usage'), legend: 'exporter {{instance}}' },
      { expr: ofExporters('system_cpu_usage'), legend: 'machine {{instance}}' },
    ],
    overrides: [matching('/^machine /', property('custom.lineStyle', { fill: 'dash', dash: [4, 4] }), property('custom.fillOpacity', 0))],
  });

export const garbageCollection = (): Unplaced =>
  timeSeriesPanel({
    title: 'Garbage collection',
    means: "Share of the time the exporter's JVM stood still for garbage collection, by instance.",
    act: 'Over 5 % for minutes: too little heap.',
    unit: 'percentunit',
    decimals: 2,
    min: 0,
    thresholds: steps(colour.neutral, [0.05, colour.warning]),
    queries: [
      { expr: orNone(`sum by (instance) (rate(jvm_gc_pause_seconds_sum[${STEP}]) and on (job, instance) aftercare_exporter_ready)`, 'instance'), legend: '{{instance}}' },
    ],
  });

