-- A shop to try things with: it publishes to the stand-in only and counts in no figure.
ALTER TABLE shop ADD COLUMN sandbox boolean NOT NULL DEFAULT false;
