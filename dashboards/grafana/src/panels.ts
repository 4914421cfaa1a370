import * as bargauge from '@grafana/grafana-foundation-sdk/bargauge';
import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import * as stat from '@grafana/grafana-foundation-sdk/stat';
import * as table from '@grafana/grafana-foundation-sdk/table';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import type { PanelLink } from './links.js';
import { colour, plain } from './theme.js';
import { datasource } from './variables.js';

export interface Query {
  readonly expr: string;
  readonly legend?: string;
  /** Only the newest value; else over the time range. */
  readonly instant?: boolean;
  readonly format?: prometheus.PromQueryFormat;
}

export type Override = readonly [matcher: dashboard.MatcherConfig, properties: dashboard.DynamicConfigValue[]];

export interface Spec {
  readonly title: string;
  /** What the figure means, in the words of SEMANTICS. */
  readonly means: string;
  /** What to do about it. */
  readonly act: string;
  readonly unit: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly noValue?: string;
  readonly queries: readonly Query[];
  readonly thresholds?: dashboard.ThresholdsConfigBuilder;
  readonly mappings?: readonly dashboard.ValueMapping[];
  readonly overrides?: readonly Override[];
  readonly links?: readonly PanelLink[];
}

const refId = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

function target(query: Query, index: number): prometheus.DataqueryBuilder {
  const built = new prometheus.DataqueryBuilder()
    .datasource(datasource)
    .refId(refId(index))
    .editorMode(prometheus.QueryEditorMode.Code)
    .expr(query.expr)
    .legendFormat(query.legend ?? '__auto')
    .format(query.format ?? prometheus.PromQueryFormat.TimeSeries);
  return query.instant ? built.instant() : built.range();
}

type Dressed = InstanceType<typeof dashboard.PanelBuilder>;
type Common = Pick<
  Dressed,
  'title' | 'description' | 'datasource' | 'unit' | 'decimals' | 'min' | 'max' | 'noValue' | 'withTarget' | 'thresholds' | 'mappings' | 'withOverride' | 'dataLinks'
>;

/** What every panel has. */
function dress<P extends { [K in keyof Common]: (...args: Parameters<Common[K]>) => unknown }>(panel: P, spec: Spec): P {
  panel.title(spec.title);
  panel.description(`${spec.means}\n\n**What to do:** ${spec.act}`);
  panel.datasource(datasource);
  panel.unit(spec.unit);
  panel.noValue(spec.noValue ?? 'no data');
  panel.thresholds(spec.thresholds ?? plain());
  if (spec.decimals !== undefined) panel.decimals(spec.decimals);
  if (spec.min !== undefined) panel.min(spec.min);
  if (spec.max !== undefined) panel.max(spec.max);
  if (spec.mappings !== undefined) panel.mappings([...spec.mappings]);
  if (spec.links !== undefined) panel.dataLinks(spec.links.map((link) => ({ build: () => link as dashboard.DashboardLink })));
  spec.overrides?.forEach(([matcher, properties]) => panel.withOverride({ matcher, properties }));
  spec.queries.forEach((query, index) => panel.withTarget(target(query, index)));
  return panel;
}

export interface StatSpec extends Spec {
  /** A small line of the past behind the value. */
  readonly spark?: boolean;
  readonly names?: boolean;
  readonly background?: boolean;
  /** In the low line at the top. */
  readonly header?: boolean;
  /** Size of the value in px. */
  readonly valueSize?: number;
  readonly orientation?: common.VizOrientation;
}

export function statPanel(spec: StatSpec): stat.PanelBuilder {
  return dress(new stat.PanelBuilder(), spec)
    .reduceOptions(new common.ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false))
    .graphMode(spec.spark ? common.BigValueGraphMode.Area : common.BigValueGraphMode.None)
    .colorMode(spec.background ? common.BigValueColorMode.BackgroundSolid : common.BigValueColorMode.Value)
    .textMode(spec.names ? common.BigValueTextMode.ValueAndName : common.BigValueTextMode.Value)
    .text(new common.VizTextDisplayOptionsBuilder().titleSize(spec.header ? 14 : 17).valueSize(spec.valueSize ?? (spec.header ? 30 : 46)))
    .justifyMode(common.BigValueJustifyMode.Auto)
    .orientation(spec.orientation ?? common.VizOrientation.Vertical)
    .wideLayout(false);
}

export interface BarGaugeSpec extends Spec {
  /** Size of the numbers in px. */
  readonly valueSize?: number;
}

