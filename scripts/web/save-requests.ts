import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { z } from "zod";
import { NO_DETAILS } from "#lib/builds/details/schema.ts";
import { type Loadout, parseLoadout } from "#lib/builds/schema.ts";
import { connect } from "#lib/platform/db/client.ts";
import type { LoadRequest } from "./load.ts";

/** Auth.js names its cookie so without https, and makes the key from the name. */
const COOKIE = "authjs.session-token";
const ACTION = "saveChangeAction";
const PLAYERS = 400;

/** Where the players are. */
export interface FilledDatabase {
  readonly url: string;
  /** Of the app, which the cookies are made with. */
  readonly authSecret: string;
}

interface Player {
  readonly cookie: string;
  readonly slug: string;
  readonly name: string;
  /** What is saved now, and what comes next: a trait goes and comes back. */
  readonly loadouts: [saved: Loadout, next: Loadout];
  revision: number;
  isSaving: boolean;
}

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string().optional() }).loose()),
});

/**
 * Saves of the editor as the browser sends them: each of some hundred players changes the traits of a build of their
 * own, from the revision that they saved last.
 */
export async function saveRequests(
  base: string,
  root: string,
  database: FilledDatabase,
): Promise<(index: number) => LoadRequest> {
  const players = await signedInPlayers(database);
  const action = actionId(root);
  let at = 0;
  return () => {
    const player = nextOf(players, () => at++);
    player.isSaving = true;
    const [saved, loadout] = player.loadouts;
    const { body, type } = formOf({
      slug: player.slug,
      name: player.name,
      visibility: "public",
      note: "",
      loadout: JSON.stringify(loadout),
      details: JSON.stringify(NO_DETAILS),
      base: JSON.stringify({ revision: player.revision, details: NO_DETAILS }),
    });
    const headers = {
      cookie: `${COOKIE}=${player.cookie}`,
      origin: base,
      accept: "text/x-component",
      "next-action": action,
      "content-type": type,
    };
    return {
      kind: "save",
      path: `/builds/${player.slug}/edit`,
      request: { headers, body },
      status: 200,
      check(answer) {
        const revision = /"kind":"saved","slug":"[^"]+","revision":(\d+)/.exec(answer)?.[1];
        if (!revision) throw new Error(`A save was refused: ${answer.slice(-500)}`);
        Object.assign(player, { loadouts: [loadout, saved], revision: Number(revision), isSaving: false });
      },
    };
  };
}

/** Players take turns; one whose save is on its way is passed over. */
function nextOf(players: readonly Player[], turn: () => number): Player {
  for (let tried = 0; tried < players.length; tried++) {
    const player = players[turn() % players.length];
    if (player && !player.isSaving) return player;
  }
  throw new Error("There are more clients than players.");
}

/** The same without a trait of the first line that has any. */
function withoutTrait(loadout: Loadout): Loadout {
  const at = loadout.specializations.findIndex((line) => line?.traits.some((trait) => trait !== null));
  const specializations = loadout.specializations.map((line, index) => {
    if (!line || index !== at) return line;
    const chosen = line.traits.findIndex((trait) => trait !== null);
    return { ...line, traits: line.traits.map((trait, tier) => (tier === chosen ? null : trait)) };
  });
  return { ...loadout, specializations: specializations as Loadout["specializations"] };
}

/** What the browser makes of a call with one form: the form's fields, and the list of arguments that names the form. */
function formOf(fields: Readonly<Record<string, string>>): { body: Buffer; type: string } {
  const boundary = "----gw2optimizer-bench";
  const entries = [...Object.entries(fields).map(([name, value]) => [`_1_${name}`, value]), ["0", '["$K1"]']];
  const parts = entries.map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    body: Buffer.from(`${parts.join("")}--${boundary}--\r\n`),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

/** The build gives every action an id of its own. */
function actionId(root: string): string {
  const file = join(root, ".next", "standalone", ".next", "server", "server-reference-manifest.json");
  const { node } = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const id = Object.entries(node).find(([, { exportedName }]) => exportedName === ACTION)?.[0];
  if (!id) throw new Error(`The build has no ${ACTION}.`);
  return id;
}

/** Signs some hundred seeded players in, each with one of their builds. */
async function signedInPlayers({ url, authSecret }: FilledDatabase): Promise<Player[]> {
  const { sql } = connect(url, 1);
  try {
    const rows = await sql<
      { owner: string; slug: string; name: string; loadout: unknown; revision: number }[]
    >`
      select distinct on (owner_id) owner_id as owner, slug, name, loadout, revision from builds
      where owner_id is not null and visibility = 'public' order by owner_id, slug limit ${PLAYERS}`;
    return await Promise.all(
      rows.map(async ({ owner, slug, name, loadout, revision }) => {
        const [session] = await sql<{ id: string }[]>`
          insert into sessions (user_id, expires_at) values (${owner}, now() + interval '1 day') returning id`;
        const token = { sub: owner, sessionId: session?.id, displayName: "Player" };
        const cookie = await encode({ token, secret: authSecret, salt: COOKIE });
        const parsed = parseLoadout(loadout);
        if (!parsed.ok) throw new Error(`The loadout of ${slug} cannot be read.`);
        const loadouts: Player["loadouts"] = [parsed.value, withoutTrait(parsed.value)];
        return { cookie, slug, name, loadouts, revision, isSaving: false };
      }),
    );
  } finally {
    await sql.end();
  }
}
