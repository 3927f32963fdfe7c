import { expect, it } from "vitest";
import { scriptsOf } from "./page-scripts.ts";

it("counts every script a page loads at once, and none that only old browsers load", () => {
  const html = `<link rel="preload" as="script" href="/_next/static/chunks/a.js"/>
    <script src="/_next/static/chunks/a.js?dpl=1" async=""></script>
    <script src="/_next/static/chunks/old.js" noModule=""></script>
    <link rel="stylesheet" href="/_next/static/chunks/a.css"/>
    <script src="/_next/static/chunks/b.js" async=""></script>`;
  expect(scriptsOf(html)).toEqual(["/_next/static/chunks/a.js", "/_next/static/chunks/b.js"]);
});
