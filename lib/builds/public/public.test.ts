import { describe, expect, it } from "vitest";
import { slugOfAddress } from "./addresses.ts";
import { embedCode, oembedAnswer } from "./oembed.ts";
import { qrCodeSvg } from "./qr-code.ts";
import { sitemapIndexXml, sitemapXml } from "./sitemap.ts";

const ORIGIN = "https://builds.example.org";
const BUILD = { slug: "heal-firebrand-x2k9", name: `Heal "all" <Firebrand> & more`, ownerName: "Aurene" };

describe("the address of a build", () => {
  it.each([
    "/b/heal-firebrand-x2k9",
    "/b/heal-firebrand-x2k9/",
    "/b/heal-firebrand-x2k9?mode=wvw#numbers",
    "/embed/b/heal-firebrand-x2k9",
  ])("%s names it", (path) => expect(slugOfAddress(ORIGIN, ORIGIN + path)).toBe("heal-firebrand-x2k9"));

  it.each([
    "https://elsewhere.example/b/heal-firebrand-x2k9",
    "http://builds.example.org/b/heal-firebrand-x2k9",
    `${ORIGIN}/b/heal-firebrand-x2k9/history`,
    `${ORIGIN}/b/`,
    `${ORIGIN}/library`,
    "/b/heal-firebrand-x2k9",
    "not an address",
  ])("%s does not", (address) => expect(slugOfAddress(ORIGIN, address)).toBeNull());
});

describe("an oEmbed answer", () => {
  it("names the build and its author, and frames it at the usual size", () => {
    expect(oembedAnswer(ORIGIN, BUILD)).toMatchObject({
      version: "1.0",
      type: "rich",
      title: BUILD.name,
      author_name: "Aurene",
      provider_url: ORIGIN,
      width: 560,
      height: 460,
    });
    expect(oembedAnswer(ORIGIN, { ...BUILD, ownerName: null })).not.toHaveProperty("author_name");
  });

  it("never takes more room than it is given", () => {
    const { width, height, html } = oembedAnswer(ORIGIN, BUILD, { maxwidth: 200, maxheight: 9000 });
    expect([width, height]).toEqual([200, 460]);
    expect(html).toContain('width="200" height="460"');
  });

  it("keeps signs in a name from becoming markup", () => {
    expect(embedCode(ORIGIN, BUILD)).toContain('title="Heal &quot;all&quot; &lt;Firebrand&gt; &amp; more"');
  });
});

describe("lists for search engines", () => {
  const entries = [{ address: `${ORIGIN}/b/a&b`, changedAt: new Date("2026-11-21T10:00:00Z") }];

  it("are as sitemaps.org describes them", () => {
    expect(sitemapXml(entries)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<url><loc>${ORIGIN}/b/a&amp;b</loc><lastmod>2026-11-21T10:00:00.000Z</lastmod></url>\n</urlset>\n`,
    );
    expect(sitemapIndexXml([{ address: ORIGIN, changedAt: null }])).toContain(
      `<sitemap><loc>${ORIGIN}</loc></sitemap>`,
    );
  });
});

describe("a QR code", () => {
  it("is a picture with a quiet zone, the same for the same address and another for another", () => {
    const code = qrCodeSvg(`${ORIGIN}/b/a`);
    expect(code).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/);
    expect(code).not.toMatch(/M[0-3]?\d,/);
    expect(qrCodeSvg(`${ORIGIN}/b/a`)).toBe(code);
    expect(qrCodeSvg(`${ORIGIN}/b/b`)).not.toBe(code);
  });
});
