import { Command } from 'commander';
import { addBackup } from './commands/backup';
import { addDoctor } from './commands/doctor';
import { addImport } from './commands/import';
import { addReport } from './commands/report';
import { addRestore } from './commands/restore';
import { addSample } from './commands/sample';
import { addSearch } from './commands/search';
import { addVerify } from './commands/verify';
import { exitCodes } from './output';

const program = new Command('shop')
  .description('Vitrine without its window: the same features, permissions and log, signed in as a manager.')
  // Every command's own help shows what holds for all: --json, --home, --shop.
  .configureHelp({ showGlobalOptions: true })
  .option('--home <folder>', "where the app keeps this user's data (VITRINE_HOME)")
  .option('--shop <folder>', "one shop's own folder, such as a sample's")
  .option('--json', 'answer as JSON')
  // What is needed and what an exit code means stands under every command's own help, too.
  .addHelpText(
    'afterAll',
    `
Secrets are asked for, or come from the environment: VITRINE_PASSPHRASE, VITRINE_PIN, VITRINE_RECOVERY_KEY;
VITRINE_STAFF names the manager. Exit codes: 0 done, 1 refused or found wanting, 2 called wrongly, 3 not opened.`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.usage));

addSearch(program);
addImport(program);
addReport(program);
addBackup(program);
addVerify(program);
addRestore(program);
addDoctor(program);
addSample(program);

await program.parseAsync();
