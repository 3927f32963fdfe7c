import { describe, expect, it } from "vitest";
import { createModelQueue } from "./queue.ts";

const LIMITS = { slots: 1, maxWaiting: 3, maxPerPerson: 2 };

function turn(person: string, signal = new AbortController().signal) {
  const positions: number[] = [];
  return { positions, turn: { person, signal, onPosition: (position: number) => positions.push(position) } };
}

describe("createModelQueue", () => {
  it("admits in the order of arrival and tells everybody their position as it changes", async () => {
    const queue = createModelQueue(LIMITS);
    const order: string[] = [];
    const [a, b, c] = [turn("a"), turn("b"), turn("c")];
    const leaveA = await queue.enter(a.turn);
    const enteredB = queue.enter(b.turn).then((leave) => {
      order.push("b");
      return leave;
    });
    const enteredC = queue.enter(c.turn).then((leave) => {
      order.push("c");
      return leave;
    });
    leaveA();
    (await enteredB)();
    (await enteredC)();
    expect(order).toEqual(["b", "c"]);
    expect([a.positions, b.positions, c.positions]).toEqual([[], [1], [2, 1]]);
  });

  it("refuses when the line is full, and takes again once there is room", async () => {
    const queue = createModelQueue(LIMITS);
    const leave = await queue.enter(turn("a").turn);
    const waiting = ["b", "c", "d"].map((person) => queue.enter(turn(person).turn));
    await expect(queue.enter(turn("e").turn)).rejects.toMatchObject({ code: "BUSY" });
    leave();
    await waiting[0];
    const late = queue.enter(turn("e").turn);
    expect(queue.waiting()).toBe(3);
    for (const entered of [...waiting, late]) (await entered)();
    expect(queue.waiting()).toBe(0);
  });

  it("keeps one person from filling the line, and forgets a person who has left it", async () => {
    const queue = createModelQueue(LIMITS);
    const leave = await queue.enter(turn("a").turn);
    const abort = new AbortController();
    const second = queue.enter(turn("a", abort.signal).turn);
    await expect(queue.enter(turn("a").turn)).rejects.toMatchObject({ code: "BUSY" });
    abort.abort();
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    leave();
    (await queue.enter(turn("a").turn))();
    (await queue.enter(turn("a").turn))();
  });

  it("moves those behind up when one leaves the line", async () => {
    const queue = createModelQueue(LIMITS);
    const leave = await queue.enter(turn("a").turn);
    const abort = new AbortController();
    const gone = queue.enter(turn("b", abort.signal).turn);
    const behind = turn("c");
    const entered = queue.enter(behind.turn);
    abort.abort();
    await expect(gone).rejects.toMatchObject({ name: "AbortError" });
    expect(behind.positions).toEqual([2, 1]);
    leave();
    (await entered)();
  });

  it("gives a slot back once, however often it is asked to", async () => {
    const queue = createModelQueue(LIMITS);
    const leave = await queue.enter(turn("a").turn);
    leave();
    leave();
    const first = await queue.enter(turn("b").turn);
    const second = turn("c");
    const entered = queue.enter(second.turn);
    expect(second.positions).toEqual([1]);
    first();
    (await entered)();
  });

  it("does not take one who has already gone", async () => {
    const queue = createModelQueue(LIMITS);
    await expect(queue.enter(turn("a", AbortSignal.abort()).turn)).rejects.toMatchObject({
      name: "AbortError",
    });
    (await queue.enter(turn("b").turn))();
  });
});
