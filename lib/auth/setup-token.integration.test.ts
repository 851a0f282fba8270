import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { useTestDatabase } from '@/lib/db/testing';
import { YardmasterError } from '@/lib/errors';
import { createAdministrator } from './commands/create-administrator';
import { isSetupTokenValid, issueSetupToken } from './setup-token';

useTestDatabase();

const person = (number: number, token: string) => ({
  name: `Person ${number}`,
  email: `person-${number}@example.org`,
  password: 'a password of some length',
  token,
});

describe('the setup link', () => {
  it('is replaced by the next one, and stored as a hash only', async () => {
    const first = await issueSetupToken();
    const second = await issueSetupToken();
    expect(await isSetupTokenValid(first ?? '')).toBe(false);
    expect(await isSetupTokenValid(second ?? '')).toBe(true);
    expect(JSON.stringify(await db().setting.findMany())).not.toContain(second);
  });

  it('refuses a token that was never issued', async () => {
    await expect(createAdministrator(person(0, 'made up'))).rejects.toThrow(/used or replaced/);
    expect(await db().user.count()).toBe(0);
  });

  it('makes one administrator, however many use it at once; then none is issued any more', async () => {
    const token = (await issueSetupToken()) ?? '';
    const tries = [1, 2, 3, 4, 5].map((number) => createAdministrator(person(number, token)));
    const results = await Promise.allSettled(tries);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused.every((result) => result.reason instanceof YardmasterError)).toBe(true);

    const users = await db().user.findMany({ include: { accounts: true } });
    expect(users.map(({ role }) => role)).toEqual(['administrator']);
    expect(users[0]?.accounts[0]?.password).not.toContain('a password');
    expect(await db().auditEvent.findMany()).toMatchObject([
      { action: 'user.create', actor: users[0]?.name },
    ]);
    expect(await issueSetupToken()).toBeNull();
    expect(await isSetupTokenValid(token)).toBe(false);
  });
});
