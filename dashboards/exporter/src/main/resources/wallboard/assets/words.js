/** Figures and names as words. */

const LEVELS = { critical: 'Critical', warning: 'Warning', ok: 'OK', quiet: 'Quiet', silent: 'Silent' };

/**
 * The word for a level.
 * @param {string} level
 */
export function levelWord(level) {
  return LEVELS[level] ?? level;
}

/**
 * A level that the pages can draw; one they do not know is drawn as a warning, never as fine.
 * @param {string} level
 */
export function knownLevel(level) {
  return level in LEVELS ? level : 'warning';
}

/**
 * A name of the contract in words: post_service_follow_up is "post service follow up".
 * @param {string|null} name
 */
export function plainly(name) {
  return name ? name.replaceAll('_', ' ') : '';
}

/**
 * A whole number with narrow spaces between thousands.
 * @param {number} number
 */
export function whole(number) {
  return Math.round(number).toString().replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/**
 * A share in per cent with one decimal, cut off: 79.96 % is never shown as the 80 % it has not reached.
 * @param {number} ratio 0..1
 */
export function percent(ratio) {
  const tenths = Math.floor(ratio * 1000 + 1e-6);
  return tenths % 10 === 0 ? `${tenths / 10} %` : `${(tenths / 10).toFixed(1)} %`;
}

/**
 * Where a share lies with 95 % confidence, in whole per cent, never narrower than it is; nothing if nobody can tell.
 * @param {number|null} low 0..1
 * @param {number|null} high 0..1
 */
export function intervalWords(low, high) {
  return low === null || high === null ? '' : `95 %: ${Math.floor(low * 100 + 1e-6)} to ${Math.ceil(high * 100 - 1e-6)} %`;
}

/**
 * A count and its noun.
 * @param {number} number
 * @param {string} one
 * @param {string} [many]
 */
export function counted(number, one, many = `${one}s`) {
  return `${whole(number)} ${number === 1 ? one : many}`;
}

/**
 * Whether a share is under its target; false where there is no share or no target.
 * @param {number|null} ratio
 * @param {number|null} target
 */
export function isUnder(ratio, target) {
  return ratio !== null && target !== null && ratio < target;
}

/**
 * A share against its target, with the n it is made of.
 * @param {{ratio: number|null, settled: number, target: number|null}} share
 * @param {string} [noun] what the target is called
 * @returns {{value: string, of: string, target: string, under: boolean}}
 */
export function shareWords({ ratio, settled, target }, noun = 'target') {
  return {
    value: ratio === null ? '–' : percent(ratio),
    of: ratio === null ? 'none settled' : `of ${whole(settled)}`,
    target: target === null ? `no ${noun}` : `${noun} ${percent(target)}`,
    under: isUnder(ratio, target),
  };
}

/**
 * A policy as it is cited: id and version.
 * @param {string|null} id
 * @param {number|null} version
 */
export function policyName(id, version) {
  return id ? `${id}@${version}` : 'no policy';
}

const CALLBACK = 'callback';

/**
 * Whether clocks are those of a contact: a callback was promised to it, and there is no ticket.
 * @param {{sla: string}[]} clocks
 */
export function isOfContact(clocks) {
  return clocks.length > 0 && clocks.every((clock) => clock.sla === CALLBACK);
}

/**
 * What a clock is of, where one line must say it.
 * @param {string} id of the ticket, or of the contact
 * @param {string} sla
 */
export function clockOf(id, sla) {
  return sla === CALLBACK ? `callback of contact ${id}` : `${id}, ${plainly(sla)}`;
}
