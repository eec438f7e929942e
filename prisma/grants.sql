-- The application's role and exactly what it may do. Applied after every migrate, so that a restored dump, a new cluster or a new
-- table is right again. Roles belong to the whole cluster: several databases may run this at the same moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'helpdesk_app') then
    create role helpdesk_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  if not exists (
    select from pg_auth_members
     where roleid = 'helpdesk_app'::regrole and member = current_user::regrole
  ) and current_user <> 'helpdesk_app' then
    -- PostgreSQL 16 gives a role's creator ADMIN only; SET and INHERIT are asked for by name there and unknown before.
    if current_setting('server_version_num')::int >= 160000 then
      execute format('grant helpdesk_app to %I with inherit true, set true', current_user);
    else
      execute format('grant helpdesk_app to %I', current_user);
    end if;
  end if;
exception
  when unique_violation then null;
  -- "tuple concurrently updated": another database of this cluster granted it in the same instant.
  when internal_error then null;
end $$;

grant usage on schema public, core_quiet, graphile_worker to helpdesk_app;
grant select, insert, update, delete on all tables in schema public, graphile_worker to helpdesk_app;
grant usage, select, update on all sequences in schema public, graphile_worker to helpdesk_app;
grant execute on all functions in schema public, core_quiet, graphile_worker to helpdesk_app;
alter default privileges in schema public grant select, insert, update, delete on tables to helpdesk_app;
alter default privileges in schema public grant usage, select, update on sequences to helpdesk_app;

-- graphile-worker's tables have row-level security and no policy: only their owner sees a row.
do $$
declare
  worker_table regclass;
begin
  for worker_table in select oid from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity loop
    execute format('drop policy if exists helpdesk_app on %s', worker_table);
    execute format('create policy helpdesk_app on %s to helpdesk_app using (true) with check (true)', worker_table);
  end loop;
end $$;

-- The audit log is written and read, never rewritten; the trigger of migration "guards" says the same to the owner.
revoke update, delete, truncate on audit_entry, audit_seal from helpdesk_app;
revoke update, truncate on event_log from helpdesk_app;
-- The history of migrations is the owner's.
revoke insert, update, delete, truncate on _prisma_migrations from helpdesk_app;
