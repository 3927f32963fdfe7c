import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadEnvFile } from "node:process";
import { z } from "zod";

/**
 * The one place where the environment is read. Everything is optional on a player's own machine: the launcher
 * (`npm start`, `npm run dev`) starts a database, makes the secrets and hands both to the app through the
 * variables below. `.env.example` describes every one of them in the same order.
 */
export interface Env {
  readonly nodeEnv: "production" | "development" | "test";
  /** TCP port of the web server; 0 lets the launcher pick a free one. */
  readonly port: number;
  /** Address that the web server listens on. */
  readonly host: string;
  /** Origin under which players reach the app, without a trailing slash, for absolute links. */
  readonly publicUrl: string;
  /**
   * How many reverse proxies stand in front of the app, each of which appends to X-Forwarded-For. Requests are
   * limited by the address that the outermost of them saw; 0 where browsers reach the app directly.
   */
  readonly trustedProxies: number;
  /**
   * Folder that holds `data/` (the catalogue) and `drizzle/` (migrations): read files as
   * `join(env().appRoot, "data", …)`. The launcher sets APP_ROOT to the project folder, because the production
   * server runs with another working directory; without it the working directory counts.
   */
  readonly appRoot: string;
  /** Absolute folder of everything the app writes: embedded database, local secrets, caches. */
  readonly dataDir: string;
  /** Absent only while building and in tools that need no database. */
  readonly databaseUrl: string | undefined;
  /** Absent: no Redis, everything works in this one process. */
  readonly redisUrl: string | undefined;
  readonly ollamaBaseUrl: string;
  readonly ollamaChatModel: string;
  readonly ollamaEmbedModel: string;
  /** Email addresses of the accounts that decide on reports; lower-cased. */
  readonly moderatorEmails: readonly string[];
  /** Signs sessions; at least 32 characters. Absent only while building. */
  readonly authSecret: string | undefined;
  /** Outgoing mail, whole or off. */
  readonly smtp: SmtpEnv | undefined;
  /** Sign-in providers, each whole or off. */
  readonly oauth: { readonly discord: OAuthEnv | undefined; readonly gw2me: OAuthEnv | undefined };
  /** Whether npm runs this process as a script of package.json. */
  readonly startedByNpm: boolean;
  /** Browser of the end-to-end tests; absent: looked for in `searchPath`. */
  readonly chromiumPath: string | undefined;
  /** Folders in which the operating system looks for programs. */
  readonly searchPath: string;
}

