import type { Input, Output } from '@shared/contract';
import type { Language } from '@shared/domain/languages';
import { isPassphraseReady } from '../../ui/new-passphrase-fields';
import { isNewPinReady } from '../../ui/new-pin-fields';

export type Place = Output<'setup.checkPlace'> & { readonly label: string };

/** What the person has typed so far; kept while going back and forward, written nowhere before the last step. */
export interface Answers {
  readonly name: string;
  readonly chineseName: string;
  readonly address: string;
  readonly chineseAddress: string;
  readonly hotline: string;
  readonly email: string;
  readonly openingHours: string;
  readonly privacyOfficer: string;
  readonly currency: string;
  readonly defaultLanguage: Language;
  readonly managerName: string;
  readonly managerChineseName: string;
  readonly managerLanguage: Language;
  readonly pin: string;
  readonly pinAgain: string;
  readonly passphrase: string;
  readonly passphraseAgain: string;
  readonly typedKey: string;
  readonly isProved: boolean;
  readonly places: readonly Place[];
}

/** One part of the answers changed. */
export type Change = (change: Partial<Answers>) => void;

export interface StepProps {
  readonly answers: Answers;
  readonly onChange: Change;
}

/** Nothing typed yet; the languages are the one on the screen. */
export function noAnswers(language: Language): Answers {
  return {
    name: '',
    chineseName: '',
    address: '',
    chineseAddress: '',
    hotline: '',
    email: '',
    openingHours: '',
    privacyOfficer: '',
    currency: 'HKD',
    defaultLanguage: language,
    managerName: '',
    managerChineseName: '',
    managerLanguage: language,
    pin: '',
    pinAgain: '',
    passphrase: '',
    passphraseAgain: '',
    typedKey: '',
    isProved: false,
    places: [],
  };
}

export type StepName = 'shop' | 'manager' | 'passphrase' | 'sheet' | 'places' | 'finish';

/** The steps of this computer: a passphrase only where there is no key store to trust. */
export function stepsFor(hasKeyStore: boolean): readonly StepName[] {
  return hasKeyStore
    ? ['shop', 'manager', 'sheet', 'places', 'finish']
    : ['shop', 'manager', 'passphrase', 'sheet', 'places', 'finish'];
}

const isFilled = (...texts: readonly string[]) => texts.every((text) => text.trim() !== '');

/** True when the step may be left forwards. */
export function isStepReady(step: StepName, answers: Answers): boolean {
  switch (step) {
    case 'shop':
      return isFilled(answers.name, answers.address, answers.hotline, answers.openingHours);
    case 'manager':
      return isFilled(answers.managerName) && isNewPinReady('manager', answers.pin, answers.pinAgain);
    case 'passphrase':
      return isPassphraseReady(answers.passphrase, answers.passphraseAgain);
    case 'sheet':
      return answers.isProved;
    case 'places':
    case 'finish':
      return true;
  }
}

/** What `setup.finish` is told. */
export function finishInput(answers: Answers, hasKeyStore: boolean): Input<'setup.finish'> {
  return {
    shop: {
      name: answers.name,
      chineseName: answers.chineseName,
      address: answers.address,
      chineseAddress: answers.chineseAddress,
      hotline: answers.hotline,
      email: answers.email,
      openingHours: answers.openingHours,
      privacyOfficer: answers.privacyOfficer || answers.managerName,
      currency: answers.currency,
      defaultLanguage: answers.defaultLanguage,
    },
    manager: {
      name: answers.managerName,
      chineseName: answers.managerChineseName,
      language: answers.managerLanguage,
      pin: answers.pin,
    },
    passphrase: hasKeyStore ? null : answers.passphrase,
    places: answers.places.map(({ folder, label, kind }) => ({ folder, label, kind })),
  };
}
