import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { enterSample, launchApp, type RunningApp, tell, tryTell } from './app';

// Electron's security checklist, asked of the running app and of a page that tries to get out.
let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
});
test.afterAll(() => running.close());

test('the page is sandboxed, isolated and knows no Node', async () => {
  const { app, page } = running;
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Not in the typings, but the only way to see what the page really runs with.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
  const reached = await page.evaluate(() =>
    ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(reached).toEqual([]);
});

test('the bridge is four functions, and nothing more', async () => {
  const bridge = await running.page.evaluate(() => {
    const { vitrine } = window as unknown as { vitrine: Record<string, unknown> };
    return Object.entries(vitrine).map(([name, value]) => `${name}: ${typeof value}`);
  });
  expect(bridge.sort()).toEqual([
    'cancel: function',
    'invoke: function',
    'onChanged: function',
    'onProgress: function',
  ]);
});

test('the page’s policy is strict, and obeyed', async () => {
  const { page } = running;
  const policy = await page.evaluate(
    async () => (await fetch('/')).headers.get('content-security-policy') ?? '',
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).not.toMatch(/unsafe-|\*|http:|https:/);
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const image = document.createElement('div');
    image.innerHTML = '<img src="nowhere" onerror="window.injected = true">';
    document.body.append(image);
    await new Promise((resolve) => setTimeout(resolve, 200));
    image.remove();
    return 'injected' in window;
  });
  expect(ran).toBe(false);
});

test('nothing leaves the machine', async () => {
  const results = await running.page.evaluate(async () => {
    const attempts = [
      'https://example.com/',
      'http://127.0.0.1:1/',
      'file:///etc/hostname',
      'app://elsewhere/',
    ];
    return Promise.all(
      attempts.map((address) =>
        fetch(address).then(
          (response) => `${address} ${response.status}`,
          () => 'refused',
        ),
      ),
    );
  });
  expect(new Set(results)).toEqual(new Set(['refused']));
  const images = await running.page.evaluate(async () =>
    Promise.all(
      ['https://example.com/a.png', 'file:///usr/share/pixmaps/a.png'].map(
        (source) =>
          new Promise<string>((resolve) => {
            const image = new Image();
            image.onload = () => resolve('loaded');
            image.onerror = () => resolve('refused');
            image.src = source;
          }),
      ),
    ),
  );
  expect(images).toEqual(['refused', 'refused']);
});

test('the page cannot go elsewhere, open a window, or attach a webview', async () => {
  const { app, page } = running;
  const before = page.url();
  for (const address of [
    'https://example.com/',
    'file:///etc/hostname',
    'app://vitrine/documents/x',
    'data:text/html,x',
  ]) {
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
    await page.waitForTimeout(150);
    expect(page.url(), address).toBe(before);
  }
  const opened = await page.evaluate(() =>
    ['file:///etc/hostname', 'app://vitrine/', 'javascript:1', 'ftp://example.com/'].map((to) =>
      window.open(to),
    ),
  );
  expect(opened).toEqual([null, null, null, null]);
  await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(view);
  });
  await page.waitForTimeout(200);
  const counts = await app.evaluate(({ BrowserWindow, webContents }) => ({
    windows: BrowserWindow.getAllWindows().length,
    webviews: webContents.getAllWebContents().filter((contents) => contents.getType() === 'webview').length,
  }));
  expect(counts).toEqual({ windows: 1, webviews: 0 });
});

test('every permission is refused', async () => {
  const answers = await running.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    const media = await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    const notification = await Notification.requestPermission();
    return [...states, media ?? 'denied', notification];
  });
  expect(new Set(answers)).toEqual(new Set(['denied']));
});

