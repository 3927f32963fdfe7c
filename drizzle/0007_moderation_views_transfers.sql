CREATE TABLE "build_transfers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"build_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid,
	"addressee" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "build_transfers_state_check" CHECK ("build_transfers"."state" in ('open', 'accepted', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "build_viewers" (
	"day" date NOT NULL,
	"build_id" uuid NOT NULL,
	"viewer" "bytea" NOT NULL,
	CONSTRAINT "build_viewers_build_id_day_viewer_pk" PRIMARY KEY("build_id","day","viewer")
);
--> statement-breakpoint
CREATE TABLE "view_salts" (
	"day" date PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "build_reports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"build_id" uuid NOT NULL,
	"reporter_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"details" text NOT NULL,
	"decision_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "build_reports_reason_check" CHECK ("build_reports"."reason" in ('abuse', 'spam', 'misleading', 'private-data', 'other'))
);
--> statement-breakpoint
CREATE TABLE "moderation_decisions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"build_id" uuid,
	"build_name" text NOT NULL,
	"moderator_id" uuid,
	"verdict" text NOT NULL,
	"note" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "moderation_decisions_verdict_check" CHECK ("moderation_decisions"."verdict" in ('dismiss', 'hide', 'show'))
);
--> statement-breakpoint
DROP INDEX "chats_user_updated_index";--> statement-breakpoint
DROP INDEX "chats_visitor_updated_index";--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "view_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "hidden_note" text;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "changed" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "reference_digests" jsonb;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "role" text DEFAULT 'player' NOT NULL;--> statement-breakpoint
ALTER TABLE "build_transfers" ADD CONSTRAINT "build_transfers_build_id_builds_id_fk" FOREIGN KEY ("build_id") REFERENCES "public"."builds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_transfers" ADD CONSTRAINT "build_transfers_from_id_users_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_transfers" ADD CONSTRAINT "build_transfers_to_id_users_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_viewers" ADD CONSTRAINT "build_viewers_build_id_builds_id_fk" FOREIGN KEY ("build_id") REFERENCES "public"."builds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_reports" ADD CONSTRAINT "build_reports_build_id_builds_id_fk" FOREIGN KEY ("build_id") REFERENCES "public"."builds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_reports" ADD CONSTRAINT "build_reports_reporter_id_users_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_reports" ADD CONSTRAINT "build_reports_decision_id_moderation_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."moderation_decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_build_id_builds_id_fk" FOREIGN KEY ("build_id") REFERENCES "public"."builds"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_moderator_id_users_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "build_transfers_open_unique" ON "build_transfers" USING btree ("build_id") WHERE "build_transfers"."state" = 'open';--> statement-breakpoint
CREATE INDEX "build_transfers_build_index" ON "build_transfers" USING btree ("build_id");--> statement-breakpoint
CREATE INDEX "build_transfers_from_index" ON "build_transfers" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "build_transfers_to_index" ON "build_transfers" USING btree ("to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "build_reports_open_unique" ON "build_reports" USING btree ("build_id","reporter_id") WHERE "build_reports"."decision_id" is null;--> statement-breakpoint
CREATE INDEX "build_reports_open_index" ON "build_reports" USING btree ("created_at","id") WHERE "build_reports"."decision_id" is null;--> statement-breakpoint
CREATE INDEX "build_reports_build_index" ON "build_reports" USING btree ("build_id");--> statement-breakpoint
CREATE INDEX "build_reports_reporter_index" ON "build_reports" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "build_reports_decision_index" ON "build_reports" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "moderation_decisions_newest_index" ON "moderation_decisions" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "moderation_decisions_build_index" ON "moderation_decisions" USING btree ("build_id");--> statement-breakpoint
CREATE INDEX "moderation_decisions_moderator_index" ON "moderation_decisions" USING btree ("moderator_id");--> statement-breakpoint
CREATE INDEX "builds_visibility_views_index" ON "builds" USING btree ("visibility","view_count" DESC NULLS FIRST,"updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "chats_user_updated_index" ON "chats" USING btree ("user_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "chats_visitor_updated_index" ON "chats" USING btree ("visitor_hash","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_role_check" CHECK ("users"."role" in ('player', 'moderator'));