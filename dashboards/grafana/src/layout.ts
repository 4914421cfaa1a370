import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type { Builder } from '@grafana/grafana-foundation-sdk/cog';

const COLUMNS = 24;

/** A panel that has no place yet. */
export interface Unplaced extends Builder<dashboard.Panel> {
  id(id: number): this;
  gridPos(position: dashboard.GridPos): this;
}

export type Placed = Builder<dashboard.Panel>;

/** One line of panels of the same height; the widths are columns and fill the line. */
export interface Line {
  readonly height: number;
  readonly panels: readonly (readonly [width: number, panel: Unplaced])[];
}

/** A headed part of a dashboard; the first part of each has no heading. */
export interface Part {
  readonly title?: string;
  readonly lines: readonly Line[];
}

export const line = (height: number, ...panels: (readonly [number, Unplaced])[]): Line => ({ height, panels });

/** Places parts from top to bottom and numbers what it places: panels get ids in reading order. */
export function place(onto: dashboard.DashboardBuilder, parts: readonly Part[]): void {
  let y = 0;
  let id = 1;
  for (const part of parts) {
    if (part.title !== undefined) {
      onto.withRow(new dashboard.RowBuilder(part.title).id(id++).gridPos({ x: 0, y, w: COLUMNS, h: 1 }));
      y += 1;
    }
    for (const { height, panels } of part.lines) {
      const total = panels.reduce((sum, [width]) => sum + width, 0);
      if (total !== COLUMNS) {
        throw new Error(`A line of ${part.title ?? 'the first part'} is ${total} columns wide, not ${COLUMNS}`);
      }
      let x = 0;
      for (const [width, panel] of panels) {
        onto.withPanel(panel.id(id++).gridPos({ x, y, w: width, h: height }));
        x += width;
      }
      y += height;
    }
  }
}
