// How much data is taken, and in what portions. Above these a load is refused, with the advice what to do.

export const KIB = 1024;
export const MIB = 1024 * KIB;
export const GIB = 1024 * MIB;

/** Items of one load: their columns then take most of what a page may hold. */
export const MOST_ITEMS = 20_000_000;
/** Bytes of one file that is read piece by piece. */
export const MOST_BYTES = 16 * GIB;
/** Bytes of an Arrow file, which is held whole while it is read. */
export const MOST_ARROW_BYTES = 1.5 * GIB;
/** Characters of one row: longer ones are hardly data, and would be held whole. */
export const MOST_ROW = 16 * MIB;
/** Characters of one text that are kept; nobody reads more on a timeline. */
export const MOST_TEXT = 64 * KIB;
/** Different values of one column; more of them are no categories. */
export const MOST_VALUES = 1_000_000;

/** Bytes of a file that are asked for at once. */
export const READ_BYTES = 1 * MIB;
/** Bytes that are parsed before the clock is looked at. */
export const PIECE_BYTES = 32 * KIB;
/** Rows of a table in memory that are read before the clock is looked at. */
export const PIECE_ROWS = 512;
/** How long work goes on before others have their turn, in ms. */
export const SLICE_MS = 8;

/** The first picture is shown after so many items or so many ms, whichever comes first, and then whenever there are twice as many. */
export const FIRST_ITEMS = 20_000;
export const FIRST_MS = 300;

/** Bytes of one page of texts. */
export const PAGE_BYTES = 1 * MIB;
/** Bytes of texts in memory; older pages are put into Blobs, which the browser may put on a disk. */
export const PAGES_IN_MEMORY = 256 * MIB;
/** Bytes of a Blob of pages. */
export const BLOB_BYTES = 64 * MIB;
/** Bytes of a Blob that are read at once, and how many such blocks are kept. */
export const BLOCK_BYTES = 256 * KIB;
export const MOST_BLOCKS = 128;
/** A shorter stretch that is in no block held is read by itself. */
export const ALONE_BYTES = 16 * KIB;
/** A Blob of texts that is read whole where it cannot be read in parts. */
export const MOST_WHOLE = 512 * MIB;
