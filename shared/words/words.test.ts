import { contracts } from '@shared/contract';
import { kernelErrors } from '@shared/contract/errors';
import { openingErrors } from '@shared/contract/setup';
import { languages } from '@shared/domain/languages';
import { describe, expect, it } from 'vitest';
import { words } from '.';
import type { Words } from './define';

describe.each(languages)('the words in %s', (language) => {
  const errors = words[language].errors as Readonly<Record<string, string>>;

  it('say every code that any operation may fail with', () => {
    const declared = new Set<string>([...kernelErrors, ...openingErrors]);
    for (const { errors: codes } of Object.values(contracts)) for (const code of codes) declared.add(code);
    expect([...declared].filter((code) => !errors[code])).toEqual([]);
  });

  it('leave no text empty', () => {
    expect(emptyTexts(words[language], '')).toEqual([]);
  });

  it('of the recovery sheet name the buttons that the key is typed behind', () => {
    const { sheetText, restore, restoreNew, useSheet } = words[language].setup;
    for (const button of [restore, restoreNew, useSheet]) expect(sheetText.use).toContain(button);
  });

  it('fill in the same values as the English ones', () => {
    const english = textsOf(words.en, '');
    const own = textsOf(words[language], '');
    const differing = [...english].filter(([key, text]) => valuesOf(text) !== valuesOf(own.get(key) ?? ''));
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

it('an error code is said in one place: a second one would take its text away', () => {
  const files = import.meta.glob<Record<string, Words<Record<string, string>>>>('./*.ts', { eager: true });
  const codes = Object.values(files).flatMap((exported) =>
    Object.entries(exported).flatMap(([name, said]) =>
      /ErrorWords$/.test(name) ? Object.keys(said.en) : [],
    ),
  );
  expect(codes.length).toBeGreaterThan(300);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

function textsOf(tree: object, path: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as Array<[string, string | object]>) {
    if (typeof value === 'string') texts.set(`${path}${key}`, value);
    else for (const [inner, text] of textsOf(value, `${path}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

function emptyTexts(tree: object, path: string): string[] {
  return [...textsOf(tree, path)].filter(([, text]) => text.trim() === '').map(([key]) => key);
}

/** The names between `{{` and `}}`, in order; a plural `count` may be left unsaid where a language has none. */
function valuesOf(text: string): string {
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
  return [...new Set(names)]
    .filter((name) => name !== 'count')
    .sort()
    .join();
}
