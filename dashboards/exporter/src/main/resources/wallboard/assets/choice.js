/** What a reader chose in a list of a page; remembered, where the browser allows that. */
export class Choice {
  #select;
  #key;

  /**
   * @param {HTMLSelectElement} select its first option is the default
   * @param {string} key under which it is remembered
   * @param {() => void} onChange
   */
  constructor(select, key, onChange) {
    this.#select = select;
    this.#key = key;
    const kept = this.#kept();
    if ([...select.options].some((each) => each.value === kept)) {
      select.value = kept;
    }
    select.addEventListener('change', () => {
      this.#keep();
      onChange();
    });
  }

  /** The value chosen. */
  get value() {
    return this.#select.value;
  }

  #kept() {
    try {
      return localStorage.getItem(this.#key);
    } catch {
      return null;
    }
  }

  #keep() {
    try {
      localStorage.setItem(this.#key, this.#select.value);
    } catch {
      // Storage is forbidden here: the choice lasts as long as the page.
    }
  }
}
