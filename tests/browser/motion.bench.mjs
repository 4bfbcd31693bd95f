// How smoothly the picture moves: real wheel, drag and keys in Chromium, frames counted where they are presented.
//
//   npm run motion --workspace tests/browser [-- report.txt …]
//
// Needs the built site (`cargo xtask build`); CHROME names the browser. Not a test: it prints figures and judges
// nothing. A frame counts when the canvas has new pixels: the worker's own animation frames are watched for draws, and
// the compositor's trace for frames that it presented or dropped. One line for each report and motion:
//
// - fps: pictures drawn a second while the motion lasts; gap p50/p95: ms between two of them
// - work p95: ms of the worker's time that a picture takes; late p95: ms from an input event to its picture
// - long: tasks of more than 50 ms on the page's main thread; dropped: frames that the compositor could not present
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PORT = 4174;
const url = process.env.DATELINE_URL ?? `http://127.0.0.1:${PORT}/`;
const MOTION_MS = 4000;
/** A mouse tells where it is about so often. */
const INPUT_MS = 8;
const SIZE = { width: 1440, height: 900 };

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts the server where none was named; gives what stops it. */
async function serve() {
  if (process.env.DATELINE_URL) return () => {};
  const args = ['xtask', 'serve', '--no-build', '--no-open', '--port', String(PORT)];
  const server = spawn('cargo', args, { cwd: root, stdio: 'ignore', detached: true });
  for (let turn = 0; turn < 300 && !(await fetch(url).then(() => true, () => false)); turn += 1) await sleep(200);
  return () => process.kill(-server.pid);
}

/** In the page: when input came, when frames were asked for, which tasks were long. All times in ms since 1970. */
function watchPage() {
  const told = (globalThis.told = { inputs: [], posts: [], long: [] });
  const now = () => performance.timeOrigin + performance.now();
  for (const type of ['pointermove', 'wheel', 'keydown']) {
    addEventListener(type, (event) => told.inputs.push(performance.timeOrigin + event.timeStamp), { capture: true, passive: true });
  }
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.path?.[0] === 'frame') told.posts.push(now());
    return postMessage.call(this, message, ...rest);
  };
  new PerformanceObserver((list) => told.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
}

/** In the worker: when a picture was drawn, and how long the message that asked for it took. */
function watchWorker() {
  const drawn = (globalThis.drawn = []);
  const now = () => performance.timeOrigin + performance.now();
  const { prototype } = OffscreenCanvasRenderingContext2D;
  const { clearRect } = prototype;
  let draws = false;
  prototype.clearRect = function (...box) {
    draws = true;
    return clearRect.apply(this, box);
  };
  // The engine's own listener came first and is done.
  addEventListener('message', ({ timeStamp }) => {
    if (draws) drawn.push({ at: now(), work: performance.now() - timeStamp });
    draws = false;
  });
}

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? NaN;

/** What the reader does, one input event a turn. */
const MOTIONS = {
  'drag': {
    begin: (page, box) => page.mouse.move(box.x + 700, box.y + 66).then(() => page.mouse.down()),
    turn: (page, box, at) => page.mouse.move(box.x + 700 + 300 * Math.sin(at / 40), box.y + 66),
    end: (page) => page.mouse.up(),
  },
  'wheel, zoom': {
    begin: (page, box) => page.mouse.move(box.x + 600, box.y + 66).then(() => page.keyboard.down('Control')),
    turn: (page, _box, at) => page.mouse.wheel(0, Math.sin(at / 40) * -6),
    end: (page) => page.keyboard.up('Control'),
  },
  'wheel, pan': {
    begin: (page, box) => page.mouse.move(box.x + 600, box.y + 66),
    turn: (page, _box, at) => page.mouse.wheel(Math.sin(at / 40) * 4, 0),
    end: async () => {},
  },
  'keys': {
    begin: (page) => page.locator('dateline-viewer .figure').focus().then(() => page.keyboard.down('Shift')),
    turn: async (page, _box, at) => at % 2 === 0 && page.keyboard.press(at % 20 < 10 ? 'ArrowRight' : 'ArrowLeft'),
    end: (page) => page.keyboard.up('Shift'),
  },
};

