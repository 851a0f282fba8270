/** Headers that proxy.ts adds to every request of a page; what a client sends under these names is overwritten. */

/** The page's own path and query. */
export const PATH_HEADER = 'x-yardmaster-path';

/** The nonce of the Content-Security-Policy: inline scripts run only with it. */
export const NONCE_HEADER = 'x-nonce';
