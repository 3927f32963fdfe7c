CREATE TABLE "build_favourites" (
	"user_id" uuid NOT NULL,
	"build_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "build_favourites_user_id_build_id_pk" PRIMARY KEY("user_id","build_id")
);
--> statement-breakpoint
CREATE TABLE "build_ratings" (
	"build_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"stars" integer NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "build_ratings_build_id_user_id_pk" PRIMARY KEY("build_id","user_id"),
	CONSTRAINT "build_ratings_stars_check" CHECK ("build_ratings"."stars" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "rating_sum" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "rating_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "builds" ADD COLUMN "rating_score" double precision GENERATED ALWAYS AS ((rating_sum + 15)::double precision / (rating_count + 5)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "build_favourites" ADD CONSTRAINT "build_favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_favourites" ADD CONSTRAINT "build_favourites_build_id_builds_id_fk" FOREIGN KEY ("build_id") REFERENCES "public"."builds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_ratings" ADD CONSTRAINT "build_ratings_build_id_builds_id_fk" FOREIGN KEY ("build_id") REFERENCES "public"."builds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_ratings" ADD CONSTRAINT "build_ratings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "build_favourites_build_index" ON "build_favourites" USING btree ("build_id");--> statement-breakpoint
CREATE INDEX "build_ratings_user_index" ON "build_ratings" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "builds_visibility_rating_index" ON "builds" USING btree ("visibility","rating_score" DESC NULLS FIRST,"updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "builds_visibility_forks_index" ON "builds" USING btree ("visibility","fork_count" DESC NULLS FIRST,"updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);