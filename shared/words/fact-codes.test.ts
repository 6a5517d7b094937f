import { languages } from '@shared/domain/languages';
import { expect, it } from 'vitest';
import { factCode } from './fact-codes';
import { productFactsWords } from './product-facts';

it('knows a metal by its name in any language, however it is written', () => {
  expect(['Rose gold', ' rose GOLD ', '玫瑰金', 'rose-gold'].map(factCode)).toEqual(
    Array.from({ length: 4 }, () => 'rose-gold'),
  );
});

it('leaves what has no code as it was typed', () => {
  expect(factCode(' Tiffany blue ')).toBe('Tiffany blue');
});

it('gives back every word for the metals and colours that a form suggests', () => {
  for (const language of languages) {
    const words = productFactsWords[language].value;
    for (const code of ['steel', 'two-tone', 'platinum', 'navy', 'mother-of-pearl', 'champagne'] as const)
      expect(factCode(words[code]), `${language} ${code}`).toBe(code);
  }
});
