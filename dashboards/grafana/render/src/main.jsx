import { createTheme } from '@grafana/data';
import { GlobalStyles, ThemeContext } from '@grafana/ui';
import { createRoot } from 'react-dom/client';
import { Board } from './Board.jsx';

const dashboards = import.meta.glob('../../dashboards/*.json', { eager: true, import: 'default' });

const asked = new URLSearchParams(window.location.search);
const dashboard = Object.values(dashboards).find(({ uid }) => uid === asked.get('dashboard'));

const minutes = Number(asked.get('minutes') ?? 60);
const step = Math.max(5, Math.ceil((minutes * 60) / 300 / 5) * 5);
const to = Math.floor(Date.now() / 1000 / step) * step * 1000;
const time = { from: to - Math.floor((minutes * 60) / step) * step * 1000, to, step };

const values = {
  region: asked.get('region') ?? '.*',
  channel: '.*',
  priority: '.*',
  queue: '.*',
  category: '*',
  __range: `${minutes}m`,
  __rate_interval: `${Math.max(4 * 5, step + 5)}s`,
};

const theme = createTheme({ colors: { mode: asked.get('theme') ?? 'dark' } });

createRoot(document.getElementById('root')).render(
  <ThemeContext.Provider value={theme}>
    <GlobalStyles hackNoBackdropBlur isExtensionSidebarOpen={false} />
    <Board dashboard={dashboard} time={time} values={values} />
  </ThemeContext.Provider>,
);
