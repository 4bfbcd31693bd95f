// One fresh browser for one page at one size, and the memory of the process that renders it. The browser has a folder of its
// own on disk, for else Blobs of gigabytes would have to lie in memory.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';

const { CHROME, PATH = '' } = process.env;
const SIZE = { width: 1440, height: 900 };

/** As for the browser tests: CHROME, or Playwright's own; and a Chromium on the PATH where neither is there. */
function executable(): string | undefined {
  if (CHROME) return CHROME;
  if (existsSync(chromium.executablePath())) return undefined;
  return PATH.split(delimiter).map((folder) => join(folder, 'chromium')).find((file) => existsSync(file));
}

/** Frames come as soon as all of them is drawn, so that times are not multiples of 16.7 ms. */
const FLAGS = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export interface Opened {
  context: BrowserContext;
  page: Page;
  session: CDPSession;
  close(): Promise<void>;
}

export async function launch(scratch: string, vsync = false): Promise<Opened> {
  const folder = mkdtempSync(join(scratch, 'profile-'));
  const path = executable();
  const context = await chromium.launchPersistentContext(folder, {
    viewport: SIZE,
    ...(path ? { executablePath: path } : {}),
    chromiumSandbox: process.getuid?.() !== 0,
    args: vsync ? [] : FLAGS,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  const close = async () => {
    await context.close().catch(() => {});
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { context, page, session, close };
}

export interface Memory {
  /** Bytes. */
  resident: number;
  peak: number;
}

/** The number of the process that renders the page. */
export async function renderer({ context }: Opened): Promise<number | null> {
  const browser = context.browser();
  if (!browser) return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const busiest = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime);
  return busiest[0]?.id ?? null;
}

/** What the process has in memory now, after a collection of garbage, and had at most. Linux alone tells. */
export async function memory({ session }: Opened, process: number | null): Promise<Memory | null> {
  const file = `/proc/${process}/status`;
  if (process === null || !existsSync(file)) return null;
  const peak = field(readFileSync(file, 'utf8'), 'VmHWM');
  await session.send('HeapProfiler.collectGarbage');
  return { resident: field(readFileSync(file, 'utf8'), 'VmRSS'), peak };
}

const field = (status: string, name: string) => 1024 * Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? NaN);

/** Ticks of a second in which Linux counts processor time, for programs always. */
const TICK_MS = 10;

/** ms of processor time that all threads of the process took until now. */
export function processorTime(process: number | null): number {
  const file = `/proc/${process}/stat`;
  if (process === null || !existsSync(file)) return NaN;
  // The name of the program, which may hold spaces, ends with the last parenthesis; user and system time are 12th and 13th.
  const fields = readFileSync(file, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** The peak counts from now on. */
export function forgetPeak(process: number | null): void {
  const file = `/proc/${process}/clear_refs`;
  if (process !== null && existsSync(file)) writeFileSync(file, '5');
}
