import type { Input } from '@shared/contract';
import type { NoticeKind } from '@shared/contract/notices';
import { isHalfAnswered } from '@shared/domain/consent-form';
import type { Language } from '@shared/domain/languages';
import type { Signature } from '@shared/domain/signature';
import { useState } from 'react';
import { type Draft, useDraft } from '../lib/drafts';
import { answersOf, type ConsentAnswers, noAnswers } from './consent-choices';
import { useNotice } from './use-notice';

export interface ConsentFormValues {
  readonly language: Language;
  readonly choices: ConsentAnswers;
  readonly signature: Signature | null;
  /** The notice the signature was put under: under another text it is none. */
  readonly signedNoticeId: string | null;
  readonly isOral: boolean;
  readonly parentName: string;
  readonly keptAt: number;
}

// A person who comes back another day is asked anew: nothing is ticked before they say so.
const freshMs = 60 * 60 * 1000;

/** What the customer ticked and signed, through a lock or a crash; nothing where it is more than an hour old. */
export function useConsentDraft(form: string, customerId: string, language: Language) {
  const blank: ConsentFormValues = {
    language,
    choices: noAnswers,
    signature: null,
    signedNoticeId: null,
    isOral: false,
    parentName: '',
    keptAt: 0,
  };
  const draft = useDraft<ConsentFormValues>(form, customerId, blank);
  const isStale = draft.start !== null && draft.isRestored && draft.start.keptAt < Date.now() - freshMs;
  const start = isStale ? blank : draft.start;
  // A page that was only looked at has nothing to tell of.
  const isBegun = start !== null && (start.signature !== null || isAnyTicked(start.choices));
  return { ...draft, start, isRestored: draft.isRestored && isBegun };
}

const isAnyTicked = (choices: ConsentAnswers) =>
  Object.values(choices).some(({ channels, classes }) => channels.length + classes.length > 0);

export type ConsentDraft = Draft<ConsentFormValues>;

/** A consent form as it is filled in: its values, the notice it is under, and what it comes to. */
export function useConsentForm(draft: ConsentDraft, start: ConsentFormValues, kind: NoticeKind) {
  const [values, setValues] = useState(start);
  const [isRestored, setRestored] = useState(draft.isRestored);
  const { notice, error } = useNotice(kind, values.language);
  const isSigned = notice !== null && values.signedNoticeId === notice.id;
  const signature = isSigned ? values.signature : null;

  const change = (part: Partial<ConsentFormValues>) => {
    const next = { ...values, ...part, keptAt: Date.now() };
    setValues(next);
    draft.keep(next);
  };
  const consent = (): Input<'consents.capture'>['consent'] | null =>
    notice && {
      noticeId: notice.id,
      noticeHash: notice.hash,
      form: values.isOral ? 'oral' : 'written',
      signature: values.isOral ? null : signature,
      parentName: values.parentName || null,
      answers: answersOf(values.choices),
    };
  return {
    values,
    signature,
    notice,
    error,
    isRestored,
    change,
    sign: (drawn: Signature | null) => change({ signature: drawn, signedNoticeId: notice?.id ?? null }),
    consent,
    startOver: () => {
      draft.clear();
      setRestored(false);
      setValues({
        ...start,
        choices: noAnswers,
        signature: null,
        signedNoticeId: null,
        isOral: false,
        parentName: '',
      });
    },
  };
}

/** What can be said before main is asked. */
export function slipOf(consent: Input<'consents.capture'>['consent']) {
  if (consent.answers.some(isHalfAnswered)) return 'ANSWER_INCOMPLETE';
  if (consent.form === 'written' && !consent.signature) return 'SIGNATURE_NEEDED';
  return null;
}
