package dev.drumbeat.cadence.grpc;

import dev.drumbeat.cadence.CalendarFeed;
import dev.drumbeat.platform.grpc.Wire;

/** Calendar feeds, never with their secrets. */
final class FeedWire {
    private FeedWire() {}

    static dev.drumbeat.proto.cadence.v1.CalendarFeed feed(CalendarFeed feed) {
        dev.drumbeat.proto.cadence.v1.CalendarFeed.Builder builder =
                dev.drumbeat.proto.cadence.v1.CalendarFeed.newBuilder()
                        .setName(feed.name())
                        .setDisplayName(feed.displayName())
                        .setCreatedAt(Wire.timestamp(feed.createdAt()))
                        .setExpiresAt(Wire.timestamp(feed.expiresAt()));
        if (feed.revokedAt() != null) {
            builder.setRevokedAt(Wire.timestamp(feed.revokedAt()));
        }
        if (feed.lastReadAt() != null) {
            builder.setLastReadAt(Wire.timestamp(feed.lastReadAt()));
        }
        return builder.build();
    }
}
