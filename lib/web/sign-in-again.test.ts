import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { goAway, signInAgain } from './sign-in-again';

let wentTo: string[];
beforeEach(() => {
  wentTo = [];
  vi.stubGlobal('window', {
    location: { pathname: '/jobs', search: '?status=failed', assign: (href: string) => wentTo.push(href) },
  });
});
afterEach(() => vi.unstubAllGlobals());

test('a session that has ended leads to the sign-in page and back', () => {
  signInAgain();
  expect(wentTo).toEqual(['/login?next=%2Fjobs%3Fstatus%3Dfailed']);
});

test('who could not sign out is still asked to sign in again', async () => {
  await expect(goAway(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  signInAgain();
  expect(wentTo).toHaveLength(1);
});

test('who signs out is not led back, whatever finds out first that nobody is signed in', async () => {
  await goAway(async () => signInAgain());
  signInAgain();
  expect(wentTo).toEqual(['/login']);
});
