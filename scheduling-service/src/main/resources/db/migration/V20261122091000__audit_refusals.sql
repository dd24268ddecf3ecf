-- The form of libs/audit-trail: also what was refused, and where it came from.
ALTER TABLE audit
    ADD COLUMN client    text,
    ADD COLUMN changed   text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN outcome   text    NOT NULL DEFAULT 'done' CHECK (outcome IN ('done', 'refused', 'failed')),
    ADD COLUMN status    integer,
    ADD COLUMN unwritten integer NOT NULL DEFAULT 0,
    ADD COLUMN origin    text,
    ADD COLUMN trace     text,
    DROP COLUMN detail;
ALTER TABLE audit RENAME COLUMN actor TO member;
ALTER TABLE audit ALTER COLUMN shop DROP NOT NULL;

-- What is there already takes the new form: a machine by its client; the owner is let past the policies for it.
ALTER TABLE audit NO FORCE ROW LEVEL SECURITY;
UPDATE audit SET client = i.client_id, member = NULL FROM integration i WHERE i.id = audit.member;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;

ALTER TABLE audit
    ALTER COLUMN changed DROP DEFAULT,
    ALTER COLUMN outcome DROP DEFAULT,
    ALTER COLUMN unwritten DROP DEFAULT;

DROP POLICY own_rows ON audit;
CREATE POLICY own_rows ON audit FOR SELECT USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
-- A refusal is written when no shop could be entered.
CREATE POLICY anyone_writes ON audit FOR INSERT WITH CHECK (true);
