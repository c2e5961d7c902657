package dev.drumbeat.gateway.house;

import static dev.drumbeat.gateway.house.FakePartners.answer;
import static dev.drumbeat.gateway.house.FakePartners.timestamp;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.actions.v1.AcceptClosureRequest;
import dev.drumbeat.proto.actions.v1.AcceptOwnerRequest;
import dev.drumbeat.proto.actions.v1.ActionCounts;
import dev.drumbeat.proto.actions.v1.ActionFigures;
import dev.drumbeat.proto.actions.v1.ActionOrigin;
import dev.drumbeat.proto.actions.v1.ActionPerson;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.ActionsChange;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceImplBase;
import dev.drumbeat.proto.actions.v1.AddCommentRequest;
import dev.drumbeat.proto.actions.v1.AddEvidenceRequest;
import dev.drumbeat.proto.actions.v1.BatchGetActionCountsRequest;
import dev.drumbeat.proto.actions.v1.BatchGetActionCountsResponse;
import dev.drumbeat.proto.actions.v1.ChangeEscalationLadderRequest;
import dev.drumbeat.proto.actions.v1.Comment;
import dev.drumbeat.proto.actions.v1.CompleteStepRequest;
import dev.drumbeat.proto.actions.v1.Containment;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.Escalation;
import dev.drumbeat.proto.actions.v1.EscalationLadder;
import dev.drumbeat.proto.actions.v1.EscalationRung;
import dev.drumbeat.proto.actions.v1.Evidence;
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
import dev.drumbeat.proto.actions.v1.OwnerProposal;
import dev.drumbeat.proto.actions.v1.PlanStepsRequest;
import dev.drumbeat.proto.actions.v1.ProposeOwnerRequest;
import dev.drumbeat.proto.actions.v1.PublishRaciRequest;
import dev.drumbeat.proto.actions.v1.Raci;
import dev.drumbeat.proto.actions.v1.RaciActivity;
import dev.drumbeat.proto.actions.v1.RaciAssignment;
import dev.drumbeat.proto.actions.v1.RaciLetter;
import dev.drumbeat.proto.actions.v1.RecordContainmentRequest;
import dev.drumbeat.proto.actions.v1.RecordRootCauseRequest;
import dev.drumbeat.proto.actions.v1.RootCause;
import dev.drumbeat.proto.actions.v1.Step;
import dev.drumbeat.proto.actions.v1.StepKind;
import dev.drumbeat.proto.actions.v1.Verification;
import dev.drumbeat.proto.actions.v1.VoidActionRequest;
import dev.drumbeat.proto.actions.v1.WatchActionsRequest;
import dev.drumbeat.proto.common.v1.Actor;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import dev.drumbeat.proto.common.v1.Side;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two actions for every partnership: one that ana owns, one that nobody has. Revision 7 is the current one. */
public class FakeActions extends ActionsServiceImplBase {
    private static final Actor ANA = Actor.newBuilder()
            .setSubject("people/ana")
            .setDisplayName("ana")
            .setCompany("companies/acme")
            .setSide(Side.SIDE_OWNER)
            .build();

    private final FakePartners partners;
    private final List<ServerCallStreamObserver<ActionsChange>> watchers = new CopyOnWriteArrayList<>();

    FakeActions(FakePartners partners) {
        this.partners = partners;
    }

    /** Somebody changed an action somewhere. */
    public void change(String slug) {
        watchers.forEach(watcher -> {
            synchronized (watcher) {
                if (!watcher.isCancelled()) {
                    watcher.onNext(ActionsChange.newBuilder()
                            .setPartnership("partnerships/" + slug)
                            .setChangedAt(timestamp("2026-11-22T10:00:00Z"))
                            .build());
                }
            }
        });
    }

    public int watcherCount() {
        return (int) watchers.stream().filter(watcher -> !watcher.isCancelled()).count();
    }

