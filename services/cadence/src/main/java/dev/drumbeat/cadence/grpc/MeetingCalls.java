package dev.drumbeat.cadence.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.cadence.CallerMay;
import dev.drumbeat.cadence.MeetingState;
import dev.drumbeat.cadence.ReadCadence;
import dev.drumbeat.cadence.grpc.Table.Target;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.cadence.v1.BatchGetCadenceRequest;
import dev.drumbeat.proto.cadence.v1.BatchGetCadenceResponse;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.GetMeetingRequest;
import dev.drumbeat.proto.cadence.v1.ListMeetingsRequest;
import dev.drumbeat.proto.cadence.v1.ListMeetingsResponse;
import dev.drumbeat.proto.cadence.v1.ListMyWeekRequest;
import dev.drumbeat.proto.cadence.v1.ListMyWeekResponse;
import dev.drumbeat.proto.cadence.v1.Meeting;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Meetings as they are read: one, lists, the cadence of many partnerships, a person's week. */
@Singleton
@Bean(typed = CadencePart.class)
final class MeetingCalls extends CadenceServiceGrpc.CadenceServiceImplBase implements CadencePart {
    private static final int MAX_BATCH = 100;
    private static final Duration MAX_RANGE = Duration.ofDays(400);
    private static final Duration MAX_WEEK = Duration.ofDays(31);

    private final Table table;
    private final ReadCadence readCadence;

    MeetingCalls(Table table, ReadCadence readCadence) {
        this.table = table;
        this.readCadence = readCadence;
    }

    @Override
    public void listMeetings(ListMeetingsRequest request, StreamObserver<ListMeetingsResponse> observer) {
        Scope scope = table.scope(request.getPartnership());
        PageTokens pages = PageTokens.of(request);
        Instant from = Wire.instant(request.getFrom());
        Instant to = Wire.instant(request.getTo());
        table.requireRange(from, to, MAX_RANGE);
        Set<MeetingState> states = request.getStatesList().stream()
                .flatMap(state -> Enums.decode(state, MeetingState.class).stream())
                .collect(Collectors.toUnmodifiableSet());
        Page<Versioned<dev.drumbeat.cadence.Meeting>> page =
                Page.of(readCadence.list(scope, from, to, states), pages.wanted());
        answer(
                observer,
                ListMeetingsResponse.newBuilder()
                        .addAllMeetings(page.items().stream()
                                .map(meeting -> MeetingWire.brief(meeting.value())
                                        .setRevision(meeting.revision())
                                        .addAllCallerMay(CallerMay.of(scope, meeting.value(), table.now()))
                                        .build())
                                .toList())
                        .setNextPageToken(pages.next(page))
                        .build());
    }

    @Override
    public void getMeeting(GetMeetingRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getName());
        answer(observer, MeetingWire.full(readCadence.get(target.scope(), target.id()), table.now()));
    }

    @Override
    public void batchGetCadence(BatchGetCadenceRequest request, StreamObserver<BatchGetCadenceResponse> observer) {
        if (request.getPartnershipsCount() > MAX_BATCH) {
            throw Refusal.invalid("partnerships", "batch.too_large", "At most " + MAX_BATCH + " at a time.");
        }
        answer(
                observer,
                BatchGetCadenceResponse.newBuilder()
                        .addAllCadences(readCadence.cadences(table.scopes(request.getPartnershipsList())).stream()
                                .map(CadenceWire::cadence)
                                .toList())
                        .build());
    }

    @Override
    public void listMyWeek(ListMyWeekRequest request, StreamObserver<ListMyWeekResponse> observer) {
        Instant from = Wire.instant(request.getFrom());
        Instant to = Wire.instant(request.getTo());
        table.requireRange(from, to, MAX_WEEK);
        Caller caller = CallerContext.current();
        answer(observer, CadenceWire.week(readCadence.week(caller.subject(), caller.scopes(), from, to), table.now()));
    }
}
