import { join } from 'node:path';
import { benchFiles } from './files';
import { benchRecommendations, benchSaving } from './records';
import type { Row } from './result';
import { benchLongCustomer, benchStartAndMemory, benchTyping } from './window';

/** The parts beside look-up; each answers its rows of the table. */
export const restParts = {
  typing: (customers: number, say: Say) => benchTyping(customers, say),
  start: (_customers: number, say: Say) => benchStartAndMemory(say),
  customer: (_customers: number, say: Say) => benchLongCustomer(say),
  saving: (_customers: number, say: Say) => benchSaving(say),
  recommend: (_customers: number, say: Say) => benchRecommendations(say),
  files: (_customers: number, say: Say) => benchFiles(invoices(), say),
} as const satisfies Record<string, (customers: number, say: Say) => Promise<Row[]>>;

type Say = (line: string) => void;
export type RestPart = keyof typeof restParts;

/** The Online Retail invoices, which are no part of this repository. */
const invoices = () =>
  process.env.VITRINE_BENCH_INVOICES ?? join('..', 'shared', 'data', 'online-retail', 'online_retail.csv.gz');
