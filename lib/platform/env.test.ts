import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { childEnv, EnvError, env, loadDotEnv, parseEnv, replaceEnv } from "./env.ts";

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe("the environment", () => {
  it("needs nothing on a player's own machine", () => {
    expect(parseEnv({}, "/srv/app")).toMatchObject({
      port: 3000,
      host: "0.0.0.0",
      publicUrl: "http://localhost:3000",
      appRoot: "/srv/app",
      dataDir: "/srv/app/.data",
      databaseUrl: undefined,
      redisUrl: undefined,
      ollamaBaseUrl: "http://127.0.0.1:11434",
      ollamaChatModel: "mistral",
      ollamaEmbedModel: "nomic-embed-text",
      moderatorEmails: [],
      authSecret: undefined,
      smtp: undefined,
      oauth: { discord: undefined, gw2me: undefined },
      startedByNpm: false,
    });
  });

  it("takes an empty or blank value for an absent one", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: "  ", SMTP_HOST: "" })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
      smtp: undefined,
    });
  });

  it("follows PORT with the public address, and drops the trailing slash of a given one", () => {
    expect(parseEnv({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
    expect(parseEnv({ PUBLIC_URL: "https://builds.example.org/" }).publicUrl).toBe(
      "https://builds.example.org",
    );
  });

  it("puts a relative data folder into the app's folder", () => {
    expect(parseEnv({ APP_ROOT: "/srv/app", DATA_DIR: "kept" }, "/elsewhere").dataDir).toBe("/srv/app/kept");
    expect(parseEnv({ APP_ROOT: "/srv/app", DATA_DIR: "/var/kept" }, "/elsewhere").dataDir).toBe("/var/kept");
  });

  it("joins paths to Ollama's address without a double slash", () => {
    expect(parseEnv({ OLLAMA_BASE_URL: "http://gpu:11434/" }).ollamaBaseUrl).toBe("http://gpu:11434");
  });

  it.each([
    ["PORT", "abc", "a whole number from 0 to 65535"],
    ["PORT", "70000", "a whole number from 0 to 65535"],
    ["PORT", "-1", "a whole number from 0 to 65535"],
    ["HOST", "http://x/", "an address to listen on, such as 0.0.0.0 or 127.0.0.1"],
    ["PUBLIC_URL", "https://x.org/app", "an origin without a path, such as https://builds.example.org"],
    ["OLLAMA_BASE_URL", "127.0.0.1:11434", "an address such as http://127.0.0.1:11434"],
    ["NODE_ENV", "prod", "production, development or test"],
    [
      "MODERATOR_EMAILS",
      "ann",
      "email addresses with commas between, such as ann@example.org, bob@example.org",
    ],
    ["SMTP_PORT", "0", "a whole number from 1 to 65535"],
  ])("names %s=%s and what is expected", (name, value, expected) => {
    expect(problemsOf({ SMTP_HOST: "mail", SMTP_FROM: "a@b", [name]: value })).toEqual([
      `${name} is ${JSON.stringify(value)}: expected ${expected}`,
    ]);
  });

  it.each(["DATABASE_URL", "REDIS_URL", "AUTH_SECRET"])("names %s without showing its value", (name) => {
    const [problem, ...others] = problemsOf({ [name]: "mysql://secret" });
    expect(others).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${name} is wrong: expected `));
    expect(problem).not.toContain("secret@");
    expect(problem).not.toContain("mysql");
  });

  it("names all that is wrong at once", () => {
    expect(problemsOf({ PORT: "x", REDIS_URL: "x", SMTP_USER: "x" })).toHaveLength(3);
  });

  it("reads a list of moderators", () => {
    const { moderatorEmails } = parseEnv({ MODERATOR_EMAILS: "Ann@Example.org,  bob@example.org" });
    expect(moderatorEmails).toEqual(["ann@example.org", "bob@example.org"]);
  });

  it("cannot be changed", () => {
    const parsed = parseEnv({});
    expect(() => Object.assign(parsed, { port: 1 })).toThrow(TypeError);
  });
});

describe("a group of variables is whole or off", () => {
  const server = { SMTP_HOST: "mail.example.org", SMTP_FROM: "GW2Optimizer <builds@example.org>" };

  it("mail without a login", () => {
    expect(parseEnv(server).smtp).toEqual({
      host: server.SMTP_HOST,
      port: 587,
      from: server.SMTP_FROM,
      login: undefined,
    });
  });

  it("mail with a login", () => {
    const smtp = parseEnv({ ...server, SMTP_PORT: "465", SMTP_USER: "u", SMTP_PASSWORD: "p" }).smtp;
    expect(smtp).toMatchObject({ port: 465, login: { user: "u", password: "p" } });
  });

  it("half a mail server is refused", () => {
    expect(problemsOf({ SMTP_HOST: "mail.example.org" })).toEqual([
      "SMTP_HOST and SMTP_FROM: expected both, or no SMTP_ variable at all",
    ]);
    expect(problemsOf({ ...server, SMTP_USER: "u" })).toEqual([
      "SMTP_USER and SMTP_PASSWORD: expected both or neither",
    ]);
  });

  it.each([
    ["DISCORD", "discord"],
    ["GW2ME", "gw2me"],
  ] as const)("sign-in with %s", (variable, provider) => {
    const whole = { [`AUTH_${variable}_ID`]: "id", [`AUTH_${variable}_SECRET`]: "secret" };
    expect(parseEnv(whole).oauth[provider]).toEqual({ clientId: "id", clientSecret: "secret" });
    expect(problemsOf({ [`AUTH_${variable}_ID`]: "id" })).toEqual([
      `AUTH_${variable}_ID and AUTH_${variable}_SECRET: expected both or neither`,
    ]);
  });
});

describe("the environment of this process", () => {
  afterEach(() => replaceEnv(undefined));

  it("is parsed once", () => {
    expect(env()).toBe(env());
  });

  it("gives way to another one in tests", () => {
    replaceEnv({ PORT: "4000" });
    expect(env().port).toBe(4000);
  });

  it("is completed by a .env file, in which what is set already wins", () => {
    const folder = mkdtempSync(join(tmpdir(), "gw2-env-"));
    writeFileSync(join(folder, ".env"), "OLLAMA_CHAT_MODEL=mistral-nemo\nPATH=/nowhere\n");
    const before = env().searchPath;
    loadDotEnv(folder);
    rmSync(folder, { recursive: true });
    expect(env()).toMatchObject({ ollamaChatModel: "mistral-nemo", searchPath: before });
  });

  it("is handed to child processes with changes", () => {
    const changed = childEnv({ PATH: undefined, GW2_TEST: "1" });
    expect(changed).not.toHaveProperty("PATH");
    expect(changed.GW2_TEST).toBe("1");
  });
});

describe(".env.example", () => {
  it("describes every variable that is read, and no other", () => {
    const file = readFileSync(join(import.meta.dirname, "..", "..", ".env.example"), "utf8");
    const described = [...file.matchAll(/^#?\s?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    const source = readFileSync(join(import.meta.dirname, "env.ts"), "utf8");
    const table = source.slice(source.indexOf("const VARIABLES"), source.indexOf("as const satisfies"));
    const read = [...table.matchAll(/^ {2}(\w+): \{/gm)].map(([, name]) => name);
    const given = ["NODE_ENV", "APP_ROOT", "PATH", "npm_lifecycle_event"];
    expect(described).toEqual(read.filter((name) => !given.includes(name ?? "")));
  });
});

describe("the README's table of variables", () => {
  const readme = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");
  const rows = readme.split("\n").filter((line) => /^\| `[A-Z]/.test(line));
  const namesOf = (row: string) =>
    [...(row.split("|")[1] ?? "").matchAll(/`(\w+\*?)`/g)].map(([, name]) => name);

  it("says of settings that no code uses yet that they do nothing, and of no other", () => {
    const unused = rows.filter((row) => row.includes("nothing yet")).flatMap(namesOf);
    expect(unused).toEqual(["OLLAMA_EMBED_MODEL", "SMTP_*", "AUTH_DISCORD_*", "AUTH_GW2ME_*"]);
    const folders = ["app", "components", "lib", "scripts"].map((name) =>
      join(import.meta.dirname, "..", "..", name),
    );
    const users = folders
      .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter(({ name }) => /\.tsx?$/.test(name) && !/^env(\.test)?\.ts$/.test(name))
      .filter(({ parentPath, name }) =>
        /\bollamaEmbedModel\b|env\(\)\.(smtp|oauth)\b/.test(readFileSync(join(parentPath, name), "utf8")),
      );
    expect(users.map(({ name }) => name)).toEqual([]);
  });
});
