package dev.drumbeat.actions.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import com.google.protobuf.Timestamp;
import dev.drumbeat.actions.ActionStore.Changed;
import dev.drumbeat.actions.AgreeOwner;
import dev.drumbeat.actions.ChangeLadder;
import dev.drumbeat.actions.Discuss;
import dev.drumbeat.actions.OpenByHand;
import dev.drumbeat.actions.People;
import dev.drumbeat.actions.PlannedStep;
import dev.drumbeat.actions.ProgressAction;
import dev.drumbeat.actions.PublishRaci;
import dev.drumbeat.actions.Raci;
import dev.drumbeat.actions.ReadActions;
import dev.drumbeat.actions.ReadRaci;
import dev.drumbeat.actions.Step;
import dev.drumbeat.actions.grpc.Names.Named;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.AuditReading;
import dev.drumbeat.platform.endpoint.WatchStreams;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.proto.actions.v1.AcceptClosureRequest;
import dev.drumbeat.proto.actions.v1.AcceptOwnerRequest;
import dev.drumbeat.proto.actions.v1.ActionCounts;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.ActionsChange;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc;
import dev.drumbeat.proto.actions.v1.AddCommentRequest;
import dev.drumbeat.proto.actions.v1.AddEvidenceRequest;
import dev.drumbeat.proto.actions.v1.BatchGetActionCountsRequest;
import dev.drumbeat.proto.actions.v1.BatchGetActionCountsResponse;
import dev.drumbeat.proto.actions.v1.ChangeEscalationLadderRequest;
import dev.drumbeat.proto.actions.v1.CompleteStepRequest;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.EscalationLadder;
import dev.drumbeat.proto.actions.v1.GetActionRequest;
import dev.drumbeat.proto.actions.v1.GetEscalationLadderRequest;
import dev.drumbeat.proto.actions.v1.GetRaciRequest;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.proto.actions.v1.ListActionsResponse;
import dev.drumbeat.proto.actions.v1.ListMyActionsRequest;
import dev.drumbeat.proto.actions.v1.ListMyActionsResponse;
import dev.drumbeat.proto.actions.v1.ListRaciVersionsRequest;
import dev.drumbeat.proto.actions.v1.ListRaciVersionsResponse;
import dev.drumbeat.proto.actions.v1.OpenActionRequest;
import dev.drumbeat.proto.actions.v1.PlanStepsRequest;
import dev.drumbeat.proto.actions.v1.ProposeOwnerRequest;
import dev.drumbeat.proto.actions.v1.PublishRaciRequest;
import dev.drumbeat.proto.actions.v1.RecordContainmentRequest;
import dev.drumbeat.proto.actions.v1.RecordRootCauseRequest;
import dev.drumbeat.proto.actions.v1.VoidActionRequest;
import dev.drumbeat.proto.actions.v1.WatchActionsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The contract's methods: each decodes, asks one use case, encodes. Long because the contract is one service. */
@Singleton
final class ActionsEndpoint extends ActionsServiceGrpc.ActionsServiceImplBase {
    private static final int MAX_BATCH = 100;

    private final Access access;
    private final Names names;
    private final People people;
    private final ReadActions readActions;
    private final OpenByHand openByHand;
    private final AgreeOwner agreeOwner;
    private final ProgressAction progressAction;
    private final Discuss discuss;
    private final ReadRaci readRaci;
    private final PublishRaci publishRaci;
    private final ChangeLadder changeLadder;
    private final WatchStreams watches;
    private final Feed<Changed> feed;
    private final AuditReading auditReading;
    private final Clock clock;

    ActionsEndpoint(
            Access access,
            Names names,
            People people,
            ReadActions readActions,
            OpenByHand openByHand,
            AgreeOwner agreeOwner,
            ProgressAction progressAction,
            Discuss discuss,
            ReadRaci readRaci,
            PublishRaci publishRaci,
            ChangeLadder changeLadder,
            WatchStreams watches,
            Feed<Changed> feed,
            AuditReading auditReading,
            Clock clock) {
        this.access = access;
        this.names = names;
        this.people = people;
        this.readActions = readActions;
        this.openByHand = openByHand;
        this.agreeOwner = agreeOwner;
        this.progressAction = progressAction;
        this.discuss = discuss;
        this.readRaci = readRaci;
        this.publishRaci = publishRaci;
        this.changeLadder = changeLadder;
        this.watches = watches;
        this.feed = feed;
        this.auditReading = auditReading;
        this.clock = clock;
    }

    @Override
    public void listActions(ListActionsRequest request, StreamObserver<ListActionsResponse> observer) {
        Scope scope = access.scope(request.getParent());
        PageTokens pages = PageTokens.of(request);
        Page<Versioned<dev.drumbeat.actions.CorrectiveAction>> page =
                readActions.list(scope, states(request), asOf(request.hasAsOf(), request.getAsOf()), pages.wanted());
        Presence presence = Presence.on(List.of(scope.partnership()), people);
        Instant now = asOf(request.hasAsOf(), request.getAsOf()).orElseGet(clock::instant);
        ListActionsResponse.Builder response = ListActionsResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(kept -> response.addActions(ActionWire.encode(kept, scope, presence, now)));
        answer(observer, response.build());
    }

