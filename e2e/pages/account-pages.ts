import type { Page } from "@playwright/test";

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A person that no other test knows. */
export function newAccount(): Account {
  const id = crypto.randomUUID().slice(0, 8);
  return { name: `Player ${id}`, email: `player-${id}@example.com`, password: `four unrelated words ${id}` };
}

/** Sign-up, sign-in and sign-out as a person does them. */
export class AccountPages {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** On the sign-in page: goes on to sign-up and fills it in, from a network of its own, for each may sign up a few only. */
  async signUp({ name, email, password }: Account): Promise<void> {
    await this.page.context().setExtraHTTPHeaders({ "x-forwarded-for": anyNetwork() });
    await this.page.getByRole("main").getByRole("link", { name: "Sign up" }).click();
    await this.page.getByRole("textbox", { name: "Name" }).fill(name);
    await this.page.getByRole("textbox", { name: "Email address" }).fill(email);
    await this.page.getByLabel("Password").fill(password);
    await this.page.getByRole("button", { name: "Create account" }).click();
  }

  async signIn({ email, password }: Account): Promise<void> {
    await this.page.getByRole("textbox", { name: "Email address" }).fill(email);
    await this.page.getByLabel("Password").fill(password);
    await this.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole("button", { name: "Sign out" }).click();
    await this.page.getByRole("link", { name: "Sign in" }).first().waitFor();
  }
}

/** Behind the reverse proxy that playwright.config.ts tells the app of. */
function anyNetwork(): string {
  return `10.${[...crypto.getRandomValues(new Uint8Array(3))].join(".")}`;
}
