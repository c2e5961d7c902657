package dev.drumbeat.cadence.grpc;

import dev.drumbeat.cadence.TakeNotes;
import dev.drumbeat.cadence.grpc.Table.Target;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.proto.cadence.v1.AddCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.AddDecisionRequest;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.RemoveDecisionRequest;
import dev.drumbeat.proto.cadence.v1.UpdateDecisionRequest;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;

/** What a meeting decides and promises, while it runs. */
@Singleton
@Bean(typed = CadencePart.class)
final class DecisionCalls extends CadenceServiceGrpc.CadenceServiceImplBase implements CadencePart {
    private final Table table;
    private final TakeNotes takeNotes;

    DecisionCalls(Table table, TakeNotes takeNotes) {
        this.table = table;
        this.takeNotes = takeNotes;
    }

    @Override
    public void addDecision(AddDecisionRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getMeeting());
        table.answer(
                observer,
                target,
                takeNotes.decide(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getItemId(),
                        request.getWhat(),
                        request.getWhy(),
                        request.getDecidedByList()));
    }

    @Override
    public void updateDecision(UpdateDecisionRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getMeeting());
        table.answer(
                observer,
                target,
                takeNotes.change(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getDecisionId(),
                        request.getRevision(),
                        request.getWhat(),
                        request.getWhy(),
                        request.getDecidedByList()));
    }

    @Override
    public void removeDecision(RemoveDecisionRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getMeeting());
        table.answer(
                observer,
                target,
                takeNotes.remove(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getDecisionId(),
                        request.getRevision()));
    }

    @Override
    public void addCommitment(AddCommitmentRequest request, StreamObserver<Meeting> observer) {
        Target target = table.meeting(request.getMeeting());
        table.answer(
                observer,
                target,
                takeNotes.commit(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getItemId(),
                        request.getText(),
                        request.getOwner(),
                        request.getDueDate()));
    }
}
