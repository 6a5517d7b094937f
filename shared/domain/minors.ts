/** Who is under 18, and needs somebody with parental responsibility to consent for them (Cap. 486, s. 2 and s. 35A). */

import { ageOn, type CivilDate } from './dates';

interface Born {
  /** Said by the customer or seen by the staff. */
  readonly isMinor: boolean;
  readonly birthYear: number | null;
  readonly birthMonth: number | null;
  readonly birthDay: number | null;
}

/** True for somebody marked so, or by the date of birth where the year is known; a day that is not known is the latest possible. */
export function isUnder18({ isMinor, birthYear, birthMonth, birthDay }: Born, today: CivilDate): boolean {
  if (isMinor) return true;
  if (birthYear === null) return false;
  const two = (value: number) => String(value).padStart(2, '0');
  const born = `${String(birthYear).padStart(4, '0')}-${two(birthMonth ?? 12)}-${two(birthDay ?? 28)}`;
  return ageOn(born, today) < 18;
}
