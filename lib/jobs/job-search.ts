const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const QUALIFIED = /(?<=^|\s)(args((?:\.[^\s.:"]+)+)|log):(?:"([^"]*)"|(\S+))/g;

/** What somebody who types into the search field of the jobs list looks for. */
export interface JobSearch {
  /** A whole id, which finds that one job. */
  id: string | null;
  /** To be found in name or error, all of it as it stands. */
  words: string;
  /** `args.site.id:42`: values of the arguments by path, each as text. */
  args: { path: string[]; value: string }[];
  /** `log:timeout`, `log:"timed out"`: words of log messages. */
  log: string[];
}

/** Reads a search: `args.path:value` and `log:words` wherever they stand, quotes around what has spaces, the rest as words. */
export function parseSearch(text: string): JobSearch {
  const search: JobSearch = { id: null, words: '', args: [], log: [] };
  const rest = text.replaceAll(QUALIFIED, (_whole, _field, path: string | undefined, quoted, plain) => {
    const value: string = quoted ?? plain;
    if (path) search.args.push({ path: path.slice(1).split('.'), value });
    else if (value) search.log.push(value);
    return '';
  });
  search.words = rest.trim().replaceAll(/\s+/g, ' ');
  if (UUID.test(search.words)) return { ...search, id: search.words.toLowerCase(), words: '' };
  return search;
}
