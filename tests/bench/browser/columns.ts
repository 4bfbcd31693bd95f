// The public shape of items as columns, as far as the generator fills it. Types only: what a page outside of the project
// would write down from the documentation.

export interface Coded {
  codes: Uint8Array<ArrayBuffer>;
  dictionary: string[];
}

export interface ItemColumns {
  format: 'columns';
  version: 1;
  length: number;
  /** ms since 1970-01-01 UTC */
  start: Float64Array<ArrayBuffer>;
  /** bit 0: state media */
  flags: Uint8Array<ArrayBuffer>;
  section: Coded;
  outlet: Coded;
  language: Coded;
  kind: Coded;
  countries: Coded & { offsets: Uint32Array<ArrayBuffer> };
  /** Left out where a page is given no texts. */
  text?: { offsets: Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>; bytes: Uint8Array<ArrayBuffer> | Blob };
}
