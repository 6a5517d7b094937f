import { writeFile } from 'node:fs/promises';
import type { privacyContract } from '@shared/contract/privacy';
import { displayName } from '@shared/domain/names';
import { fail } from '../../kernel/errors';
import type { ActionContext, ActionHandlers } from '../../kernel/handlers';
import { incidentLetter, incidentRecord } from '../../reports/incident-papers/incident-papers';
import { letterShop, personNames } from '../../reports/letterhead';
import { personalDataCopy } from '../../reports/personal-data-copy/personal-data-copy';
import { privacyLetter } from '../../reports/privacy-letter/privacy-letter';
import { followedBy, runJob } from '../../workers/run-job';
import { findCustomer, findStandingCustomer } from '../customers/customers.sql';
import { findShop } from '../shop/shop.sql';
import { asPlainData, type HeldTable, readHeld } from './copy.sql';
import { eraseCustomer, idsOfPerson } from './erase.sql';
import { listIncidents } from './incidents.sql';
import { openRequest, remember } from './privacy.commands';
import {
  findShownRequest,
  listObstacles,
  listRefusals,
  listRequestsOf,
  type RequestRow,
  updateRequest,
} from './privacy.sql';
import { refusalOf, requestOf } from './request-view';
import { retentionActions } from './retention.actions';

/** The request whose copy may be made: open, of somebody on record whose identity was seen. */
function copyable(
  { db }: Pick<ActionContext, 'db'>,
  requestId: string,
): RequestRow & { customer_id: string } {
  const row = openRequest(db, requestId);
  if (row.customer_id === null) return fail('NOTHING_HELD');
  if (row.identity_seen === null) return fail('IDENTITY_NEEDED');
  return { ...row, customer_id: row.customer_id };
}

function readCopy(context: ActionContext, customerId: string, leaveOut: readonly string[]): HeldTable[] {
  return readHeld(context.db, customerId, new Set(leaveOut), (done, total) =>
    context.progress('privacy.copy.reading', done, total),
  );
}

/** That a copy was made stands in the request, and as an export in the log. */
function noteCopy(context: ActionContext, requestId: string, form: string): void {
  context.transact((inside) => {
    inside.about('privacy-request', requestId, ['copy_made_at', 'export']);
    const row = openRequest(inside.db, requestId);
    updateRequest(inside.db, requestId, {
      copy_made_at: inside.now,
      version: row.version + 1,
      updated_at: inside.now,
    });
    remember(inside, requestId, 'copy', form);
  });
}

