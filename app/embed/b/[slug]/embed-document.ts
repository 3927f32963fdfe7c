import { createHash } from "node:crypto";
import { initials } from "#components/game/icon-tile.tsx";
import { buildAddresses } from "#lib/builds/public/addresses.ts";
import { type BuildSummary, buildSummary, type SummaryIcon } from "#lib/builds/public/summary.ts";
import type { BuildPage } from "#lib/builds/view.ts";
import { Html, html } from "#lib/platform/http/html.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import { EMBED_STYLE, PROFESSION_COLOURS } from "./embed-style.ts";

const STYLE_HASH = createHash("sha256").update(EMBED_STYLE).digest("base64");

/** Nothing runs in the frame, and any site may show it. Every other page of ours refuses frames. */
export const EMBED_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "style-src-attr 'unsafe-inline'",
  "img-src https://render.guildwars2.com",
  "frame-ancestors *",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A build in short. Its links open the whole page in a new tab, since the frame is somebody else's. */
export function embedDocument(origin: string, build: BuildPage): Html {
  const { view, name, example, ownerName, missing } = build;
  const { page } = buildAddresses(origin, build.slug);
  const summary = buildSummary(build);
  const kind = view.title === view.profession ? view.profession : `${view.title} · ${view.profession}`;
  const credit = ownerName ? `by ${ownerName}` : (example?.source ?? null);
  return document(
    { title: `${name} · GW2Optimizer`, canonical: page, colour: PROFESSION_COLOURS[view.profession] },
    html`<header>
<h1><a href="${page}" target="_blank" rel="noopener">${name}</a></h1>
<p class="row"><span class="kind">${kind}</span><span class="badge">${GAME_MODE_NAMES[view.mode]}</span>${
      example && html`<span class="badge">Example, ${example.date}</span>`
    }${(missing.length > 0 || example?.outdated) && html`<span class="badge warn">Outdated</span>`}${
      credit && html`<span class="faint">${credit}</span>`
    }</p>
</header>
${summaryMarkup(summary)}
<footer><a href="${page}" target="_blank" rel="noopener">Open the whole build</a><span class="faint">GW2Optimizer</span></footer>`,
  );
}

/** What a frame shows whose build is gone or private. */
export function missingDocument(origin: string): Html {
  return document(
    { title: "No build here", canonical: null, colour: "#8d94a1" },
    html`<header><h1>There is no build at this address</h1></header>
<p class="soft">It may have been deleted or made private.</p>
<footer><a href="${origin}/library" target="_blank" rel="noopener">Look for another in the library</a><span class="faint">GW2Optimizer</span></footer>`,
  );
}

function document(
  { title, canonical, colour }: { title: string; canonical: string | null; colour: string },
  content: Html,
): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${canonical && html`<link rel="canonical" href="${canonical}">`}
<style>${new Html(EMBED_STYLE)}</style></head>
<body><main style="--c:${colour}">${content}</main></body></html>`;
}

function summaryMarkup({ figures, specializations, skills, weapons, gear }: BuildSummary): Html {
  return html`${figures.length > 0 && html`<dl class="big">${figures.map(definition)}</dl>`}
${
  specializations.length > 0 &&
  html`<section class="lines">${specializations.map(
    ({ name, traits }) =>
      html`<div class="line"><h2>${name}</h2><ul>${traits.map(
        (trait) => html`<li>${tile(trait, false)}${trait.name}</li>`,
      )}</ul></div>`,
  )}</section>`
}
${
  skills.length > 0 &&
  html`<section><h2>Skills</h2><ul class="icons">${skills.map(
    (skill) => html`<li>${tile(skill, true)}</li>`,
  )}</ul></section>`
}
${(weapons.length > 0 || gear.length > 0) && html`<dl>${weapons.map((text, index) => definition({ label: `Weapon set ${index + 1}`, text }))}${gear.map(definition)}</dl>`}`;
}

function definition({ label, text }: { label: string; text: string }): Html {
  return html`<div><dt>${label}</dt><dd>${text}</dd></div>`;
}

/** `named`: nothing beside it says its name. */
function tile({ name, icon }: SummaryIcon, named: boolean): Html {
  const style = icon && html` style="--icon:url('${icon}')"`;
  const label = named ? html` role="img" aria-label="${name}" title="${name}"` : html` aria-hidden="true"`;
  return html`<span class="tile" data-initials="${initials(name)}"${style}${label}></span>`;
}
