import type { APIRequestContext, Locator, Page } from "@playwright/test";
import type { ChatRequest, Reply } from "../ollama-script.ts";
import type { RecordedRequest } from "../ollama-standin.ts";

/** The pages of the chat, and the model behind them. */
export class ChatPage {
  readonly field: Locator;
  readonly send: Locator;
  readonly stop: Locator;
  readonly messages: Locator;
  readonly answers: Locator;
  readonly askAgain: Locator;
  readonly chats: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole("textbox", { name: "Your message" });
    this.send = page.getByRole("button", { name: "Send" });
    this.stop = page.getByRole("button", { name: "Stop" });
    this.messages = page.getByRole("article", { name: "Your message" });
    this.answers = page.getByRole("article", { name: "Answer" });
    this.askAgain = page.getByRole("button", { name: "Ask again" });
    this.chats = page.getByRole("navigation", { name: "Your chats" });
  }

  /** Opens a new chat, with a build attached where its slug is given, and waits until it reacts to typing. */
  async open(buildSlug?: string): Promise<void> {
    await this.page.goto(buildSlug ? `/chat?build=${buildSlug}` : "/chat");
    await this.untilReady();
  }

  /** The state of the model is looked up by the browser, so its line says that the page is alive. */
  async untilReady(): Promise<void> {
    await this.page
      .getByText(/is ready|does not answer|is not installed/)
      .first()
      .waitFor();
  }

  async ask(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press("Enter");
  }

  /** Notes every text the last answer shows from now on; `texts` are what a reader has seen so far. */
  async watchAnswer(): Promise<{ texts: () => Promise<string[]> }> {
    await this.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { answerTexts: seen });
      new MutationObserver(() => {
        const text = [...document.querySelectorAll('article[aria-label="Answer"]')].at(-1)?.textContent;
        if (text && seen.at(-1) !== text) seen.push(text);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    return {
      texts: () => this.page.evaluate(() => (window as unknown as { answerTexts: string[] }).answerTexts),
    };
  }

  /** The build whose facts go with the next question. */
  attachedBuild(name: string): Locator {
    return this.page.getByRole("button", { name: `Detach ${name}` });
  }
}

/** The scripted model that the browser tests share; tests tell their questions apart by their words. */
export class ScriptedModel {
  private readonly request: APIRequestContext;
  private readonly url: string;

  constructor(request: APIRequestContext, url = `http://127.0.0.1:${process.env.E2E_OLLAMA_PORT}`) {
    this.request = request;
    this.url = url;
  }

  /** Answers questions that contain `words` with `reply`, at most `times` times where that is given. */
  async answer(words: string, reply: Reply, times?: number): Promise<void> {
    await this.request.post(`${this.url}/__rules/add`, {
      data: [{ when: { lastUser: words }, times, reply }],
    });
  }

  /** What was sent to the model for questions that contain `words`. */
  async requests(
    words: string,
  ): Promise<{ state: RecordedRequest["state"]; chunksSent: number; body: ChatRequest }[]> {
    const response = await this.request.get(`${this.url}/__requests`);
    const { requests } = (await response.json()) as { requests: (RecordedRequest & { body: ChatRequest })[] };
    return requests.filter(
      ({ path, body }) => path === "/api/chat" && body.messages.at(-1)?.content.includes(words),
    );
  }
}
