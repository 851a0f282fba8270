import { hashPassword } from 'better-auth/crypto';
import type { z } from 'zod';
import type { Tx } from '@/lib/db/client';
import type { Role } from '@/lib/db/generated/enums';
import { newId } from '@/lib/ids';
import type { newUser } from './schema';

/** A user whose password is hashed but who is not yet in the database. Hashing takes a while: do it before a transaction. */
export interface PreparedUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  passwordHash: string;
}

export async function prepareUser(input: z.output<typeof newUser> & { role: Role }): Promise<PreparedUser> {
  const { name, email, role } = input;
  return { id: newId(), name, email, role, passwordHash: await hashPassword(input.password) };
}

/** Writes the user with the way to sign in by password. */
export async function createUser(tx: Tx, { passwordHash, ...user }: PreparedUser): Promise<void> {
  await tx.user.create({
    data: {
      ...user,
      accounts: {
        create: { id: newId(), accountId: user.id, providerId: 'credential', password: passwordHash },
      },
    },
  });
}
