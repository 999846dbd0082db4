-- One login role per service. It owns its database but is no superuser, so that row-level security binds it.
create role workorder login password 'workorder';
create database workorder owner workorder;
create role metrics login password 'metrics';
create database metrics owner metrics;
