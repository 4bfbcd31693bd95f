import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PULSE, watchPulse } from './heartbeat.ts';

const never = () => new Promise<never>(() => {});
const worst = PULSE.interval + PULSE.misses * PULSE.deadline;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false });
});

afterEach(() => vi.useRealTimers());

test('an engine that answers lives', async () => {
  const onDead = vi.fn();
  const stop = watchPulse(async () => true, onDead);
  await vi.advanceTimersByTimeAsync(20 * worst);
  expect(onDead).not.toHaveBeenCalled();
  stop();
});

test('an engine that never answers is dead, once', async () => {
  const onDead = vi.fn();
  watchPulse(never, onDead);
  await vi.advanceTimersByTimeAsync(worst - 1);
  expect(onDead).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(20 * worst);
  expect(onDead).toHaveBeenCalledTimes(1);
});

test('one late answer is no death', async () => {
  const onDead = vi.fn();
  let asked = 0;
  const stop = watchPulse(() => (++asked % 2 === 1 ? never() : Promise.resolve(true)), onDead);
  await vi.advanceTimersByTimeAsync(20 * worst);
  expect(asked).toBeGreaterThan(5);
  expect(onDead).not.toHaveBeenCalled();
  stop();
});

test('a hidden page does not ask', async () => {
  vi.stubGlobal('document', { hidden: true });
  const ping = vi.fn(never);
  const onDead = vi.fn();
  const stop = watchPulse(ping, onDead);
  await vi.advanceTimersByTimeAsync(20 * worst);
  expect(ping).not.toHaveBeenCalled();
  expect(onDead).not.toHaveBeenCalled();
  stop();
});
