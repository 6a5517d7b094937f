import { useWords } from '../../lib/i18n';

/** Words whose keys are data: codes of reasons and findings, names of fields and steps. */
export function useImportWords() {
  const { t, language } = useWords();
  const translate = t as unknown as (key: string, params?: object) => string;
  const field = (name: string) => translate(`imports.fields.${name}`);
  return {
    t,
    language,
    field,
    /** Why rows were refused, for all of them: what stood in each is in the file of refused rows. */
    reason: (code: string, about: string) =>
      translate(`imports.reasons.${code}`, {
        field: about === '' ? '' : translate(`imports.fields.${about}`, { defaultValue: about }),
        text: '…',
        code: '…',
        found: '…',
        expected: '…',
        most: '…',
      }),
    finding: (code: string) => translate(`imports.findings.${code}`),
    /** A step of a running action, as main names it. */
    step: (key: string | undefined) => (key ? translate(key) : t('imports.step.read')),
  };
}