export interface SmtpEnv {
  readonly host: string;
  readonly port: number;
  readonly from: string;
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

export interface OAuthEnv {
  readonly clientId: string;
  readonly clientSecret: string;
}

export type EnvSource = Readonly<Record<string, string | undefined>>;

/** Names each wrong variable and what is expected of it; never shows the value of a secret. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

const MIN_SECRET_LENGTH = 32;

const port = (lowest: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value >= lowest && value <= 65_535);

const url = (...protocols: readonly string[]) =>
  z.string().refine((value) => protocols.includes(protocolOf(value) ?? ""));

const text = z.string();

/** Checks of the single variables, with the words that follow "expected" when one fails. */
const VARIABLES = {
  NODE_ENV: {
    check: z.enum(["production", "development", "test"]),
    expected: "production, development or test",
  },
  PORT: { check: port(0), expected: "a whole number from 0 to 65535" },
  HOST: {
    check: text.regex(/^[\w.:-]+$/),
    expected: "an address to listen on, such as 0.0.0.0 or 127.0.0.1",
  },
  PUBLIC_URL: {
    check: url("http:", "https:").refine((value) => isOrigin(value)),
    expected: "an origin without a path, such as https://builds.example.org",
  },
  TRUSTED_PROXIES: { check: text.regex(/^\d$/).transform(Number), expected: "a whole number from 0 to 9" },
  APP_ROOT: { check: text, expected: "a folder" },
  DATA_DIR: { check: text, expected: "a folder" },
  DATABASE_URL: {
    check: url("postgres:", "postgresql:"),
    expected: "an address such as postgres://user:password@host:5432/database",
  },
  REDIS_URL: { check: url("redis:", "rediss:"), expected: "an address such as redis://127.0.0.1:6379" },
  OLLAMA_BASE_URL: { check: url("http:", "https:"), expected: "an address such as http://127.0.0.1:11434" },
  OLLAMA_CHAT_MODEL: { check: text, expected: "the name of a model" },
  OLLAMA_EMBED_MODEL: { check: text, expected: "the name of a model" },
  AUTH_SECRET: {
    check: text.min(MIN_SECRET_LENGTH),
    expected: `at least ${MIN_SECRET_LENGTH} characters, for example from: openssl rand -base64 48`,
  },
  MODERATOR_EMAILS: {
    check: text
      .transform((list) =>
        list
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      )
      .refine((emails) => emails.every((email) => /^[^@]+@[^@]+$/.test(email))),
    expected: "email addresses with commas between, such as ann@example.org, bob@example.org",
  },
  SMTP_HOST: { check: text, expected: "the name of a mail server" },
  SMTP_PORT: { check: port(1), expected: "a whole number from 1 to 65535" },
  SMTP_FROM: { check: text.includes("@"), expected: "a sender such as GW2Optimizer <builds@example.org>" },
  SMTP_USER: { check: text, expected: "a user name" },
  SMTP_PASSWORD: { check: text, expected: "a password" },
  AUTH_DISCORD_ID: { check: text, expected: "a client id" },
  AUTH_DISCORD_SECRET: { check: text, expected: "a client secret" },
  AUTH_GW2ME_ID: { check: text, expected: "a client id" },
  AUTH_GW2ME_SECRET: { check: text, expected: "a client secret" },
  CHROMIUM_PATH: { check: text, expected: "the path of a Chromium or Chrome program" },
  npm_lifecycle_event: { check: text, expected: "the name of a script" },
  PATH: { check: text, expected: "a list of folders" },
} as const satisfies Record<string, { readonly check: z.ZodType; readonly expected: string }>;

/** Values of these may hold passwords, so an error names the variable only. */
const SECRET_VARIABLES: readonly VariableName[] = [
  "DATABASE_URL",
  "REDIS_URL",
  "AUTH_SECRET",
  "SMTP_PASSWORD",
  "AUTH_DISCORD_SECRET",
  "AUTH_GW2ME_SECRET",
];

type VariableName = keyof typeof VARIABLES;
type Values = { readonly [Name in VariableName]: z.infer<(typeof VARIABLES)[Name]["check"]> | undefined };

/** Parses an environment. Empty values count as absent. Throws EnvError naming every wrong variable at once. */
export function parseEnv(source: EnvSource, workingDirectory: string = process.cwd()): Env {
  const problems: string[] = [];
  const values = parseVariables(source, problems);
  const smtp = smtpGroup(values, problems);
  const discord = oauthGroup("DISCORD", values.AUTH_DISCORD_ID, values.AUTH_DISCORD_SECRET, problems);
  const gw2me = oauthGroup("GW2ME", values.AUTH_GW2ME_ID, values.AUTH_GW2ME_SECRET, problems);
  if (problems.length > 0) throw new EnvError(problems);

  const webPort = values.PORT ?? 3000;
  const appRoot = resolve(workingDirectory, values.APP_ROOT ?? ".");
  return Object.freeze({
    nodeEnv: values.NODE_ENV ?? "development",
    port: webPort,
    host: values.HOST ?? "0.0.0.0",
    publicUrl: new URL(values.PUBLIC_URL ?? `http://localhost:${webPort}`).origin,
    trustedProxies: values.TRUSTED_PROXIES ?? 0,
    appRoot,
    dataDir: resolve(appRoot, values.DATA_DIR ?? ".data"),
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    ollamaBaseUrl: (values.OLLAMA_BASE_URL ?? "http://127.0.0.1:11434").replace(/\/+$/, ""),
    ollamaChatModel: values.OLLAMA_CHAT_MODEL ?? "mistral",
    ollamaEmbedModel: values.OLLAMA_EMBED_MODEL ?? "nomic-embed-text",
    moderatorEmails: values.MODERATOR_EMAILS ?? [],
    authSecret: values.AUTH_SECRET,
    smtp,
    oauth: Object.freeze({ discord, gw2me }),
    startedByNpm: values.npm_lifecycle_event !== undefined,
    chromiumPath: values.CHROMIUM_PATH,
    searchPath: values.PATH ?? "",
  });
}

let current: Env | undefined;

/** The environment of this process, read at the first call. Throws EnvError where a variable is wrong. */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}

