import type { SearchResult } from '@shared/contract/search';
import type { Command } from 'commander';
import { wholeNumber } from '../whole-number';
import { withShop } from '../with-shop';

/** `shop search <text>`: what the one box would show. */
export function addSearch(program: Command): void {
  program
    .command('search')
    .description('find customers, items, products and receipts by anything: a name, digits, a serial, a word')
    .argument('<text>', 'what would be typed into the search box')
    .option('--limit <number>', 'results of each kind, at most 20', wholeNumber(1, 20), 8)
    .action((text: string, options: { limit: number }, command: Command) =>
      withShop(command, async ({ call, output }) => {
        const { results } = await call('search.query', { text, limit: options.limit });
        output.answer(results, results.length > 0 ? results.map(lineOf) : ['Nothing was found.']);
      }),
    );
}

function lineOf({ kind, title, facts, why }: SearchResult): string {
  const reason = why[0] ? `${why[0].field}: ${why[0].value}` : '';
  return [kind.padEnd(8), (facts.number ?? '').padEnd(12), title, reason].join('  ').trimEnd();
}
