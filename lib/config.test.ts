import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { embeddedUrlFile, parseConfig, settings } from './config';

const defaults = settings.parse({});
const names = Object.keys(settings.shape);

/** The settings of a file in the form of `.env`, empty values left out. */
function settingsOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => /^[A-Z]/.test(line));
  return Object.fromEntries(lines.map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]));
}

describe('.env.example', () => {
  const example = settingsOf(readFileSync('.env.example', 'utf8'));

  it('names every setting once, in the order of lib/config.ts', () => {
    expect(Object.keys(example)).toEqual(names);
  });

  it('says the defaults', () => {
    const given = Object.fromEntries(Object.entries(example).filter(([, value]) => value !== ''));
    expect(settings.parse(given)).toEqual(defaults);
    expect(Object.keys(given)).toEqual(Object.keys(defaults).filter((name) => isSet(name)));
  });

  it('explains them in the words of lib/config.ts', () => {
    const source = readFileSync('lib/config.ts', 'utf8');
    const explained = [...source.matchAll(/^ {2}\/\*\* (.+) \*\/\n {2}([A-Z_]+):/gm)];
    const inExample = [...readFileSync('.env.example', 'utf8').matchAll(/^# (.+)\n([A-Z_]+)=/gm)];
    const pairs = (all: RegExpMatchArray[]) => all.map(([, words, name]) => [name, words]);
    expect(pairs(inExample)).toEqual(pairs(explained));
  });
});

describe('docs/operating.md', () => {
  it('lists every setting with its default', () => {
    const rows = [...readFileSync('docs/operating.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| ([^|]*) \|/gm)];
    expect(rows.map(([, name]) => name)).toEqual(names);
    for (const [, name = '', shown = ''] of rows) {
      if (isSet(name)) expect(shown, name).toContain(`\`${defaultOf(name)}\``);
    }
  });
});

function defaultOf(name: string): unknown {
  return Object.entries(defaults).find(([key]) => key === name)?.[1];
}

function isSet(name: string): boolean {
  const value = defaultOf(name);
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

describe('parseConfig', () => {
  it('names every problem at once, and what was expected', () => {
    const parse = () => parseConfig({ DATABASE_URL: 'mysql://x', PORT: 'high', SECRET: 'short' });
    expect(parse).toThrow(/3 problem\(s\)/);
    expect(parse).toThrow(/DATABASE_URL: expected postgresql:/);
    expect(parse).toThrow(/PORT: /);
    expect(parse).toThrow(/SECRET: expected at least 32 characters/);
  });

  it('takes an empty value as unset', () => {
    expect(parseConfig({ PORT: '', REDIS_URL: '' })).toMatchObject({ port: 3000, redisUrl: undefined });
  });

  it('finds the embedded database by the file that its start wrote, unless DATABASE_URL is set', () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'yardmaster-config-'));
    writeFileSync(embeddedUrlFile(dataDir), 'postgresql://here\n');
    expect(parseConfig({ DATA_DIR: dataDir })).toMatchObject({
      databaseUrl: 'postgresql://here',
      embedded: true,
    });
    const given = parseConfig({ DATA_DIR: dataDir, DATABASE_URL: 'postgresql://there' });
    expect(given).toMatchObject({ databaseUrl: 'postgresql://there', embedded: false });
    rmSync(dataDir, { recursive: true });
  });

  it('splits lists at commas', () => {
    expect(parseConfig({ DATA_SOURCE_NETWORKS: '10.0.0.0/8, 192.168.0.0/16,' }).dataSourceNetworks).toEqual([
      '10.0.0.0/8',
      '192.168.0.0/16',
    ]);
  });
});
