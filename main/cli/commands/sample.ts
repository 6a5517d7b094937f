import { resolve } from 'node:path';
import { SAMPLE_PINS } from '@shared/domain/sample';
import type { Command } from 'commander';
import { openSampleShop, usualSample } from '../../features/setup/sample-shop';
import { closeShop, shopExists } from '../../kernel/open-shop';
import { CliError } from '../output';
import { wholeNumber } from '../whole-number';
import { withOutput } from '../with-shop';

// Ten times the design size; the generator holds the whole cast in memory.
const mostCustomers = 10_000_000;

/** `shop sample --out folder`: a shop of invented people, of any size. */
export function addSample(program: Command): void {
  program
    .command('sample')
    .description('make a sample shop of invented people; equal sizes and seeds give equal shops')
    .requiredOption('--out <folder>', 'a folder that holds no shop yet; use it with --shop afterwards')
    .option(
      '--customers <number>',
      'how many customers',
      wholeNumber(1, mostCustomers),
      usualSample.customers,
    )
    .option('--seed <number>', 'where the invention starts', wholeNumber(0, 2 ** 31 - 1), usualSample.seed)
    .action(({ out, customers, seed }: { out: string; customers: number; seed: number }, command: Command) =>
      withOutput(command, async ({ output }) => {
        const folder = resolve(out);
        if (shopExists(folder)) throw new CliError('SHOP_THERE', { folder });
        const controller = new AbortController();
        process.once('SIGINT', () => controller.abort());
        const shop = await openSampleShop(folder, {
          customers,
          seed,
          now: Date.now(),
          signal: controller.signal,
          onProgress: (step, done, total) => output.progress(step, done, total),
        });
        closeShop(shop);
        output.answer({ folder, customers, managerPin: SAMPLE_PINS.manager }, [
          `${customers} customers in ${folder}`,
          `Its managers' PIN is ${SAMPLE_PINS.manager}: everybody in it is invented.`,
        ]);
      }),
    );
}