test('the camera is refused before an intake asks and after, to a locked counter always, and the microphone ever', async () => {
  // A pretended camera and microphone, but the app's own answer: Chromium's pretended one would ask nobody.
  const withCamera = await launchApp({ args: ['--use-fake-device-for-media-stream'] });
  const { page } = withCamera;
  try {
    const ask = (wanted: MediaStreamConstraints) =>
      page.evaluate(
        (constraints) =>
          navigator.mediaDevices.getUserMedia(constraints).then(
            (stream) => {
              for (const track of stream.getTracks()) track.stop();
              return 'granted';
            },
            (error: DOMException) => error.name,
          ),
        wanted,
      );
    const refused = 'NotAllowedError';
    expect(await tryTell(page, 'jobs.camera', { isOpen: true })).toMatchObject({ ok: false });
    expect(await ask({ video: true })).toBe(refused);
    await enterSample(page, 'advisor');
    expect(await ask({ video: true })).toBe(refused);

    await tell(page, 'jobs.camera', { isOpen: true });
    expect(await ask({ video: true })).toBe('granted');
    expect(await ask({ audio: true })).toBe(refused);
    expect(await ask({ audio: true, video: true })).toBe(refused);
    const inFrame = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.allow = 'camera';
      frame.src = '/index.html';
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 500));
      let answer = 'refused';
      try {
        await frame.contentWindow?.navigator.mediaDevices.getUserMedia({ video: true });
        answer = 'granted';
      } catch {
        // Refused, or not even to be asked.
      }
      frame.remove();
      return answer;
    });
    expect(inFrame).toBe('refused');

    await tell(page, 'jobs.camera', { isOpen: false });
    expect(await ask({ video: true })).toBe(refused);
    await tell(page, 'jobs.camera', { isOpen: true });
    await tell(page, 'session.lock', {});
    expect(await ask({ video: true })).toBe(refused);
  } finally {
    await withCamera.close();
  }
});

test('a frame inside the page has no bridge, and main does not answer one', async () => {
  const { app, page } = running;
  const bridges = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = '/index.html';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const inner = frame.contentWindow as unknown as { vitrine?: unknown } | null;
    let found = 'none';
    try {
      if (inner?.vitrine) found = 'bridge';
    } catch {
      found = 'none';
    }
    frame.remove();
    return found;
  });
  expect(bridges).toBe('none');
  // A second window that is not ours, with our preload: the strongest position a foreign page could be in.
  const answer = await app.evaluate(async ({ BrowserWindow, app: electronApp }) => {
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        preload: `${electronApp.getAppPath()}/out/preload/preload.cjs`,
      },
    });
    try {
      await foreign.loadURL('app://vitrine/documents/none').catch(() => {});
      return (await foreign.webContents.executeJavaScript(
        "window.vitrine.invoke({ operation: 'session.state', input: {}, requestId: crypto.randomUUID() })",
      )) as unknown;
    } finally {
      foreign.destroy();
    }
  });
  expect(answer).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
});

test('main answers no message that is not a call', async () => {
  const answers = await running.page.evaluate(() => {
    const { vitrine } = window as unknown as { vitrine: { invoke(message: unknown): Promise<unknown> } };
    return Promise.all(
      [null, 'session.state', { operation: 'session.state' }, {}].map((message) => vitrine.invoke(message)),
    );
  });
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
  expect(await tryTell(running.page, 'constructor', {})).toMatchObject({
    ok: false,
    code: 'UNKNOWN_OPERATION',
  });
  expect(await tryTell(running.page, 'shop.saveSettings', {})).toMatchObject({ ok: false });
});

test('a second copy on the same profile gives way to the first', async () => {
  const { app, profile } = running;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = await app.evaluate(() => process.execPath);
  const root = await app.evaluate(({ app: electronApp }) => electronApp.getAppPath());
  const second = spawnSync(program, [...asRoot, root, `--user-data-dir=${profile}`], { timeout: 20_000 });
  expect(second.error).toBeUndefined();
  expect(second.status).toBe(0);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('scripts typed into a field are text', async () => {
  const { page } = running;
  await enterSample(page, 'manager');
  await page.goto('app://vitrine/#/settings');
  const field = page.getByRole('textbox').nth(1);
  await field.waitFor();
  const name = '<img src=x onerror="window.injected=1"><script>window.injected=1</script>';
  const { currency: _currency, timeZone: _timeZone, ...shop } = await tell(page, 'shop.details', {});
  // `tell` waits for the sample's first jobs, which may be writing.
  await tell(page, 'shop.saveDetails', { ...shop, name, chineseName: name });
  await expect(page.getByText('<img src=x').first()).toBeVisible();
  expect(await page.evaluate(() => 'injected' in window)).toBe(false);
});
