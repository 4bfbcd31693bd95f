// The script that a page includes: registers <dateline-viewer>.
export * from './element/define.ts';
export type * from './engine/data.ts';
export type { Problem } from './engine/problem.ts';
export type { DataOptions, ImageOptions } from './engine/protocol.ts';
