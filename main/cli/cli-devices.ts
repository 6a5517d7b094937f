import { dropDocuments, keepDocument, keptDocument } from '../devices/documents';
import { idleUpdater } from '../devices/idle-updater';
import type { Devices } from '../kernel/devices';
import { fail } from '../kernel/errors';
import { documentToPdf } from './pdf';

/** The devices of a terminal: documents and PDF, no dialogs, no printer, no key store of a desktop. */
export const cliDevices: Devices = {
  keepDocument,
  keptDocument,
  dropDocuments,
  setCamera: () => fail('DEVICE_MISSING'),
  toPdf: documentToPdf,
  print: () => Promise.resolve('no-printer'),
  chooseFileToOpen: () => fail('DEVICE_MISSING'),
  chooseFileToSave: () => fail('DEVICE_MISSING'),
  chooseFolder: () => fail('DEVICE_MISSING'),
  openExternal: () => Promise.resolve(false),
  keyStore: null,
  // Only the window renews itself.
  updater: idleUpdater('', 'development'),
};
