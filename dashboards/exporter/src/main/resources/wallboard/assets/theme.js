/** Light or dark: as the system wishes, until the viewer chooses; the choice is remembered. */

const KEY = 'aftercare-theme';
const CHOICES = ['auto', 'light', 'dark'];
const WORDS = { auto: 'as system', light: 'light', dark: 'dark' };

/**
 * The theme to show.
 * @param {string} choice auto, light or dark
 * @param {boolean} systemIsDark
 * @returns {'light'|'dark'}
 */
export function themeOf(choice, systemIsDark) {
  if (choice === 'light' || choice === 'dark') {
    return choice;
  }
  return systemIsDark ? 'dark' : 'light';
}

/**
 * The choice after this one, round and round.
 * @param {string} choice
 */
export function nextChoice(choice) {
  return CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
}

/**
 * Makes a button switch the theme.
 * @param {HTMLButtonElement} button
 */
export function themeButton(button) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  let choice = remembered();
  const show = () => {
    document.documentElement.dataset.theme = themeOf(choice, system.matches);
    button.textContent = `Theme: ${WORDS[choice]}`;
    document.dispatchEvent(new Event('themechange'));
  };
  button.addEventListener('click', () => {
    choice = nextChoice(choice);
    remember(choice);
    show();
  });
  system.addEventListener('change', show);
  show();
}

function remembered() {
  try {
    const kept = localStorage.getItem(KEY);
    return CHOICES.includes(kept) ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

function remember(choice) {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Storage is forbidden here: the choice lasts as long as the page.
  }
}
