/** Entries of one archive, ignored ones included. */
export const MAX_ENTRIES = 100_000;
/** Bytes that an archive may unpack to, ignored files included: 1 GB. */
export const MAX_UNPACKED_BYTES = 1_000_000_000;
