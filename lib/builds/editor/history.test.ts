import { describe, expect, it } from "vitest";
import { nextSteps, recordStep, redo, startHistory, undo } from "./history.ts";
import { changeMode, emptyLoadout } from "./new-loadout.ts";

const start = startHistory(emptyLoadout("Thief"), "Opened", 0);
const other = changeMode(start.present.loadout, "wvw").loadout;

describe("undo and redo", () => {
  it("go back through ten thousand steps and forward again", () => {
    let history = start;
    for (let step = 1; step <= 10_000; step++) {
      const loadout = changeMode(history.present.loadout, step % 2 ? "wvw" : "pve").loadout;
      history = recordStep(history, { loadout, label: `Step ${step}`, at: step * 1000 });
    }
    const last = history.present;
    for (let step = 0; step < 10_000; step++) history = undo(history);
    expect(history.present).toBe(start.present);
    expect(nextSteps(history)).toEqual({ undo: null, redo: "Step 1" });
    expect(undo(history)).toBe(history);
    for (let step = 0; step < 10_000; step++) history = redo(history);
    expect(history.present).toBe(last);
    expect(redo(history)).toBe(history);
  });

  it("forget what was undone once something else is done", () => {
    const done = recordStep(start, { loadout: other, label: "Mode WvW", at: 1000 });
    const anew = recordStep(undo(done), { loadout: { ...other }, label: "Another", at: 2000 });
    expect(nextSteps(anew)).toEqual({ undo: "Another", redo: null });
  });

  it("count one gesture as one step, and what changes nothing as none", () => {
    const first = recordStep(start, { loadout: other, label: "Might", at: 1000 });
    const second = recordStep(first, { loadout: { ...other }, label: "Might", at: 1200 });
    expect(undo(second).present).toBe(start.present);
    expect(recordStep(second, { ...second.present, at: 9000 })).toBe(second);
  });
});
