/** As much of a document as the pages' drawing needs: elements hold text and attributes, and nothing makes markup of text. */
class Element {
  children = [];
  attributes = new Map();
  dataset = {};
  hidden = false;
  style = { setProperty: () => {} };
  #text = '';
  #classes = new Set();

  constructor(tag) {
    this.tagName = tag;
    this.classList = {
      toggle: (name, on) => (on ? this.#classes.add(name) : this.#classes.delete(name)),
      contains: (name) => this.#classes.has(name),
    };
  }

  set className(names) {
    this.#classes = new Set(names.split(' ').filter(Boolean));
  }

  set innerHTML(markup) {
    throw new Error(`markup: ${markup}`);
  }

  get textContent() {
    return this.children.length > 0 ? this.children.map((each) => each.textContent ?? each).join('') : this.#text;
  }

  set textContent(text) {
    this.children = [];
    this.#text = text;
  }

  append(...nodes) {
    this.children.push(...nodes.filter((each) => each !== ''));
  }

  insertBefore(node, before) {
    const rest = this.children.filter((each) => each !== node);
    rest.splice(before ? rest.indexOf(before) : rest.length, 0, node);
    this.children = rest;
  }

  replaceChildren(...nodes) {
    this.children = nodes;
  }

  contains() {
    return false;
  }

  setAttribute(name, value) {
    if (name === 'class') {
      this.className = value;
    }
    this.attributes.set(name, String(value));
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  removeAttribute(name) {
    this.attributes.delete(name);
  }

  get firstChild() {
    return this.children[0];
  }

  get lastChild() {
    return this.children.at(-1);
  }

  get lastElementChild() {
    return this.children.at(-1);
  }

  get cells() {
    return this.children;
  }

  /** Every element beneath this one. */
  all() {
    return this.children.filter((each) => each instanceof Element).flatMap((each) => [each, ...each.all()]);
  }

  /** Classes and tags, each beneath the one before. */
  querySelector(selector) {
    return selector.split(' ').reduce((place, part) => place?.all().find((each) => each.#is(part)) ?? null, this);
  }

  #is(part) {
    return part.startsWith('.') ? this.classList.contains(part.slice(1)) : this.tagName === part;
  }
}

export const fakeDocument = { createElement: (tag) => new Element(tag), createElementNS: (_, tag) => new Element(tag), activeElement: null };

/** A table with an empty body. */
export function fakeTable() {
  const body = new Element('tbody');
  body.parentElement = new Element('table');
  return { tBodies: [body] };
}
