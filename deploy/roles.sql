-- Once, as a superuser, in the database of Pérenne: the owner of the tables, who migrates, and the
-- application, which owns nothing and sees the rows of one committee at a time (decision 0012).
-- Change both passwords (ALTER ROLE … PASSWORD …) before anybody else can reach the server.
CREATE ROLE perenne_owner LOGIN BYPASSRLS PASSWORD 'change-me-owner';
CREATE ROLE perenne_app LOGIN NOBYPASSRLS PASSWORD 'change-me-app';
ALTER DATABASE perenne OWNER TO perenne_owner;
ALTER SCHEMA public OWNER TO perenne_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO perenne_app;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
-- Indexes serve searches under row-level security (decision 0022).
ALTER FUNCTION texticregexeq(text, text) LEAKPROOF;
