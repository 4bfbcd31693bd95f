// Where a reader of a format puts its rows, and where it asks whether it may go on.
import type { ColumnsBuilder } from './columns-builder.ts';

export interface Sink {
  readonly builder: ColumnsBuilder;
  /**
   * Called after every few rows with how many bytes are read: lets others have their turn when it is time. False when
   * the reader shall stop and what is there is kept. Throws where the load is given up.
   */
  rest(done: number): Promise<boolean>;
}
