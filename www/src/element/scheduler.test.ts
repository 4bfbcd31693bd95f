import { describe, expect, test, vi } from 'vitest';
import type { Frame, Intent } from '../engine/protocol.ts';
import { merge, Scheduler } from './scheduler.ts';

function merged(...intents: Intent[]): Intent[] {
  const queue: Intent[] = [];
  for (const intent of intents) merge(queue, intent);
  return queue;
}

describe('what happens between two frames is merged', () => {
  test('steps of a motion add up', () => {
    expect(merged(['pan', 1, 0], ['pan', 2, 5])).toEqual([['pan', 3, 5]]);
    expect(merged(['zoom', 10, 2], ['zoom', 10, 3])).toEqual([['zoom', 10, 6]]);
  });

  test('of a position only the newest counts', () => {
    expect(merged(['point', 1, 1], ['point', 2, 2], ['point', 3, 3])).toEqual([['point', 3, 3]]);
  });

  test('the order of different things stays', () => {
    const intents: Intent[] = [['press', 1, 1], ['drag', 2, 2], ['release', 2, 2, 4]];
    expect(merged(...intents)).toEqual(intents);
    expect(merged(['zoom', 10, 2], ['zoom', 20, 2])).toHaveLength(2);
  });
});

test('while a frame is drawn no other is asked for, and nothing is lost', async () => {
  vi.stubGlobal('document', { hidden: true });
  const drawn: [Intent[], boolean][] = [];
  let finish = (_frame: Frame | null) => {};
  const scheduler = new Scheduler((intents, byUser) => {
    drawn.push([intents, byUser]);
    return new Promise((resolve) => (finish = resolve));
  });
  scheduler.push(['pan', 1, 0]);
  await vi.waitFor(() => expect(drawn).toHaveLength(1));
  scheduler.push(['pan', 1, 0], true);
  scheduler.push(['pan', 1, 0]);
  expect(drawn).toHaveLength(1);
  finish(null);
  await vi.waitFor(() => expect(drawn).toHaveLength(2));
  finish(null);
  await scheduler.idle();
  expect(drawn).toEqual([
    [[['pan', 1, 0]], false],
    [[['pan', 2, 0]], true],
  ]);
});

test('what nobody could see waits until it can be seen', async () => {
  vi.stubGlobal('document', { hidden: true });
  const drawn: Intent[][] = [];
  let visible = false;
  const draw = async (intents: Intent[]) => (drawn.push(intents), null);
  const scheduler = new Scheduler(draw, () => visible);
  scheduler.push(['pan', 1, 0]);
  await scheduler.idle();
  expect(drawn).toEqual([]);
  visible = true;
  scheduler.want();
  await scheduler.idle();
  expect(drawn).toEqual([[['pan', 1, 0]]]);
});
