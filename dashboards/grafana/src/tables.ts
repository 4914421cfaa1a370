import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { nothing } from './theme.js';
import { type Override, type Query, named, property } from './panels.js';

/** One column of a table: a query, its name and how it looks. */
export interface Column {
  readonly name: string;
  readonly expr: string;
  readonly look: readonly dashboard.DynamicConfigValue[];
}

export const column = (name: string, expr: string, ...look: dashboard.DynamicConfigValue[]): Column => ({ name, expr, look });

const refOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

export interface Joined {
  readonly queries: Query[];
  readonly transformations: dashboard.DataTransformerConfig[];
  readonly overrides: Override[];
}

/** A table with a row for each set of the labels and a column for each query: one row a region, say. */
export function joined(labels: readonly (readonly [label: string, ...look: dashboard.DynamicConfigValue[]])[], columns: readonly Column[]): Joined {
  const valueOf = (index: number): string => (columns.length === 1 ? 'Value' : `Value #${refOf(index)}`);
  const order = [...labels.map(([label]) => label), ...columns.map((_, index) => valueOf(index))];
  return {
    queries: columns.map(({ expr }) => ({ expr })),
    transformations: [
      { id: 'merge', options: {} },
      {
        id: 'organize',
        options: {
          excludeByName: { Time: true },
          indexByName: Object.fromEntries(order.map((name, index) => [name, index])),
          renameByName: Object.fromEntries(columns.map(({ name }, index) => [valueOf(index), name])),
        },
      },
    ],
    overrides: [
      ...labels.map(([label, ...look]) => named(label, ...look)),
      ...columns.map(({ name, look }) => named(name, ...look)),
    ],
  };
}

export const width = (pixels: number): dashboard.DynamicConfigValue => property('custom.width', pixels);
export const unit = (id: string): dashboard.DynamicConfigValue => property('unit', id);
export const decimals = (count: number): dashboard.DynamicConfigValue => property('decimals', count);
export const heading = (text: string): dashboard.DynamicConfigValue => property('displayName', text);
export const links = (...to: unknown[]): dashboard.DynamicConfigValue => property('links', to);
export const centred: dashboard.DynamicConfigValue = property('custom.align', 'center');

/** The cell's text in the colour of its threshold or mapping. */
export const tinted: dashboard.DynamicConfigValue = property('custom.cellOptions', { type: 'color-text' });
/** The whole cell in that colour. */
export const filled: dashboard.DynamicConfigValue = property('custom.cellOptions', { type: 'color-background', mode: 'basic' });

export const judged = (thresholds: dashboard.ThresholdsConfig): dashboard.DynamicConfigValue[] => [
  property('thresholds', thresholds),
  property('color', { mode: 'thresholds' }),
  property('mappings', [nothing]),
  tinted,
];
