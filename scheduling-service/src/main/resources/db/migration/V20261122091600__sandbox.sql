-- A shop to try things with: nothing of it leaves for a platform that people read.
ALTER TABLE shop ADD COLUMN sandbox boolean NOT NULL DEFAULT false;
