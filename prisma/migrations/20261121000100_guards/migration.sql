-- What Prisma's schema language cannot say: append-only tables, values, "at most one open", and the flush of a change.
-- The application's role and its rights are in prisma/grants.sql, which every migrate applies again.

-- ---------------------------------------------------------------- append-only
-- For everybody, the owner included: a revoked right would not stop the owner of a managed database.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on audit_entry for each statement execute function refuse_rewriting();
create trigger append_only before update or delete or truncate on audit_seal for each statement execute function refuse_rewriting();
-- Old events may go (retention), but none is rewritten.
create trigger append_only before update or truncate on event_log for each statement execute function refuse_rewriting();
-- ALWAYS: also under session_replication_role = replica.
alter table audit_entry enable always trigger append_only;
alter table audit_seal enable always trigger append_only;
alter table event_log enable always trigger append_only;

-- ---------------------------------------------------------------- at most one open
create unique index conversation_one_open_per_contact on conversation (contact_id) where state <> 'closed';
create unique index assignment_one_open on assignment (conversation_id) where ended_at is null;
create unique index offer_one_open on offer (conversation_id) where ended_at is null;
create unique index relay_one_open on relay (conversation_id) where ended_at is null;
create unique index escalation_one_open on escalation (conversation_id) where ended_at is null;

-- ---------------------------------------------------------------- values
create function danger_rank(level text) returns int language sql immutable parallel safe
  return case level when 'F0' then 0 when 'FX' then 1 when 'F1' then 1 when 'F2' then 2 when 'F3' then 3 when 'F4' then 4 end;

alter table conversation
  add constraint conversation_state check (state in ('bot', 'waiting', 'active', 'closed')),
  add constraint conversation_danger check (danger in ('FX', 'F0', 'F1', 'F2', 'F3', 'F4')),
  -- A closed one keeps the counsellor it had.
  add constraint conversation_active_has_counsellor check (state <> 'active' or counsellor_id is not null),
  add constraint conversation_unheld_has_none check (state not in ('bot', 'waiting') or counsellor_id is null),
  add constraint conversation_waiting_since check (state <> 'waiting' or waiting_since is not null),
  add constraint conversation_closed_at check ((state = 'closed') = (closed_at is not null)),
  add constraint conversation_offer_expires check ((offered_to_id is null) = (offer_expires_at is null));

alter table escalation add constraint escalation_danger check (danger in ('FX', 'F0', 'F1', 'F2', 'F3', 'F4'));

alter table danger_assessment
  add constraint danger_assessment_levels check (danger_rank(from_level) is not null and danger_rank(to_level) is not null),
  add constraint danger_assessment_by check (by_kind in ('bot', 'rule', 'person') and (by_kind <> 'person' or by_id is not null)),
  -- domain.md §3: bot and rules may only raise; a person lowers, with a reason.
  add constraint danger_assessment_only_a_person_lowers check (by_kind = 'person' or danger_rank(to_level) >= danger_rank(from_level)),
  add constraint danger_assessment_lowered_with_reason
    check (from_level = 'FX' or danger_rank(to_level) >= danger_rank(from_level) or reason is not null);

-- Only messages have a channel and can leave; a note is another table without one (design.md §1.8).
alter table message
  add constraint message_author check (author in ('visitor', 'bot', 'counsellor', 'system')),
  add constraint message_counsellor_is_named check (author <> 'counsellor' or author_id is not null),
  add constraint message_says_something check (body is not null or (author = 'system' and marker is not null)),
  add constraint message_seq_from_one check (seq >= 1);

-- ---------------------------------------------------------------- case numbers
/* Gapless within a year: the row stays locked until the case that took the number commits or gives it back. */
create function next_case_ordinal(of_year int) returns int language sql as $$
  insert into case_number (year, last) values (of_year, 1)
  on conflict (year) do update set last = case_number.last + 1
  returning last
$$;

-- ---------------------------------------------------------------- the flush of a change (lib/core/change.ts)
-- NOTIFY inside a transaction takes a database-wide lock up to the end of its commit and so undoes group commit. graphile-worker's
-- add_job notifies; under this search_path it finds this silent one first, and core_wake() notifies after the commit.
create schema core_quiet;
create function core_quiet.pg_notify(text, text) returns void language sql immutable as 'select';

/* Audit entries, events and jobs of one change, in one round trip; an empty or null array costs nothing. */
create function core_flush(audit jsonb, events jsonb, jobs jsonb) returns void language plpgsql
  set search_path = core_quiet, pg_catalog, public, pg_temp
as $$
declare
  job jsonb;
begin
  if jsonb_array_length(audit) > 0 then
    insert into public.audit_entry (at, actor_kind, actor_id, verb, subject, request_id)
    select (entry ->> 'at')::timestamptz, entry ->> 'actorKind', entry ->> 'actorId', entry ->> 'verb', entry -> 'subject', entry ->> 'requestId'
      from jsonb_array_elements(audit) with ordinality as given (entry, place) order by place;
  end if;
  if jsonb_array_length(events) > 0 then
    insert into public.event_log (rooms, event)
    select array(select jsonb_array_elements_text(entry -> 'rooms')), entry -> 'event'
      from jsonb_array_elements(events) with ordinality as given (entry, place) order by place;
  end if;
  if jsonb_array_length(jobs) > 0 then
    for job in select entry from jsonb_array_elements(jobs) with ordinality as given (entry, place) order by place loop
      perform graphile_worker.add_job(
        job ->> 'name',
        (job -> 'payload')::json,
        queue_name => job ->> 'queue',
        run_at => now() + coalesce((job ->> 'delayMs')::float8, 0) * interval '1 millisecond',
        max_attempts => coalesce((job ->> 'maxAttempts')::int, 25),
        job_key => job ->> 'key',
        job_key_mode => coalesce(job ->> 'keyMode', 'replace')
      );
    end loop;
  end if;
end $$;

/* Wakes the tails and, if there were jobs, the workers. A transaction of its own, after the commit: nothing durable depends on it. */
create function core_wake(jobs int) returns void language plpgsql as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  perform pg_notify('events', '');
  if jobs > 0 then
    perform pg_notify('jobs:insert', json_build_object('r', random(), 'count', jobs)::text);
  end if;
end $$;
