import { make, setText } from './dom.js';
import { shareWords } from './words.js';

/** A share met against its target: the words, and a bar with a mark at the target. */
export function shareBar() {
  const fill = make('span', { cls: 'share-fill' });
  const mark = make('span', { cls: 'share-mark' });
  const bar = make('span', { cls: 'share-bar', 'aria-hidden': 'true' }, fill, mark);
  const words = make('span', { cls: 'share-words' }, make('strong'), make('span', { cls: 'share-of' }), make('span', { cls: 'share-target' }));
  return make('span', { cls: 'share' }, words, bar);
}

/**
 * Shows a share.
 * @param {HTMLElement} place
 * @param {{ratio: number|null, settled: number, target: number|null}} share
 * @param {string} [noun] what the target is called
 */
export function drawShare(place, share, noun = 'target') {
  const words = shareWords(share, noun);
  const [said, bar] = place.children;
  const [value, of, target] = said.children;
  setText(value, words.value);
  setText(of, ` ${words.of}`);
  setText(target, `${words.under ? ' ▼ under ' : ' · '}${words.target}`);
  place.classList.toggle('is-under', words.under);
  place.classList.toggle('is-empty', share.ratio === null);
  place.classList.toggle('is-unjudged', share.target === null);
  bar.children[0].style.setProperty('--share', share.ratio ?? 0);
  bar.children[1].style.setProperty('--share', share.target ?? 0);
  bar.children[1].hidden = share.target === null;
}
