-- What people must know or do, once per cause.
CREATE TABLE notice (
    id          uuid        PRIMARY KEY,
    shop        text        NOT NULL,
    channel     uuid,
    publication uuid,
    kind        text        NOT NULL CHECK (kind IN ('failure', 'task')),
    -- The same cause is told once while its notice is open.
    cause       text        NOT NULL,
    text        jsonb       NOT NULL,
    at          timestamptz NOT NULL,
    closed_at   timestamptz
);
CREATE UNIQUE INDEX notice_once_per_cause ON notice (shop, cause) WHERE closed_at IS NULL;
CREATE INDEX notice_by_shop ON notice (shop, id DESC);

-- Mail to send, written in the transaction of what it tells about; sent by the worker.
CREATE TABLE mail (
    id          uuid        PRIMARY KEY,
    shop        text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('offer', 'withdrawal', 'notice')),
    publication uuid,
    notice      uuid,
    number      integer     NOT NULL,
    due_at      timestamptz,
    tries       integer     NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    sent_at     timestamptz,
    failure     text
);
CREATE INDEX mail_due ON mail (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX mail_created ON mail (created_at);

CREATE TABLE audit (
    -- Version 7, so that the order of ids is the order of time.
    id      uuid        PRIMARY KEY,
    at      timestamptz NOT NULL,
    shop    text        NOT NULL,
    -- Member, integration, or null for the service itself.
    actor   uuid,
    action  text        NOT NULL,
    subject text        NOT NULL,
    detail  text
);
CREATE INDEX audit_by_shop ON audit (shop, id DESC);
CREATE INDEX audit_at ON audit (at);

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON notice USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON mail USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON audit USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));

GRANT SELECT, UPDATE ON notice TO scheduling_application;
GRANT SELECT, INSERT, UPDATE ON notice TO scheduling_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON mail TO scheduling_worker;
-- Append-only for the application; the worker forgets what is too old.
GRANT SELECT, INSERT ON audit TO scheduling_application;
GRANT SELECT, INSERT, DELETE ON audit TO scheduling_worker;
