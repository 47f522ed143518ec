import { fastify } from 'fastify';
import { afterEach, expect, it, vi } from 'vitest';
import { Admission } from './admission.ts';
import { shapeErrors } from './answer-error.ts';
import { speakZstd } from './zstd.ts';

const limits = { atOnce: 2, waiting: 10, longestWaitMs: 1_000 };

afterEach(() => vi.useRealTimers());

/** Turns that note the order in which they begin. */
function queueOf(admission: Admission) {
  const begun: string[] = [];
  const turns = new Map<string, ReturnType<Admission['turn']>>();
  return {
    begun,
    async come(name: string): Promise<void> {
      const turn = admission.turn();
      turns.set(name, turn);
      await turn.begin();
      begun.push(name);
    },
    async leave(name: string): Promise<void> {
      turns.get(name)?.end();
      await Promise.resolve();
    },
  };
}

it('works on a few at a time, in the order in which they came', async () => {
  const queue = queueOf(new Admission(limits));
  for (const name of ['a', 'b', 'c', 'd']) void queue.come(name);
  await queue.leave('nobody');
  expect(queue.begun).toEqual(['a', 'b']);
  await queue.leave('b');
  expect(queue.begun).toEqual(['a', 'b', 'c']);
  await queue.leave('a');
  expect(queue.begun).toEqual(['a', 'b', 'c', 'd']);
});

it('gives one place back for one request, however often it ends', async () => {
  const queue = queueOf(new Admission(limits));
  for (const name of ['a', 'b', 'c', 'd']) void queue.come(name);
  await queue.leave('a');
  await queue.leave('a');
  expect(queue.begun).toEqual(['a', 'b', 'c']);
});

it('passes over a device that hung up while it waited', async () => {
  const queue = queueOf(new Admission(limits));
  for (const name of ['a', 'b', 'c', 'd']) void queue.come(name);
  await queue.leave('c');
  await queue.leave('a');
  expect(queue.begun).toEqual(['a', 'b', 'd']);
});

it('tells a device to come back rather than let it wait too long', async () => {
  vi.useFakeTimers();
  const queue = queueOf(new Admission(limits));
  for (const name of ['a', 'b']) void queue.come(name);
  const late = expect(queue.come('c')).rejects.toMatchObject({ statusCode: 503 });
  await vi.advanceTimersByTimeAsync(limits.longestWaitMs);
  await late;
  void queue.come('d');
  await queue.leave('a');
  expect(queue.begun).toEqual(['a', 'b', 'd']);
});

it('begins once, however often a request asks', async () => {
  const admission = new Admission({ ...limits, atOnce: 1 });
  const turn = admission.turn();
  await turn.begin();
  await turn.begin();
  turn.end();
  await admission.turn().begin();
});

it('answers 503 and when to come back, rather than let more wait than it has room for', async () => {
  const app = fastify();
  const admission = new Admission({ ...limits, atOnce: 1, waiting: 1 });
  shapeErrors(app);
  speakZstd(app, admission);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
  await app.register(async (scope) => {
    admission.guard(scope);
    scope.post('/work', async () => {
      enter();
      await gate;
      return {};
    });
  });
  const ask = () => app.inject({ method: 'POST', url: '/work', payload: {} });
  const working = ask();
  await entered;
  const others = [ask(), ask()];
  const first = await Promise.race(others);
  expect([first.statusCode, first.headers['retry-after']]).toEqual([503, '10']);
  open();
  const statuses = (await Promise.all([working, ...others])).map(({ statusCode }) => statusCode);
  expect(statuses.toSorted()).toEqual([200, 200, 503]);
  expect((await ask()).statusCode).toBe(200);
  await app.close();
});
