import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Telephone numbers of a Hong Kong counter. A number is never refused: what cannot be understood is kept as typed, with a
 * warning for the form to show. Traps of the library that are handled here: `00852 …` is read as Mexico, a mainland number
 * without +86 is refused, `853 …` and `86 …` without + are taken for Hong Kong, and 7-series numbers are "invalid".
 */

export type PhoneWarning =
  /** Nothing to call: no digits at all. */
  | 'no-digits'
  | 'too-short'
  | 'too-long'
  /** Possible, but not in a series known to be in use (for instance Hong Kong 7xxx xxxx). */
  | 'unusual'
  /** Eleven digits without a country code, read as a mainland China mobile number. */
  | 'assumed-mainland'
  /** A country code was left out and none fits. */
  | 'unknown-country';

export interface NormalisedPhone {
  /** With + and country code, or null where the number cannot be completed. */
  e164: string | null;
  /** Only the digits as typed, without a leading 00 or +. */
  digits: string;
  /** The digits without country code; equal to `digits` where `e164` is null. */
  national: string;
  warning: PhoneWarning | null;
  /**
   * Another number the same digits could be: Macau's mobiles (6xxx xxxx) look like Hong Kong's. Worth a quiet choice beside
   * the field, and no warning, because nearly all of them are from Hong Kong.
   */
  alternative: string | null;
}

