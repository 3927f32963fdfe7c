import { describe, expect, it } from "vitest";
import { escapeMarkup, html } from "./html.ts";

describe("html", () => {
  it("escapes every value, in text and in attributes", () => {
    const evil = `"><script>alert('1')</script>&`;
    expect(html`<a title="${evil}">${evil}</a>`.markup).not.toMatch(/<script|"">/);
    expect(escapeMarkup(evil)).toBe("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;");
  });

  it("keeps markup that it made itself, and joins lists of it", () => {
    const rows = ["a", "<b>"].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${rows}</ul>`.markup).toBe("<ul><li>a</li><li>&lt;b&gt;</li></ul>");
  });

  it("leaves out what is not there and prints numbers", () => {
    expect(html`${null}${false}${0}`.markup).toBe("0");
  });
});
