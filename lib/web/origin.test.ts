import { describe, expect, it } from 'vitest';
import { refuseForeignRead, requireSameOrigin } from './origin';

const host = 'jobs.example.org:8080';
const ours = `http://${host}`;
const headers = (rest: Record<string, string>) => new Headers({ host, ...rest });

describe('a write', () => {
  it.each<[string, Record<string, string>]>([
    ['from this console', { origin: ours, 'sec-fetch-site': 'same-origin' }],
    ['over plain HTTP, where browsers send no Sec-Fetch-Site', { origin: ours }],
    ['through a proxy that rewrites Host (PUBLIC_URL)', { origin: 'http://127.0.0.1:3000' }],
  ])('passes %s', (_case, given) => {
    expect(() => requireSameOrigin(headers(given))).not.toThrow();
  });

  it.each<[string, Record<string, string>]>([
    ['without an origin', {}],
    ['without an origin, said to be same-origin', { 'sec-fetch-site': 'same-origin' }],
    ['from another site', { origin: 'http://evil.example' }],
    ['from another port of this host', { origin: 'http://jobs.example.org:8081' }],
    ['from a sandboxed frame', { origin: 'null' }],
    ['that a neighbour of the same site started', { origin: ours, 'sec-fetch-site': 'same-site' }],
    ['that another site started', { origin: ours, 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s', (_case, given) => {
    expect(() => requireSameOrigin(headers(given))).toThrow(/did not come from the console/);
  });
});

describe('a read', () => {
  it.each<[string, Record<string, string>]>([
    ['by a client that is no browser', {}],
    ['of an address that somebody typed', { 'sec-fetch-site': 'none' }],
    ['by this console', { origin: ours, 'sec-fetch-site': 'same-origin' }],
  ])('passes %s', (_case, given) => {
    expect(() => refuseForeignRead(headers(given))).not.toThrow();
  });

  it.each<[string, Record<string, string>]>([
    ['by another site', { 'sec-fetch-site': 'cross-site' }],
    ['with another origin', { origin: 'http://evil.example' }],
  ])('is refused %s', (_case, given) => {
    expect(() => refuseForeignRead(headers(given))).toThrow(/only the console itself/);
  });
});
