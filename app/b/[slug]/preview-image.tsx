import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { env } from "#lib/platform/env.ts";
import { GAME_MODE_NAMES, type GameMode, type Profession } from "#lib/shared/game.ts";

export const PREVIEW_SIZE = { width: 1200, height: 630 };

/** Satori knows no CSS variables; the same values as the tokens in app/globals.css. */
const COLOURS = {
  Guardian: "#72c1d9",
  Warrior: "#ffd166",
  Engineer: "#d09c59",
  Ranger: "#8cdc82",
  Thief: "#cf9aa1",
  Elementalist: "#f68a87",
  Mesmer: "#c48ae0",
  Necromancer: "#5fba80",
  Revenant: "#e0806c",
} as const satisfies Record<Profession, string>;

export interface PreviewContent {
  /** Only tells cached pictures apart. */
  readonly key: string;
  readonly name: string;
  readonly profession: Profession;
  readonly title: string;
  readonly mode: GameMode;
  readonly exampleDate: string | null;
  readonly lines: readonly { readonly name: string; readonly traits: readonly string[] }[];
}

/** Draws the preview as PNG, base64. Uses no network: fonts come with the app, icons are left out. */
export async function drawPreview(content: PreviewContent): Promise<string> {
  const image = new ImageResponse(<Preview {...content} />, { ...PREVIEW_SIZE, fonts: await fonts() });
  return Buffer.from(await image.arrayBuffer()).toString("base64");
}

async function fonts() {
  const folder = join(env().appRoot, "node_modules/@fontsource/inter/files");
  const load = async (weight: 400 | 700) => ({
    name: "Inter",
    weight,
    style: "normal" as const,
    data: await readFile(join(folder, `inter-latin-${weight}-normal.woff`)),
  });
  return Promise.all([load(400), load(700)]);
}

function Preview({ name, profession, title, mode, exampleDate, lines }: PreviewContent) {
  const colour = COLOURS[profession];
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        padding: 64,
        background: "#0d0f13",
        color: "#ece9e2",
        fontFamily: "Inter",
        borderLeft: `16px solid ${colour}`,
      }}
    >
      <div style={{ display: "flex", fontSize: 30, color: colour }}>
        {title === profession ? profession : `${title} · ${profession}`}
        <span style={{ color: "#8d94a1", marginLeft: 20 }}>
          {GAME_MODE_NAMES[mode]}
          {exampleDate ? ` · example, ${exampleDate}` : ""}
        </span>
      </div>
      <div
        style={{
          display: "flex",
          fontSize: name.length > 26 ? 52 : 68,
          fontWeight: 700,
          marginTop: 12,
          lineHeight: 1.1,
        }}
      >
        {name}
      </div>
      <div style={{ display: "flex", flexDirection: "column", marginTop: "auto" }}>
        {lines.map((line) => (
          <div
            key={line.name}
            style={{
              display: "flex",
              alignItems: "center",
              marginTop: 16,
              padding: "16px 24px",
              borderRadius: 14,
              background: "#14171d",
              border: "1px solid #2b313c",
            }}
          >
            <span style={{ width: 250, fontSize: 28, fontWeight: 700 }}>{line.name}</span>
            <span style={{ fontSize: 24, color: "#b4b9c3" }}>{line.traits.join("  ·  ")}</span>
          </div>
        ))}
      </div>
      <div style={{ display: "flex", marginTop: 36, fontSize: 24, color: "#e3ad57" }}>GW2Optimizer</div>
    </div>
  );
}
