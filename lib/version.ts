import packageJson from '../package.json' with { type: 'json' };

/** Yardmaster's own version. */
export const version: string = packageJson.version;
