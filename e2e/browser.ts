// A real Chromium for the journeys: one context for each person, found by role and label, with screenshots that are worth showing.
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export interface Walker {
  readonly url: string;
  /** What the server printed when it started: addresses and sign-ins. */
  readonly printed: string;
  /** A page of a person who is signed in, in a context of its own. */
  as(login: string, options?: { readonly phone?: boolean; readonly dark?: boolean }): Promise<Page>;
  /** A page of nobody; without script, what is shown is what the server sent. */
  visitor(options?: { readonly phone?: boolean; readonly script?: boolean }): Promise<Page>;
  shoot(page: Page, name: string): Promise<void>;
  shootAll(prefix: string): Promise<void>;
  /** Closes all contexts of the journey. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

const flags = [
  '--lang=zh-CN',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executable = (): string => process.env.CHROMIUM ?? '/usr/bin/chromium';

export async function openBrowser(url: string, output: string, printed: string): Promise<Walker> {
  const browser: Browser = await chromium.launch({ executablePath: executable(), args: flags });
  const contexts: BrowserContext[] = [];
  const password = /密码[：:]\s*(\S+)/.exec(printed)?.[1] ?? 'Lanjiang@2026';

  const newPage = async (options: { phone?: boolean; dark?: boolean; script?: boolean } = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: options.phone === true ? { width: 390, height: 844 } : { width: 1366, height: 768 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: options.dark === true ? 'dark' : 'light',
      reducedMotion: 'reduce',
      javaScriptEnabled: options.script !== false,
    });
    context.setDefaultTimeout(15_000);
    contexts.push(context);
    return context.newPage();
  };

  const shoot = async (page: Page, name: string): Promise<void> => {
    await page.waitForLoadState('networkidle').catch(() => {});
    await page.screenshot({ path: path.join(output, `${name}.png`) });
  };

  return {
    url,
    printed,
    visitor: (options) => newPage(options),
    async as(login, options) {
      const page = await newPage(options);
      await page.goto(`${url}/sign-in`);
      await page.getByRole('textbox', { name: '账号' }).fill(login);
      await page.getByLabel('密码', { exact: true }).fill(password);
      await page.getByRole('button', { name: '登录' }).click();
      await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
      return page;
    },
    shoot,
    async shootAll(prefix) {
      let n = 0;
      for (const context of contexts) for (const page of context.pages()) await shoot(page, `${prefix}-${++n}`).catch(() => {});
    },
    async leave() {
      for (const context of contexts.splice(0)) await context.close();
    },
    close: () => browser.close(),
  };
}
