import { expect, it } from 'vitest';
import { ignoreRules } from './ignore-rules';

const leftOut = (rules: string, ...paths: string[]) => paths.filter(ignoreRules(rules));

it('reads rules as .gitignore does', () => {
  const rules = '# comment\n*.log\n!keep.log\n/build/\ndocs/**/draft.md\nnode_modules/\n\\#odd\n';
  expect(
    leftOut(
      rules,
      'a.log',
      'x/b.log',
      'keep.log',
      'build/',
      'build/x.js',
      'src/build/x.js',
      'docs/a/b/draft.md',
    ),
  ).toEqual(['a.log', 'x/b.log', 'build/', 'build/x.js', 'docs/a/b/draft.md']);
  expect(leftOut(rules, 'node_modules/', 'a/node_modules/b.js', 'node_modules', '#odd', '# comment')).toEqual(
    ['node_modules/', 'a/node_modules/b.js', '#odd'],
  );
});

it('tells upper and lower case apart, as the paths do', () => {
  expect(leftOut('readme.md', 'README.md', 'readme.md')).toEqual(['readme.md']);
});

it('leaves .git out whatever the rules say', () => {
  expect(leftOut('!.git', '.git/', '.git/config', 'sub/.git/HEAD', '.gitignore', 'a.git')).toEqual([
    '.git/',
    '.git/config',
    'sub/.git/HEAD',
  ]);
});
