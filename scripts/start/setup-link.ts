import { issueSetupToken } from '@/lib/auth/setup-token';
import { config } from '@/lib/config';

/** The one-time link that makes the first administrator; null when somebody can sign in already. */
export async function setupLink(): Promise<string | null> {
  const token = await issueSetupToken();
  return token ? `${config().publicUrl}/setup?token=${token}` : null;
}
