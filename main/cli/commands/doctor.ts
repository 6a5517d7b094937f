import { words } from '@shared/words';
import type { Command } from 'commander';
import { exitCodes } from '../output';
import { withShop } from '../with-shop';

/** `shop doctor`: reads everything; with `--rebuild`, makes totals and the search index anew first. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check every page, every reference, the log, totals and the search index')
    .option('--rebuild', 'first make totals and the search index anew from the records')
    .action((options: { rebuild?: boolean }, command: Command) =>
      withShop(command, async ({ call, output }) => {
        if (options.rebuild) await call('doctor.rebuild', {});
        const { findings, isWell } = await call('doctor.check', {});
        const names = words.en.doctor.check;
        output.answer(
          { findings, isWell },
          findings.map(({ check, isWell: well, looked, wrong }) =>
            well ? `well   ${names[check]} (${looked})` : `WRONG  ${names[check]}: ${wrong} of ${looked}`,
          ),
        );
        if (!isWell) process.exitCode = exitCodes.refused;
      }),
    );
}
