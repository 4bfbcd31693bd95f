// Keeps one engine alive: opens it when first needed, and replaces it when it died.
//
// A new engine knows nothing; `prepare` gives it a canvas and all that its forerunner had. An engine that dies again
// and again is given up, so that a report which breaks it cannot keep the page busy for ever.
import { Connection, type Place } from '../engine/connection.ts';
import type { EngineHost } from '../engine/host.ts';
import { DatelineError, type Problem } from '../engine/problem.ts';
import type { Loaded, LoadOptions, Setup } from '../engine/protocol.ts';

/** So many restarts within so many ms are borne. */
const MAX_RESTARTS = 3;
const RESTART_SPAN_MS = 60_000;

export interface Care {
  /** Where the engine shall run, and with what. */
  setup(): { setup: Setup; place: Place };
  /** Gives a new engine its canvas, and what its forerunner had. */
  prepare(connection: Connection): Promise<void>;
  /** A dead engine was replaced. */
  restarted(problem: Problem): void;
  /** There is no engine any more. */
  gaveUp(problem: Problem): void;
}

export class Keeper {
  #opened: Promise<Connection> | null = null;
  #current: Connection | null = null;
  #deaths: number[] = [];
  #generation = 0;

  constructor(private readonly care: Care) {}

  /** The engine, opened when there is none. */
  open(): Promise<Connection> {
    this.#opened ??= this.#start(this.#generation);
    this.#opened.catch(() => {
      this.#opened = null;
    });
    return this.#opened;
  }

  /** Asks the engine something; a death on the way is thrown as `engine-failed`. */
  async call<T>(ask: (host: EngineHost) => Promise<T>): Promise<T> {
    return (await this.open()).call(ask);
  }

  /** Has a report read; as `call`. */
  async load(text: string, options: LoadOptions): Promise<Loaded> {
    return (await this.open()).load(text, options);
  }

  /** Where the engine runs; null while there is none. */
  get place(): Place | null {
    return this.#current?.place ?? null;
  }

  /** Ends the engine. The next question opens a new one. */
  close(): void {
    this.#generation += 1;
    this.#current?.close();
    this.#current = null;
    this.#opened = null;
  }

  async #start(generation: number): Promise<Connection> {
    const { setup, place } = this.care.setup();
    const connection = await Connection.open(setup, place, (problem) => this.#died(problem, generation));
    if (generation !== this.#generation) {
      connection.close();
      return this.open();
    }
    this.#current = connection;
    await this.care.prepare(connection);
    return connection;
  }

  #died(problem: Problem, generation: number): void {
    if (generation !== this.#generation) return;
    const inPage = this.#current?.place === 'page';
    this.close();
    if (inPage || this.#tooOften()) {
      this.care.gaveUp(problem);
      return;
    }
    this.open().then(
      () => this.care.restarted(restarted(problem)),
      (error: unknown) => this.care.gaveUp(error instanceof DatelineError ? error.toJSON() : problem),
    );
  }

  #tooOften(): boolean {
    const now = performance.now();
    this.#deaths = [...this.#deaths.filter((then) => now - then < RESTART_SPAN_MS), now];
    return this.#deaths.length > MAX_RESTARTS;
  }
}

function restarted(problem: Problem): Problem {
  return {
    code: 'engine-restarted',
    message: `${problem.message} A new one was started with the same text.`,
    fix: 'Nothing is lost. If it happens again with this report, tell us the report and the browser.',
  };
}
