import { parseArgs } from 'node:util';
import { YardmasterError } from '@/lib/errors';
import { contenders } from './contenders';
import { measurements } from './measurements';

const HELP = `npm run bench -- [options]

Speed beside peers, in one run on the same Postgres and the same Redis. Rounds alternate between the contenders, so that a
machine that slows down slows all of them. Writes results.json after each sample, then results.md and bench.svg.

  --only KEYS         measurements, separated by commas. Default: all:
                      ${Object.keys(measurements).join(', ')}.
  --contenders NAMES  Default: all: ${Object.keys(contenders).join(', ')}.
  --rounds N          timed rounds of each cell. Default: 5
  --warmups N         rounds before, of a quarter of the jobs, which are not counted. Default: 3
  --scale X           part of the full number of jobs, for a try. Default: 1
  --out FOLDER        Default: bench/results
  --continue          go on with what an interrupted run left in the folder: only samples that are missing are taken
  --render            measure nothing: only write text and picture anew
  --publish           put the table into docs/performance.md and the picture into docs/images/bench.svg as well
  --help`;

export interface Options {
  keys: string[];
  names: string[];
  rounds: number;
  warmups: number;
  scale: number;
  out: string;
  goOn: boolean;
  renderOnly: boolean;
  publish: boolean;
}

/** Reads the command line; null: help was asked for and given. @throws YardmasterError that says what was expected. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: Object.keys(measurements).join(',') },
      contenders: { type: 'string', default: Object.keys(contenders).join(',') },
      rounds: { type: 'string', default: '5' },
      warmups: { type: 'string', default: '3' },
      scale: { type: 'string', default: '1' },
      out: { type: 'string', default: 'bench/results' },
      continue: { type: 'boolean', default: false },
      render: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return null;
  }
  return {
    keys: known('--only', values.only, Object.keys(measurements)),
    names: known('--contenders', values.contenders, Object.keys(contenders)),
    rounds: number('--rounds', values.rounds, 1),
    warmups: number('--warmups', values.warmups, 0),
    scale: number('--scale', values.scale, Number.MIN_VALUE),
    out: values.out,
    goOn: values.continue,
    renderOnly: values.render,
    publish: values.publish,
  };
}

function known(flag: string, text: string, all: readonly string[]): string[] {
  const wanted = text.split(',');
  for (const one of wanted)
    if (!all.includes(one))
      throw new YardmasterError(
        'configuration',
        `${flag}: there is no ${one}; expected some of ${all.join(', ')}.`,
      );
  return all.filter((one) => wanted.includes(one));
}

function number(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least)
    throw new YardmasterError('configuration', `${flag}: expected a number from ${least} on, not ${text}.`);
  return value;
}
