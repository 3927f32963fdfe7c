import { expect, type Page, test } from "@playwright/test";
import { GearEditor } from "./pages/gear-editor.ts";

/** One frame of a screen with 60 pictures a second. */
const FRAME_MS = 16;
/** Steps of the editor are small; the slowest twentieth may have met the garbage collection. */
const CHANGES = 60;

for (const [name, damage] of [
  ["a measured rotation", "Measured: Power Luminary SP/GS"],
  ["an estimate", "An estimate from the skills above"],
] as const) {
  test(`a change of equipment is drawn within a frame: figures from ${name}`, async ({ page }) => {
    const editor = new GearEditor(page);
    await editor.open("/editor?from=example-luminary-power");
    await page.getByLabel("Damage from").selectOption({ label: damage });
    await editor.forMany("Everything");
    await editor.pick(page.getByRole("button", { name: /^Same infusion everywhere/ }), "mighty");
    await measure(page, 10);
    const { drawn, settled } = await measure(page, CHANGES);
    const line = (what: string, times: readonly number[]) =>
      `${what}: p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms, most ${at(times, 1).toFixed(1)} ms`;
    console.log(`Editor, figures from ${name}: ${line("drawn", drawn)}; ${line("all figures", settled)}`);
    expect(at(drawn, 0.95)).toBeLessThan(FRAME_MS);
  });
}

/**
 * Presses rarities, each of which changes many figures, and tells how long each press kept the page busy until attributes
 * and findings were drawn and laid out, and until damage and support were.
 */
async function measure(page: Page, count: number) {
  return page.evaluate(async (changes) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('#equipment [data-stop="rarity"]')];
    const live = document.querySelector<HTMLElement>("#numbers [data-live]");
    const drawn: number[] = [];
    const settled: number[] = [];
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let change = 0; change < changes; change++) {
      await frame();
      const start = performance.now();
      buttons[change % buttons.length]?.click();
      // React draws what a click changes before the next task; reading a size has it laid out.
      await Promise.resolve();
      document.body.getBoundingClientRect();
      drawn.push(performance.now() - start);
      while (live?.dataset.live !== "settled") await frame();
      settled.push(performance.now() - start);
    }
    return { drawn, settled };
  }, count);
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
