import { VizOrientation, getFieldDisplayValues, getDisplayValueAlignmentFactors, getFieldDisplayName } from '@grafana/data';
import { BarGauge, BigValue, TimeSeries, VizRepeater } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';

/** The four kinds of panel that the dashboards use, each drawn by the component that Grafana draws it with. */

function reduced(panel, data, theme) {
  return getFieldDisplayValues({
    fieldConfig: panel.fieldConfig,
    reduceOptions: panel.options.reduceOptions,
    replaceVariables: (text) => text,
    sparkline: panel.options.graphMode !== undefined && panel.options.graphMode !== 'none',
    theme,
    data,
    timeZone: 'utc',
  });
}

function Stat({ panel, data, theme, width, height }) {
  const { options } = panel;
  const values = reduced(panel, data, theme);
  return (
    <VizRepeater
      getValues={() => values}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={({ value, alignmentFactors, width: w, height: h, orientation, count }) => (
        <BigValue
          value={value.display}
          count={count}
          sparkline={value.sparkline}
          colorMode={options.colorMode}
          graphMode={options.graphMode}
          justifyMode={options.justifyMode}
          textMode={options.textMode}
          disableWideLayout={!options.wideLayout}
          alignmentFactors={alignmentFactors}
          parentOrientation={orientation}
          width={w}
          height={h}
          theme={theme}
          text={options.text}
        />
      )}
      width={width}
      height={height}
      source={data}
      itemSpacing={3}
      orientation={options.orientation || VizOrientation.Auto}
      autoGrid
    />
  );
}

function Bars({ panel, data, theme, width, height }) {
  const { options } = panel;
  const values = reduced(panel, data, theme);
  return (
    <VizRepeater
      getValues={() => values}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={({ value, alignmentFactors, width: w, height: h, orientation, isOverflow }) => (
        <BarGauge
          value={value.display}
          display={value.view?.getFieldDisplayProcessor(value.colIndex ?? 0)}
          field={value.field}
          text={options.text}
          width={w}
          height={h}
          orientation={orientation}
          theme={theme}
          itemSpacing={8}
          lcdCellWidth={12}
          displayMode={options.displayMode}
          alignmentFactors={alignmentFactors}
          showUnfilled={options.showUnfilled}
          valueDisplayMode={options.valueMode}
          namePlacement={options.namePlacement}
          isOverflow={isOverflow}
        />
      )}
      width={width}
      height={height}
      source={data}
      itemSpacing={8}
      minVizWidth={options.minVizWidth}
      minVizHeight={options.minVizHeight}
      maxVizHeight={options.maxVizHeight}
      orientation={options.orientation}
    />
  );
}

function Rows({ panel, data, width, height }) {
  const frame = data[0];
  const visible = {
    ...frame,
    fields: frame.fields.filter((field) => getFieldDisplayName(field, frame, data) !== 'Time'),
  };
  return (
    <TableNG
      data={visible}
      width={width}
      height={height}
      noHeader={false}
      cellHeight={panel.options.cellHeight}
      sortBy={panel.options.sortBy}
      getActions={() => []}
      structureRev={1}
    />
  );
}

function Lines({ panel, data, time, width, height }) {
  const range = { from: window.dateTime(time.from), to: window.dateTime(time.to) };
  return (
    <TimeSeries
      frames={data}
      structureRev={1}
      width={width}
      height={height}
      timeRange={{ ...range, raw: range }}
      timeZone="utc"
      legend={panel.options.legend}
      options={panel.options}
    />
  );
}

const KINDS = { stat: Stat, bargauge: Bars, table: Rows, timeseries: Lines };

export function PanelBody(props) {
  const Kind = KINDS[props.panel.type];
  if (!Kind) return <p>no drawing for {props.panel.type}</p>;
  const empty = props.data.every((frame) => frame.length === 0) || props.data.length === 0;
  if (empty) return <p data-empty>{props.panel.fieldConfig.defaults.noValue}</p>;
  return <Kind {...props} />;
}
