-- A file that may be used no longer is told to whoever planned something with it, once.
ALTER TABLE asset ADD COLUMN end_told boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN asset.end_told IS 'whether services were told that it may be used no longer';
CREATE INDEX asset_end_to_tell ON asset (ends_at, id) WHERE ends_at IS NOT NULL AND NOT end_told;

GRANT SELECT, UPDATE (end_told) ON asset TO content_worker;
