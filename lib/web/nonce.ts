import { headers } from 'next/headers';
import { NONCE_HEADER } from './request-headers';

/** The nonce for inline scripts of this response, such as Mantine's ColorSchemeScript. Makes the page dynamic. */
export async function getNonce(): Promise<string | undefined> {
  return (await headers()).get(NONCE_HEADER) ?? undefined;
}
