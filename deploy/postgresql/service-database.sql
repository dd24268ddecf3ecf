-- One service's database and its three roles, run once per service by a superuser:
--   service=shops owner_password=… application_password=… worker_password=… envsubst < service-database.sql | psql
-- The owner migrates (Flyway), the application serves requests under row-level security, and the worker does
-- background work over all shops. No role reaches another service's database.
CREATE ROLE ${service}_owner LOGIN PASSWORD '${owner_password}';
CREATE ROLE ${service}_application LOGIN PASSWORD '${application_password}';
CREATE ROLE ${service}_worker LOGIN BYPASSRLS PASSWORD '${worker_password}';
CREATE DATABASE ${service} OWNER ${service}_owner ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0;
REVOKE ALL ON DATABASE ${service} FROM PUBLIC;
GRANT CONNECT ON DATABASE ${service} TO ${service}_owner, ${service}_application, ${service}_worker;