export function barGaugePanel(spec: BarGaugeSpec): bargauge.PanelBuilder {
  return dress(new bargauge.PanelBuilder(), spec)
    .reduceOptions(new common.ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false))
    .displayMode(common.BarGaugeDisplayMode.Basic)
    .valueMode(common.BarGaugeValueMode.Text)
    .namePlacement(common.BarGaugeNamePlacement.Left)
    .orientation(common.VizOrientation.Horizontal)
    .showUnfilled(true)
    .sizing(common.BarGaugeSizing.Auto)
    .text(new common.VizTextDisplayOptionsBuilder().valueSize(spec.valueSize ?? 15))
    .minVizHeight(14)
    .maxVizHeight(32);
}

export interface TableSpec extends Spec {
  readonly transformations?: readonly dashboard.DataTransformerConfig[];
  readonly sortBy?: readonly [name: string, descending: boolean][];
}

export function tablePanel(spec: TableSpec): table.PanelBuilder {
  const queries = spec.queries.map((query) => ({ ...query, instant: true, format: prometheus.PromQueryFormat.Table }));
  return dress(new table.PanelBuilder(), { ...spec, queries })
    .transformations([...(spec.transformations ?? [])])
    .sortBy((spec.sortBy ?? []).map(([name, desc]) => new common.TableSortByFieldStateBuilder().displayName(name).desc(desc)))
    .cellHeight(common.TableCellHeight.Sm)
    .showHeader(true);
}

export interface TimeSeriesSpec extends Spec {
  readonly stacked?: boolean;
  /** The axis begins here unless a value is lower; 0 unless said. */
  readonly softMin?: number;
  /** Columns of the legend's table. */
  readonly legendCalcs?: string[];
  /** For many lines: the legend is a table at the right, and nothing is filled under a line. */
  readonly legendRight?: boolean;
}

export function timeSeriesPanel(spec: TimeSeriesSpec): timeseries.PanelBuilder {
  const panel = dress(new timeseries.PanelBuilder(), spec)
    .colorScheme(new dashboard.FieldColorBuilder().mode(dashboard.FieldColorModeId.PaletteClassic))
    .drawStyle(common.GraphDrawStyle.Line)
    .lineWidth(2)
    .fillOpacity(spec.stacked ? 35 : spec.legendRight ? 0 : 8)
    .showPoints(common.VisibilityMode.Never)
    .spanNulls(false)
    .axisSoftMin(spec.softMin ?? 0)
    .legend(
      new common.VizLegendOptionsBuilder()
        .displayMode(spec.legendRight ? common.LegendDisplayMode.Table : common.LegendDisplayMode.List)
        .placement(spec.legendRight ? common.LegendPlacement.Right : common.LegendPlacement.Bottom)
        .calcs(spec.legendCalcs ?? ['lastNotNull'])
        .showLegend(true),
    )
    .tooltip(
      new common.VizTooltipOptionsBuilder().mode(common.TooltipDisplayMode.Multi).sort(common.SortOrder.Descending),
    );
  if (spec.stacked) {
    panel.stacking(new common.StackingConfigBuilder().mode(common.StackingMode.Normal).group('A'));
  }
  return panel;
}

const byName = (name: string): dashboard.MatcherConfig => ({ id: 'byName', options: name });

/** What a named field or series looks like. */
export const named = (name: string, ...properties: dashboard.DynamicConfigValue[]): Override => [byName(name), properties];

export const matching = (pattern: string, ...properties: dashboard.DynamicConfigValue[]): Override => [
  { id: 'byRegexp', options: pattern },
  properties,
];

export const property = (id: string, value: unknown): dashboard.DynamicConfigValue => ({ id, value });

export const fixed = (color: string): dashboard.DynamicConfigValue =>
  property('color', { mode: dashboard.FieldColorModeId.Fixed, fixedColor: color });

export const coloured = (name: string, color: string, ...more: dashboard.DynamicConfigValue[]): Override =>
  named(name, fixed(color), ...more);

/** A line for what was promised: dashed, and named. */
export const promised = (name: string): Override =>
  coloured(
    name,
    colour.quiet,
    property('custom.lineStyle', { fill: 'dash', dash: [8, 6] }),
    property('custom.fillOpacity', 0),
    property('custom.lineWidth', 2),
  );

/** The n of a ratio: bars against an axis of their own on the right. */
export const counts = (name: string): Override =>
  coloured(
    name,
    colour.quiet,
    property('custom.drawStyle', 'bars'),
    property('custom.fillOpacity', 18),
    property('custom.lineWidth', 0),
    property('custom.axisPlacement', 'right'),
    property('custom.axisLabel', 'n'),
    property('unit', 'locale'),
    property('decimals', 0),
    property('min', 0),
    property('max', null),
    property('custom.axisSoftMin', 0),
  );
