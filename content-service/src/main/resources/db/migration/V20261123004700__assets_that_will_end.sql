-- A file of which consent or licence will end is told of 30 and 7 Dutch days before; at once where less is left.
-- The owner lies under row-level security too.
SELECT set_config('app.shop', '*', true);

ALTER TABLE asset ADD COLUMN warn_at timestamptz;
COMMENT ON COLUMN asset.warn_at IS 'when to tell next that it will end; null when there is nothing to tell';
UPDATE asset SET warn_at = days_before(ends_at, 30) WHERE ends_at IS NOT NULL AND NOT end_told;
CREATE INDEX asset_warn ON asset (warn_at) WHERE warn_at IS NOT NULL;

-- Whoever moves an end, its warnings move along.
CREATE FUNCTION asset_warn_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NEW.ends_at IS DISTINCT FROM OLD.ends_at THEN
        NEW.warn_at := days_before(NEW.ends_at, 30);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER asset_warn_anew BEFORE INSERT OR UPDATE OF ends_at ON asset
    FOR EACH ROW EXECUTE FUNCTION asset_warn_anew();

-- Says by which story a shop knows its own picture.
GRANT SELECT ON adaptation TO content_worker;
GRANT UPDATE (warn_at) ON asset TO content_worker;

-- A title without the fields that only one shop's values fill.
CREATE FUNCTION title_of(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_replace(content ->> 'title', '\{\{[^{}]*\}\}', '…', 'g')
$$;
