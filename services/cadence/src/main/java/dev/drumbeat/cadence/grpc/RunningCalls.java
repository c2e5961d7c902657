package dev.drumbeat.cadence.grpc;

import dev.drumbeat.cadence.MeetingState;
import dev.drumbeat.cadence.RecordPast;
import dev.drumbeat.cadence.RunMeeting;
import dev.drumbeat.cadence.grpc.Table.Target;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.cadence.v1.AttendMeetingRequest;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.CancelMeetingRequest;
import dev.drumbeat.proto.cadence.v1.EndMeetingRequest;
import dev.drumbeat.proto.cadence.v1.LeaveMeetingRequest;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.MoveMeetingRequest;
import dev.drumbeat.proto.cadence.v1.RecordPastMeetingRequest;
import dev.drumbeat.proto.cadence.v1.StartMeetingRequest;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;

/** From a meeting's date to its end, and meetings from before. */
@Singleton
@Bean(typed = CadencePart.class)
final class RunningCalls extends CadenceServiceGrpc.CadenceServiceImplBase implements CadencePart {
    private final Table table;
    private final RunMeeting runMeeting;
    private final RecordPast recordPast;

    RunningCalls(Table table, RunMeeting runMeeting, RecordPast recordPast) {
        this.table = table;
        this.runMeeting = runMeeting;
        this.recordPast = recordPast;
    }

    @Override
    public void moveMeeting(MoveMeetingRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getName());
        table.answer(
                observer,
                target,
                runMeeting.move(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getRevision(),
                        request.getStart(),
                        request.getReason()));
    }

    @Override
    public void cancelMeeting(CancelMeetingRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getName());
        table.answer(
                observer,
                target,
                runMeeting.cancel(
                        target.scope(), Requests.of(request), target.id(), request.getRevision(), request.getReason()));
    }

    @Override
    public void startMeeting(StartMeetingRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getName());
        table.answer(observer, target, runMeeting.start(target.scope(), Requests.of(request), target.id()));
    }

    @Override
    public void attendMeeting(AttendMeetingRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getName());
        table.answer(
                observer,
                target,
                runMeeting.attend(target.scope(), Requests.of(request), target.id(), request.getPerson()));
    }

    @Override
    public void leaveMeeting(LeaveMeetingRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getName());
        table.answer(
                observer,
                target,
                runMeeting.leave(target.scope(), Requests.of(request), target.id(), request.getPerson()));
    }

    @Override
    public void endMeeting(EndMeetingRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getName());
        table.answer(
                observer,
                target,
                runMeeting.end(target.scope(), Requests.of(request), target.id(), request.getUnresolvedReason()));
    }

    @Override
    public void recordPastMeeting(RecordPastMeetingRequest request, StreamObserver<Meeting> observer) {
        Target target = table.series(request.getSeries());
        Validation validation = new Validation();
        MeetingState state = Enums.require(validation, "state", request.getState(), MeetingState.class);
        validation.orRefuse();
        Versioned<dev.drumbeat.cadence.Meeting> recorded = recordPast.record(
                target.scope(),
                Requests.of(request),
                target.id(),
                Wire.instant(request.getStartedAt()),
                state,
                request.getAttendeesList(),
                request.getDecisionsList().stream()
                        .map(decision -> new RecordPast.PastDecision(
                                decision.getWhat(),
                                decision.getWhy(),
                                decision.getDecidedByList().stream()
                                        .map(person -> person.getPerson())
                                        .toList()))
                        .toList(),
                request.getCommitmentsList().stream()
                        .map(commitment -> new RecordPast.PastCommitment(
                                commitment.getText(),
                                commitment.getOwner().getPerson(),
                                commitment.getDueDate(),
                                commitment.hasDoneAt() ? Wire.instant(commitment.getDoneAt()) : null))
                        .toList());
        table.answer(observer, target, recorded);
    }
}