/** Puts another environment in place of this process's own, or with `undefined` the own one back: for tests. */
export function replaceEnv(source: EnvSource | undefined): void {
  current = source && parseEnv(source);
}

/** Reads `.env` of a folder into the environment, where there is one; what is already set wins. */
export function loadDotEnv(folder: string): void {
  const file = join(folder, ".env");
  if (existsSync(file)) loadEnvFile(file);
  current = undefined;
}

/** The environment for a child process: this one's, with changes; `undefined` takes a variable away. */
export function childEnv(changes: EnvSource): NodeJS.ProcessEnv {
  const merged: NodeJS.ProcessEnv = { ...process.env };
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete merged[name];
    else merged[name] = value;
  }
  return merged;
}

function parseVariables(source: EnvSource, problems: string[]): Values {
  const values: Record<string, unknown> = {};
  for (const [name, { check, expected }] of Object.entries(VARIABLES)) {
    const raw = source[name]?.trim();
    if (!raw) continue;
    const parsed = check.safeParse(raw);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name} ${shownValue(name, raw)}: expected ${expected}`);
  }
  return values as Values;
}

function shownValue(name: string, raw: string): string {
  return (SECRET_VARIABLES as readonly string[]).includes(name) ? "is wrong" : `is ${JSON.stringify(raw)}`;
}

function smtpGroup(values: Values, problems: string[]): SmtpEnv | undefined {
  const { SMTP_HOST, SMTP_PORT, SMTP_FROM, SMTP_USER, SMTP_PASSWORD } = values;
  const any = [SMTP_HOST, SMTP_PORT, SMTP_FROM, SMTP_USER, SMTP_PASSWORD].some(
    (value) => value !== undefined,
  );
  if (!any) return undefined;
  if (!SMTP_HOST || !SMTP_FROM) {
    problems.push("SMTP_HOST and SMTP_FROM: expected both, or no SMTP_ variable at all");
    return undefined;
  }
  if (!SMTP_USER !== !SMTP_PASSWORD) {
    problems.push("SMTP_USER and SMTP_PASSWORD: expected both or neither");
    return undefined;
  }
  const login =
    SMTP_USER && SMTP_PASSWORD ? Object.freeze({ user: SMTP_USER, password: SMTP_PASSWORD }) : undefined;
  return Object.freeze({ host: SMTP_HOST, port: SMTP_PORT ?? 587, from: SMTP_FROM, login });
}

function oauthGroup(
  provider: string,
  clientId: string | undefined,
  clientSecret: string | undefined,
  problems: string[],
): OAuthEnv | undefined {
  if (clientId && clientSecret) return Object.freeze({ clientId, clientSecret });
  if (clientId || clientSecret) {
    problems.push(`AUTH_${provider}_ID and AUTH_${provider}_SECRET: expected both or neither`);
  }
  return undefined;
}

function protocolOf(value: string): string | undefined {
  return URL.canParse(value) ? new URL(value).protocol : undefined;
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { pathname, search, hash } = new URL(value);
  return pathname === "/" && search === "" && hash === "";
}