const EXTENSION = /\s*(?:ext\.?|extension|#|內線|内线|分機|分机|轉|转)\s*:?\s*[0-9]+\s*$/i;
const MAINLAND_MOBILE = /^1[3-9][0-9]{9}$/;
/** Series in use after the numbering plan: 2 and 3 fixed, 5, 6 and 9 mobile, 8 personal and services. */
const HONG_KONG_IN_USE = /^[235689][0-9]{7}$/;
const HONG_KONG = /^[1-9][0-9]{7}$/;
const MACAU_MOBILE = /^6[0-9]{7}$/;
const SHORTEST = 5;
const LONGEST = 15;

/**
 * Returns the number in the forms that are stored and indexed. `defaultCountry` is the shop's (ISO 3166, two letters), used
 * where no country code was typed.
 */
export function normalisePhone(raw: string, defaultCountry = 'HK'): NormalisedPhone {
  const text = raw.normalize('NFKC').trim().replace(EXTENSION, '');
  const allDigits = text.replace(/[^0-9]/g, '');
  // 00 is how a + is dialled here; the library takes the second 0 for part of the number.
  const international = /^[^0-9]*\+/.test(text) || allDigits.startsWith('00');
  const digits = allDigits.replace(/^00/, '');
  const unknown = (warning: PhoneWarning): NormalisedPhone => ({
    e164: null,
    digits,
    national: digits,
    warning,
    alternative: null,
  });
  if (digits === '') return unknown('no-digits');
  if (international)
    return withCountryCode(trunkless(text, digits), digits) ?? unknown(lengthWarning(digits));

  const isDelta = defaultCountry === 'HK' || defaultCountry === 'MO';
  const local = isDelta ? withoutPlus(digits, defaultCountry) : null;
  if (local) return { ...local, digits };

  // In Hong Kong and Macau every local number has eight digits; the library also lets rarer lengths through.
  const parsed = isDelta ? undefined : parsePhoneNumberFromString(digits, defaultCountry as CountryCode);
  if (parsed?.isPossible()) {
    return {
      e164: parsed.number,
      digits,
      national: parsed.nationalNumber,
      alternative: null,
      warning: parsed.isValid() ? null : 'unusual',
    };
  }
  // "44 20 7946 0958": a country code typed without its +. Believed only where the result is a number in use.
  const foreign = withCountryCode(digits, digits);
  if (foreign && foreign.warning === null) return foreign;
  return unknown(lengthWarning(digits));
}

/** "+44 (0)20 …": the zero in brackets is not dialled from abroad. */
function trunkless(text: string, digits: string): string {
  return /\(0\)/.test(text)
    ? text
        .replace('(0)', '')
        .replace(/[^0-9]/g, '')
        .replace(/^00/, '')
    : digits;
}

function lengthWarning(digits: string): PhoneWarning {
  if (digits.length < 8) return 'too-short';
  return digits.length > LONGEST ? 'too-long' : 'unknown-country';
}

function withCountryCode(number: string, digits: string): NormalisedPhone | null {
  const hongKong = number.startsWith('852') ? number.slice(3) : '';
  if (HONG_KONG.test(hongKong)) return hongKongNumber(hongKong, digits, null);
  if (hongKong !== '') {
    return {
      e164: null,
      digits,
      national: hongKong,
      alternative: null,
      warning: hongKong.length < 8 ? 'too-short' : hongKong.length > 8 ? 'too-long' : 'unusual',
    };
  }
  if (number.length < SHORTEST || number.length > LONGEST) return null;
  const parsed = parsePhoneNumberFromString(`+${number}`);
  if (!parsed) return null;
  if (!parsed.isPossible()) {
    // The country is known, so the number is kept complete and the length is what looks wrong.
    return {
      e164: null,
      digits,
      national: parsed.nationalNumber,
      alternative: null,
      warning: parsed.nationalNumber.length < 8 ? 'too-short' : 'too-long',
    };
  }
  return {
    e164: parsed.number,
    digits,
    national: parsed.nationalNumber,
    alternative: null,
    warning: parsed.isValid() ? null : 'unusual',
  };
}

function hongKongNumber(national: string, digits: string, alternative: string | null): NormalisedPhone {
  return {
    e164: `+852${national}`,
    digits,
    national,
    alternative,
    warning: HONG_KONG_IN_USE.test(national) ? null : 'unusual',
  };
}

/** Numbers dialled in Hong Kong and Macau without +. */
function withoutPlus(digits: string, defaultCountry: 'HK' | 'MO'): NormalisedPhone | null {
  if (HONG_KONG.test(digits)) {
    if (defaultCountry === 'HK') {
      return hongKongNumber(digits, digits, MACAU_MOBILE.test(digits) ? `+853${digits}` : null);
    }
    return {
      e164: `+853${digits}`,
      digits,
      national: digits,
      warning: /^(?:6|28|8)/.test(digits) ? null : 'unusual',
      alternative: HONG_KONG_IN_USE.test(digits) ? `+852${digits}` : null,
    };
  }
  if (digits.length === 11 && /^85[23]/.test(digits)) return withCountryCode(digits, digits);
  if (digits.length === 13 && digits.startsWith('86') && MAINLAND_MOBILE.test(digits.slice(2))) {
    return withCountryCode(digits, digits);
  }
  if (MAINLAND_MOBILE.test(digits)) {
    // "1 415 555 2671" has the same shape; the form can offer North America beside it.
    const american = parsePhoneNumberFromString(`+${digits}`);
    return {
      e164: `+86${digits}`,
      digits,
      national: digits,
      warning: 'assumed-mainland',
      alternative: american?.isValid() ? american.number : null,
    };
  }
  return null;
}

/** The shortest end of a number that finds it: "the last four". */
export const SHORTEST_PHONE_SUFFIX = 4;

/**
 * Returns the tokens under which a number is indexed: all digits with the country code, and every end of the national
 * number from its whole length down to four digits. A prefix query on them finds the number by its last four, five, … and
 * by any run of digits from its middle.
 */
export function phoneKeys(raw: string, defaultCountry = 'HK'): string[] {
  const { e164, digits, national } = normalisePhone(raw, defaultCountry);
  if (digits === '') return [];
  const keys = new Set<string>();
  if (e164) keys.add(e164.slice(1));
  keys.add(digits);
  if (national.length < SHORTEST_PHONE_SUFFIX) keys.add(national);
  for (let start = 0; national.length - start >= SHORTEST_PHONE_SUFFIX; start += 1)
    keys.add(national.slice(start));
  return [...keys];
}

/**
 * Returns the number as people write it: without country code and in two groups for a number of the locale's own region
 * (`zh-HK`, `en-HK`; the default region is Hong Kong), otherwise with + and the country's own grouping.
 */
export function formatPhone(e164: string, locale = 'en-HK'): string {
  const region = /[-_]([A-Z]{2})\b/.exec(locale)?.[1] ?? 'HK';
  const eight = /^\+85([23])([0-9]{4})([0-9]{4})$/.exec(e164);
  if (eight) {
    const [, code, head, tail] = eight;
    const isLocal = region === (code === '2' ? 'HK' : 'MO');
    return isLocal ? `${head} ${tail}` : `+85${code} ${head} ${tail}`;
  }
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return parsed.country === region ? parsed.formatNational() : parsed.formatInternational();
}
