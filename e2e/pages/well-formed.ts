import { expect, type Page } from "@playwright/test";
import { axe } from "./axe.ts";

/** Expects that the page breaks no rule of accessibility and is not wider than the screen. */
export async function expectWellFormed(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  const { violations } = await axe(page).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}