    @Override
    public void watchActions(WatchActionsRequest request, StreamObserver<ActionsChange> answer) {
        if (!"services/gateway".equals(FakeServer.SUBJECT.get())) {
            answer.onError(Refused.notAllowed());
            return;
        }
        ServerCallStreamObserver<ActionsChange> watcher = (ServerCallStreamObserver<ActionsChange>) answer;
        watcher.setOnCancelHandler(() -> watchers.remove(watcher));
        watchers.add(watcher);
    }

    @Override
    public void listActions(ListActionsRequest request, StreamObserver<ListActionsResponse> answer) {
        answer(answer, () -> {
            requireMember(request.getParent());
            return ListActionsResponse.newBuilder()
                    .addActions(owned(request.getParent()))
                    .addActions(unowned(request.getParent()))
                    .build();
        });
    }

    @Override
    public void getAction(GetActionRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> {
            String[] parts = request.getName().split("/", -1);
            requireMember(parts[0] + "/" + parts[1]);
            return switch (parts[3]) {
                case "1", "training-2026-09" -> owned(parts[0] + "/" + parts[1]);
                case "2" -> unowned(parts[0] + "/" + parts[1]);
                default -> throw Refused.notFound();
            };
        });
    }

    @Override
    public void listMyActions(ListMyActionsRequest request, StreamObserver<ListMyActionsResponse> answer) {
        String subject = subject();
        answer(
                answer,
                () -> ListMyActionsResponse.newBuilder()
                        .addAllActions(partners.memberships(subject).stream()
                                .map(membership -> owned(membership.getPartnership()))
                                .toList())
                        .build());
    }

    @Override
    public void batchGetActionCounts(
            BatchGetActionCountsRequest request, StreamObserver<BatchGetActionCountsResponse> answer) {
        String subject = subject();
        answer(
                answer,
                () -> BatchGetActionCountsResponse.newBuilder()
                        .addAllCounts(request.getPartnershipsList().stream()
                                .filter(name -> partners.isOn(subject, name))
                                .map(name -> ActionCounts.newBuilder()
                                        .setPartnership(name)
                                        .setOpen(2)
                                        .setUnowned(1)
                                        .setOverdue(1)
                                        .setMarked(true)
                                        .build())
                                .toList())
                        .build());
    }

    @Override
    public void openAction(OpenActionRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            change(request.getPartnership().substring("partnerships/".length()));
            return unowned(request.getPartnership());
        });
    }

    @Override
    public void proposeOwner(ProposeOwnerRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> {
            if (request.getDueDate().compareTo("2026-11-22") < 0) {
                throw Refused.invalid("due_date", "due_date.past", "The due date has passed: choose today or later.");
            }
            return changed(request.getName(), request.getRevision());
        });
    }

    @Override
    public void acceptOwner(AcceptOwnerRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> changed(request.getName(), request.getRevision()));
    }

    @Override
    public void recordContainment(RecordContainmentRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> changed(request.getName(), request.getRevision()));
    }

    @Override
    public void recordRootCause(RecordRootCauseRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> {
            if (request.getEscapeWhysList().getLast().contains("operator error")) {
                throw Refused.invalid(
                        "escape_whys[1]", "root_cause.person_blamed", "A person's error is not a root cause.");
            }
            return changed(request.getName(), request.getRevision());
        });
    }

    @Override
    public void planSteps(PlanStepsRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> changed(request.getName(), request.getRevision()));
    }

    @Override
    public void completeStep(CompleteStepRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> changed(request.getName(), request.getRevision()));
    }

    @Override
    public void acceptClosure(AcceptClosureRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> changed(request.getName(), request.getRevision()));
    }

    @Override
    public void voidAction(VoidActionRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> changed(request.getName(), request.getRevision()));
    }

    @Override
    public void addComment(AddCommentRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> changed(request.getName(), 7));
    }

    @Override
    public void addEvidence(AddEvidenceRequest request, StreamObserver<CorrectiveAction> answer) {
        answer(answer, () -> changed(request.getName(), 7));
    }

    @Override
    public void getRaci(GetRaciRequest request, StreamObserver<Raci> answer) {
        answer(answer, () -> raci(request.getPartnership()));
    }

    @Override
    public void publishRaci(PublishRaciRequest request, StreamObserver<Raci> answer) {
        answer(answer, () -> {
            for (int i = 0; i < request.getActivitiesCount(); i++) {
                if (request.getActivities(i).getAssignmentsCount() == 0) {
                    throw Refused.invalid(
                            "activities[" + i + "].assignments",
                            "raci.accountable",
                            "«" + request.getActivities(i).getDisplayName() + "» needs exactly one Accountable.");
                }
            }
            return raci(request.getPartnership());
        });
    }

    @Override
    public void listRaciVersions(ListRaciVersionsRequest request, StreamObserver<ListRaciVersionsResponse> answer) {
        answer(
                answer,
                () -> ListRaciVersionsResponse.newBuilder()
                        .addVersions(raci(request.getPartnership()))
                        .build());
    }

    @Override
    public void getEscalationLadder(GetEscalationLadderRequest request, StreamObserver<EscalationLadder> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            return ladder(request.getPartnership(), 24, 0).build();
        });
    }

    @Override
    public void changeEscalationLadder(ChangeEscalationLadderRequest request, StreamObserver<EscalationLadder> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            return ladder(request.getPartnership(), request.getUnownedOpsHours(), request.getRevision() + 1)
                    .setChangedBy(ANA)
                    .setChangedAt(timestamp("2026-11-01T08:00:00Z"))
                    .setReason(request.getReason())
                    .build();
        });
    }

    private static EscalationLadder.Builder ladder(String partnership, int unownedOpsHours, long revision) {
        return EscalationLadder.newBuilder()
                .setName(partnership + "/escalationLadder")
                .setUnownedOpsHours(unownedOpsHours)
                .setUnownedLeadersHours(72)
                .setOverdueLeadersDays(2)
                .setOverduePortfolioDays(7)
                .setRevision(revision);
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            return ListAuditEventsResponse.newBuilder()
                    .addAuditEvents(FakeKpis.event(request.getPartnership(), "action.owner_proposed"))
                    .build();
        });
    }

    private CorrectiveAction changed(String name, long revision) {
        String[] parts = name.split("/", -1);
        requireMember(parts[0] + "/" + parts[1]);
        if (revision != 7) {
            throw Refused.of(
                    Status.Code.ABORTED,
                    Reason.STALE_REVISION,
                    "",
                    "revision.stale",
                    "It was changed in the meantime: look at it again, then repeat.");
        }
        change(parts[1]);
        return owned(parts[0] + "/" + parts[1]);
    }

    private Raci raci(String partnership) {
        requireMember(partnership);
        return Raci.newBuilder()
                .setName(partnership + "/raci")
                .setVersion(1)
                .setReviewDate("2027-05-01")
                .setPublishedBy(ANA)
                .setPublishedAt(timestamp("2026-11-01T08:00:00Z"))
                .addActivities(RaciActivity.newBuilder()
                        .setActivityId("expediting")
                        .setDisplayName("Expediting")
                        .addAssignments(RaciAssignment.newBuilder()
                                .setPerson(person("ana"))
                                .setLetter(RaciLetter.RACI_LETTER_ACCOUNTABLE)))
                .addVacancies("«Expediting» has nobody Responsible.")
                .build();
    }

    private static CorrectiveAction owned(String partnership) {
        OwnerProposal agreed = OwnerProposal.newBuilder()
                .setOwner(person("ana"))
                .setDueDate("2026-11-30")
                .setProposedBy(ANA)
                .setProposedAt(timestamp("2026-11-01T08:00:00Z"))
                .setAcceptedByOwnerAt(timestamp("2026-11-01T08:00:00Z"))
                .setAcceptedByOtherSideAt(timestamp("2026-11-01T09:00:00Z"))
                .setAcceptedByOtherSide(ANA)
                .build();
        return CorrectiveAction.newBuilder()
                .setName(partnership + "/actions/training-2026-09")
                .setNumber(1)
                .setOrigin(ActionOrigin.ACTION_ORIGIN_RED_EPISODE)
                .setTitle("On-time delivery is red")
                .setProblem("90.35 % against 95 %")
                .setKpi(partnership + "/kpis/training")
                .setKpiDisplayName("training")
                .addRedEpisodes(partnership + "/redEpisodes/training@2026-09")
                .setRedSincePeriod("2026-09")
                .setState(ActionState.ACTION_STATE_AGREED)
                .setOwner(person("ana"))
                .setDueDate("2026-11-30")
                .addAgreements(agreed)
                .setContainment(Containment.newBuilder()
                        .setText("Sorting at 100 %")
                        .setRecordedBy(ANA)
                        .setRecordedAt(timestamp("2026-11-02T08:00:00Z")))
                .setRootCause(RootCause.newBuilder()
                        .addOccurrenceWhys("late")
                        .addOccurrenceWhys("no room")
                        .addEscapeWhys("not seen")
                        .addEscapeWhys("no check")
                        .setRecordedBy(ANA)
                        .setRecordedAt(timestamp("2026-11-03T08:00:00Z")))
                .addSteps(Step.newBuilder()
                        .setStepId("s1")
                        .setKind(StepKind.STEP_KIND_PERMANENT)
                        .setText("A second dock")
                        .setOwner(person("ana"))
                        .setDueDate("2026-11-28"))
                .setVerification(Verification.newBuilder().setPeriodsNeeded(3).addPeriodsPassed("2026-10"))
                .addEscalations(Escalation.newBuilder()
                        .setRung(EscalationRung.ESCALATION_RUNG_UNOWNED_OPS)
                        .setAt(timestamp("2026-11-02T08:00:00Z"))
                        .addNotified("ana"))
                .addComments(Comment.newBuilder()
                        .setText("Seen on the line")
                        .setAuthor(ANA)
                        .setWrittenAt(timestamp("2026-11-02T08:00:00Z")))
                .addEvidence(Evidence.newBuilder()
                        .setTitle("Photo")
                        .setUrl("https://example.test/p")
                        .setAddedBy(ANA)
                        .setAddedAt(timestamp("2026-11-02T08:00:00Z")))
                .setFigures(ActionFigures.newBuilder().setMinutesToOwner(60).setUnownedMinutes(60))
                .addAllCallerMay(List.of("ProposeOwner", "RecordContainment", "SomethingOfTomorrow"))
                .setOpenedAt(timestamp("2026-10-02T08:00:00Z"))
                .setOpenedBy(Actor.newBuilder().setSubject("services/actions").setDisplayName("Drumbeat"))
                .setRevision(7)
                .build();
    }

    private static CorrectiveAction unowned(String partnership) {
        return CorrectiveAction.newBuilder()
                .setName(partnership + "/actions/by-hand")
                .setNumber(2)
                .setOrigin(ActionOrigin.ACTION_ORIGIN_BY_HAND)
                .setTitle("=cmd|calc")
                .setProblem("Two leaks in a week")
                .setState(ActionState.ACTION_STATE_OPEN)
                .setProposal(OwnerProposal.newBuilder()
                        .setOwner(person("pia"))
                        .setDueDate("2026-12-06")
                        .setProposedBy(ANA)
                        .setProposedAt(timestamp("2026-11-01T08:00:00Z")))
                .setUnownedSince(timestamp("2026-11-22T07:00:00Z"))
                .setOpenedAt(timestamp("2026-11-22T07:00:00Z"))
                .setOpenedBy(ANA)
                .setRevision(7)
                .build();
    }

    private static ActionPerson person(String slug) {
        return ActionPerson.newBuilder()
                .setPerson("people/" + slug)
                .setDisplayName(slug)
                .setSide(slug.equals("pia") ? Side.SIDE_PARTNER : Side.SIDE_OWNER)
                .setCompanyDisplayName(slug.equals("pia") ? "ALPHA-PARTS" : "ACME")
                .build();
    }

    private void requireMember(String partnership) {
        if (!partners.isOn(subject(), partnership)) {
            throw Refused.notFound();
        }
    }

    private static String subject() {
        return Objects.requireNonNull(FakeServer.SUBJECT.get());
    }
}
