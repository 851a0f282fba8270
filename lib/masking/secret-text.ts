import { MASKED } from './secret-keys';

const NAMES =
  '[\\w.-]*(?:password|passwd|passphrase|pwd|secret|api[_-]?key|access[_-]?key|private[_-]?key|token|authorization|credentials?|connection[_-]?string)';

const rules: readonly (readonly [RegExp, string])[] = [
  // A whole block of PEM, cut short or not.
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, MASKED],
  // scheme://user:password@host and, on the web, scheme://token@host
  [/\b([a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/?#'"]{0,200}):[^\s@/'"]{1,500}@/gi, `$1:${MASKED}@`],
  [/\b(https?:\/\/)[^\s:@/?#'"]{1,500}@/gi, `$1${MASKED}@`],
  [/\b(Bearer|Basic|Digest|Negotiate)\s+[\w+/=.~-]{8,}/g, `$1 ${MASKED}`],
  [/\b((?:set-)?cookie:\s*)[^\r\n]+/gi, `$1${MASKED}`],
  // name=value and "name": "value", as connection strings, query strings and dumps have them
  [
    new RegExp(`(["']?\\b${NAMES}["']?\\s*[=:]\\s*)(["'])(?:(?!\\2)[^\\\\]|\\\\.){1,2000}\\2`, 'gi'),
    `$1$2${MASKED}$2`,
  ],
  [new RegExp(`(\\b${NAMES}\\s*=\\s*)[^\\s;&,'"•]{1,2000}`, 'gi'), `$1${MASKED}`],
  // What well-known services give out, and JSON web tokens.
  [
    /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{15,}|xox[abprs]-[\w-]{10,}|sk-[\w-]{20,}|[rs]k_(?:live|test)_\w{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|npm_\w{30,})/g,
    MASKED,
  ],
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/g, MASKED],
];

/** A text without the secrets that can be told by their form: credentials in addresses, keys, tokens, `password=…`. */
export function maskText(text: string): string {
  return rules.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), text);
}
