import type { BrowserContext, Page } from '@playwright/test';

/** Hears everything that a browser is told, and sees what it keeps. */
export class Eavesdropper {
  readonly #heard: { where: string; text: string }[] = [];
  readonly #reading: Promise<void>[] = [];

  constructor(page: Page) {
    page.on('console', message => this.#add('console', message.text()));
    page.on('websocket', socket =>
      socket.on('framereceived', ({ payload }) =>
        this.#add('signal', payload.toString()),
      ),
    );
    page.on('response', response => {
      const url = new URL(response.url());
      if (url.pathname.startsWith('/api/')) {
        this.#reading.push(
          response
            .text()
            .then(text => this.#add(url.pathname, text))
            // A page that was left does not wait for its answers.
            .catch(() => undefined),
        );
      }
    });
  }

  /** What the page shows, its address, and what the browser keeps now. */
  async look(page: Page, context: BrowserContext): Promise<void> {
    const where = new URL(page.url()).pathname;
    this.#add(`page ${where}`, await page.content());
    this.#add(`address of ${where}`, page.url());
    const kept = await context.storageState({ indexedDB: true });
    this.#add(`storage at ${where}`, JSON.stringify(kept));
    const session = await page.evaluate(() => JSON.stringify(sessionStorage));
    this.#add(`session storage at ${where}`, session);
  }

  /** Where one of the texts was heard or seen, with what stands around it. */
  async tracesOf(texts: readonly string[]): Promise<string[]> {
    await Promise.all(this.#reading);
    return this.#heard.flatMap(({ where, text }) =>
      texts.flatMap(wanted => {
        const at = text.indexOf(wanted);
        return at < 0
          ? []
          : [`${where}: ${text.slice(Math.max(0, at - 80), at + 40)}`];
      }),
    );
  }

  #add(where: string, text: string): void {
    this.#heard.push({ where, text });
  }
}
