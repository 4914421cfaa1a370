import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { pipeline } from './dashboards/pipeline.js';
import { region } from './dashboards/region.js';
import { regions } from './dashboards/regions.js';
import { wallboard } from './dashboards/wallboard.js';

const directory = join(dirname(fileURLToPath(import.meta.url)), '..', 'dashboards');

const text = (of: dashboard.Dashboard): string => `${JSON.stringify(of, null, 2)}\n`;

/** Writes the dashboards; with --check it only compares, and fails when a file is not what this code makes. */
function generate(check: boolean): number {
  const made = new Map([wallboard(), regions(), region(), pipeline()].map((each) => [`${each.uid}.json`, text(each)]));
  const wrong: string[] = [];
  for (const [name, right] of made) {
    const file = join(directory, name);
    if (check) {
      if (!existsSync(file) || readFileSync(file, 'utf8') !== right) wrong.push(`${name} is not what the code makes`);
    } else {
      mkdirSync(directory, { recursive: true });
      writeFileSync(file, right);
    }
  }
  for (const name of existsSync(directory) ? readdirSync(directory) : []) {
    if (!made.has(name)) wrong.push(`${name} is made by nobody`);
  }
  wrong.forEach((each) => console.error(`dashboards/${each}; run: npm run generate`));
  return wrong.length === 0 ? 0 : 1;
}

process.exitCode = generate(process.argv.includes('--check'));
