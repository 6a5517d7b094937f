import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { asLanguage } from '@shared/domain/languages';
import { type Command, Option } from 'commander';
import { cliDevices } from '../cli-devices';
import { CliError } from '../output';
import { withShop } from '../with-shop';

interface ReportOptions {
  readonly out: string;
  readonly copy: 'customer' | 'shop';
  readonly language: string;
}

/** `shop report <number> --out file.pdf`: the customer report, as the window prints it. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description("write a customer's report as .pdf or .html")
    .argument('<number>', 'the member number')
    .requiredOption('--out <file>', 'where to write it; must end in .pdf or .html')
    .addOption(
      new Option('--copy <whose>', "the customer's copy leaves out what is the shop's own")
        .choices(['customer', 'shop'])
        .default('customer'),
    )
    .addOption(new Option('--language <language>').choices(['en', 'zh-Hant', 'zh-Hans']).default('en'))
    .action((number: string, { out, copy, language }: ReportOptions, command: Command) =>
      withShop(command, async ({ call, output }) => {
        const type = extname(out).toLowerCase();
        if (type !== '.pdf' && type !== '.html') throw new CliError('FILE_TYPE_UNKNOWN');
        const { results } = await call('search.query', { text: number, kinds: ['customer'], limit: 20 });
        const customer = results.find(({ facts }) => facts.number === number);
        if (!customer) throw new CliError('CUSTOMER_NUMBER_UNKNOWN', { number });
        const { documentId } = await call('reports.customer', {
          customerId: customer.id,
          copy,
          language: asLanguage(language),
          isForFile: true,
        });
        const document = cliDevices.keptDocument(documentId);
        if (!document) throw new CliError('DOCUMENT_GONE');
        await writeReport(out, type === '.pdf' ? await cliDevices.toPdf(document) : document.html);
        output.answer({ file: out }, [`Written to ${out}`]);
      }),
    );
}

async function writeReport(file: string, content: Buffer | string): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600 });
  } catch (error) {
    const problem = (error as NodeJS.ErrnoException).code ?? '';
    throw new CliError('DISK_REFUSED', { path: file, problem });
  }
}
