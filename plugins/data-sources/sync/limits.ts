/** What one data source may hold. Beyond a limit a sync fails and stores nothing; ignored files don't count. */
export const LIMITS = {
  /** Files of one source. */
  files: 20_000,
  /** Bytes of one file: 20 MB. */
  fileBytes: 20_000_000,
  /** Bytes of all files of one source: 500 MB. */
  totalBytes: 500_000_000,
  /** Bytes of a file's path in UTF-8. */
  pathBytes: 1000,
} as const;

export type Limits = { readonly [Name in keyof typeof LIMITS]: number };
