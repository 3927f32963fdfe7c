import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { KeptHtml } from "./kept-html.tsx";

let drawn = 0;

function Line({ text }: { text: string }) {
  drawn++;
  return <p data-text={text}>{text}</p>;
}

async function draw(view: { text: string }): Promise<string> {
  return renderToStaticMarkup(await KeptHtml({ of: view, className: "box", children: <Line {...view} /> }));
}

describe("HTML that is kept", () => {
  it("escapes text and attributes", async () => {
    const html = await draw({ text: '"><script>alert(1)</script>' });
    expect(html).toBe(
      '<div class="box"><p data-text="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p></div>',
    );
  });

  it("is drawn once for each view, and again for another that says the same", async () => {
    const view = { text: "a" };
    drawn = 0;
    expect([await draw(view), await draw(view)]).toEqual(Array(2).fill(await draw({ text: "a" })));
    expect(drawn).toBe(2);
  });
});
