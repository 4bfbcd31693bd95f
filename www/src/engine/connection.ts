// One living engine, in a worker or in the page, and the news of its death.
//
// A worker dies by an error event, a missed heartbeat or a wasm trap. Its calls would then wait for ever; here they
// are refused, so that whoever waits can go on. A dead engine is never used again.
import { releaseProxy, transfer, type ProxyMethods } from 'comlink';
import { compiled, fileOf } from './compiled.ts';
import { watchPulse } from './heartbeat.ts';
import type { EngineHost } from './host.ts';
import { aborted, DatelineError, isAborted, isProblem, type Problem } from './problem.ts';
import type { EngineKind, Loaded, LoadOptions, Setup } from './protocol.ts';
import type { AnyCanvas } from './surface.ts';
import { takeWorker } from './worker-start.ts';

/** Characters that even a slow machine cuts into lines and blocks in one ms: that is done at one go. */
const CHARACTERS_A_MS = 1000;

export type Place = 'worker' | 'page';

export class Connection {
  #waiting = new Set<(reason: unknown) => void>();
  #over: unknown = null;
  /** How many ms longer than usual the worker may be silent. */
  #patience = 0;
  #stop: () => void = () => undefined;
  #setup: Setup | null = null;
  #started = new Map<EngineKind, Promise<void>>();

  private constructor(
    readonly place: Place,
    private readonly host: EngineHost,
    private readonly worker: Worker | null,
    private readonly onDeath: (problem: Problem) => void,
  ) {}

  /** Starts an engine in a worker, or in the page where none can be had or none is wanted. */
  static async open(setup: Setup, wanted: Place, onDeath: (problem: Problem) => void): Promise<Connection> {
    const connection = (wanted === 'worker' && (await openWorker(onDeath))) || (await openPage(onDeath));
    connection.#setup = setup;
    await connection.call((host) => host.start(setup));
    return connection;
  }

  static of(place: Place, host: EngineHost, worker: Worker | null, onDeath: (problem: Problem) => void): Connection {
    return new Connection(place, host, worker, onDeath);
  }

  /** Watches the worker from now on. */
  watch(): void {
    this.worker?.addEventListener('error', (event) => {
      event.preventDefault();
      this.#die(event.message || 'it stopped');
    });
    this.#stop = watchPulse(
      () => this.host.ping(),
      () => this.#die('it no longer answered'),
      () => this.#patience,
    );
  }

  /** Asks the engine something. Refused when it is or gets dead, or when the connection is closed. */
  call<T>(ask: (host: EngineHost) => Promise<T>): Promise<T> {
    if (this.#over) return Promise.reject(this.#over);
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      ask(this.host)
        .then(resolve, (error: unknown) => reject(this.#judge(error)))
        .finally(() => this.#waiting.delete(reject));
    });
  }

  /** Has an engine's code ready, which a load of that kind needs; the same page compiles it once. */
  ready(kind: EngineKind): Promise<void> {
    let starting = this.#started.get(kind);
    if (!starting) {
      starting = this.#begin(kind);
      this.#started.set(kind, starting);
      starting.catch(() => this.#started.delete(kind));
    }
    return starting;
  }

  async #begin(kind: EngineKind): Promise<void> {
    const address = fileOf(kind, this.#setup?.wasm[kind] ?? null);
    const [module] = await Promise.all([compiled(address), this.call((host) => host.prepare(kind))]);
    await this.call((host) => host.ready(kind, { address, module }));
  }

  /** Has a report read. A large one may keep the engine from answering for a while. */
  async load(text: string, options: LoadOptions): Promise<Loaded> {
    await this.ready('reports');
    return this.patiently(text.length / CHARACTERS_A_MS, (host) => host.load(text, options));
  }

  /** As `call`, while the engine may be silent for so many ms longer than usual. */
  async patiently<T>(ms: number, ask: (host: EngineHost) => Promise<T>): Promise<T> {
    this.#patience = ms;
    try {
      return await this.call(ask);
    } finally {
      this.#patience = 0;
    }
  }

  /** Hands the engine the canvas to draw on; a worker keeps it for good. */
  attach(canvas: HTMLCanvasElement): Promise<void> {
    if (this.place === 'page') return this.call((host) => host.attach(canvas));
    const surface: AnyCanvas = canvas.transferControlToOffscreen();
    return this.call((host) => host.attach(transfer(surface, [surface])));
  }

  /** Ends the engine; whoever waits is told with an AbortError. */
  close(): void {
    this.#end(aborted());
  }

  /** A problem is an answer; any other error comes from inside the engine, and what comes after it cannot be trusted. */
  #judge(error: unknown): unknown {
    if (isProblem(error)) return new DatelineError(error);
    if (isAborted(error) || this.#over) return this.#over ?? error;
    this.#die(error instanceof Error ? error.message : String(error));
    return this.#over;
  }

  #die(cause: string): void {
    if (this.#over) return;
    const problem = new DatelineError({
      code: 'engine-failed',
      message: `The engine failed: ${cause}.`,
      fix: 'The text is kept. Load it again, or reload the page.',
    });
    this.#end(problem);
    this.onDeath(problem.toJSON());
  }

  #end(reason: unknown): void {
    if (this.#over) return;
    this.#over = reason;
    this.#stop();
    // Else comlink keeps the worker, with all that waits for it, for as long as the page lives.
    if (this.worker) (this.host as unknown as Partial<ProxyMethods>)[releaseProxy]?.();
    this.worker?.terminate();
    for (const refuse of this.#waiting) refuse(this.#over);
    this.#waiting.clear();
  }
}

async function openPage(onDeath: (problem: Problem) => void): Promise<Connection> {
  const { EngineHost } = await import('./host.ts');
  return Connection.of('page', new EngineHost(), null, onDeath);
}

/** A watched worker; null where none can be had. */
async function openWorker(onDeath: (problem: Problem) => void): Promise<Connection | null> {
  const started = await takeWorker();
  if (!started) return null;
  const connection = Connection.of('worker', started.host, started.worker, onDeath);
  connection.watch();
  return connection;
}
