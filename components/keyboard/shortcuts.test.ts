import { expect, test } from 'vitest';
import { parseKeys, strokeOf } from './keys';
import { type Shortcut, Shortcuts } from './shortcuts';

const named = (keys: string, label = keys): Shortcut => ({
  keys,
  label,
  group: 'This page',
  run: () => undefined,
});

const event = (
  key: string,
  held: Partial<Record<'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

function pressing(shortcuts: Shortcuts) {
  let now = 0;
  return (key: string, held = {}, afterMs = 10) => {
    now += afterMs;
    const found = shortcuts.press(strokeOf(event(key, held)), now);
    return found === null || found === 'begun' ? found : found.label;
  };
}

test('a key, a key that is held, and two keys in a row are told apart', () => {
  const shortcuts = new Shortcuts();
  for (const keys of ['j', 'Shift+J', 'Mod+K', 'g j', '?']) shortcuts.add(named(keys));
  const press = pressing(shortcuts);
  expect(press('j')).toBe('j');
  expect(press('J', { shiftKey: true })).toBe('Shift+J');
  expect(press('k')).toBeNull();
  expect(press('k', { ctrlKey: true })).toBe('Mod+K');
  expect(press('k', { metaKey: true })).toBe('Mod+K');
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('g')).toBe('begun');
  expect(press('j')).toBe('g j');
});

test('a sequence that is not completed leaves the second key its own meaning', () => {
  const shortcuts = new Shortcuts();
  for (const keys of ['g j', 'x']) shortcuts.add(named(keys));
  const press = pressing(shortcuts);
  expect([press('g'), press('x')]).toEqual(['begun', 'x']);
  expect([press('g'), press('y'), press('j')]).toEqual(['begun', null, null]);
  expect([press('g'), press('j', {}, 5_000)]).toEqual(['begun', null]);
});

test('the one registered last has the keys, until it is gone; the list names each key once', () => {
  const shortcuts = new Shortcuts();
  shortcuts.add(named('r', 'of the page'));
  const remove = shortcuts.add(named('r', 'of the panel'));
  const press = pressing(shortcuts);
  expect(press('r')).toBe('of the panel');
  expect(shortcuts.list().map(({ label }) => label)).toEqual(['of the panel']);
  remove();
  expect(press('r')).toBe('of the page');
  expect(shortcuts.list().map(({ label }) => label)).toEqual(['of the page']);
});

test('whoever watches hears of every change', () => {
  const shortcuts = new Shortcuts();
  const seen: number[] = [];
  const stop = shortcuts.watch(() => seen.push(shortcuts.list().length));
  const remove = shortcuts.add(named('a'));
  remove();
  stop();
  shortcuts.add(named('b'));
  expect(seen).toEqual([1, 0]);
});

test('keys that name no key are refused when they are written', () => {
  expect(() => parseKeys('Mod+')).toThrow('such as "g j"');
});
