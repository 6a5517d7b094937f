import type { Input } from '@shared/contract';
import { budgetBands, type Need } from '@shared/contract/needs';

/** What the form of a need holds while somebody writes it. */
export interface NeedValues {
  category: string | null;
  occasion: string | null;
  forWhom: string | null;
  budgetMinMinor: number | null;
  budgetMaxMinor: number | null;
  brand: string;
  reference: string;
  byDate: string;
  seen: string;
  asked: string;
  answered: string;
  dial: string | null;
  metal: string | null;
  strap: string | null;
  caseMax: number | null;
  isDiscreet: boolean;
  /** Wishes this form has no field for: kept as they are. */
  others: Need['attributes'];
}

export const blankNeed: NeedValues = {
  category: null,
  occasion: null,
  forWhom: null,
  budgetMinMinor: null,
  budgetMaxMinor: null,
  brand: '',
  reference: '',
  byDate: '',
  seen: '',
  asked: '',
  answered: '',
  dial: null,
  metal: null,
  strap: null,
  caseMax: null,
  isDiscreet: false,
  others: {},
};

/** A need as the form shows it. */
export function valuesOf(need: Need): NeedValues {
  const { dial, metal, strap, case_mm: caseMm, ...others } = need.attributes;
  const one = (wish: Need['attributes'][string] | undefined) => (typeof wish === 'string' ? wish : null);
  const isRange = typeof caseMm === 'object' && !Array.isArray(caseMm);
  return {
    category: need.category,
    occasion: need.occasion,
    forWhom: need.forWhom,
    budgetMinMinor: need.budgetMinMinor,
    budgetMaxMinor: need.budgetMaxMinor,
    brand: need.brand ?? '',
    reference: need.reference ?? '',
    byDate: need.byDate ?? '',
    seen: need.seen ?? '',
    asked: need.asked ?? '',
    answered: need.answered ?? '',
    dial: one(dial),
    metal: one(metal),
    strap: one(strap),
    caseMax: isRange ? (caseMm.max ?? null) : null,
    isDiscreet: need.isDiscreet,
    others: {
      ...others,
      ...(dial !== undefined && one(dial) === null ? { dial } : {}),
      ...(metal !== undefined && one(metal) === null ? { metal } : {}),
      ...(strap !== undefined && one(strap) === null ? { strap } : {}),
      ...(caseMm !== undefined && !isRange ? { case_mm: caseMm } : {}),
    },
  };
}

type Fields = Input<'needs.update'>['fields'];

/** What is sent. */
export function fieldsOf(values: NeedValues): Fields {
  const { others, dial, metal, strap, caseMax, byDate, ...rest } = values;
  return {
    ...rest,
    byDate: byDate || null,
    attributes: {
      ...others,
      ...(dial ? { dial } : {}),
      ...(metal ? { metal } : {}),
      ...(strap ? { strap } : {}),
      ...(caseMax === null ? {} : { case_mm: { max: caseMax } }),
    },
  };
}

/** The band that is exactly this budget, or null. */
export function bandOf({ budgetMinMinor: min, budgetMaxMinor: max }: NeedValues): string | null {
  if (min === null && max === null) return null;
  return budgetBands.find((band) => band.minMinor === (min ?? 0) && band.maxMinor === max)?.code ?? null;
}

/** The budget a band stands for. */
export function budgetOfBand(code: string | null): Pick<NeedValues, 'budgetMinMinor' | 'budgetMaxMinor'> {
  const band = budgetBands.find((one) => one.code === code);
  return { budgetMinMinor: band?.minMinor || null, budgetMaxMinor: band?.maxMinor ?? null };
}
