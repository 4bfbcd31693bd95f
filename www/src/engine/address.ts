// The worker's address, as the page's Trusted Types want it.
//
// The one policy of the element, `dateline`, passes exactly one address: that of our own worker file. A page that
// lists its policies without ours refuses, and the engine runs in the page instead.
import workerFile from './worker.ts?worker&url';

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): {
    createScriptURL(address: string): unknown;
  };
}

const address = new URL(workerFile, import.meta.url).href;

function onlyOurs(candidate: string): string {
  if (candidate !== address) throw new TypeError('Only the worker of dateline-viewer passes.');
  return candidate;
}

let trusted: unknown;

/** The address to give to `new Worker`. Throws where the page's policy forbids it. */
export function workerAddress(): URL {
  if (trusted === undefined) {
    const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
    trusted = factory
      ? factory.createPolicy('dateline', { createScriptURL: onlyOurs }).createScriptURL(address)
      : address;
  }
  return trusted as URL;
}
