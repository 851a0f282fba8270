'use client';

import { createContext, type ReactNode, use } from 'react';
import type { Permission } from '@/lib/auth/permissions';

/** Who is signed in, as far as the page needs to know. The server decides again in every action. */
export interface SignedIn {
  name: string;
  /** What to offer: under READ_ONLY, what reads alone. */
  permissions: readonly Permission[];
  readOnly: boolean;
}

const ActorContext = createContext<SignedIn>({ name: '', permissions: [], readOnly: false });

export function ActorProvider({ actor, children }: { actor: SignedIn; children: ReactNode }) {
  return <ActorContext value={actor}>{children}</ActorContext>;
}

export const useActor = (): SignedIn => use(ActorContext);

/** Whether to offer what needs this permission. */
export const useCan = (permission: Permission): boolean => useActor().permissions.includes(permission);
