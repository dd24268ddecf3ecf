-- A shop that joins gets its first channel from the worker that hears of it.
GRANT INSERT ON channel, turn TO scheduling_worker;
