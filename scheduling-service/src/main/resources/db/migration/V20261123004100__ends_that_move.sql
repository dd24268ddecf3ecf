-- What ends is a story, or a picture that a post shows. An end that isn't one any more is taken back from who was told.
ALTER TABLE story_ending RENAME TO ending;
ALTER TABLE ending RENAME COLUMN story TO subject;
ALTER TABLE ending ADD COLUMN kind text NOT NULL DEFAULT 'story' CHECK (kind IN ('story', 'picture'));
ALTER TABLE ending ALTER COLUMN kind DROP DEFAULT;
-- The story's title, or of the story whose own version shows the shop's picture: what a shop without a post knows it by.
ALTER TABLE ending ADD COLUMN title text;
-- Whose picture it is; null for the network's, and for stories.
ALTER TABLE ending ADD COLUMN owner text;
-- The end was moved or is over: notices of it are closed in batches, and then this row goes.
ALTER TABLE ending ADD COLUMN taken_back boolean NOT NULL DEFAULT false;
ALTER TABLE ending DROP CONSTRAINT story_ending_pkey, ADD PRIMARY KEY (kind, subject, ends_at, days);
ALTER INDEX story_ending_to_tell RENAME TO ending_to_tell;
CREATE INDEX ending_taken_back ON ending (heard_at) WHERE taken_back;
CREATE INDEX notice_ending ON notice (cause) WHERE closed_at IS NULL AND kind = 'ending';

-- Who has a version of a story, whether or not they planned it.
CREATE INDEX adaptation_in_use ON adaptation (story, shop) WHERE state = 'open';

-- How far our own feed was read to find who plans what ends after the others were told.
INSERT INTO feed_cursor (feed, position, updated_at)
SELECT 'endings', coalesce((SELECT position FROM event_feed WHERE name = 'scheduling'), 0), now();
