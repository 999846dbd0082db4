-- A run knows the states at the instants that its windows begin and end at, once each, in a temporary table.
drop function item_window(text, timestamptz, timestamptz);
