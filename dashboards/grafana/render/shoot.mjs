import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

/**
 * Draws every dashboard from the answers of a real Prometheus and writes a picture of the first screen and of the whole.
 *   PROMETHEUS=http://127.0.0.1:9090 node shoot.mjs [--minutes 60] [--region metro] [--theme light] [--out shots]
 */
const here = dirname(fileURLToPath(import.meta.url));
const given = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const out = given('out', join(here, 'shots'));
const theme = given('theme', 'dark');
const only = given('only', '');
const SCREEN = { width: 1920, height: 1080 };

const server = await createServer({ root: here, configFile: join(here, 'vite.config.js') });
await server.listen();
const base = server.resolvedUrls.local[0];
const profile = mkdtempSync(join(tmpdir(), 'dashboards-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  viewport: SCREEN,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

let complaints = 0;
try {
  mkdirSync(out, { recursive: true });
  for (const file of readdirSync(join(here, '..', 'dashboards')).sort()) {
    const uid = file.replace('.json', '');
    if (!uid.includes(only)) continue;
    const page = await browser.newPage();
    page.on('console', (message) => {
      const text = message.text();
      if (text.startsWith('NO DATA') || message.type() === 'error') {
        complaints += 1;
        console.error(`${uid}: ${text.slice(0, 600)}`);
      }
    });
    page.on('pageerror', (error) => console.error(`${uid}: ${error.stack}`));
    const query = new URLSearchParams({ dashboard: uid, minutes: given('minutes', '60'), region: given('region', '.*'), theme });
    await page.goto(`${base}?${query}`, { timeout: 180_000 });
    await page.waitForFunction(
      () => {
        const panels = [...document.querySelectorAll('.panel')];
        return panels.length > 0 && panels.every((panel) => panel.dataset.ready === 'true');
      },
      undefined,
      { timeout: 180_000 },
    );
    await page.waitForTimeout(1500);
    const suffix = theme === 'dark' ? '' : `-${theme}`;
    await page.screenshot({ path: join(out, `${uid}${suffix}.png`) });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...SCREEN, height });
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(out, `${uid}${suffix}-whole.png`) });
    console.log(`${uid}: ${height} px high, in ${out}`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
}
process.exitCode = complaints === 0 ? 0 : 1;
