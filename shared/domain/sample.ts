import type { PinRole } from './pins';

/** The PINs of the sample shop's invented staff, by role; its lock screen says them. */
export const SAMPLE_PINS: Readonly<Record<PinRole, string>> = {
  advisor: '246810',
  service: '246810',
  manager: '24681357',
};
