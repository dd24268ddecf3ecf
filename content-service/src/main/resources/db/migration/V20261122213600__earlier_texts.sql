-- What a shop sent before the central group asked for something else: the newest few of each contribution.
CREATE TABLE contribution_text (
    id           uuid        PRIMARY KEY,
    contribution uuid        NOT NULL REFERENCES contribution ON DELETE CASCADE,
    shop         text        NOT NULL,
    text         text        NOT NULL,
    asset        uuid        REFERENCES asset,
    asked        text,
    sent_by      uuid        NOT NULL,
    replaced_at  timestamptz NOT NULL
);
COMMENT ON COLUMN contribution_text.asked IS 'what the central group asked about it';
COMMENT ON COLUMN contribution_text.sent_by IS 'id of the member who wrote it';
CREATE INDEX contribution_text_newest ON contribution_text (contribution, id DESC);
CREATE INDEX contribution_text_shop ON contribution_text (shop, id);

ALTER TABLE contribution_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE contribution_text FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON contribution_text USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
GRANT SELECT, INSERT, DELETE ON contribution_text TO content_application;
