import { describe, expect, it } from "vitest";
import { createProgress } from "./progress.ts";

function recorder(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe("createProgress", () => {
  it("redraws one bar on a terminal and ends it with a new line", () => {
    const stream = recorder(true);
    const progress = createProgress(stream);
    progress.start("skills", 2);
    progress.advance(1);
    progress.advance(2);
    expect(stream.written).toHaveLength(3);
    expect(stream.written[1]).toContain(`${"█".repeat(12)}${"░".repeat(12)} skills 1/2`);
    expect(stream.written[1]?.startsWith("\r")).toBe(true);
    expect(stream.written[2]?.endsWith("skills 2/2\n")).toBe(true);
  });

  it("writes plain lines at each quarter elsewhere", () => {
    const stream = recorder(false);
    const progress = createProgress(stream);
    progress.start("items", 100);
    for (let done = 1; done <= 100; done += 1) progress.advance(done);
    progress.note("waiting");
    expect(stream.written).toEqual([
      "items 25/100\n",
      "items 50/100\n",
      "items 75/100\n",
      "items 100/100\n",
      "waiting\n",
    ]);
  });
});
