package dev.drumbeat.gateway.cadence;

import dev.drumbeat.proto.cadence.v1.Commitment;
import dev.drumbeat.proto.cadence.v1.Meeting;
import java.time.Instant;
import java.util.List;

/** A person's meetings and commitments, live or as last known. */
record MyWeek(boolean live, Instant knownAt, List<Meeting> meetings, List<Commitment> commitments) {}
