-- A migration takes as long as it takes; where it goes through a connection of the service, that has a timeout.
SET LOCAL statement_timeout = 0;
