-- Comments on a story on its way to release, in threads on a field.
CREATE TABLE story_comment (
    id          uuid        PRIMARY KEY,
    story       uuid        NOT NULL REFERENCES story,
    thread      uuid        NOT NULL REFERENCES story_comment DEFERRABLE INITIALLY DEFERRED,
    field       text,
    text        text        NOT NULL,
    author      uuid        NOT NULL,
    written_at  timestamptz NOT NULL,
    resolved_by uuid,
    resolved_at timestamptz,
    version     bigint      NOT NULL
);
COMMENT ON COLUMN story_comment.thread IS 'the first comment of its thread, which may be itself';
COMMENT ON COLUMN story_comment.field IS 'JSON pointer into the content; null for the whole story';
CREATE INDEX story_comment_story ON story_comment (story, id);
CREATE INDEX story_comment_thread ON story_comment (thread);

-- What a story said before an edit, to show somebody who worked on from there what the other changed.
CREATE TABLE story_edit (
    story         uuid        NOT NULL REFERENCES story,
    version       bigint      NOT NULL,
    since_version bigint      NOT NULL,
    content       jsonb       NOT NULL,
    replaced_at   timestamptz NOT NULL,
    PRIMARY KEY (story, version)
);
COMMENT ON COLUMN story_edit.version IS 'the last version of the story with this content';
COMMENT ON COLUMN story_edit.since_version IS 'the first one';
CREATE INDEX story_edit_replaced ON story_edit (replaced_at);

ALTER TABLE story ADD copied_from uuid, ADD copied_revision integer,
    ADD CHECK ((copied_from IS NULL) = (copied_revision IS NULL)),
    ADD FOREIGN KEY (copied_from, copied_revision) REFERENCES story_revision (story, number);
COMMENT ON COLUMN story.copied_from IS 'the story whose revision this draft began as; null for most';

GRANT SELECT, INSERT, UPDATE ON story_comment TO content_application;
GRANT SELECT, INSERT ON story_edit TO content_application;
GRANT SELECT, DELETE ON story_edit TO content_worker;
