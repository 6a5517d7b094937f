import type { Input } from '@shared/contract';
import type { Condition } from '@shared/contract/jobs';
import type { Language } from '@shared/domain/languages';
import type { Symptom } from '@shared/domain/service-jobs';
import type { Signature } from '@shared/domain/signature';
import type { NewPhoto } from './photo-file';

/** What is typed and drawn at an intake; its photographs are in `kept-photos.ts`. */
export interface IntakeValues {
  /** '' for an item described here. */
  readonly itemId: string;
  readonly brand: string;
  readonly reference: string;
  readonly description: string;
  readonly serialSeen: string;
  readonly isDifferenceSeen: boolean;
  readonly words: string;
  readonly symptoms: Symptom[];
  readonly condition: Condition;
  readonly declaredMinor: number | null;
  readonly mayOpen: boolean;
  readonly mayGoAbroad: boolean;
  readonly wantsPolish: boolean;
  readonly needsWaterTest: boolean;
  readonly contactVerified: string;
  readonly dueOn: string;
  readonly noPhotosReason: string;
  readonly signature: Signature | null;
}

/** An intake in which nothing was said yet. */
export function emptyIntake(dueOn: string): IntakeValues {
  return {
    itemId: '',
    brand: '',
    reference: '',
    description: '',
    serialSeen: '',
    isDifferenceSeen: false,
    words: '',
    symptoms: [],
    condition: { outline: 'watch', points: [] },
    declaredMinor: null,
    mayOpen: false,
    mayGoAbroad: false,
    wantsPolish: false,
    needsWaterTest: false,
    contactVerified: '',
    dueOn,
    noPhotosReason: '',
    signature: null,
  };
}

/** What the form holds, as the operation takes it; null while the signature is missing. */
export function intakeInput(
  customerId: string,
  values: IntakeValues,
  photos: readonly NewPhoto[],
  language: Language,
): Input<'jobs.take'> | null {
  const { itemId, brand, reference, description, signature, declaredMinor, ...rest } = values;
  if (!signature) return null;
  return {
    ...rest,
    customerId,
    itemId: itemId || null,
    newItem: itemId ? null : { brand, reference, description },
    declaredMinor: declaredMinor ?? 0,
    photos: [...photos],
    signature,
    language,
  };
}
