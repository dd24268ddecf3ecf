-- A picture stays public while any story it was ever released or adapted with is in the library: what is planned keeps
-- its own pictures when a correction or a shop chooses others.
CREATE TABLE asset_use (
    asset uuid NOT NULL REFERENCES asset,
    story uuid NOT NULL REFERENCES story,
    PRIMARY KEY (asset, story)
);
INSERT INTO asset_use (asset, story)
SELECT a.id, r.story FROM story_revision r
CROSS JOIN LATERAL jsonb_array_elements_text(r.content -> 'assets') used (id)
JOIN asset a ON a.id = used.id::uuid
ON CONFLICT DO NOTHING;
INSERT INTO asset_use (asset, story)
SELECT a.id, d.story FROM adaptation d
CROSS JOIN LATERAL jsonb_array_elements_text(CASE WHEN jsonb_typeof(d.overrides -> 'assets') = 'array'
    THEN d.overrides -> 'assets' ELSE '[]' END) used (id)
JOIN asset a ON a.id = used.id::uuid
ON CONFLICT DO NOTHING;
DROP INDEX adaptation_assets;
GRANT SELECT, INSERT ON asset_use TO content_application;

-- Addresses given out before somebody chose another focal point go on to work.
ALTER TABLE asset ADD COLUMN former_keys text[] NOT NULL DEFAULT '{}';
CREATE INDEX asset_former_keys ON asset USING gin (former_keys);
