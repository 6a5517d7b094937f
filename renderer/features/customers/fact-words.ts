import { useCallback } from 'react';
import { useWords } from '../../lib/i18n';
import type { SayFact } from './record-values';

/** What a form suggests for metals and for colours. */
export const metalCodes = [
  'steel',
  'yellow-gold',
  'rose-gold',
  'white-gold',
  'platinum',
  'two-tone',
  'two-tone-rose',
  'titanium',
  'bronze',
  'ceramic',
] as const;
export const colourCodes = [
  'black',
  'white',
  'silver',
  'grey',
  'blue',
  'ice-blue',
  'navy',
  'green',
  'brown',
  'champagne',
  'pink',
  'salmon',
  'red',
  'burgundy',
  'purple',
  'turquoise',
  'mother-of-pearl',
] as const;

/** Says a metal, a colour or a strap in the language on the screen; what has no words stands as it was typed. */
export function useFact(): SayFact {
  const { t } = useWords();
  return useCallback(
    (code) => (code ? (t(`productFacts.value.${code as 'steel'}`, { defaultValue: code }) as string) : ''),
    [t],
  );
}
