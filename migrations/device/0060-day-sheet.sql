-- Events of a day, for the day's sheet: instants are UTC text, so a day is a range.
CREATE INDEX events_day ON events (at);
