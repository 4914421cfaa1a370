import { Choice } from './choice.js';
import { byId, setText, show } from './dom.js';
import { agentsWords, drawQueues } from './queues.js';
import { counted, whole } from './words.js';

/** The section of a region's queues: not there while no call and no agent of it is known. */
export class QueueBoard {
  #countUps;
  #queues = [];
  #definition = new Choice(/** @type {HTMLSelectElement} */ (byId('definition')), 'aftercare-definition', () => this.#draw());
  #window = new Choice(/** @type {HTMLSelectElement} */ (byId('service-window')), 'aftercare-window', () => this.#draw());

  /** @param {import('./countups.js').CountUps} countUps */
  constructor(countUps) {
    this.#countUps = countUps;
  }

  /**
   * Shows what a region says of its queues and agents.
   * @param {{queues: object[], queues_total: number, agents: object|null}} region
   */
  show({ queues, queues_total: total, agents }) {
    this.#queues = queues;
    show(byId('queues'), queues.length > 0 || agents !== null);
    show(byId('queues-panel'), queues.length > 0);
    show(byId('queues-choice'), queues.length > 0);
    show(byId('queues-note'), queues.length > 0);
    show(byId('agents'), agents !== null);
    setText(byId('agents'), agentsWords(agents));
    setText(byId('queues-count'), total > queues.length ? `${whole(queues.length)} of ${counted(total, 'queue')}: those with the longest waits` : '');
    this.#draw();
  }

  #draw() {
    const choice = { definition: this.#definition.value, window: this.#window.value };
    drawQueues(/** @type {HTMLTableElement} */ (byId('queues-table')), this.#queues, choice, this.#countUps);
  }
}
