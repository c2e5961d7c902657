package dev.drumbeat.cadence.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.cadence.Changed;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.AuditReading;
import dev.drumbeat.platform.endpoint.WatchStreams;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.proto.cadence.v1.CadenceChange;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.WatchCadenceRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;

/** What changes, live, and the audit trail. */
@Singleton
@Bean(typed = CadencePart.class)
final class ChangeCalls extends CadenceServiceGrpc.CadenceServiceImplBase implements CadencePart {
    private final Access access;
    private final AuditReading trail;
    private final WatchStreams watches;
    private final Feed<Changed> feed;

    ChangeCalls(Access access, AuditReading trail, WatchStreams watches, Feed<Changed> feed) {
        this.access = access;
        this.trail = trail;
        this.watches = watches;
        this.feed = feed;
    }

    @Override
    public void watchCadence(WatchCadenceRequest request, StreamObserver<CadenceChange> observer) {
        Caller caller = CallerContext.current();
        watches.watch(
                observer,
                feed,
                change -> access.stillReads(caller, change.partnership()),
                change -> CadenceChange.newBuilder()
                        .setPartnership(change.partnership())
                        .setMeeting(change.meeting())
                        .setChangedAt(Wire.timestamp(change.at()))
                        .build());
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> observer) {
        answer(observer, trail.list(request));
    }
}
