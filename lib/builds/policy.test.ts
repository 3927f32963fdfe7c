import { describe, expect, it } from "vitest";
import { type Actor, ANONYMOUS } from "#lib/accounts/actor.ts";
import type { UserId } from "#lib/shared/ids.ts";
import { mayBeIndexed, mayChange, mayRead } from "./policy.ts";

const owner: Actor = { kind: "user", userId: "owner" as UserId, displayName: "Owner" };
const other: Actor = { kind: "user", userId: "other" as UserId, displayName: "Other" };
const moderator: Actor = { ...other, role: "moderator" };

describe("who may read a build", () => {
  it.each([
    ["private", owner, true],
    ["private", other, false],
    ["private", ANONYMOUS, false],
    ["unlisted", other, true],
    ["unlisted", ANONYMOUS, true],
    ["public", other, true],
    ["public", ANONYMOUS, true],
  ] as const)("%s build, %o: %s", (visibility, actor, allowed) => {
    expect(mayRead(actor, { ownerId: "owner", visibility, hiddenAt: null })).toBe(allowed);
  });

  it.each([
    ["public", owner, true],
    ["public", other, false],
    ["unlisted", ANONYMOUS, false],
    ["public", moderator, true],
    ["private", moderator, false],
  ] as const)("%s build that a moderator has hidden, %o: %s", (visibility, actor, allowed) => {
    expect(mayRead(actor, { ownerId: "owner", visibility, hiddenAt: new Date(0) })).toBe(allowed);
  });
});

describe("who may change a build", () => {
  it("is its owner alone", () => {
    expect(mayChange(owner, { ownerId: "owner" })).toBe(true);
    expect(mayChange(other, { ownerId: "owner" })).toBe(false);
    expect(mayChange(ANONYMOUS, { ownerId: "owner" })).toBe(false);
  });

  it("is nobody for an example, which has no owner", () => {
    expect(mayChange(owner, { ownerId: null })).toBe(false);
    expect(mayChange(ANONYMOUS, { ownerId: null })).toBe(false);
  });
});

it("only public builds may be indexed", () => {
  expect(
    (["private", "unlisted", "public"] as const).map((visibility) => mayBeIndexed({ visibility })),
  ).toEqual([false, false, true]);
  expect(mayBeIndexed({ visibility: "public", hidden: {} })).toBe(false);
});
