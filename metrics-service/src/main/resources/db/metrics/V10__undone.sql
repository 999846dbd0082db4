-- Whether a movement has been undone before an instant: by a void that has not been undone itself, and so on. No correct
-- producer makes longer chains than a few, nor circles, which the depth ends.
create function undone(of_tenant text, of_movement uuid, as_of timestamptz, depth integer default 0) returns boolean
    language plpgsql stable as $$
    begin
        return depth < 100 and exists (
            select from movement v
            where v.tenant_id = of_tenant
              and v.reverses_movement_id = of_movement
              and v.occurred_at < as_of
              and not undone(of_tenant, v.movement_id, as_of, depth + 1));
    end
    $$;
