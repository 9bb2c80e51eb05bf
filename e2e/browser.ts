// A real Chromium for the journeys: one context for each person, found by role and label, with screenshots that are worth showing.
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Screens beside that of a desk: a phone, and a tablet that is touched. */
const screens = {
  desk: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 } },
  tablet: { viewport: { width: 1024, height: 768 }, hasTouch: true },
} as const;

export interface Look {
  readonly phone?: boolean;
  readonly dark?: boolean;
  readonly screen?: keyof typeof screens;
}

export interface Walker {
  readonly url: string;
  /** What the server printed when it started: addresses and sign-ins. */
  readonly printed: string;
  /** A page of a person who is signed in, in a context of its own. */
  as(login: string, options?: Look): Promise<Page>;
  /** A page of nobody; without script, what is shown is what the server sent. */
  visitor(options?: { readonly phone?: boolean; readonly script?: boolean }): Promise<Page>;
  shoot(page: Page, name: string): Promise<void>;
  /** The page as paper: a sheet of A4 laid across as a picture, and the whole as PDF, of which the number of sheets is told. */
  print(page: Page, name: string): Promise<number>;
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

  const newPage = async (options: Look & { readonly script?: boolean } = {}): Promise<Page> => {
    const context = await browser.newContext({
      ...screens[options.phone === true ? 'phone' : (options.screen ?? 'desk')],
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

  const print = async (page: Page, name: string): Promise<number> => {
    const screen = page.viewportSize();
    await page.waitForLoadState('networkidle').catch(() => {});
    const pdf = await page.pdf({ path: path.join(output, `${name}.pdf`), format: 'A4', landscape: true, preferCSSPageSize: true });
    // 297 by 210 mm less the margins, at 96 to the inch.
    await page.setViewportSize({ width: 1032, height: 718 });
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: path.join(output, `${name}.png`) });
    await page.emulateMedia({ media: null });
    if (screen !== null) await page.setViewportSize(screen);
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
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
    print,
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
