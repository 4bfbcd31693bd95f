// The element's attributes, each also a property of the same name in camelCase; reflected one way, without loops.

/** Attributes with a text. */
export const TEXTS = ['src', 'reference-date', 'date-order', 'axis', 'evidence', 'counting', 'theme', 'from', 'to', 'country-languages', 'wasm-src', 'items-wasm-src', 'names-src'] as const;
/** Attributes that are there or not. */
export const FLAGS = ['no-worker'] as const;

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Gives a class a property for each attribute. */
export function reflect(target: typeof HTMLElement): void {
  for (const name of TEXTS) {
    Object.defineProperty(target.prototype, camel(name), {
      get(this: HTMLElement) {
        return this.getAttribute(name);
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
      configurable: true,
      enumerable: true,
    });
  }
  for (const name of FLAGS) {
    Object.defineProperty(target.prototype, camel(name), {
      get(this: HTMLElement) {
        return this.hasAttribute(name);
      },
      set(this: HTMLElement, value: unknown) {
        this.toggleAttribute(name, Boolean(value));
      },
      configurable: true,
      enumerable: true,
    });
  }
}

/** Properties that were set before the element was defined hide the accessors; they are set again. */
export function upgrade(element: HTMLElement, names: readonly string[]): void {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const values = element as unknown as Record<string, unknown>;
    const value = values[name];
    delete values[name];
    values[name] = value;
  }
}

export const PROPERTIES = [...TEXTS, ...FLAGS].map(camel);
