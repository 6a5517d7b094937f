import { dialog, safeStorage, shell } from 'electron';
import type { Devices, KeyStore } from '../kernel/devices';
import { closeCamera, openCamera } from './camera';
import { dropDocuments, keepDocument, keptDocument } from './documents';
import { isAllowedExternal } from './external';
import { documentToPdf, printDocument } from './printing';
import { electronUpdater } from './updater';

/** The real devices of a machine with a window. Call after the app is ready. */
export function electronDevices(): Devices {
  return {
    keepDocument,
    keptDocument,
    dropDocuments() {
      dropDocuments();
      closeCamera();
    },
    setCamera: (isOpen) => (isOpen ? openCamera() : closeCamera()),
    toPdf: documentToPdf,
    print: printDocument,
    async chooseFileToOpen({ title, extensions }) {
      const filters = extensions ? [{ name: title, extensions: [...extensions] }] : [];
      const { filePaths } = await dialog.showOpenDialog({ title, filters, properties: ['openFile'] });
      return filePaths[0] ?? null;
    },
    async chooseFileToSave({ title, suggestedName, extensions }) {
      const filters = extensions ? [{ name: title, extensions: [...extensions] }] : [];
      const { filePath } = await dialog.showSaveDialog({ title, defaultPath: suggestedName, filters });
      return filePath || null;
    },
    async chooseFolder(title) {
      const { filePaths } = await dialog.showOpenDialog({
        title,
        properties: ['openDirectory', 'createDirectory'],
      });
      return filePaths[0] ?? null;
    },
    async openExternal(address) {
      if (!isAllowedExternal(address)) return false;
      await shell.openExternal(address);
      return true;
    },
    keyStore: trustworthyKeyStore(),
    updater: electronUpdater(),
  };
}

/** On a bare Linux `safeStorage` only scrambles with a fixed password: that is no key store. */
function trustworthyKeyStore(): KeyStore | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    wrap: (secretHex) => safeStorage.encryptString(secretHex).toString('base64'),
    unwrap: (wrapped) => safeStorage.decryptString(Buffer.from(wrapped, 'base64')),
  };
}
