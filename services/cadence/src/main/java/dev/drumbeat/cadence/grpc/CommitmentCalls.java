package dev.drumbeat.cadence.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.cadence.KeepCommitments;
import dev.drumbeat.cadence.grpc.Table.Target;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.Commitment;
import dev.drumbeat.proto.cadence.v1.CompleteCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.DropCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.ListCommitmentsRequest;
import dev.drumbeat.proto.cadence.v1.ListCommitmentsResponse;
import dev.drumbeat.proto.cadence.v1.ReopenCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.UpdateCommitmentRequest;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of commitments. */
@Singleton
@Bean(typed = CadencePart.class)
final class CommitmentCalls extends CadenceServiceGrpc.CadenceServiceImplBase implements CadencePart {
    private final Table table;
    private final KeepCommitments keepCommitments;

    CommitmentCalls(Table table, KeepCommitments keepCommitments) {
        this.table = table;
        this.keepCommitments = keepCommitments;
    }

    @Override
    public void listCommitments(ListCommitmentsRequest request, StreamObserver<ListCommitmentsResponse> observer) {
        Scope scope = table.scope(request.getPartnership());
        PageTokens pages = PageTokens.of(request);
        Set<dev.drumbeat.cadence.Commitment.State> states = request.getStatesList().stream()
                .flatMap(state -> Enums.decode(state, dev.drumbeat.cadence.Commitment.State.class).stream())
                .collect(Collectors.toUnmodifiableSet());
        Page<KeepCommitments.Kept> page = keepCommitments.list(
                scope, states.isEmpty() ? Set.of(dev.drumbeat.cadence.Commitment.State.OPEN) : states, pages.wanted());
        LocalDate today = table.today(scope);
        answer(
                observer,
                ListCommitmentsResponse.newBuilder()
                        .addAllCommitments(page.items().stream()
                                .map(kept -> MeetingWire.commitment(kept.meeting(), kept.commitment(), today))
                                .toList())
                        .setNextPageToken(pages.next(page))
                        .build());
    }

    @Override
    public void updateCommitment(UpdateCommitmentRequest request, StreamObserver<Commitment> observer) {
        Target target = table.commitment(request.getName());
        table.answer(
                observer,
                target,
                keepCommitments.update(
                        target.scope(),
                        Requests.of(request),
                        target.id(),
                        request.getRevision(),
                        request.getText(),
                        request.getOwner(),
                        request.getDueDate(),
                        request.getReason()));
    }

    @Override
    public void completeCommitment(CompleteCommitmentRequest request, StreamObserver<Commitment> observer) {
        Target target = table.commitment(request.getName());
        table.answer(
                observer,
                target,
                keepCommitments.complete(target.scope(), Requests.of(request), target.id(), request.getRevision()));
    }

    @Override
    public void reopenCommitment(ReopenCommitmentRequest request, StreamObserver<Commitment> observer) {
        Target target = table.commitment(request.getName());
        table.answer(
                observer,
                target,
                keepCommitments.reopen(
                        target.scope(), Requests.of(request), target.id(), request.getRevision(), request.getReason()));
    }

    @Override
    public void dropCommitment(DropCommitmentRequest request, StreamObserver<Commitment> observer) {
        Target target = table.commitment(request.getName());
        table.answer(
                observer,
                target,
                keepCommitments.drop(
                        target.scope(), Requests.of(request), target.id(), request.getRevision(), request.getReason()));
    }
}
