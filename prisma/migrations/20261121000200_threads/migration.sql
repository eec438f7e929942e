-- Ticks and side panel change without the row: each has a version of its own. The tapped quick reply reaches the bot, sealed.
alter table "conversation"
  add column "receipts_version" integer not null default 1,
  add column "panel_version" integer not null default 1;

alter table "message" add column "payload" bytea;

-- A tag is on a case once; taken off, it stays as history.
create unique index "case_tag_once" on "case_tag" ("case_id", "axis", "code") where "removed_at" is null;
