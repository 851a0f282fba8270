import { expect, it } from 'vitest';
import { planOf, Reckoning, type Step } from './plan';

const names = ['bullmq-redis', 'yardmaster-redis'];
const brief = (steps: readonly Step[]): string[] =>
  steps.map(({ key, name, isWarmup }) => `${isWarmup ? 'warm ' : ''}${key} ${name}`);

it('warms up everything once, then takes one measurement after the other, contenders alternating', () => {
  const plan = planOf({ keys: ['add-one', 'process-1'], names, rounds: 1, warmups: 2 }, {});
  expect(brief(plan)).toEqual([
    ...['warm add-one bullmq-redis', 'warm add-one yardmaster-redis'],
    ...['warm process-1 bullmq-redis', 'warm process-1 yardmaster-redis'],
    ...['warm add-one bullmq-redis', 'warm add-one yardmaster-redis'],
    ...['add-one bullmq-redis', 'add-one yardmaster-redis'],
    ...['warm process-1 bullmq-redis', 'warm process-1 yardmaster-redis'],
    ...['process-1 bullmq-redis', 'process-1 yardmaster-redis'],
  ]);
});

it('takes a steady figure once, and leaves tables that are kept to rounds that follow each other', () => {
  const plan = planOf({ keys: ['redis-memory', 'cost-10k'], names, rounds: 1, warmups: 1 }, {});
  expect(brief(plan)).toEqual([
    ...['redis-memory bullmq-redis', 'redis-memory yardmaster-redis'],
    ...['warm cost-10k yardmaster-redis', 'cost-10k yardmaster-redis'],
  ]);
});

it('goes on with what an interrupted run has left out', () => {
  const sample = { figure: 1 };
  const samples = { 'bullmq-redis add-one': [sample, sample], 'yardmaster-redis add-one': [sample] };
  const plan = planOf({ keys: ['add-one'], names, rounds: 2, warmups: 1 }, samples);
  expect(brief(plan)).toEqual(['warm add-one yardmaster-redis', 'add-one yardmaster-redis']);
});

it('reckons the time left by what the same cell took, else by all others', () => {
  const [key, name] = ['add-one', 'bullmq-redis'];
  const step = { key, name, isWarmup: false };
  const reckoning = new Reckoning();
  expect(reckoning.minutesFor([step])).toBe(0);
  reckoning.took({ ...step, isWarmup: true }, 60);
  expect(reckoning.minutesFor([step, { ...step, name: 'pg-boss' }])).toBe(4);
  reckoning.took(step, 180);
  expect(reckoning.minutesFor([step, step])).toBe(6);
});