    private static Set<dev.drumbeat.actions.ActionState> states(ListActionsRequest request) {
        Validation validation = new Validation();
        Set<dev.drumbeat.actions.ActionState> states = EnumSet.noneOf(dev.drumbeat.actions.ActionState.class);
        for (ActionState state : request.getStatesList()) {
            states.add(Enums.require(validation, "states", state, dev.drumbeat.actions.ActionState.class));
        }
        validation.orRefuse();
        return states;
    }

    private static Optional<Instant> asOf(boolean given, Timestamp moment) {
        return given ? Optional.of(Wire.instant(moment)) : Optional.empty();
    }

    @Override
    public void getAction(GetActionRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        Optional<Instant> asOf = asOf(request.hasAsOf(), request.getAsOf());
        Versioned<dev.drumbeat.actions.CorrectiveAction> kept = readActions.get(action.scope(), action.name(), asOf);
        answer(observer, encode(kept, action.scope(), asOf.orElseGet(clock::instant)));
    }

    @Override
    public void listMyActions(ListMyActionsRequest request, StreamObserver<ListMyActionsResponse> observer) {
        Caller caller = CallerContext.current();
        PageTokens pages = PageTokens.of(request);
        Page<Versioned<dev.drumbeat.actions.CorrectiveAction>> page = readActions.mine(caller, pages.wanted());
        Map<String, Scope> scopes =
                caller.scopes().stream().collect(Collectors.toMap(Scope::partnership, Function.identity()));
        Presence presence = Presence.on(
                page.items().stream()
                        .map(kept -> kept.value().partnership())
                        .distinct()
                        .toList(),
                people);
        Instant now = clock.instant();
        ListMyActionsResponse.Builder response =
                ListMyActionsResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items()
                .forEach(kept -> response.addActions(ActionWire.encode(
                        kept, Objects.requireNonNull(scopes.get(kept.value().partnership())), presence, now)));
        answer(observer, response.build());
    }

    @Override
    public void batchGetActionCounts(
            BatchGetActionCountsRequest request, StreamObserver<BatchGetActionCountsResponse> observer) {
        if (request.getPartnershipsCount() > MAX_BATCH) {
            throw Refusal.invalid(
                    "partnerships", "batch.too_large", "Ask for at most " + MAX_BATCH + " partnerships at once.");
        }
        BatchGetActionCountsResponse.Builder response = BatchGetActionCountsResponse.newBuilder();
        readActions
                .counts(access.scopes(request.getPartnershipsList()))
                .forEach(counts -> response.addCounts(ActionCounts.newBuilder()
                        .setPartnership(counts.partnership())
                        .setOpen(counts.open())
                        .setUnowned(counts.unowned())
                        .setOverdue(counts.overdue())
                        .setMarked(counts.marked())));
        answer(observer, response.build());
    }

    @Override
    public void openAction(OpenActionRequest request, StreamObserver<CorrectiveAction> observer) {
        Scope scope = access.scope(request.getPartnership());
        answer(
                observer,
                encode(
                        openByHand.open(
                                scope,
                                Requests.of(request),
                                request.getTitle(),
                                request.getProblem(),
                                request.getKpi()),
                        scope));
    }

    @Override
    public void proposeOwner(ProposeOwnerRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        answer(
                observer,
                encode(
                        agreeOwner.propose(
                                action.scope(),
                                Requests.of(request),
                                action.name(),
                                request.getRevision(),
                                request.getOwner(),
                                request.getDueDate(),
                                request.getReason()),
                        action.scope()));
    }

    @Override
    public void acceptOwner(AcceptOwnerRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        answer(
                observer,
                encode(
                        agreeOwner.accept(action.scope(), Requests.of(request), action.name(), request.getRevision()),
                        action.scope()));
    }

    @Override
    public void recordContainment(RecordContainmentRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        answer(
                observer,
                encode(
                        progressAction.contain(
                                action.scope(),
                                Requests.of(request),
                                action.name(),
                                request.getRevision(),
                                request.getText()),
                        action.scope()));
    }

    @Override
    public void recordRootCause(RecordRootCauseRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        answer(
                observer,
                encode(
                        progressAction.findRootCause(
                                action.scope(),
                                Requests.of(request),
                                action.name(),
                                request.getRevision(),
                                request.getOccurrenceWhysList(),
                                request.getEscapeWhysList()),
                        action.scope()));
    }

    @Override
    public void planSteps(PlanStepsRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        answer(
                observer,
                encode(
                        progressAction.plan(
                                action.scope(),
                                Requests.of(request),
                                action.name(),
                                request.getRevision(),
                                steps(request)),
                        action.scope()));
    }

