-- The form of libs/audit-trail: also what was refused, and where it came from.
ALTER TABLE audit
    ADD COLUMN client    text,
    ADD COLUMN outcome   text    NOT NULL DEFAULT 'done' CHECK (outcome IN ('done', 'refused', 'failed')),
    ADD COLUMN status    integer,
    ADD COLUMN unwritten integer NOT NULL DEFAULT 0,
    ADD COLUMN origin    text;

-- What is there already takes the new form; the owner is let past the policies for it.
ALTER TABLE audit NO FORCE ROW LEVEL SECURITY;
ALTER TABLE integration NO FORCE ROW LEVEL SECURITY;
UPDATE audit SET client = (SELECT i.client_id FROM integration i WHERE i.id = audit.integration)
WHERE integration IS NOT NULL;
ALTER TABLE integration FORCE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;

ALTER TABLE audit DROP COLUMN integration;
ALTER TABLE audit ALTER COLUMN outcome DROP DEFAULT, ALTER COLUMN unwritten DROP DEFAULT;
