-- Who did what, and who was refused what. A service copies this into its migration and grants the application role
-- SELECT and INSERT and nothing more, the worker role SELECT and DELETE to forget what is too old.
CREATE TABLE audit (
    -- Version 7, so that the order of ids is the order of time.
    id        uuid        PRIMARY KEY,
    at        timestamptz NOT NULL,
    -- Absent for the network, and where a stranger was refused.
    shop      text,
    member    uuid,
    client    text,
    action    text        NOT NULL,
    subject   text        NOT NULL,
    changed   text[]      NOT NULL,
    outcome   text        NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    status    integer,
    unwritten integer     NOT NULL,
    origin    text,
    trace     text
);
CREATE INDEX audit_by_shop ON audit (shop, id);
CREATE INDEX audit_at ON audit (at);

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON audit FOR SELECT USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
CREATE POLICY anyone_writes ON audit FOR INSERT WITH CHECK (true);
