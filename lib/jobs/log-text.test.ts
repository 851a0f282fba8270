import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, plainText } from './log-text';

describe('a message as it is shown', () => {
  test('has no escape sequences of terminals', () => {
    expect(plainText('\u001b[31mred\u001b[0m and \u001b[1;38;5;12mblue\u001b[m')).toBe('red and blue');
    expect(plainText('\u001b]8;;https://example.com\u0007a link\u001b]8;;\u0007')).toBe('a link');
    expect(plainText('50 %\u001b[2K\u001b[1Gdone')).toBe('50 %done');
  });

  test('keeps everything else as it is', () => {
    expect(plainText('[31m is no escape\n  two lines\t<b>')).toBe('[31m is no escape\n  two lines\t<b>');
  });
});

describe('what is looked for', () => {
  test('is found wherever it stands, in upper and lower case', () => {
    expect(piecesOf('Error: an error', 'error')).toEqual([
      { text: 'Error', hit: true },
      { text: ': an ', hit: false },
      { text: 'error', hit: true },
    ]);
    expect(piecesOf('nothing', 'error')).toEqual([{ text: 'nothing', hit: false }]);
    expect(piecesOf('a.b', '.')).toEqual([
      { text: 'a', hit: false },
      { text: '.', hit: true },
      { text: 'b', hit: false },
    ]);
  });

  test('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, needle) => {
        expect(
          piecesOf(text, needle)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
