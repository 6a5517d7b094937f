import { InvalidArgumentError } from 'commander';

/** Reads an option that is a whole number from `least` to `most`; anything else is a wrong call, told with the range. */
export function wholeNumber(least: number, most: number): (typed: string) => number {
  return (typed) => {
    const number = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
    if (!(number >= least && number <= most))
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };
}
