import { civilDateOf } from '@shared/domain/dates';
import type { WritableDb } from '../../db/sql';
import { newId } from '../../kernel/ids';
import { insertItem } from '../items/items.sql';
import { indexItem } from '../search/search.sql';
import type { ImportTask } from './import-job-types';
import { inShop, type LastNumbers } from './stage';
import { eachStaged } from './staged-rows';

interface SerialLine {
  readonly no: number;
  readonly customer_id: string;
  readonly product_id: string | null;
  readonly sale_no: number;
  readonly position: number;
  readonly brand: string | null;
  readonly family: string | null;
  readonly reference: string | null;
  readonly description: string;
  readonly serial: string;
  readonly total: number;
  readonly currency: string;
  readonly sold_at: number;
  readonly came_back: number;
}

/** A serial-numbered line with a known customer is an item they own, unless the file shows that it came back. */
export function publishItems(db: WritableDb, task: ImportTask, { lastSale }: LastNumbers): void {
  const staged = db.prepare(
    `SELECT l.no, c.id AS customer_id, p.id AS product_id, p.brand, p.family, p.reference,
       d.text AS description, l.serial, l.quantity * l.unit - l.discount AS total, s.currency, s.sold_at,
       ${inShop('s.no', String(lastSale))} AS sale_no, l.position + s.offset_position AS position,
       EXISTS (SELECT 1 FROM stage.lines b CROSS JOIN stage.sales t ON t.no = b.sale
         WHERE b.serial = l.serial AND b.quantity < 0 AND t.customer = s.customer AND t.sold_at >= s.sold_at) AS came_back
     FROM stage.lines l CROSS JOIN stage.sales s ON s.no = l.sale
       JOIN stage.customers c ON c.no = s.customer JOIN stage.descriptions d ON d.no = l.description
       LEFT JOIN stage.products q ON q.no = l.product
       LEFT JOIN main.products p ON p.id = q.id
     WHERE l.serial IS NOT NULL AND l.is_known = 0 AND l.quantity > 0 AND l.no > ? ORDER BY l.no LIMIT 1000`,
  );
  for (const line of eachStaged<SerialLine>(staged)) {
    const id = newId();
    insertItem(db, itemOf(line, id, task));
    indexItem(db, id);
  }
}

function itemOf(line: SerialLine, id: string, task: ImportTask): Parameters<typeof insertItem>[1] {
  return {
    id,
    customer_id: line.customer_id,
    product_id: line.product_id,
    sale_no: line.sale_no,
    sale_position: line.position,
    brand: line.brand,
    family: line.family,
    reference: line.reference,
    description: line.description,
    serial: line.serial,
    movement_number: null,
    calibre: null,
    attributes: '{}',
    is_bought_here: 1,
    bought_elsewhere_at: null,
    bought_on: civilDateOf(line.sold_at, task.timeZone),
    price_minor: line.total,
    currency: line.currency,
    warranty_policy: null,
    warranty_issuer: null,
    warranty_name: null,
    warranty_start: null,
    warranty_end: null,
    service_due: null,
    water_test_due: null,
    battery_due: null,
    is_discreet: 0,
    status: line.came_back === 1 ? 'returned' : 'owned',
    note: null,
    import_id: task.importId,
    version: 1,
    created_at: task.now,
    updated_at: task.now,
    deleted_at: null,
  };
}
