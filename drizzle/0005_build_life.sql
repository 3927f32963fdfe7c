CREATE TABLE "build_revisions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"build_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"author_id" uuid,
	"note" text,
	"loadout" jsonb NOT NULL,
	"chat_link" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "build_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"build_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "forked_from_id" uuid;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "fork_credit" text;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "fork_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "build_revisions" ADD CONSTRAINT "build_revisions_build_id_builds_id_fk" FOREIGN KEY ("build_id") REFERENCES "public"."builds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_revisions" ADD CONSTRAINT "build_revisions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_slugs" ADD CONSTRAINT "build_slugs_build_id_builds_id_fk" FOREIGN KEY ("build_id") REFERENCES "public"."builds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "build_revisions_build_number_unique" ON "build_revisions" USING btree ("build_id","number");--> statement-breakpoint
CREATE INDEX "build_slugs_build_index" ON "build_slugs" USING btree ("build_id");--> statement-breakpoint
ALTER TABLE "builds" ADD CONSTRAINT "builds_forked_from_id_builds_id_fk" FOREIGN KEY ("forked_from_id") REFERENCES "public"."builds"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "builds_forked_from_index" ON "builds" USING btree ("forked_from_id");--> statement-breakpoint
CREATE INDEX "builds_deleted_index" ON "builds" USING btree ("deleted_at");--> statement-breakpoint
-- Builds of players that were saved before there were revisions: their present state is the first.
INSERT INTO "build_revisions" ("build_id", "number", "author_id", "loadout", "chat_link", "created_at")
SELECT "id", 1, "owner_id", "loadout", "chat_link", "updated_at" FROM "builds" WHERE "owner_id" IS NOT NULL
ON CONFLICT DO NOTHING;
