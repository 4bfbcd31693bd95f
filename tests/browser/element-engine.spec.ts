// The engine under the element: where it runs, how it dies, and what is left when it does. It is killed from outside.

import { expect, test, type Page, type Worker } from '@playwright/test';
import { listenForComplaints, openSample, said, STRICT } from './element';

/** Longer than the heartbeat needs to notice. */
const NOTICED_MS = 20_000;

/** The state that a new engine must take over. */
async function explore(page: Page) {
  return page.evaluate(async () => {
    viewer.filter = { kinds: ['report'] };
    await viewer.setWindow('2022-12', '2022-12');
    viewer.selection = [(await viewer.items())[0]?.id ?? ''];
    await viewer.painted();
  });
}

function state(page: Page) {
  return page.evaluate(async () => {
    await viewer.painted();
    const { summary, filter, window, selection, report } = viewer;
    return { summary, filter, window, selection, report, items: await viewer.items() };
  });
}

async function newWorker(page: Page, after: Worker): Promise<void> {
  await expect.poll(() => page.workers().some((worker) => worker !== after), { timeout: NOTICED_MS }).toBe(true);
}

async function survives(page: Page, kill: (worker: Worker) => void): Promise<void> {
  await openSample(page);
  await explore(page);
  const before = await state(page);
  const [worker] = page.workers();
  if (!worker) throw new Error('The engine runs in no worker.');
  kill(worker);
  await newWorker(page, worker);
  await expect.poll(() => said(page), { timeout: NOTICED_MS }).toContain('error');

  const problem = await page.evaluate(() => globalThis.said.find(({ name }) => name === 'error')?.detail);
  expect(problem).toMatchObject({ code: 'engine-restarted' });
  await expect(page.getByRole('alert')).toContainText(String(problem?.message));
  expect(await state(page)).toEqual(before);
  expect(await page.evaluate(() => viewer.sourceText([0, 1e6]).length)).toBeGreaterThan(1000);
}

test('a worker that throws is replaced, and nothing is lost', async ({ page }) => {
  await survives(page, (worker) => {
    void worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by a test');
      });
    });
  });
});

test('a worker that hangs is replaced, and nothing is lost', async ({ page }) => {
  await survives(page, (worker) => {
    worker
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
  });
});

test('a worker that closes itself is replaced, and nothing is lost', async ({ page }) => {
  await survives(page, (worker) => void worker.evaluate(() => self.close()).catch(() => undefined));
});

test('an engine that dies again and again is given up, and the text stays readable', async ({ page }) => {
  await openSample(page);
  for (let death = 0; death < 4; death += 1) {
    const worker = page.workers()[0];
    if (!worker) throw new Error(`There is no worker to kill for the ${death + 1}th time.`);
    const errors = (await said(page)).filter((name) => name === 'error').length;
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by a test');
      });
    });
    await expect.poll(async () => (await said(page)).filter((name) => name === 'error').length).toBe(errors + 1);
  }
  const codes = await page.evaluate(() => globalThis.said.filter(({ name }) => name === 'error').map(({ detail }) => detail.code));
  expect(codes).toEqual(['engine-restarted', 'engine-restarted', 'engine-restarted', 'engine-failed']);
  await expect(page.locator('dateline-viewer .kept')).toContainText('Lachin corridor');
});

test('in the page and in a worker the engine says the same', async ({ page }) => {
  await openSample(page);
  await explore(page);
  expect(page.workers()).toHaveLength(1);
  const inWorker = await state(page);
  await openSample(page, 'no-worker');
  await explore(page);
  expect(page.workers()).toHaveLength(0);
  expect(await state(page)).toEqual(inWorker);
});

test('a strict policy is enough, and nothing complains', async ({ page }) => {
  const quiet = listenForComplaints(page);
  await openSample(page, '', `${STRICT}; trusted-types dateline`);
  expect(page.workers()).toHaveLength(1);
  quiet();
});

test('a policy that forbids the element’s own, or any worker, gets the engine in the page', async ({ page }) => {
  for (const policy of [`${STRICT}; trusted-types 'none'`, `${STRICT}; worker-src 'none'`]) {
    await openSample(page, '', policy);
    expect(page.workers()).toHaveLength(0);
    expect(await page.evaluate(() => viewer.summary.items)).toBeGreaterThan(40);
  }
});

test('an element that is moved keeps its report; one that is taken out and put back gets it again', async ({ page }) => {
  await openSample(page);
  const before = await page.evaluate(() => viewer.summary);
  await page.evaluate(async () => {
    document.body.append(document.createElement('main'));
    document.querySelector('main')?.append(viewer);
    await viewer.painted();
  });
  expect(await page.evaluate(() => viewer.summary)).toEqual(before);
  await page.evaluate(async () => {
    viewer.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  await expect.poll(() => page.workers().length).toBe(0);
  await page.evaluate(() => document.body.append(viewer));
  await expect.poll(() => page.workers().length).toBe(1);
  await expect.poll(() => page.evaluate(async () => (await viewer.items()).length)).toBe(before.items);
});
