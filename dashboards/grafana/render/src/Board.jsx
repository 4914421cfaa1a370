import { dateTime } from '@grafana/data';
import { Icon, PanelChrome, useTheme2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { prepared } from './fields.js';
import { PanelBody } from './panels.jsx';
import { frames } from './prometheus.js';

window.dateTime = dateTime;

const WIDTH = 1920;
const MARGIN = 16;
const GAP = 8;
const UNIT = 30;
const COLUMN = (WIDTH - 2 * MARGIN + GAP) / 24;

const place = ({ x, y, w, h }) => ({
  position: 'absolute',
  left: MARGIN + x * COLUMN,
  top: y * (UNIT + GAP),
  width: w * COLUMN - GAP,
  height: h * (UNIT + GAP) - GAP,
});

function Panel({ panel, time, values }) {
  const theme = useTheme2();
  const [state, setState] = useState({});
  useEffect(() => {
    Promise.all(panel.targets.map((target) => frames(target, panel, time, values)))
      .then((answers) => prepared(panel, answers.flat(), theme))
      .then((data) => setState({ data }))
      .catch((error) => {
        console.error(`${panel.title}: ${error.stack}`);
        setState({ error });
      });
  }, []);
  const box = place(panel.gridPos);
  return (
    <div style={box} className="panel" data-ready={Boolean(state.data || state.error)}>
      <PanelChrome title={panel.title} description={panel.description} width={box.width} height={box.height}>
        {(width, height) =>
          state.error ? (
            <pre>{String(state.error)}</pre>
          ) : state.data ? (
            <PanelBody panel={panel} data={state.data} theme={theme} time={time} width={width} height={height} />
          ) : null
        }
      </PanelChrome>
    </div>
  );
}

/** The bar of variables and links, as text: this is a picture, not Grafana. */
function Controls({ dashboard, values }) {
  const theme = useTheme2();
  const chip = {
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: 2,
    padding: '4px 8px',
    marginRight: 8,
    background: theme.colors.background.secondary,
  };
  return (
    <div style={{ padding: `12px ${MARGIN}px`, display: 'flex', alignItems: 'center' }}>
      <strong style={{ fontSize: 18, marginRight: 24 }}>{dashboard.title}</strong>
      {dashboard.templating.list.map((variable) => (
        <span key={variable.name} style={chip}>
          {variable.label}: {values[variable.name] === '.*' ? 'All' : (values[variable.name] ?? variable.current?.text ?? 'Prometheus')}
        </span>
      ))}
      <span style={{ flex: 1 }} />
      {dashboard.links.map((link) => (
        <span key={link.title} style={chip}>
          {link.title} <Icon name="external-link-alt" />
        </span>
      ))}
    </div>
  );
}

export function Board({ dashboard, time, values }) {
  const theme = useTheme2();
  const rows = Math.max(...dashboard.panels.map(({ gridPos }) => gridPos.y + gridPos.h));
  return (
    <div style={{ background: theme.colors.background.canvas, color: theme.colors.text.primary, minHeight: 1080 }}>
      <Controls dashboard={dashboard} values={values} />
      <div style={{ position: 'relative', height: rows * (UNIT + GAP) + MARGIN }}>
        {dashboard.panels.map((panel) =>
          panel.type === 'row' ? (
            <div key={panel.id} style={{ ...place(panel.gridPos), fontWeight: 500, lineHeight: '30px' }}>
              <Icon name="angle-down" /> {panel.title}
            </div>
          ) : (
            <Panel key={panel.id} panel={panel} time={time} values={values} />
          ),
        )}
      </div>
    </div>
  );
}
