-- A story in several campaigns is filled from the one that counts today. Where that is another one because a campaign
-- began or ended, who follows the library hears of it.
CREATE TABLE campaign_day (
    one     boolean     PRIMARY KEY DEFAULT true CHECK (one),
    told_at timestamptz NOT NULL
);
INSERT INTO campaign_day (told_at) VALUES (now());
COMMENT ON COLUMN campaign_day.told_at IS 'campaigns that began or ended by then, in any zone of a shop, were looked up';

CREATE TABLE campaign_turn (
    story uuid PRIMARY KEY
);
COMMENT ON TABLE campaign_turn IS 'stories of which the campaign may be another, until followers were told';

GRANT SELECT, UPDATE ON campaign_day TO content_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON campaign_turn TO content_worker;
GRANT SELECT ON campaign TO content_worker;

-- Days as text: in this order they are in that of the calendar.
CREATE INDEX campaign_starts ON campaign ((content ->> 'startsOn') COLLATE "C");
CREATE INDEX campaign_ends ON campaign ((content ->> 'endsOn') COLLATE "C");
-- The zones there are, one look at each.
CREATE INDEX shop_zones ON shop (time_zone);
