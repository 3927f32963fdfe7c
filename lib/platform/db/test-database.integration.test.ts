import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

describe("test databases", () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    first = await createTestDatabase();
    second = await createTestDatabase();
  });
  afterAll(async () => {
    await first.drop();
    await second.drop();
  });

  it("hold every migration", async () => {
    const sql = postgres(first.url, { max: 1 });
    const [row] = await sql`select count(*)::int as applied from drizzle.__drizzle_migrations`;
    await sql.end();
    expect(row?.applied).toBeGreaterThan(0);
  });

  it("do not see each other's rows", async () => {
    const one = postgres(first.url, { max: 1 });
    const two = postgres(second.url, { max: 1 });
    await one`create table only_here (id int)`;
    const [seen] = await two`select to_regclass('only_here') as found`;
    await Promise.all([one.end(), two.end()]);
    expect(seen?.found).toBeNull();
  });
});
