// Columns that grow row by row: numbers, offsets, dictionary codes in the smallest width.
//
// What `view` gives stays as it is while the column goes on growing: rows are only added.

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;
/** As typed arrays are made. */
type Kind<A extends Numbers> = new (length: number) => A;
export type Codes = Uint8Array | Uint16Array | Uint32Array;

const FIRST_ROWS = 1024;

function grown<A extends Numbers>(kind: Kind<A>, from: Numbers, used: number, wanted: number): A {
  const array = new kind(wanted);
  array.set(used === from.length ? from : from.subarray(0, used));
  return array;
}

/** Numbers of one kind. */
export class Growing<A extends Numbers> {
  #array: A;
  #length = 0;

  constructor(private readonly kind: Kind<A>) {
    this.#array = new kind(FIRST_ROWS);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#array.length) this.#array = grown(this.kind, this.#array, this.#length, this.#length * 2);
    this.#array[this.#length] = value;
    this.#length += 1;
  }

  view(): A {
    return this.#array.subarray(0, this.#length) as A;
  }
}

/** Positions that never fall, from 0; in eight bytes each only where four are too few. */
export class Offsets {
  #small: Growing<Uint32Array> | null = new Growing(Uint32Array);
  #large: Growing<Float64Array> | null = null;

  constructor() {
    this.push(0);
  }

  push(value: number): void {
    if (this.#small && value <= MAX_SMALL) return this.#small.push(value);
    this.#large ??= this.#widened();
    this.#large.push(value);
  }

  #widened(): Growing<Float64Array> {
    const large = new Growing(Float64Array);
    for (const value of this.#small?.view() ?? []) large.push(value);
    this.#small = null;
    return large;
  }

  view(): Uint32Array | Float64Array {
    return (this.#large ?? this.#small ?? new Growing(Uint32Array)).view();
  }
}

const MAX_SMALL = 2 ** 32 - 1;

const WIDTHS: [most: number, kind: Kind<Codes>][] = [
  [0xff, Uint8Array],
  [0xffff, Uint16Array],
  [0xffffffff, Uint32Array],
];

/** Values as codes of a dictionary; the largest code of a width means none. */
export class CodedColumn {
  readonly dictionary: string[] = [];
  readonly #known = new Map<string, number>();
  #width = 0;
  #codes: Codes = new Uint8Array(FIRST_ROWS);
  #length = 0;

  /** At most so many values are told apart; others are none. */
  constructor(private readonly most: number) {}

  /** The code of a value, which becomes one where it is new; null where there are too many. */
  code(value: string): number | null {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const code = this.dictionary.length;
    if (code >= this.most) return null;
    this.dictionary.push(value);
    this.#known.set(value, code);
    if (code >= this.#none) this.#widen();
    return code;
  }

  push(code: number | null): void {
    if (this.#length === this.#codes.length) this.#codes = grown(this.#kind, this.#codes, this.#length, this.#length * 2);
    this.#codes[this.#length] = code ?? this.#none;
    this.#length += 1;
  }

  get length(): number {
    return this.#length;
  }

  /** Codes and a dictionary that no longer grows. */
  view(): { codes: Codes; dictionary: string[] } {
    return { codes: this.#codes.subarray(0, this.#length), dictionary: this.dictionary.slice() };
  }

  get #none(): number {
    return WIDTHS[this.#width]?.[0] ?? MAX_SMALL;
  }

  get #kind(): Kind<Codes> {
    return WIDTHS[this.#width]?.[1] ?? Uint32Array;
  }

  #widen(): void {
    const before = this.#none;
    this.#width += 1;
    this.#codes = grown(this.#kind, this.#codes, this.#length, this.#codes.length);
    const none = this.#none;
    for (let at = 0; at < this.#length; at += 1) if (this.#codes[at] === before) this.#codes[at] = none;
  }
}
