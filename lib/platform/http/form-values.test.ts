import { describe, expect, it } from "vitest";
import { formValues, shownAgain } from "./form-values.ts";

describe("formValues", () => {
  it("keeps text, gathers repeated names, and drops files and React's own fields", () => {
    const form = new FormData();
    form.append("name", "Minstrel");
    form.append("tag", "wvw");
    form.append("tag", "support");
    form.append("tag", "");
    form.append("picture", new Blob(["x"]), "x.png");
    form.append("$ACTION_REF_1", "");
    expect(formValues(form)).toEqual({ name: "Minstrel", tag: ["wvw", "support", ""] });
  });

  it("treats a field called __proto__ as any other", () => {
    const form = new FormData();
    form.append("__proto__", "polluted");
    expect(Object.getPrototypeOf(formValues(form))).toBe(Object.prototype);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("shownAgain", () => {
  it("leaves passwords and tokens out", () => {
    const values = { email: "a@example.org", password: "x", newPassword: "y", resetToken: "z" };
    expect(shownAgain(values)).toEqual({ email: "a@example.org" });
  });
});
