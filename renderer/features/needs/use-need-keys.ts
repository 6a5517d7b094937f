import { ScannedCode } from '@shared/domain/key-bursts';
import { type KeyboardEvent, useRef } from 'react';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { toast, toastError } from '../../ui/toast';
import { bandOf, budgetOfBand, type NeedValues } from './need-values';

export type Question = 'category' | 'budget' | 'occasion';

interface NeedKeys {
  readonly values: NeedValues;
  readonly change: (part: Partial<NeedValues>) => void;
  readonly save: () => void;
  readonly byKey: ReadonlyMap<string, { readonly group: Question; readonly code: string }>;
}

/**
 * The keys of the form: letters and digits choose, Enter saves. A scanned label is neither: what its characters chose is
 * taken back, nothing is saved, and its product is what is wanted.
 */
export function useNeedKeys({ values, change, save, byKey }: NeedKeys) {
  const { t } = useWords();
  const scanned = useRef(new ScannedCode());
  const before = useRef(values);

  const takeScan = async (code: string) => {
    change(before.current);
    const [product, another] = await call('products.scan', { typed: code });
    if (!product || another) return toast(t('needs.scanUnknown', { code }));
    const { category, brand, reference } = product;
    change({ ...before.current, category, brand: brand ?? '', reference: reference ?? '' });
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event;
    if (event.nativeEvent.isComposing || event.altKey || key === 'Shift') return;
    if (!isTextField(target)) {
      const { code, isFirst } = scanned.current.press({ key, at: event.timeStamp });
      if (isFirst) before.current = values;
      if (code !== null) {
        event.preventDefault();
        void takeScan(code).catch(toastError);
        return;
      }
    }
    if (key === 'Enter') {
      if (target instanceof HTMLButtonElement) return;
      if (target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return;
      // A list that is open takes Enter for its own choice.
      if (target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true') return;
      event.preventDefault();
      save();
      return;
    }
    if (event.ctrlKey || event.metaKey || isTextField(target)) return;
    const chosen = byKey.get(key.toLowerCase());
    if (!chosen) return;
    event.preventDefault();
    const toggled = (held: string | null) => (held === chosen.code ? null : chosen.code);
    if (chosen.group === 'budget') change(budgetOfBand(toggled(bandOf(values))));
    else change({ [chosen.group]: toggled(values[chosen.group]) });
  };
}

function isTextField(target: EventTarget): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
