import { expect, it } from 'vitest';
import { parseFlags } from './flags';

it('leaves every setting to the environment when nothing is said', () => {
  expect(parseFlags([])).toEqual({ dev: false, worker: true, help: false, settings: {} });
});

it('puts what is said above the environment', () => {
  expect(parseFlags(['--port', '4000', '--host=0.0.0.0', '--data-dir', '/srv/yard', '--no-worker'])).toEqual({
    dev: false,
    worker: false,
    help: false,
    settings: { PORT: '4000', HOST: '0.0.0.0', DATA_DIR: '/srv/yard' },
  });
});

it('names a flag it does not know', () => {
  expect(() => parseFlags(['--prot', '4000'])).toThrow(/Unknown option '--prot'.*--help/);
});

it('refuses a flag without its value', () => {
  expect(() => parseFlags(['--port'])).toThrow(/--port/);
});
