import { prepared, type WritableDb } from '../../db/sql';
import { customerKeys } from './documents';
import { homeCountry, readCustomers } from './rows.sql';
import { addToTable, addWords, indexTables } from './write.sql';

/** Few enough that nobody who types meanwhile waits for them: some ten milliseconds. */
const CUSTOMERS_A_STEP = 20;

interface Renewal {
  readonly after_doc: number;
  readonly until_doc: number;
}

/**
 * Writes anew the keys of the next few customers whose keys an older version of the app made; each keeps its place, which says
 * who was dealt with last. False when none is left. Within the caller's transaction.
 */
export function renewKeys(db: WritableDb): boolean {
  const renewal = prepared(db, 'SELECT after_doc, until_doc FROM search_renewal').get() as
    | Renewal
    | undefined;
  if (!renewal) return false;
  const docs = nextDocs(db, renewal);
  const country = homeCountry(db);
  const customers = new Map(readCustomers(db, [...docs.values()]).map((row) => [row.id, row]));
  for (const [doc, id] of docs) {
    const customer = customers.get(id);
    if (!customer) continue;
    prepared(db, `DELETE FROM ${indexTables.customer} WHERE rowid = ?`).run(doc);
    addToTable(db, 'customer', doc, customerKeys(customer, country));
    addWords(db, customer);
  }
  const last = [...docs.keys()].at(-1);
  if (last === undefined || docs.size < CUSTOMERS_A_STEP) {
    prepared(db, 'DELETE FROM search_renewal').run();
    return false;
  }
  prepared(db, 'UPDATE search_renewal SET after_doc = ?').run(last);
  return true;
}

/** In the order of the documents, in which the full-text table takes them best. */
function nextDocs(db: WritableDb, { after_doc, until_doc }: Renewal): Map<number, string> {
  const rows = prepared(
    db,
    `SELECT doc, entity_id FROM search_docs WHERE kind = 'customer' AND doc > ? AND doc <= ?
     ORDER BY doc LIMIT ${CUSTOMERS_A_STEP}`,
  ).all(after_doc, until_doc) as Array<{ doc: number; entity_id: string }>;
  return new Map(rows.map(({ doc, entity_id }) => [doc, entity_id]));
}
