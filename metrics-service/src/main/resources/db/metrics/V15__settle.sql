-- Sets what the lines of movements, and of those that hang on them, count as, and tells which of them now count as something
-- else. A loop of look-ups by key and not one statement: how many movements hang on how many is anybody's guess, and what a
-- planner makes of its guess is to read the whole ledger for each batch.
create function settle(of_tenant text, added uuid[]) returns setof uuid
    language plpgsql as $$
    declare
        voids uuid[] := array(
            select m.movement_id
            from movement m
            where m.tenant_id = of_tenant and m.movement_id = any(added) and m.reverses_movement_id is not null);
        later uuid[] := added;
        void uuid;
        here movement;
        seen uuid[];
        earlier movement;
    begin
        loop
            later := array(
                select m.movement_id
                from movement m
                where m.tenant_id = of_tenant and m.reverses_movement_id = any(later) and m.movement_id <> all(voids));
            exit when cardinality(later) = 0;
            voids := voids || later;
        end loop;
        foreach void in array voids loop
            seen := array[]::uuid[];
            select m.* into here from movement m where m.tenant_id = of_tenant and m.movement_id = void;
            loop
                seen := seen || here.movement_id;
                select m.* into earlier
                from movement m
                where m.tenant_id = of_tenant and m.movement_id = here.reverses_movement_id;
                exit when not found or earlier.movement_id = any(seen);
                here := earlier;
            end loop;
            -- In a circle nothing is the first.
            continue when earlier.movement_id is not null;
            update movement_line l
            set counts_as = here.movement_type
            where l.tenant_id = of_tenant and l.movement_id = void and l.counts_as <> here.movement_type;
            if found then
                return next void;
            end if;
        end loop;
    end
    $$;
