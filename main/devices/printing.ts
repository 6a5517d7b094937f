import { BrowserWindow } from 'electron';
import type { PageSize, PreparedDocument, PrintOutcome } from '../kernel/devices';
import { keepDocument } from './documents';
import { footerTemplate } from './footer';

const micrometresPerMm = 1000;
const mmPerInch = 25.4;
const pixelsPerMm = 96 / mmPerInch;

/** Shows the document in a window nobody sees while `work` runs. */
async function withHiddenWindow<T>(
  document: PreparedDocument,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    width: document.page === 'roll80' ? Math.round(80 * pixelsPerMm) : 794,
    height: 1123,
    useContentSize: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  try {
    await window.loadURL(`app://vitrine/documents/${keepDocument(document)}`);
    // Measured and printed in its own typeface, not in whatever stands in until that is read.
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)');
    return await work(window);
  } finally {
    window.destroy();
  }
}

/** Height of the content in millimetres: a roll is cut where the receipt ends. */
async function contentHeightMm(window: BrowserWindow): Promise<number> {
  const pixels = (await window.webContents.executeJavaScript('document.body.scrollHeight')) as number;
  return Math.ceil(pixels / pixelsPerMm) + 4;
}

async function sizeInMm(
  window: BrowserWindow,
  page: PageSize,
): Promise<{ widthMm: number; heightMm: number }> {
  if (page === 'A4') return { widthMm: 210, heightMm: 297 };
  if (page === 'A5') return { widthMm: 148, heightMm: 210 };
  if (page === 'roll80') return { widthMm: 80, heightMm: await contentHeightMm(window) };
  return page;
}

/** The document as PDF bytes, tagged for screen readers. */
export function documentToPdf(document: PreparedDocument): Promise<Buffer> {
  return withHiddenWindow(document, async (window) => {
    const { widthMm, heightMm } = await sizeInMm(window, document.page);
    return window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: document.page === 'A4' || document.page === 'A5',
      pageSize: { width: widthMm / mmPerInch, height: heightMm / mmPerInch },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      ...(document.footer && {
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footerTemplate(document.footer),
      }),
      generateTaggedPDF: true,
    });
  });
}

/** Opens the system's print dialog for the document. */
export function printDocument(document: PreparedDocument): Promise<PrintOutcome> {
  return withHiddenWindow(document, async (window) => {
    const printers = await window.webContents.getPrintersAsync();
    if (printers.length === 0) return 'no-printer';
    const { widthMm, heightMm } = await sizeInMm(window, document.page);
    const pageSize =
      document.page === 'A4' || document.page === 'A5'
        ? document.page
        : { width: Math.round(widthMm * micrometresPerMm), height: Math.round(heightMm * micrometresPerMm) };
    return new Promise<PrintOutcome>((resolve) => {
      window.webContents.print(
        // With a footer the system's dialog numbers the pages beside it.
        { silent: false, printBackground: true, pageSize, header: '', footer: document.footer?.left ?? '' },
        (done) => resolve(done ? 'printed' : 'cancelled'),
      );
    });
  });
}
