/** Style of a framed build: the colours of app/globals.css, the reader's own fonts, nothing to load. */
export const EMBED_STYLE = `
:root{color-scheme:dark;--c:#8d94a1}
*{box-sizing:border-box;margin:0}
body{font:14px/1.45 system-ui,sans-serif;background:#0d0f13;color:#ece9e2}
main{min-height:100vh;padding:14px 16px;border-left:4px solid var(--c);display:flex;flex-direction:column;gap:12px}
h1{font-size:18px;line-height:1.25;font-weight:600;overflow-wrap:anywhere}
h2{font-size:12px;font-weight:500;color:#b4b9c3}
a{color:#e3ad57;text-underline-offset:2px}
a:focus-visible{outline:2px solid #e3ad57;outline-offset:2px}
h1 a{color:inherit;text-decoration:none}
h1 a:hover{text-decoration:underline}
ul{list-style:none;padding:0}
.kind{color:color-mix(in oklab,var(--c) 85%,white)}
.soft{color:#b4b9c3}
.faint{color:#8d94a1;font-size:12px}
.row{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:center}
.badge{border:1px solid #434b59;border-radius:99px;padding:0 8px;font-size:12px;color:#b4b9c3}
.warn{color:#e8c062;border-color:#e8c06280}
dl{display:flex;flex-wrap:wrap;gap:8px 20px}
dt{font-size:12px;color:#8d94a1}
dd{font-variant-numeric:tabular-nums}
.big dd{font-size:17px}
.lines{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:8px}
.line{background:#14171d;border:1px solid #2b313c;border-radius:8px;padding:8px 10px}
.line li{display:flex;align-items:center;gap:8px;margin-top:6px;font-size:13px}
.icons{display:flex;flex-wrap:wrap;gap:6px;margin-top:4px}
.tile{position:relative;flex:none;display:inline-grid;place-items:center;width:26px;height:26px;border-radius:5px;overflow:hidden;font-size:9px;font-weight:600;color:color-mix(in oklab,var(--c) 80%,white);background:color-mix(in oklab,var(--c) 26%,#14171d)}
.icons .tile{width:34px;height:34px;font-size:11px}
.tile::before{content:attr(data-initials)}
.tile::after{content:"";position:absolute;inset:0;background:var(--icon,none) center/cover}
footer{position:sticky;bottom:0;margin:auto -16px -14px;padding:8px 16px 10px;background:#0d0f13;border-top:1px solid #2b313c;display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 12px}
`;

/** Accent colours of the professions, as in app/globals.css. */
export const PROFESSION_COLOURS = {
  Guardian: "#72c1d9",
  Warrior: "#ffd166",
  Engineer: "#d09c59",
  Ranger: "#8cdc82",
  Thief: "#cf9aa1",
  Elementalist: "#f68a87",
  Mesmer: "#c48ae0",
  Necromancer: "#5fba80",
  Revenant: "#e0806c",
} as const;
