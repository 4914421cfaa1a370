/** Asks an address again and again while the page is seen; sooner when it comes back into view. */

const EVERY_MS = 5000;
const LIMIT_MS = 15_000;

/**
 * @param {string} address
 * @param {(body: object) => void} onData
 * @param {(refusal: {status: number, code: string, message: string}) => void} onRefused
 * @param {(phase: 'polling'|'lost') => void} onPhase
 */
export function poll(address, onData, onRefused, onPhase) {
  let timer = 0;
  let busy = false;
  const ask = async () => {
    clearTimeout(timer);
    if (busy || document.hidden) {
      return;
    }
    busy = true;
    try {
      await once(address, onData, onRefused, onPhase);
    } finally {
      busy = false;
      timer = setTimeout(ask, EVERY_MS);
    }
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}

async function once(address, onData, onRefused, onPhase) {
  let answer;
  let body;
  try {
    answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(LIMIT_MS) });
    body = await answer.json();
  } catch {
    onPhase('lost');
    return;
  }
  onPhase('polling');
  if (answer.ok) {
    onData(body);
  } else {
    onRefused({ status: answer.status, code: body?.error?.code ?? '', message: body?.error?.message ?? '' });
  }
}