export const privacyActions: ActionHandlers<typeof privacyContract> = {
  ...retentionActions,

  'privacy.makeCopy': (context, { requestId, leaveOut }) => {
    const { db, shop, today, devices, about } = context;
    const row = copyable(context, requestId);
    about('privacy-request', requestId);
    const held = readCopy(context, row.customer_id, leaveOut);
    const customer = findCustomer(db, row.customer_id) ?? fail('REQUEST_NOT_FOUND');
    const shown = findShownRequest(db, requestId) ?? fail('REQUEST_NOT_FOUND');
    const document = personalDataCopy({
      held,
      request: requestOf(shown, today),
      name: displayName(personNames(customer), shown.language === 'en' ? 'en' : 'zh-Hant') || customer.number,
      shop: letterShop(db, requestOf(shown, today).language),
      privacyOfficer: findShop(db)?.privacy_officer ?? null,
      leftOut: leaveOut.length,
      today,
      timeZone: shop?.timeZone ?? 'Asia/Hong_Kong',
      currency: shop?.currency ?? 'HKD',
    });
    const documentId = devices.keepDocument(document);
    noteCopy(context, requestId, 'PDF');
    return { documentId, rows: held.reduce((sum, { rows }) => sum + rows.length, 0) };
  },

  'privacy.saveCopy': async (context, { requestId, leaveOut }) => {
    const { devices, today, about } = context;
    const row = copyable(context, requestId);
    about('privacy-request', requestId);
    const held = readCopy(context, row.customer_id, leaveOut);
    const file = await devices.chooseFileToSave({
      title: row.number,
      suggestedName: `${row.number}.json`,
      extensions: ['json'],
    });
    if (!file) return { file: null };
    const content = {
      request: row.number,
      receivedOn: row.received_on,
      madeOn: today,
      shop: findShop(context.db)?.name ?? '',
      rowsLeftOut: leaveOut.length,
      data: asPlainData(held),
    };
    try {
      await writeFile(file, JSON.stringify(content, null, 2), { mode: 0o600 });
    } catch (error) {
      return fail('FILE_NOT_WRITTEN', { reason: String((error as { code?: string }).code ?? '') });
    }
    noteCopy(context, requestId, 'JSON');
    return { file };
  },

  'privacy.letter': (context, { requestId, language }) => {
    const { db, today, devices, about } = context;
    const row = findShownRequest(db, requestId) ?? fail('REQUEST_NOT_FOUND');
    if (row.status === 'open') fail('REQUEST_OPEN');
    about('privacy-request', requestId, ['letter']);
    const [refusal] = listRefusals(db, requestId);
    const customer = row.customer_id === null ? null : (findCustomer(db, row.customer_id) ?? null);
    const document = privacyLetter({
      request: requestOf(row, today),
      refusal: refusal ? refusalOf(refusal) : null,
      customer,
      shop: letterShop(db, language),
      privacyOfficer: findShop(db)?.privacy_officer ?? null,
      today,
      language,
    });
    context.transact((inside) => {
      inside.about('privacy-request', requestId, ['letter']);
      remember(inside, requestId, 'letter', null);
    });
    return { documentId: devices.keepDocument(document) };
  },

  'privacy.erase': async (context, { customerId, typedNumber }) => {
    const { shop, devices, signal, progress, about, touch } = context;
    if (!shop) return fail('NO_SHOP');
    about('customer', customerId);
    progress('privacy.erase.erasing', 0, null);
    const rows = context.transact((inside) => {
      const { db, now, today, staff } = inside;
      const customer = findStandingCustomer(db, customerId);
      if (!customer || customer.deleted_at !== null) return fail('CUSTOMER_NOT_FOUND');
      if (typedNumber !== customer.number) fail('NUMBER_DIFFERS');
      const ids = idsOfPerson(db, customer.id);
      const obstacles = listObstacles(db, ids);
      if (obstacles.length > 0)
        fail('SOMETHING_OPEN', {
          what:
            obstacles
              .map(({ number }) => number)
              .filter(Boolean)
              .join(', ') || '—',
        });
      const requests = listRequestsOf(db, customer.id).filter(({ status }) => status === 'open');
      if (requests.some(({ identity_seen }) => identity_seen === null)) fail('IDENTITY_NEEDED');
      inside.about('customer', customer.id, ['erased']);
      for (const request of requests) {
        updateRequest(db, request.id, {
          status: 'granted',
          answered_on: today,
          answered_at: now,
          answered_by: staff.staffId,
          answered_how: request.received_how,
          answer: '—',
          version: request.version + 1,
          updated_at: now,
        });
        remember(inside, request.id, 'erased', null);
      }
      const counts = eraseCustomer(db, {
        customerId: customer.id,
        at: now,
        staffId: staff.staffId,
        cause: requests.length > 0 ? 'request' : 'retention',
        requestId: requests[0]?.id ?? null,
      });
      return Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
    });
    // What was prepared to be printed may be about this person.
    devices.dropDocuments();
    touch('customers', 'privacy');
    const isIndexClean = await runJob(
      'tidyIndex',
      { location: shop.location },
      followedBy({ signal, progress }),
    );
    return { rows, isIndexClean };
  },

  'privacy.incidentPaper': (context, { incidentId, paper, language }) => {
    const { db, today, devices, about } = context;
    const [incident] = listIncidents(db, incidentId);
    if (!incident) return fail('INCIDENT_NOT_FOUND');
    about('incident', incidentId, [paper]);
    const from = {
      incident,
      shop: letterShop(db, language),
      privacyOfficer: findShop(db)?.privacy_officer ?? null,
      today,
      language,
    };
    return {
      documentId: devices.keepDocument(paper === 'record' ? incidentRecord(from) : incidentLetter(from)),
    };
  },
};
