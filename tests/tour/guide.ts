import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** Where pictures and PDFs go; `scripts/tour.mjs` says where. */
export const tourFolder = process.env.VITRINE_TOUR ?? 'tour';

/** One line for whoever started the tour. */
export const say = (line: string) => process.stdout.write(`${line}\n`);

/** Leads through the app: numbers the steps, takes their pictures, and keeps what went wrong in the page. */
export class Guide {
  readonly page: Page;
  readonly problems: string[] = [];
  readonly #app: ElectronApplication;
  #number = 0;

  constructor(app: ElectronApplication, page: Page) {
    this.#app = app;
    this.page = page;
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.problems.push(`after step ${this.#number}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error')
        this.problems.push(`after step ${this.#number}, ${message.location().url}: ${message.text()}`);
    });
  }

  /** Takes the picture of a step and says it in one line. */
  async show(name: string, { withToasts = false } = {}): Promise<void> {
    this.#number += 1;
    // A corner where nothing reacts to it.
    await this.page.mouse.move(2, 2);
    if (!withToasts) await this.#closeToasts();
    const file = `${String(this.#number).padStart(2, '0')}-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`;
    await this.settle();
    // Hiding the caret would take an inline style, which the page's policy refuses and reports.
    await this.page.screenshot({ path: join(tourFolder, file), caret: 'initial' });
    say(`  ${file.slice(0, 2)}  ${name}`);
  }

  async #closeToasts(): Promise<void> {
    const crosses = this.page.locator('.mantine-Notification-closeButton');
    // All in one go: a toast that leaves by itself meanwhile must not be waited for.
    await crosses.evaluateAll((buttons) => {
      for (const button of buttons) (button as HTMLElement).click();
    });
    await expect(crosses).toHaveCount(0);
  }

  /** Waits until nothing moves, loads, or pops up any more. */
  async settle(): Promise<void> {
    await this.page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root'));
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      const pictures = [...document.images].filter(({ complete }) => !complete);
      await Promise.allSettled(pictures.map((picture) => picture.decode()));
      // Endless ones (a spinner) never finish.
      const moving = document
        .getAnimations()
        .filter((animation) => animation.effect?.getTiming().iterations !== Infinity);
      await Promise.allSettled(moving.map((animation) => animation.finished));
    });
  }

  /** Waits until the paper in the preview is drawn. */
  async paperIsThere(): Promise<void> {
    await this.page.locator('iframe').waitFor();
    await this.page.frameLocator('iframe').locator('body').waitFor();
  }

  /** The window's inner size. */
  async resize(width: number, height: number): Promise<void> {
    await this.#app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await this.page.waitForFunction((wanted) => window.innerWidth === wanted, width);
  }

  /** The README's picture, docs/screenshot.png: what the window shows now. Only with VITRINE_SCREENSHOT=1. */
  async keepScreenshot(): Promise<void> {
    await this.page.screenshot({
      path: join(import.meta.dirname, '..', '..', 'docs', 'screenshot.png'),
      caret: 'initial',
    });
  }

  /** The next save dialogs answer with this file of the tour, as if somebody had chosen it. */
  async willSaveTo(name: string): Promise<string> {
    const file = join(tourFolder, name);
    await this.#app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    return file;
  }

  /** The next open dialogs answer with this file or folder. */
  async willOpen(path: string): Promise<void> {
    await this.#app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, path);
  }
}
