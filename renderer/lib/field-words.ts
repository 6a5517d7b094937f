import { asLanguage } from '@shared/domain/languages';
import i18next from 'i18next';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement;

/**
 * What a form refuses by itself (a field left empty, half a date) is said in the language of the page it stands on; by itself
 * the window would say it in the computer's. Called once, before the first screen.
 */
export function sayFieldsInWords(): void {
  document.addEventListener(
    'invalid',
    ({ target }) => {
      if (!isField(target)) return;
      target.setCustomValidity('');
      if (!target.validity.valid) target.setCustomValidity(problemOf(target));
    },
    true,
  );
  // A field with words of ours is refused until they are taken away: by typing there, or by trying to save again.
  document.addEventListener('input', ({ target }) => isField(target) && target.setCustomValidity(''), true);
  document.addEventListener('change', ({ target }) => isField(target) && target.setCustomValidity(''), true);
  document.addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      for (const field of button?.form?.elements ?? []) if (isField(field)) field.setCustomValidity('');
    },
    true,
  );
}

function problemOf(field: Field): string {
  const t = i18next.getFixedT(
    asLanguage(field.form?.closest<HTMLElement>('[lang]')?.lang ?? i18next.language),
  );
  const { valueMissing, badInput, typeMismatch, rangeUnderflow, rangeOverflow } = field.validity;
  if (badInput) return t('common.field.unreadable');
  if (valueMissing) return t(isBox(field) ? 'common.field.unticked' : 'common.field.empty');
  if (typeMismatch && field.type === 'email') return t('common.field.email');
  if (field instanceof HTMLInputElement && field.type === 'number') {
    if (rangeUnderflow) return t('common.field.least', { number: field.min });
    if (rangeOverflow) return t('common.field.most', { number: field.max });
  }
  return t('common.field.unfit');
}

const isBox = ({ type }: Field) => type === 'checkbox' || type === 'radio';