async function move(page, { begin, turn, end }) {
  const box = await page.locator('dateline-viewer .surface').boundingBox();
  await begin(page, box);
  const start = Date.now();
  const sent = [];
  for (let at = 0; Date.now() - start < MOTION_MS; at += 1) {
    sent.push(turn(page, box, at));
    await sleep(Math.max(0, start + at * INPUT_MS - Date.now()));
  }
  await Promise.all(sent);
  await end(page);
}

/** How many frames the display showed, by the trace. */
async function traced(browser, page, act) {
  await browser.startTracing(page, { categories: ['viz', 'disabled-by-default-devtools.timeline.frame'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const named = (name) => traceEvents.filter((event) => event.name === name && event.ph !== 'E').length;
  return { shown: named('Display::DrawAndSwap'), dropped: named('DroppedFrame') };
}

async function measure(browser, page, motion) {
  const [worker] = page.workers();
  await page.evaluate(() => Object.values(globalThis.told).forEach((list) => (list.length = 0)));
  await worker.evaluate(() => (globalThis.drawn.length = 0));
  const { shown, dropped } = await traced(browser, page, () => move(page, motion));
  const drawn = await worker.evaluate(() => globalThis.drawn);
  const { inputs, posts, long } = await page.evaluate(() => globalThis.told);
  const [first, last] = [inputs[0], inputs.at(-1)];
  const during = drawn.filter(({ at }) => at >= first && at <= last);
  const gaps = during.slice(1).map(({ at }, index) => at - during[index].at);
  const after = (times, then) => times.find((time) => time >= then);
  const ends = during.map(({ at }) => at);
  const late = inputs.map((then) => (after(ends, after(posts, then) ?? Infinity) ?? NaN) - then).filter(Number.isFinite);
  const seconds = (last - first) / 1000;
  const ms = (value) => value.toFixed(1);
  return [
    (inputs.length / seconds).toFixed(0), ((during.length - 1) / seconds).toFixed(1), (shown / (MOTION_MS / 1000)).toFixed(1),
    ms(quantile(gaps, 0.5)), ms(quantile(gaps, 0.95)), ms(quantile(during.map(({ work }) => work), 0.95)),
    ms(quantile(late, 0.95)), String(long.length), String(dropped),
  ];
}

const HEAD = ['report', 'motion', 'inputs/s', 'fps', 'shown/s', 'gap p50', 'gap p95', 'work p95', 'late p95', 'long', 'dropped'];
const row = (cells) => console.log(`| ${cells.join(' | ')} |`);

/** Half of the time in view, so that there is somewhere to go. */
async function middle() {
  const viewer = document.querySelector('dateline-viewer');
  await viewer.fit();
  const { start, end } = viewer.window;
  await viewer.setWindow(start + (end - start) / 4, end - (end - start) / 4);
}

async function bench(browser, name, text) {
  const page = await browser.newPage({ viewport: SIZE });
  await page.addInitScript(watchPage);
  await page.goto(url);
  await page.waitForFunction(() => customElements.get('dateline-viewer'));
  await page.evaluate(() => document.querySelector('dateline-viewer').ready);
  await page.workers()[0].evaluate(watchWorker);
  if (text !== null) await page.evaluate((report) => document.querySelector('dateline-viewer').load(report), text);
  await page.waitForTimeout(500);
  for (const [motion, acts] of Object.entries(MOTIONS)) {
    await page.evaluate(middle);
    row([name, motion, ...(await measure(browser, page, acts))]);
  }
  await page.close();
}

const stop = await serve();
const browser = await chromium.launch(process.env.CHROME ? { executablePath: process.env.CHROME } : {});
try {
  row(HEAD);
  row(HEAD.map(() => '---'));
  await bench(browser, 'sample', null);
  for (const file of process.argv.slice(2)) await bench(browser, basename(file, '.txt'), readFileSync(file, 'utf8'));
} finally {
  await browser.close();
  stop();
}
