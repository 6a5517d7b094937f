import type { CustomerRow } from '../customers/customers.sql';
import type { NewProduct } from '../products/products.sql';
import type { ImportTask } from './import-job-types';

/** A customer of whom the file says nothing yet. */
export function blankCustomer(task: ImportTask, id: string, number: string): CustomerRow {
  return {
    id,
    number,
    external_id: null,
    title: null,
    family_name: null,
    given_name: null,
    english_name: null,
    chinese_name: null,
    preferred_name: null,
    other_names: null,
    form_of_address: null,
    language: task.options.language,
    preferred_channel: null,
    contact_hours: null,
    is_minor: 0,
    birth_year: null,
    birth_month: null,
    birth_day: null,
    address: null,
    district: null,
    country: null,
    discretion: null,
    occupation: null,
    primary_advisor_id: null,
    secondary_advisor_id: null,
    source: 'import',
    import_id: task.importId,
    merged_into_id: null,
    version: 1,
    created_at: task.now,
    created_by: task.staffId,
    updated_at: task.now,
    deleted_at: null,
  };
}

/** A product of which the file says nothing yet; its code and name are still to be set. */
export function blankProduct(task: ImportTask, id: string): NewProduct {
  const { category, currency } = task.options;
  return {
    id,
    code: '',
    brand: null,
    family: null,
    reference: null,
    barcode: null,
    name: '',
    chinese_name: null,
    category,
    attributes: '{}',
    currency,
    price_minor: null,
    status: 'current',
    stock_count: null,
    is_serialised: category === 'watch' ? 1 : 0,
    is_precious: 0,
    warranty_policy: null,
    care: null,
    arrived_at: null,
    import_id: task.importId,
    version: 1,
    created_at: task.now,
    updated_at: task.now,
    deleted_at: null,
  };
}
