import { keyed, make, setText } from './dom.js';
import { drawShare, shareBar } from './share.js';
import { counted, intervalWords, percent, plainly, whole } from './words.js';

const NAMES = {
  first_contact_resolution: 'Solved at the first contact',
  remote_resolution: 'Solved remotely',
  closed_loop: 'Closed loop',
  on_time_arrival: 'Engineers on time',
  repair_success: 'Repairs accepted at once',
  survey_completion: 'Surveys completed',
  complete_intake: 'Intake complete',
};

/**
 * A measure as it is called.
 * @param {string} measure
 */
export function measureWord(measure) {
  return NAMES[measure] ?? plainly(measure);
}

/**
 * The net promoter score with its n and interval; of no answer there is none.
 * @param {{n: number, score: number|null, low: number|null, high: number|null, promoters: number, detractors: number}} nps
 */
export function npsWords({ n, score, low, high, promoters, detractors }) {
  if (score === null) {
    return 'Net promoter score: – no answers';
  }
  return `Net promoter score: ${signed(score)} of ${counted(n, 'answer')} (95 %: ${signed(low)} to ${signed(high)}); ${counted(promoters, 'promoter')}, ${counted(detractors, 'detractor')}`;
}

const signed = (points) => `${points < 0 ? '−' : points > 0 ? '+' : ''}${Math.abs(Math.round(points))}`;

/**
 * Satisfaction in a line: the mean of all answers, never of bands or regions.
 * @param {{satisfaction: {n: number}[], satisfaction_mean: number|null}} quality
 */
export function satisfactionWords({ satisfaction, satisfaction_mean: mean }) {
  return mean === null ? 'no answers' : `mean ${mean.toFixed(1)} of 100, ${counted(satisfaction[0].n, 'answer')}`;
}

/**
 * Draws the measures, a row for each, against its goal.
 * @param {HTMLTableElement} table
 * @param {object[]} measures
 */
export function drawQuality(table, measures) {
  keyed(table.tBodies[0], measures, (each) => each.measure, measureRow, (node, each) => {
    drawShare(node.querySelector('.share'), { ratio: each.ratio, settled: each.n, target: each.goal }, 'goal');
    setText(node.querySelector('.interval'), intervalWords(each.low, each.high));
  });
}

function measureRow({ measure }) {
  const share = make('td', { cls: 'cell-share' }, shareBar(), make('span', { cls: 'allowed interval' }));
  return make('tr', {}, make('th', { scope: 'row', text: measureWord(measure) }), share);
}

/**
 * Draws the bands of satisfaction, each with its share of all answers.
 * @param {HTMLTableElement} table
 * @param {object[]} bands
 */
export function drawBands(table, bands) {
  keyed(table.tBodies[0], bands, (each) => each.band, bandRow, (node, each) => {
    const [, answers, share, interval] = node.cells;
    setText(answers, whole(each.answers));
    setText(share, each.ratio === null ? '–' : percent(each.ratio));
    setText(interval, intervalWords(each.low, each.high));
  });
}

const BANDS = { very_satisfied: 'from 90', satisfied: '80 to 89', neutral: '60 to 79', dissatisfied: 'under 60' };

function bandRow({ band }) {
  const name = make('th', { scope: 'row' }, make('span', { text: plainly(band) }), make('span', { cls: 'allowed', text: BANDS[band] ?? '' }));
  const number = () => make('td', { cls: 'number' });
  return make('tr', {}, name, number(), number(), number());
}
