// Workers that have said their first word, one of them kept ready.
//
// A worker takes longer to start than a report to be read. So a page with an empty viewer starts one while it is idle;
// whichever viewer loads first takes it.
import { wrap } from 'comlink';
import { workerAddress } from './address.ts';
import type { EngineHost } from './host.ts';

export interface Started {
  worker: Worker;
  host: EngineHost;
}

/** How long a worker may take to say its first word, in ms; its file comes over the network. */
const GREETING_MS = 20_000;

let spare: Promise<Started | null> | null = null;

/** Starts a worker for whoever wants one next. */
export function keepSpare(): void {
  spare ??= start();
}

/** A worker; null where the browser or the page's policy forbids one. */
export async function takeWorker(): Promise<Started | null> {
  const kept = spare;
  spare = null;
  return (await kept) ?? start();
}

async function start(): Promise<Started | null> {
  if (!('transferControlToOffscreen' in HTMLCanvasElement.prototype)) return null;
  let worker: Worker;
  try {
    worker = new Worker(workerAddress(), { type: 'module', name: 'dateline' });
  } catch {
    return null;
  }
  const host = wrap<EngineHost>(worker) as unknown as EngineHost;
  if (await greeted(worker, host)) return { worker, host };
  worker.terminate();
  return null;
}

function greeted(worker: Worker, host: EngineHost): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, GREETING_MS, false);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(false);
    }, { once: true });
    host.ping().then(resolve, () => resolve(false)).finally(() => clearTimeout(timer));
  });
}
