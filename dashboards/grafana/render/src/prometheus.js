import { FieldType, createDataFrame } from '@grafana/data';

/** Asks Prometheus what a target of a panel asks, and gives the frames that Grafana's datasource would. */

const HEATMAP = 'heatmap';

export function substitute(expression, values) {
  return Object.keys(values)
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(`\${${name}}`, values[name]).replaceAll(`$${name}`, values[name]), expression);
}

async function ask(path, parameters) {
  const response = await fetch(`/api/v1/${path}?${new URLSearchParams(parameters)}`);
  const answer = await response.json();
  if (answer.status !== 'success') throw new Error(`${answer.error}\n${parameters.query}`);
  return answer.data.result;
}

export async function frames(target, panel, time, values) {
  const query = substitute(target.expr, values);
  const result = target.instant
    ? await ask('query', { query, time: time.to / 1000 })
    : await ask('query_range', { query, start: time.from / 1000, end: time.to / 1000, step: time.step });
  if (result.length === 0) console.warn(`NO DATA ${panel.title} ${target.refId}: ${query}`);
  if (target.format === 'table') return [tableFrame(target, panel, result)];
  if (target.format === HEATMAP) return [heatmapFrame(target, result)];
  return result.map((series) => seriesFrame(target, series, time));
}

const samples = (series) => series.values ?? [series.value];

const legend = (target, labels) =>
  target.legendFormat.replace(/\{\{\s*(\w+)\s*}}/g, (_, name) => labels[name] ?? '');

function seriesFrame(target, series, time) {
  const { __name__, ...labels } = series.metric;
  const points = new Map(samples(series).map(([at, value]) => [Math.round(at * 1000), Number(value)]));
  const times = [...points.keys()];
  if (series.values) {
    // The grid of the query: gaps stay gaps.
    times.length = 0;
    for (let at = time.from; at <= time.to; at += time.step * 1000) times.push(at);
  }
  const numbers = times.map((at) => {
    const value = points.get(at);
    return value === undefined || (series.values && !Number.isFinite(value)) ? null : value;
  });
  return createDataFrame({
    refId: target.refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: times, config: { interval: time.step * 1000 } },
      { name: 'Value', type: FieldType.number, values: numbers, labels, config: { displayNameFromDS: legend(target, labels) } },
    ],
  });
}

function tableFrame(target, panel, result) {
  const labels = [...new Set(result.flatMap((series) => Object.keys(series.metric)))].sort();
  const value = panel.targets.length > 1 ? `Value #${target.refId}` : 'Value';
  return createDataFrame({
    refId: target.refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: result.map((series) => series.value[0] * 1000), config: {} },
      ...labels.map((label) => ({
        name: label,
        type: FieldType.string,
        values: result.map((series) => series.metric[label] ?? null),
        config: {},
      })),
      { name: value, type: FieldType.number, values: result.map((series) => Number(series.value[1])), config: {} },
    ],
  });
}

/** Buckets hold what is up to their edge; a heatmap shows what is between two. */
function heatmapFrame(target, result) {
  const edge = (series) => (series.metric.le === '+Inf' ? Infinity : Number(series.metric.le));
  const rising = [...result].sort((a, b) => edge(a) - edge(b));
  let below = 0;
  const fields = rising.map((series) => {
    const upTo = Number(series.value[1]);
    const between = upTo - below;
    below = upTo;
    return { name: series.metric.le, type: FieldType.number, values: [between], config: {} };
  });
  const at = result[0] ? result[0].value[0] * 1000 : Date.now();
  return createDataFrame({
    refId: target.refId,
    fields: [{ name: 'Time', type: FieldType.time, values: [at], config: {} }, ...fields],
  });
}
