import ignore from 'ignore';

/** Answers whether a path (relative, `/` between its parts; a folder's ends in `/`) is to be left out. */
export type IgnoreRules = (path: string) => boolean;

/** Reads rules as .gitignore writes them. Whatever they say, `.git` is always left out. */
export function ignoreRules(text: string): IgnoreRules {
  const rules = ignore({ ignorecase: false }).add(text);
  return (path) => path.split('/').includes('.git') || rules.ignores(path);
}