    private static List<PlannedStep> steps(PlanStepsRequest request) {
        Validation validation = new Validation();
        List<PlannedStep> steps = new ArrayList<>();
        for (int i = 0; i < request.getStepsCount(); i++) {
            dev.drumbeat.proto.actions.v1.Step step = request.getSteps(i);
            steps.add(new PlannedStep(
                    step.getStepId(),
                    Enums.require(validation, "steps[" + i + "].kind", step.getKind(), Step.Kind.class),
                    step.getText(),
                    step.getOwner().getPerson(),
                    step.getDueDate()));
        }
        validation.orRefuse();
        return steps;
    }

    @Override
    public void completeStep(CompleteStepRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        answer(
                observer,
                encode(
                        progressAction.completeStep(
                                action.scope(),
                                Requests.of(request),
                                action.name(),
                                request.getRevision(),
                                request.getStepId()),
                        action.scope()));
    }

    @Override
    public void acceptClosure(AcceptClosureRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        answer(
                observer,
                encode(
                        progressAction.acceptClosure(
                                action.scope(), Requests.of(request), action.name(), request.getRevision()),
                        action.scope()));
    }

    @Override
    public void voidAction(VoidActionRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        answer(
                observer,
                encode(
                        progressAction.withdraw(
                                action.scope(),
                                Requests.of(request),
                                action.name(),
                                request.getRevision(),
                                request.getReason()),
                        action.scope()));
    }

    @Override
    public void addComment(AddCommentRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        answer(
                observer,
                encode(
                        discuss.comment(action.scope(), Requests.of(request), action.name(), request.getText()),
                        action.scope()));
    }

    @Override
    public void addEvidence(AddEvidenceRequest request, StreamObserver<CorrectiveAction> observer) {
        Named action = names.action(request.getName());
        answer(
                observer,
                encode(
                        discuss.addEvidence(
                                action.scope(),
                                Requests.of(request),
                                action.name(),
                                request.getTitle(),
                                request.getUrl()),
                        action.scope()));
    }

    @Override
    public void getRaci(GetRaciRequest request, StreamObserver<dev.drumbeat.proto.actions.v1.Raci> observer) {
        Scope scope = access.scope(request.getPartnership());
        answer(observer, encode(readRaci.current(scope), scope));
    }

    @Override
    public void publishRaci(PublishRaciRequest request, StreamObserver<dev.drumbeat.proto.actions.v1.Raci> observer) {
        Scope scope = access.scope(request.getPartnership());
        Raci published = publishRaci
                .publish(scope, Requests.of(request), RaciWire.wanted(request))
                .value();
        answer(observer, encode(published, scope));
    }

    @Override
    public void listRaciVersions(ListRaciVersionsRequest request, StreamObserver<ListRaciVersionsResponse> observer) {
        Scope scope = access.scope(request.getPartnership());
        PageTokens pages = PageTokens.of(request);
        Page<Raci> page = readRaci.versions(scope, pages.wanted());
        Presence presence = Presence.on(List.of(scope.partnership()), people);
        ListRaciVersionsResponse.Builder response =
                ListRaciVersionsResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(raci -> response.addVersions(RaciWire.version(raci, presence)));
        answer(observer, response.build());
    }

    @Override
    public void getEscalationLadder(GetEscalationLadderRequest request, StreamObserver<EscalationLadder> observer) {
        answer(observer, LadderWire.encode(changeLadder.current(access.scope(request.getPartnership()))));
    }

    @Override
    public void changeEscalationLadder(
            ChangeEscalationLadderRequest request, StreamObserver<EscalationLadder> observer) {
        answer(
                observer,
                LadderWire.encode(changeLadder.change(
                        access.scope(request.getPartnership()),
                        Requests.of(request),
                        request.getRevision(),
                        LadderWire.times(request),
                        request.getReason())));
    }

    @Override
    public void watchActions(WatchActionsRequest request, StreamObserver<ActionsChange> observer) {
        Caller caller = CallerContext.current();
        watches.watch(
                observer,
                feed,
                change -> access.stillReads(caller, change.partnership()),
                change -> ActionsChange.newBuilder()
                        .setPartnership(change.partnership())
                        .setChangedAt(Wire.timestamp(change.changedAt()))
                        .build());
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> observer) {
        String subject =
                request.getSubject().isEmpty() || request.getPartnership().isEmpty()
                        ? request.getSubject()
                        : names.subject(access.scope(request.getPartnership()).partnership(), request.getSubject());
        answer(
                observer,
                auditReading.list(request.toBuilder().setSubject(subject).build()));
    }

    private CorrectiveAction encode(Versioned<dev.drumbeat.actions.CorrectiveAction> kept, Scope scope) {
        return encode(kept, scope, clock.instant());
    }

    private CorrectiveAction encode(Versioned<dev.drumbeat.actions.CorrectiveAction> kept, Scope scope, Instant now) {
        return ActionWire.encode(kept, scope, Presence.on(List.of(scope.partnership()), people), now);
    }

    private dev.drumbeat.proto.actions.v1.Raci encode(Raci raci, Scope scope) {
        return RaciWire.current(raci, Presence.on(List.of(scope.partnership()), people));
    }
}
